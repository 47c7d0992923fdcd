import { describe, expect, test } from "vitest";
import {
  judge,
  parseRetryAfter,
  pauseBeforeNext,
  type Verdict,
} from "../../src/plan/retry-verdict.ts";

const put =
  "failed to push a.test/b:1: unexpected status from PUT request to https://a.test/v2/b/x";
const minutes = 60_000;

test.each<[string, Verdict]>([
  [`${put}: 503 Service Unavailable`, "passing"],
  [`${put}: 500 Internal Server Error: <html>`, "passing"],
  ["failed to fetch oauth token: unexpected status from POST request to https://a: 502", "passing"],
  ["write tcp 127.0.0.1:1->127.0.0.1:2: write: broken pipe", "passing"],
  ['Put "https://a.test/v2/": read tcp: read: connection reset by peer', "passing"],
  ["failed to do request: Put: EOF", "passing"],
  ["net/http: TLS handshake timeout", "passing"],
  ["dial tcp 10.0.0.1:443: i/o timeout", "passing"],
  ["failed to load cache key: invalid response status 504", "passing"],
  ["fatal: unable to access 'https://a.test/': The requested URL returned error: 503", "passing"],
  ["failed to push a.test/b:1: toomanyrequests: slow down", "limited"],
  [`${put}: 429 Too Many Requests`, "limited"],
  [`${put}: 401 Unauthorized`, "refused"],
  ["failed to push a.test/b:1: denied: requested access to the resource is denied", "refused"],
  ["failed to fetch anonymous token: unexpected status from GET request to a: 401", "refused"],
  [
    "failed to push a: denied: unknown manifest class for application/vnd.oci.empty.v1+json",
    "artifacts",
  ],
  ["failed to push a: unknown: blob unknown to registry - sha256:63adb3", "artifacts"],
  [
    "failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF",
    "lost",
  ],
  ['process "/bin/sh -c curl a: 503" did not complete successfully: exit code: 22', "lasting"],
  ["dockerfile parse error on line 2: unknown instruction: EOF", "lasting"],
  [`failed to solve: failed to process "alpine:\${X:?EOF}": X: EOF`, "lasting"],
  [`failed to solve: failed to process "\${X:?see status 503}": X: see status 503`, "lasting"],
  ["failed to solve: circular dependency detected on stage: eof", "lasting"],
  ["fatal: couldn't find remote ref fix/ETIMEDOUT\n: exit status 128", "lasting"],
  ["read ECONNRESET", "passing"],
  ["getaddrinfo EAI_AGAIN a.test", "passing"],
  ["socket hang up (ECONNRESET)", "passing"],
  [
    'process "/bin/sh -c curl -d application/vnd.oci.empty.v1+json a" did not complete successfully: exit code: 22',
    "lasting",
  ],
  ["failed to read dockerfile: open status 503: no such file or directory", "lasting"],
  ["failed to solve: secret HTTP 502: not found", "lasting"],
  [
    "failed to solve: toomanyrequests: failed to resolve source metadata for docker.io/library/toomanyrequests:latest: failed to do request: dial tcp: lookup a: no such host",
    "lasting",
  ],
  [`${put}: 400 Bad Request: <html>\nError: 503 Service Unavailable\nunexpected EOF`, "lasting"],
  [
    'failed to authorize: failed to fetch anonymous token: Get "https://a.test/token": net/http: TLS handshake timeout',
    "passing",
  ],
  ["failed to load cache key: digest mismatch sha256:1: 502 Bad Gateway", "lasting"],
  ["failed to push a.test/b:500: the repository is not there", "lasting"],
  ["failed to compute cache key: open /a: permission denied", "lasting"],
  ["lookup a.test on 10.0.0.53:53: no such host", "lasting"],
])("%j is %s", (words, verdict) => {
  expect(judge({ text: words })).toBe(verdict);
});

describe("the next try", () => {
  const after = (verdicts: readonly Verdict[], more: object = {}, bound = 5 * minutes) =>
    pauseBeforeNext({ verdicts, elapsed: 0, retryAfter: undefined, ...more }, bound);

  test("comes after pauses that double up to half a minute", () => {
    const pauses = Array.from({ length: 7 }, (_, n) => after(Array(n + 1).fill("passing")));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test("never begins after the bound, nor before the registry wants to be asked", () => {
    expect(after(["limited"], { retryAfter: 90_000 })).toBe(90_000);
    expect(after(["limited"], { retryAfter: 10 })).toBe(1000);
    expect(after(["limited"], { retryAfter: 5 * minutes + 1 })).toBeUndefined();
    expect(after(["passing"], { elapsed: 5 * minutes - 1000 })).toBe(1000);
    expect(after(["passing"], { elapsed: 5 * minutes - 999 })).toBeUndefined();
    expect(after(["passing"], {}, 0)).toBeUndefined();
  });

  test.each(["refused", "lost"] as const)("comes once after %s", (verdict) => {
    expect(after([verdict])).toBe(1000);
    expect(after(["passing", verdict])).toBe(1000);
    expect(after([verdict, "passing", verdict])).toBeUndefined();
  });

  test.each(["lasting", "artifacts"] as const)("is not made as it was after %s", (verdict) => {
    expect(after([verdict])).toBeUndefined();
  });
});

test.each([
  ["120", 120_000],
  ["0", 0],
  ["Wed, 21 Oct 2015 07:28:10 GMT", 10_000],
  ["Wed, 21 Oct 2015 07:27:00 GMT", 0],
  ["99999999999999999999", 365 * 24 * 60 * minutes],
  ["Fri, 31 Dec 9999 23:59:59 GMT", 365 * 24 * 60 * minutes],
  ["soon", undefined],
])("parseRetryAfter(%j) is %s", (text, wait) => {
  expect(parseRetryAfter(text, Date.parse("Wed, 21 Oct 2015 07:28:00 GMT"))).toBe(wait);
});
