// In which order an image's candidates are pulled, and when one is tried again.
import type { Candidate } from "./tool-image.ts";

/** A candidate that is still to be tried. Times are milliseconds since the first try began. */
export type Waiting = {
  readonly candidate: Candidate;
  /** How often it has failed. */
  readonly failures: number;
  /** Not to be asked before. */
  readonly due: number;
};

export type Failure = {
  /** What docker printed. */
  readonly words: string;
  readonly now: number;
  /** What the registry asks for, in milliseconds; undefined where it does not say. */
  readonly retryAfter: number | undefined;
};

/** No image is waited for longer than this: a workflow's minutes cost more than a mirror. */
export const patience = 120_000;
const tries = 4;
const firstPause = 1000;

// 5xx, 429, and a connection that broke or that took too long. What is not there, or not allowed,
// is not there a second later either.
const transient =
  /toomanyrequests|\b429\b|\b50[0-4]\b|time-?out|timed out|deadline exceeded|\bEOF\b|reset by peer|broken pipe|server misbehaving|temporary failure/i;

/** All candidates, for a first try each. */
export function queueOf(candidates: readonly Candidate[]): readonly Waiting[] {
  return candidates.map((candidate) => ({ candidate, failures: 0, due: 0 }));
}

/** The one to try next: that which may be asked first, and of several the first in the order. */
export function nextOf(queue: readonly Waiting[]): Waiting | undefined {
  return queue.toSorted((one, other) => one.due - other.due)[0];
}

/** What waits after one has failed: without it, or with it for later. */
export function afterFailure(
  queue: readonly Waiting[],
  failed: Waiting,
  { words, now, retryAfter }: Failure,
): readonly Waiting[] {
  const pause = Math.max(firstPause * 2 ** failed.failures, retryAfter ?? 0);
  const again = { ...failed, failures: failed.failures + 1, due: now + pause };
  const worthIt = transient.test(words) && again.failures < tries && again.due <= patience;
  return queue.flatMap((waiting) => {
    if (waiting !== failed) return [waiting];
    return worthIt ? [again] : [];
  });
}

/** Whether the registry limits how often it is asked, so that it may say for how long. */
export function isLimited(words: string): boolean {
  return /toomanyrequests|\b429\b/i.test(words);
}

/**
 * Milliseconds to wait: `"120"` is seconds, anything else a date: RFC 9110, section 10.2.3.
 *
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
