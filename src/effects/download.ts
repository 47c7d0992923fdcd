// Downloads of buildx's releases, whose failures say what to try.
import { rm } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { setTimeout } from "node:timers/promises";
import { UserError } from "../domain/errors.ts";
import { versionIn } from "../plan/buildx.ts";
import { downloadFailureText, latestFailureText } from "../report/download-failure.ts";
import { downloadFile, StatusError } from "./tool-cache.ts";

const answerSeconds = 30;

/**
 * Downloads to a path where nothing is; where it fails, nothing is left there.
 *
 * @throws UserError that tells what the server or the network said
 */
export async function download(url: string, path: string): Promise<void> {
  try {
    await downloadFile(url, path);
  } catch (error) {
    await rm(path, { force: true });
    const status = error instanceof StatusError ? error.status : undefined;
    const limits = status === 403 || status === 429 ? await headersOf(url) : {};
    const text = downloadFailureText(url, wordsOf(error), { status, limits, now: new Date() });
    throw new UserError(text, { cause: error });
  }
}

/**
 * The version that `<base>/latest` redirects to, as in `…/releases/tag/v0.36.1`.
 *
 * @throws UserError where it does not
 */
export async function latestVersion(base: string): Promise<string> {
  const url = `${base}/latest`;
  const answer = await ask("GET", url, { allowRedirects: false }).catch((error: unknown) => {
    throw new UserError(latestFailureText(url, wordsOf(error)), { cause: error });
  });
  const [, tag = ""] = /\/tag\/([^/?#]+)$/.exec(answer.headers.location ?? "") ?? [];
  const version = versionIn(tag);
  if (version !== undefined) return version.version;
  throw new UserError(latestFailureText(url, `the server answered ${answer.status}`));
}

// @actions/tool-cache keeps an answer's headers to itself.
async function headersOf(url: string): Promise<IncomingHttpHeaders> {
  const answer = await ask("HEAD", url, {}).catch(() => undefined);
  return answer?.headers ?? {};
}

async function ask(
  method: string,
  url: string,
  options: { readonly allowRedirects?: boolean },
): Promise<{ readonly status: number | undefined; readonly headers: IncomingHttpHeaders }> {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("crossbuild", [], options);
  const { message } = await Promise.race([client.request(method, url, null), tooLate()]);
  message.destroy();
  return { status: message.statusCode, headers: message.headers };
}

// The client's own bound is on idle connections alone, not on one that does not come about.
async function tooLate(): Promise<never> {
  await setTimeout(answerSeconds * 1000, undefined, { ref: false });
  throw new Error(`no answer came within ${answerSeconds} seconds`);
}

// Node's error of a host with several addresses has a code and no words.
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
