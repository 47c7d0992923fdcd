import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { together } from "../../src/effects/together.ts";

test("what several wait for fails once; different failures are all told", async () => {
  const [one, other] = [new Error("one"), new Error("other")];
  await expect(together([Promise.reject(one), Promise.reject(one)])).rejects.toBe(one);
  await expect(together([Promise.reject(one), Promise.reject(other)])).rejects.toMatchObject({
    errors: [one, other],
  });
});

test("all end before it fails", async () => {
  const slow = Promise.withResolvers<string>();
  const both = together([Promise.reject(new Error("early")), slow.promise]);
  const first = await Promise.race([both.catch(() => "failed"), setImmediate("waits")]);
  expect(first).toBe("waits");
  slow.resolve("done");
  await expect(both).rejects.toThrow("early");
});
