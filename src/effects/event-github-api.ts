// One question to GitHub's API.
import { setTimeout } from "node:timers/promises";
import type { HttpClient } from "@actions/http-client";

const seconds = 10;
const mostRedirects = 3;

/**
 * The JSON at a URL of the API. It is asked for once. Redirects are followed, as those of a repository
 * that was renamed, but not to another origin, which the token is not for.
 *
 * @throws Error with the server's or the network's words, or after 10 seconds
 */
export async function askApi(url: string, token: string): Promise<unknown> {
  const { HttpClient } = await import("@actions/http-client");
  // Its own redirects take the token to another port of the same host.
  const options = { socketTimeout: seconds * 1000, allowRedirects: false };
  const client = new HttpClient("crossbuild", [], options);
  return await Promise.race([jsonAt(new URL(url), { client, token, redirects: 0 }), tooLate()]);
}

type Asking = {
  readonly client: HttpClient;
  readonly token: string;
  readonly redirects: number;
};

async function jsonAt(url: URL, { client, token, redirects }: Asking): Promise<unknown> {
  const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${token}` };
  const answer = await client.get(url.href, headers);
  const body = await answer.readBody();
  const { statusCode: status = 0, headers: given } = answer.message;
  if (status === 200) return JSON.parse(body);
  const to = status < 300 || status > 399 ? null : URL.parse(given.location ?? "", url.href);
  if (to?.origin !== url.origin || redirects === mostRedirects) {
    throw new Error(`the server answered ${status}`);
  }
  return await jsonAt(to, { client, token, redirects: redirects + 1 });
}

async function tooLate(): Promise<never> {
  await setTimeout(seconds * 1000, undefined, { ref: false });
  throw new Error(`no answer came within ${seconds} seconds`);
}
