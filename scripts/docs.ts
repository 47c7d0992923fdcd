// Writes the README's tables of inputs and outputs from action.yml. `--check` only compares.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";

const root = join(import.meta.dirname, "..");
const readme = join(root, "README.md");

const field = v.object({ description: v.string(), default: v.optional(v.string()) });
const action = v.object({
  inputs: v.record(v.string(), field),
  outputs: v.record(v.string(), field),
});

const { inputs, outputs } = v.parse(
  action,
  parse(await readFile(join(root, "action.yml"), "utf8")),
);
const inputRows = Object.entries(inputs).map(([name, { description, default: value }]) => [
  `\`${name}\``,
  description,
  value === undefined ? "" : `\`${value}\``,
]);
const outputRows = Object.entries(outputs).map(([name, { description }]) => [
  `\`${name}\``,
  description,
]);

const before = await readFile(readme, "utf8");
const withInputs = replaced(before, "inputs", table(["Input", "What it is", "Default"], inputRows));
const after = replaced(withInputs, "outputs", table(["Output", "What it is"], outputRows));
if (!process.argv.includes("--check")) await writeFile(readme, after);
else if (before !== after) {
  throw new Error("README.md's tables are not action.yml's: `npm run docs`");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => "---"), ...rows];
  return lines
    .map((cells) => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

function replaced(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [head, rest] = text.split(start);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`README.md has no ${start} … ${end}`);
  return `${head}${start}\n${content}\n${end}${tail}`;
}
