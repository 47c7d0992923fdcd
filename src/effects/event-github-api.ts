// One question to GitHub's API; loaded only by a run that has one.
import { wholeAnswer } from "./http-answer.ts";
import { httpClient, type Proxies } from "./http-client.ts";

const milliseconds = 10_000;

type Asking = { readonly token: string; readonly proxies: Proxies };

/**
 * The JSON at a URL of the API. It is asked for once. Redirects are followed, as those of a repository
 * that was renamed, but not to another origin, which the token is not for.
 *
 * @throws Error with the server's or the network's words, or after 10 seconds
 */
export async function askApi(url: string, { token, proxies }: Asking): Promise<unknown> {
  const { origin } = new URL(url);
  const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${token}` };
  const follows = (to: URL) => to.origin === origin;
  const request = { method: "GET", url, headers, follows, within: milliseconds } as const;
  const answer = await httpClient(proxies)(request);
  const { status, body } = await wholeAnswer(answer);
  if (status !== 200) throw new Error(`the server answered ${status}`);
  return JSON.parse(body.toString("utf8"));
}
