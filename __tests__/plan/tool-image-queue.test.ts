import { describe, expect, test } from "vitest";
import { afterFailure, nextOf, patience, queueOf } from "../../src/plan/tool-image-queue.ts";

const [one, two] = ["one/a:1", "two/a:1"].map((reference) => ({
  reference,
  manifestUrl: undefined,
})) as [
  { reference: string; manifestUrl: undefined },
  { reference: string; manifestUrl: undefined },
];

type Given = { readonly retryAfter?: number; readonly now?: number };

/** What waits after the next one has failed with these words. */
function failing(
  queue: ReturnType<typeof queueOf>,
  words: string,
  { retryAfter, now = 100 }: Given = {},
) {
  const next = nextOf(queue);
  if (next === undefined) throw new Error("nothing waits");
  return afterFailure(queue, next, { words, now, retryAfter });
}

describe("the order of pulls", () => {
  test("goes through all once, then to the one that may be asked first", () => {
    let queue = queueOf([one, two]);
    expect(nextOf(queue)?.candidate).toBe(one);
    queue = failing(queue, "503 Service Unavailable", { retryAfter: 9000 });
    expect(nextOf(queue)?.candidate).toBe(two);
    queue = failing(queue, "unexpected EOF");
    expect(nextOf(queue)).toEqual({ candidate: two, failures: 1, due: 1100 });
    queue = failing(queue, "manifest unknown");
    expect(nextOf(queue)).toEqual({ candidate: one, failures: 1, due: 9100 });
  });

  test("waits longer each time, and ends", () => {
    let queue = queueOf([one]);
    const pauses = [];
    while (queue.length > 0) {
      queue = failing(queue, "i/o timeout", { now: 0 });
      pauses.push(nextOf(queue)?.due);
    }
    expect(pauses).toEqual([1000, 2000, 4000, undefined]);
  });

  test("never waits longer than the limit, nor shorter than the registry asks", () => {
    const asked = (retryAfter: number) =>
      failing(queueOf([one]), "toomanyrequests: slow down", { retryAfter, now: 0 });
    expect(asked(patience)[0]?.due).toBe(patience);
    expect(asked(patience + 1)).toEqual([]);
    expect(asked(1)[0]?.due).toBe(1000);
  });

  test.each([
    ["received unexpected HTTP status: 502 Bad Gateway", true],
    ["error parsing HTTP 429 response body: no body", true],
    ["toomanyrequests: You have reached your pull rate limit", true],
    ["net/http: TLS handshake timeout", true],
    ["context deadline exceeded", true],
    ["read: connection reset by peer", true],
    ["unexpected EOF", true],
    ["manifest for a:1 not found: manifest unknown", false],
    ["denied: requested access to the resource is denied", false],
    ["lookup registry on 10.0.0.53:53: no such host", false],
    ["http: server gave HTTP response to HTTPS client", false],
    ["unauthorized: authentication required", false],
  ])("%j: tried again is %s", (words, again) => {
    expect(failing(queueOf([one]), words)).toHaveLength(again ? 1 : 0);
  });
});
