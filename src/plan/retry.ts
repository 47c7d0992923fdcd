// What is worth trying again after a failure, and when.

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

// A RUN that failed quotes its command, and a line that is none of Dockerfile's itself.
const ofDockerfile = /did not complete successfully|dockerfile parse error/i;

// The first are Alibaba Cloud's words, the others GitLab's for a manifest whose subject is new:
// https://github.com/moby/buildkit/issues/7007
const refusesArtifacts = /application\/vnd\.oci\.empty\.v1\+json|\bblob unknown to registry\b/;

const rateLimit = /toomanyrequests|\b429\b/i;

// gRPC's words for a connection to BuildKit that broke.
const lostBuildkit =
  /error reading from server|closing transport|transport is closing|graceful_stop|connection error: desc|no such container|container \S+ is not running/i;

// 5xx, and a connection that broke or that took too long.
const passing =
  /(?:\bstatus(?: code)?:? |\bHTTP (?:status: )?|: )5\d\d\b|\b5\d\d (?:Internal|Bad|Service|Gateway)|\btime-?out\b|timed out|deadline exceeded|\bEOF\b|reset by peer|broken pipe|closed network connection|server misbehaving|temporary failure|no route to host/i;

const credentials =
  /\b401\b|\b403\b|unauthorized|\bdenied: |access (?:to the resource is )?denied|authorization failed|insufficient_scope|no basic auth credentials|failed to (?:authorize|fetch \w+ token)/i;

const kinds: readonly (readonly [RegExp, Verdict])[] = [
  [ofDockerfile, "lasting"],
  [refusesArtifacts, "artifacts"],
  [rateLimit, "limited"],
  [lostBuildkit, "lost"],
  [passing, "passing"],
  [credentials, "refused"],
];

/** @param words a tool's last ones, without what came before its error */
export function judge(words: string): Verdict {
  return kinds.find(([cause]) => cause.test(words))?.[1] ?? "lasting";
}

/** What has become of the tries so far; of the last, the registry may have said when to come back. */
export type Failures = {
  /** In order, the last one last. */
  readonly verdicts: readonly Verdict[];
  /** Milliseconds since the first failure. */
  readonly elapsed: number;
  /** Milliseconds that the registry wants to be left alone; undefined where it does not say. */
  readonly retryAfter: number | undefined;
};

/**
 * Milliseconds until the next try; undefined where there is to be none. Pauses double, up to half a
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

/** Whether the registry limits how often it is asked, so that it may say for how long. */
export function isLimited(words: string): boolean {
  return judge(words) === "limited";
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
