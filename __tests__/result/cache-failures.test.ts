import { expect, test } from "vitest";
import { cacheFailures } from "../../src/result/cache-failures.ts";

test("cache that can't be read or written is told of, other steps and absent cache are not", () => {
  const lines = [
    "#3 importing cache manifest from a.test/cache:1",
    "#3 ERROR: failed to configure registry cache importer: a.test/cache:1: not found",
    "#4 importing cache manifest from b.test/cache:1",
    "#4 ERROR: failed to configure registry cache importer: unexpected status: 500",
    "#5 [1/1] RUN false",
    "#5 ERROR: process did not complete",
    "#7 exporting cache to registry",
    "#7 writing layer sha256:1 7.0s done",
    "#7 ERROR: error writing layer blob: 500 Internal Server Error",
    "#8 exporting cache to registry",
    "#8 ERROR: error writing manifest blob: a.test/cache:1: not found",
  ];
  expect(cacheFailures(lines.map((text) => ({ text, at: 0 })))).toEqual([
    "importing cache manifest from b.test/cache:1: failed to configure registry cache importer: unexpected status: 500",
    "exporting cache to registry: error writing layer blob: 500 Internal Server Error",
    "exporting cache to registry: error writing manifest blob: a.test/cache:1: not found",
  ]);
});
