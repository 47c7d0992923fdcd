import { expect, test } from "vitest";
import { parsePlatform } from "../../src/domain/platform.ts";
import type { Output } from "../../src/inputs/export-inputs.ts";
import { checkLoad } from "../../src/plan/engine-load.ts";

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
const unasked = { provenance: undefined, sbom: undefined, attests: [], compat: "auto" } as const;
const several = {
  ...{ load: true, outputs: [], platforms, call: undefined },
  attestations: unasked,
};

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

test.each([
  ["provenance", { provenance: { kind: "on" } }, true],
  ["no provenance", { provenance: { kind: "off" } }, false],
  ["an SBOM", { sbom: { kind: "attributes", attributes: attributesOf("generator", "g") } }, true],
  ["another", { attests: [attributesOf("type", "sbom")] }, true],
  ["one that is turned off", { attests: [attributesOf("disabled", "true")] }, false],
] as const)("of attestations, %s is told of in its own words: %j, %s", (_, more, isRefused) => {
  const one = {
    ...{ ...several, platforms: platforms.slice(0, 1) },
    attestations: { ...unasked, ...more },
  };
  const check = () => checkLoad(one, { keepsIndexes: false });
  if (isRefused) expect(check).toThrow(/^`load`: the engine's image store holds no attestations/);
  else expect(check).not.toThrow();
  expect(() => checkLoad(one, { keepsIndexes: true })).not.toThrow();
});

function attributesOf(key: string, value: string) {
  return { text: `${key}=${value}`, fields: [{ key, value }] };
}
