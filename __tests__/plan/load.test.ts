import { expect, test } from "vitest";
import { parsePlatform } from "../../src/domain/platform.ts";
import type { Output } from "../../src/inputs/output-inputs.ts";
import { checkLoad } from "../../src/plan/load.ts";

const platforms = ["linux/amd64", "linux/arm64"].map((text) => {
  const read = parsePlatform(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
});
const output = (dest?: string): Output => ({
  type: "docker",
  text: dest === undefined ? "type=docker" : `type=docker,dest=${dest}`,
  fields: dest === undefined ? [] : [{ key: "dest", value: dest }],
});
const several = { load: true, outputs: [], platforms, call: undefined };

test("several platforms can't be loaded where the engine has no place for an index", () => {
  expect(() => checkLoad(several, { keepsIndexes: false })).toThrow(/^`load`: the engine's image/);
  expect(() => checkLoad(several, { keepsIndexes: true })).not.toThrow();
});

test("an exporter to the engine is a load, and one to a file is none", () => {
  const engine = { ...several, load: false, outputs: [output()] };
  expect(() => checkLoad(engine, { keepsIndexes: false })).toThrow(/^`load`/);
  const file = { ...several, load: false, outputs: [output("image.tar")] };
  expect(() => checkLoad(file, { keepsIndexes: false })).not.toThrow();
});

test("one platform, and a build that loads nothing, go everywhere", () => {
  const one = { ...several, platforms: platforms.slice(0, 1) };
  expect(() => checkLoad(one, { keepsIndexes: false })).not.toThrow();
  expect(() => checkLoad({ ...several, load: false }, { keepsIndexes: false })).not.toThrow();
});
