import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchPush } from "../../src/effects/build-watch-push.ts";

describe("a push that is watched", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Whether the silence after these lines, of a second each, is too long. */
  function isStalled(lines: readonly string[]): boolean {
    const watch = watchPush(5000);
    for (const line of lines) {
      watch.hear(line);
      vi.advanceTimersByTime(1000);
    }
    vi.advanceTimersByTime(5000);
    watch.end();
    return watch.signal.aborted;
  }

  test.each([
    [["#5 exporting to image", "#5 pushing layers"], true],
    [["#5 pushing layers", "#4 0.1 other output"], true],
    [["#5 pushing layers", "#5 pushing layers 1.0s done", "#5 pushing manifest for a:1"], true],
    [["#7 writing layer sha256:1"], true],
    [["#4 [2/2] RUN make"], false],
    [["#5 pushing layers", "#5 pushing layers 1.0s done"], false],
    [["#5 pushing layers", "#5 ERROR: failed to push"], false],
    [["#5 pushing layers", "#5 DONE 1.0s"], false],
  ])("%j: stalled is %s", (lines, stalled) => {
    expect(isStalled(lines)).toBe(stalled);
  });

  test("may take its time where there is no bound, and after its end", () => {
    const unbounded = watchPush(undefined);
    unbounded.hear("#5 pushing layers");
    const ended = watchPush(10);
    ended.hear("#5 pushing layers");
    ended.end();
    vi.advanceTimersByTime(3_600_000);
    expect([unbounded.signal.aborted, ended.signal.aborted]).toEqual([false, false]);
  });
});
