// The words for a download that failed.
import type { Explanation } from "../domain/errors.ts";
import { troubleOf, troubleOfStatus } from "../domain/trouble.ts";
import { parseRetryAfter } from "../plan/retry-verdict.ts";
import { mirror, remedyOf } from "./failure-remedy.ts";

/** What else is known of a failed download. */
type DownloadFailure = {
  /** The server's answer; undefined if it gave none. */
  readonly status: number | undefined;
  /** The answer's headers, by their names in lower case. */
  readonly limits: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly now: Date;
};

/** What was downloaded, what went wrong, what to try. */
export function downloadFailure(url: string, words: string, failure: DownloadFailure): Explanation {
  const tryThis = remedyAfter(new URL(url).host, words, failure);
  return { message: `downloading ${url} failed: ${words}`, tryThis };
}

/** The same for the question which release is the latest. */
export function latestFailure(url: string, words: string): Explanation {
  return {
    message: `${url} does not redirect to the latest release: ${words}`,
    tryThis:
      "name a version in `buildx-version`, such as `v0.36.1`, or name a mirror in `buildx-download-url`",
  };
}

function remedyAfter(host: string, words: string, failure: DownloadFailure): string {
  const { status } = failure;
  const asked = { asker: "download", host, until: limitEnd(failure) } as const;
  if (status === 404) {
    return `check that this version exists, and that ${host} has this file; or ${mirror}`;
  }
  if (status === 407) return "give the runner's proxy the user name and password that it asks for";
  if (status !== undefined)
    return remedyOf(isLimit(failure) ? "limited" : troubleOfStatus(status), asked) ?? again;
  if (/^(?:EACCES|EROFS)/.test(words))
    return "let the runner's user write to the folder of RUNNER_TEMP";
  return remedyOf(troubleOf({ text: words }) ?? "unreachable", asked) ?? again;
}

const again = `try again later, or ${mirror}`;

// Retry-After: RFC 9110, section 10.2.3. The others are GitHub's:
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
function isLimit({ status, limits }: DownloadFailure): boolean {
  const told = limits["retry-after"] !== undefined || isSpent(limits);
  return status === 429 || (status === 403 && told);
}

function isSpent(limits: DownloadFailure["limits"]): boolean {
  return limits["x-ratelimit-remaining"] === "0";
}

function limitEnd({ limits, now }: DownloadFailure): Date | undefined {
  const reset = isSpent(limits) ? epoch(limits["x-ratelimit-reset"]) : undefined;
  return timeOf(limits["retry-after"], now) ?? reset;
}

function timeOf(after: unknown, now: Date): Date | undefined {
  const wait = typeof after === "string" ? parseRetryAfter(after, now.getTime()) : undefined;
  return wait === undefined ? undefined : new Date(now.getTime() + wait);
}

function epoch(seconds: unknown): Date | undefined {
  return typeof seconds === "string" && /^\d{1,11}$/.test(seconds)
    ? new Date(Number(seconds) * 1000)
    : undefined;
}
