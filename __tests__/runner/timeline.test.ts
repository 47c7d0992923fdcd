import { expect, test } from "vitest";
import { startTimeline } from "../../src/runner/timeline.ts";

test("phases have their times since the run began, also those that failed", async () => {
  let time = 1000;
  const wait = async (milliseconds: number) => {
    time += milliseconds;
  };
  const timeline = startTimeline(() => time);
  time += 5;
  await timeline.measure("probe", Promise.resolve());
  const fail = async () => {
    await Promise.resolve();
    await wait(30);
    throw new Error("no");
  };
  await expect(timeline.measure("build", fail())).rejects.toThrow("no");
  expect(timeline.now()).toBe(35);
  expect(timeline.phases()).toEqual([
    { name: "probe", start: 5, end: 5 },
    { name: "build", start: 5, end: 35 },
  ]);
});

test("phases run until they have ended", async () => {
  const timeline = startTimeline(() => 0);
  const { promise, resolve } = Promise.withResolvers<void>();
  const both = [timeline.measure("emulators", promise), timeline.measure("builder", promise)];
  expect(timeline.running()).toEqual(["builder", "emulators"]);
  resolve();
  await Promise.all(both);
  expect(timeline.running()).toEqual([]);
});
