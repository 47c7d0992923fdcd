// What is worth trying again after a failure, and when.
import { type ErrorWords, type Trouble, troubleOf } from "../domain/trouble.ts";

/**
 * - `passing`: a registry or the network failed for the moment.
 * - `limited`: a registry limits how often it is asked.
 * - `refused`: it wants other credentials; a token that was refused by mistake passes the next time.
 * - `artifacts`: it does not take attestations that are stored as OCI artifacts.
 * - `stalled`: BuildKit said nothing for too long while it pushed.
 * - `lost`: BuildKit went away.
 * - `lasting`: it would be the same again.
 */
export type Verdict =
  | "passing"
  | "limited"
  | "refused"
  | "artifacts"
  | "stalled"
  | "lost"
  | "lasting";

const firstPause = 1000;
const longestPause = 30_000;

/** The verdict for each kind of trouble; any other is lasting. */
const verdicts: Readonly<Partial<Record<Trouble, Verdict>>> = {
  ...{ passing: "passing", limited: "limited", refused: "refused" },
  ...{ artifacts: "artifacts", lost: "lost" },
};

export function judge(words: ErrorWords): Verdict {
  const trouble = troubleOf(words);
  return (trouble === undefined ? undefined : verdicts[trouble]) ?? "lasting";
}

/** What has become of the tries so far; of the last, the registry may have said when to come back. */
export type Failures = {
  /** In order, the last one last. */
  readonly verdicts: readonly Verdict[];
  /** Milliseconds since the first failure. */
  readonly elapsed: number;
  /** Milliseconds that the registry asks to wait; undefined if it does not say. */
  readonly retryAfter: number | undefined;
};

/**
 * Milliseconds until the next try; undefined if there is to be none. Pauses double, up to half a
 * minute, and never end before the registry wants to be asked.
 *
 * @param bound no try begins later than this after the first failure
 */
export function pauseBeforeNext(failures: Failures, bound: number): number | undefined {
  const { verdicts, elapsed, retryAfter = 0 } = failures;
  const [last] = verdicts.slice(-1);
  const before = verdicts.slice(0, -1);
  if (last === undefined || last === "lasting" || last === "artifacts") return undefined;
  const once = last === "refused" || last === "lost";
  if (once && before.includes(last)) return undefined;
  const doubled = firstPause * 2 ** before.filter((verdict) => verdict === last).length;
  const pause = Math.max(Math.min(doubled, longestPause), retryAfter);
  return elapsed + pause <= bound ? pause : undefined;
}

/** A year: no date has place for all that a server may say. */
const longestWait = 365 * 24 * 3_600_000;

/**
 * Milliseconds to wait: `"120"` is seconds, anything else a date: RFC 9110, section 10.2.3. More than
 * a year counts as a year.
 *
 * @param now milliseconds since 1970
 */
export function parseRetryAfter(text: string, now: number): number | undefined {
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), longestWait);
}
