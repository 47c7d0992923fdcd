// In which order an image's candidates are pulled, and when one is tried again.
import { judge } from "./retry-verdict.ts";
import type { Candidate } from "./tool-image-candidates.ts";

/** A candidate that is still to be tried. Times are milliseconds since the first try began. */
type QueuedCandidate = {
  readonly candidate: Candidate;
  /** How often it has failed. */
  readonly failures: number;
  /** Not to be asked before. */
  readonly due: number;
};

type Failure = {
  /** What docker printed. */
  readonly words: string;
  readonly now: number;
  /** What the registry asks for, in milliseconds; undefined if it does not say. */
  readonly retryAfter: number | undefined;
};

/** No image is waited for longer than this: a workflow's minutes cost more than a mirror. */
export const patience = 120_000;
const tries = 4;
const firstPause = 1000;

/** All candidates, for a first try each. */
export function queueOf(candidates: readonly Candidate[]): readonly QueuedCandidate[] {
  return candidates.map((candidate) => ({ candidate, failures: 0, due: 0 }));
}

/** The one to try next: that which may be asked first, and of several the first in the order. */
export function nextOf(queue: readonly QueuedCandidate[]): QueuedCandidate | undefined {
  return queue.toSorted((one, other) => one.due - other.due)[0];
}

/** What waits after one has failed: without it, or with it for later. */
export function afterFailure(
  queue: readonly QueuedCandidate[],
  failed: QueuedCandidate,
  { words, now, retryAfter }: Failure,
): readonly QueuedCandidate[] {
  const pause = Math.max(firstPause * 2 ** failed.failures, retryAfter ?? 0);
  const again = { ...failed, failures: failed.failures + 1, due: now + pause };
  const passes = ["passing", "limited"].includes(judge({ text: words }));
  const worthIt = passes && again.failures < tries && again.due <= patience;
  return queue.flatMap((waiting) => {
    if (waiting !== failed) return [waiting];
    return worthIt ? [again] : [];
  });
}
