// That the linter refuses what CONTRIBUTING.md says no folder may import.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const pure = ["domain", "inputs", "plan", "result", "report"];

/** The folders of the table, in its order, with what each may import. */
const folders = new Map<string, readonly string[]>();
const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
for (const [, name = "", cell = ""] of page.matchAll(/^\| `src\/(\w+)` +\|[^|]*\|([^|]*)\|$/gm)) {
  const named = [...cell.matchAll(/`(\w+)`/g)].map(([, folder = ""]) => folder);
  folders.set(name, cell.includes("all of the above") ? [...folders.keys()] : named);
}

const diagnostic = v.object({
  category: v.string(),
  location: v.object({ path: v.string(), start: v.object({ line: v.number() }) }),
});
const reported = v.object({ diagnostics: v.array(diagnostic) });

/** The lines that are planted in a folder, and whether each is to be refused. */
function linesFor(folder: string): readonly (readonly [string, boolean])[] {
  const isPure = pure.includes(folder);
  const others = [...folders.keys()].filter((other) => other !== folder);
  const may = folders.get(folder) ?? [];
  return [
    ...others.map((other): readonly [string, boolean] => [
      `export type * from "../${other}/planted.ts";`,
      !may.includes(other),
    ]),
    ['export type * from "../main.ts";', true],
    ['export type * from "@actions/core";', true],
    ['export type * from "@actions/exec";', true],
    ['export type * from "node:fs";', isPure],
    ['export type * from "node:http";', isPure],
    ['export type * from "node:child_process";', true],
    ['export type * from "node:net";', false],
    ['export type * from "node:path";', false],
    ["export const read = process.env;", isPure],
    ['export const asked = fetch("https://example.com");', isPure],
  ];
}

const place = mkdtempSync(join(tmpdir(), "crossbuild-borders-"));
const refused = new Set<string>();

beforeAll(() => {
  const settings: object = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(join(place, "biome.json"), JSON.stringify({ ...settings, vcs: {} }));
  for (const folder of folders.keys()) {
    const lines = linesFor(folder).map(([line]) => line);
    mkdirSync(join(place, "src", folder), { recursive: true });
    writeFileSync(join(place, "src", folder, "planted.ts"), lines.join("\n"));
  }
  const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
  const biome = join(root, "node_modules/.bin/biome");
  const { stdout } = spawnSync(biome, args, { cwd: place, encoding: "utf8" });
  for (const { category, location } of v.parse(reported, JSON.parse(stdout)).diagnostics) {
    if (category.includes("/noRestricted")) refused.add(`${location.path}:${location.start.line}`);
  }
});

afterAll(() => rmSync(place, { recursive: true }));

test("the table has every folder", () => {
  expect([...folders.keys()].toSorted()).toEqual([
    "domain",
    "effects",
    "inputs",
    "plan",
    "report",
    "result",
    "runner",
    "step",
  ]);
});

test.each([...folders.keys()])("src/%s imports what it may, and nothing else", (folder) => {
  const lines = linesFor(folder);
  const wrong = lines.filter(
    ([, isRefused], index) => refused.has(`src/${folder}/planted.ts:${index + 1}`) !== isRefused,
  );
  expect(wrong).toEqual([]);
});
