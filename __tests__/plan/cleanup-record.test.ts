// What runs tell each other of the builders that they share.
import { expect, test } from "vitest";
import {
  type BuilderUse,
  formersOf,
  isNeeded,
  isOfRuns,
  isQuiet,
  type LivingRecord,
} from "../../src/plan/cleanup-record.ts";

const now = 1_000_000;
const run = (record: Partial<LivingRecord["record"]>, age = 0): LivingRecord => ({
  record: { owner: "", folder: "/tmp/crossbuild-1", ...record },
  written: now - age,
});
const use = (
  state: BuilderUse["state"],
  age = 0,
  name = "ci",
  cleanup: BuilderUse["cleanup"] = "all",
) => run({ builder: { name, state, cleanup } }, age);

test.each([
  ["nobody", [], true, false],
  ["one that looks", [use("looking")], true, true],
  ["one that makes it", [use("creating")], false, true],
  ["one that began to make it long ago", [use("creating", 121_000)], true, true],
  ["one that uses it", [use("using", 1e9)], true, true],
  ["one that leaves", [use("leaving")], false, false],
  ["one that began to leave long ago", [use("leaving", 61_000)], true, false],
  ["one that leaves and one that uses it", [use("leaving"), use("using")], false, true],
  ["one of another name", [use("creating", 0, "other")], true, false],
  ["one of the name in capitals", [use("creating", 0, "CI")], false, true],
  ["one with no name", [run({})], true, false],
])("beside %s", (_, others, quiet, needed) => {
  expect(isQuiet("ci", others, now)).toBe(quiet);
  expect(isNeeded("ci", others)).toBe(needed);
});

test.each([
  ["docker-container", "owner", [], true],
  ["docker-container", undefined, [use("using")], false],
  ["remote", undefined, [], false],
  ["remote", undefined, [use("using")], true],
  ["remote", undefined, [use("looking")], false],
  ["kubernetes", undefined, [use("using", 0, "ci", "nothing")], false],
])("a builder of %s with the mark %s is of runs where they say so", (driver, mark, others, is) => {
  expect(isOfRuns({ name: "ci", driver, mark }, others)).toBe(is);
});

test("what was the current builder is found through the runs that took its place", () => {
  const current = (name: string, ...formers: string[]) => run({ current: { name, formers } });
  expect(formersOf("mine", "a", [])).toEqual(["mine"]);
  expect(formersOf("a", "b", [current("a", "mine")])).toEqual(["a", "mine"]);
  expect(formersOf("a", "b", [current("c", "other")])).toEqual(["a"]);
  // Both have the same builder.
  expect(formersOf("a", "a", [current("a", "mine")])).toEqual(["mine"]);
});
