import { expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/domain/duration.ts";

test.each([
  ["0", 0],
  ["90s", 90_000],
  ["5m", 300_000],
  ["1h30m", 5_400_000],
  ["1s500ms", 1500],
  // A timer with more than that ends at once.
  ["1000h", 2_147_483_647],
])("%s is %i ms", (text, value) => {
  expect(parseDuration(text)).toEqual({ ok: true, value });
});

test.each(["", "5", "-5m", "5 m", "m", "5m1h", "1.5h", "5M", "9999999s"])("%j is none", (text) => {
  expect(parseDuration(text).ok).toBe(false);
});

test.each([
  [500, "500ms"],
  [2000, "2s"],
  [90_000, "1m30s"],
  [5_400_000, "1h30m"],
])("%i ms is written %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
