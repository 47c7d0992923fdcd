// Writes the tables of inputs and outputs, and what multiarch.yml has of them, from each action.yml,
// and the table of the concerns from the names of the files in `src`. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { concernRows } from "./concerns.ts";
import { multiarchText, ownInputRows, reasonRows } from "./multiarch.ts";
import { replaced, table } from "./page-tables.ts";

const root = join(import.meta.dirname, "..");

const field = v.object({ description: v.string(), default: v.optional(v.string()) });
const action = v.object({
  inputs: v.record(v.string(), field),
  outputs: v.record(v.string(), field),
});

/** Where the tables of an action's inputs and outputs are, and what the tables' names begin with. */
const places = [
  { page: "README.md", action: "action.yml", prefix: "" },
  { page: "docs/legs.md", action: "merge/action.yml", prefix: "merge " },
  { page: "docs/legs.md", action: "matrix/action.yml", prefix: "matrix " },
];

for (const { page, action: file, prefix } of places) {
  const { inputs, outputs } = v.parse(action, parse(await readFile(join(root, file), "utf8")));
  const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
    `\`${name}\``,
    description,
    value === undefined ? "" : `\`${value}\``,
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  const before = await readFile(join(root, page), "utf8");
  const inputTable = table(["Input", "What it is", "Default"], inputRows);
  const withInputs = replaced(before, `${prefix}inputs`, inputTable);
  const after = replaced(
    withInputs,
    `${prefix}outputs`,
    table(["Output", "What it is"], outputRows),
  );
  await put(page, before, after);
}

const legs = await readFile(join(root, "docs/legs.md"), "utf8");
const own = table(["Input of the workflow alone", "What it is", "Default"], ownInputRows());
const without = table(["Input of the step that it lacks", "Why"], reasonRows());
const withOwn = replaced(legs, "workflow inputs", own);
await put("docs/legs.md", legs, replaced(withOwn, "without inputs", without));

const guide = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
const concernTable = table(["To change", "See", "Files"], await concernRows(join(root, "src")));
await put("CONTRIBUTING.md", guide, replaced(guide, "concerns", concernTable));

const workflow = ".github/workflows/multiarch.yml";
const workflowText = await readFile(join(root, workflow), "utf8");
await put(workflow, workflowText, multiarchText(workflowText));

async function put(page: string, before: string, after: string): Promise<void> {
  if (!process.argv.includes("--check")) await writeFile(join(root, page), after);
  else if (before !== after) throw new Error(`${page} is not up to date: \`npm run docs\``);
}
