// Downloads of buildx's releases, whose failures say what to try.
import { rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { explained, type UserError } from "../domain/errors.ts";
import { versionIn } from "../plan/buildx-version.ts";
import { parseRetryAfter, pauseBeforeNext, type Verdict } from "../plan/retry-verdict.ts";
import { downloadFailure, latestFailure } from "../report/buildx-download-failure.ts";
import { downloadFile, StatusError } from "./buildx-download-file.ts";
import { discard } from "./http-answer.ts";
import type { Http } from "./http-client.ts";

const answerMilliseconds = 30_000;

/** How long a download is tried, and who hears of it. */
export type Patience = {
  /** No try begins later than this after the first failure, in milliseconds. */
  readonly bound: number;
  /** Takes a line for the log. */
  readonly print: (line: string) => void;
  readonly http: Http;
  /** Ends the try that runs, or the pause before the next. */
  readonly signal: AbortSignal | undefined;
};

/**
 * Downloads to a path that does not exist yet; if it fails, nothing is left there.
 *
 * @throws UserError that tells what the server or the network said last
 */
export async function download(url: string, path: string, patience: Patience): Promise<void> {
  const { bound, print, http, signal } = patience;
  const verdicts: Verdict[] = [];
  let since: number | undefined;
  let failure: UserError | undefined;
  for (;;) {
    try {
      return await downloadFile(url, path, { http, signal });
    } catch (error) {
      await rm(path, { force: true });
      if (signal?.aborted) throw failure ?? error;
      since ??= performance.now();
      const status = error instanceof StatusError ? error.status : undefined;
      const limits = error instanceof StatusError ? error.headers : {};
      const told = { status, limits, now: new Date() };
      failure = explained(downloadFailure(url, wordsOf(error), told), error);
      verdicts.push(verdictOf(error));
      const retryAfter = parseRetryAfter(limits["retry-after"] ?? "0", Date.now());
      const elapsed = performance.now() - since;
      const pause = pauseBeforeNext({ verdicts, elapsed, retryAfter }, bound);
      if (pause === undefined) throw failure;
      const wait = formatDuration(pause);
      print(`The download failed: ${wordsOf(error)}. Try ${verdicts.length + 1} in ${wait}`);
      const last = failure;
      await setTimeout(pause, undefined, { signal }).catch(() => {
        throw last;
      });
    }
  }
}

// Node's names for a connection that broke or took too long, and for a name server that is busy.
const passing: readonly unknown[] = [
  ...["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ERR_STREAM_PREMATURE_CLOSE"],
];

function verdictOf(error: unknown): Verdict {
  if (error instanceof StatusError) {
    if (error.status === 429) return "limited";
    return error.status === 408 || error.status >= 500 ? "passing" : "lasting";
  }
  return passing.includes((error as NodeJS.ErrnoException).code) ? "passing" : "lasting";
}

/**
 * The version that `<base>/latest` redirects to, as in `…/releases/tag/v0.36.1`.
 *
 * @throws UserError if it does not
 */
export async function latestVersion(base: string, http: Http): Promise<string> {
  const url = `${base}/latest`;
  const request = { method: "GET", url, follows: () => false } as const;
  const answer = await http({ ...request, within: answerMilliseconds }).catch((error: unknown) => {
    throw explained(latestFailure(url, wordsOf(error)), error);
  });
  discard(answer.body);
  const [, tag = ""] = /\/tag\/([^/?#]+)$/.exec(answer.headers.location ?? "") ?? [];
  const version = versionIn(tag);
  if (version !== undefined) return version.version;
  throw explained(latestFailure(url, `the server answered ${answer.status}`));
}

// Node's error of a host with several addresses has a code and no words.
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || (error as NodeJS.ErrnoException).code || error.name;
}
