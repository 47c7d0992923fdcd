import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sumsOf, versionsToKnow, withTable } from "../../scripts/release-table.ts";
import { knownReleases } from "../../src/plan/buildx-releases.ts";

const [a, b] = ["a".repeat(64), "b".repeat(64)];
const known = { "0.30.1": { "linux-amd64": a } };

test("the table is written as it stands in the source", () => {
  const source = readFileSync(
    new URL("../../src/plan/buildx-releases.ts", import.meta.url),
    "utf8",
  );
  expect(withTable(source, knownReleases)).toBe(source);
});

test("later releases are to be known; former ones, candidates and other tags are not", () => {
  const tags = ["v0.9.0", "v0.30.1", "v0.36.1", "v0.36.0-rc1", "docs", "v0.37.0"];
  const text = tags.map((tag) => `1a2b\trefs/tags/${tag}`).join("\n");
  expect(versionsToKnow(known, text)).toEqual(["0.37.0", "0.36.1", "0.30.1"]);
});

test("the sums of our platforms are taken, and none may change", () => {
  const list = (sum: string) =>
    `${sum} *buildx-v0.30.1.linux-amd64\n${b} *buildx-v0.30.1.windows-arm64.exe\n${b} *buildx-v0.30.1.freebsd-amd64\n`;
  expect(sumsOf("0.30.1", list(a), known)).toEqual({ "linux-amd64": a, "windows-arm64": b });
  expect(() => sumsOf("0.30.1", list(b), known)).toThrow(`the sum was ${a}, and is now ${b}`);
  expect(() => sumsOf("0.30.1", "", known)).toThrow("is now undefined");
});
