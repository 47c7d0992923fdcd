import { expect, test } from "vitest";
import { start } from "../../src/effects/started.ts";

test("whoever waits gets what came of it, also who comes later", async () => {
  const begun = start(Promise.resolve(1));
  expect(await begun.ready()).toBe(1);
  expect(await begun.ready()).toBe(1);
});

test("a failure is told to each who waits, and to nobody before", async () => {
  const error = new Error("no buildx for this machine");
  const begun = start(Promise.reject(error));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(begun.ready()).rejects.toBe(error);
  await expect(begun.ready()).rejects.toBe(error);
});
