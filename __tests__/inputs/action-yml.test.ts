import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { readInputs } from "../../src/inputs/read-inputs.ts";

type Field = { readonly default?: string };
const action: { readonly inputs: Readonly<Record<string, Field>> } = parse(
  readFileSync(new URL("../../action.yml", import.meta.url), "utf8"),
);

test("action.yml has the inputs that the code reads, in the same order", async () => {
  expect(Object.keys(action.inputs)).toEqual((await readInputs(new Map())).names);
});

test("action.yml's defaults are the code's", async () => {
  const defaults = Object.entries(action.inputs).flatMap(([name, field]): [string, string][] =>
    // The runner fills in what has an expression.
    field.default === undefined || field.default.includes("${{") ? [] : [[name, field.default]],
  );
  expect(await readInputs(new Map(defaults))).toEqual(await readInputs(new Map()));
});
