// One question to GitHub's API.
import { setTimeout } from "node:timers/promises";

const seconds = 10;

/**
 * The JSON at a URL of the API. It is asked for once.
 *
 * @throws Error with the server's or the network's words, or after 10 seconds
 */
export async function askApi(url: string, token: string): Promise<unknown> {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("crossbuild", [], { socketTimeout: seconds * 1000 });
  const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${token}` };
  const { statusCode, result } = await Promise.race([
    client.getJson<unknown>(url, headers),
    tooLate(),
  ]);
  if (statusCode !== 200) throw new Error(`the server answered ${statusCode}`);
  return result;
}

async function tooLate(): Promise<never> {
  await setTimeout(seconds * 1000, undefined, { ref: false });
  throw new Error(`no answer came within ${seconds} seconds`);
}
