// Holds the step against the same commands typed by hand, on the test stack:
// npm run bench [-- --rounds N] [--only warm,hosted] [--json FILE] [--svg FILE] [--write-docs]
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { table } from "../page-tables.ts";
import { barsSvg } from "./bars-svg.ts";
import { comparisonHeads } from "./comparison.ts";
import type { Findings } from "./findings.ts";
import { readOptions } from "./options.ts";

const words = process.argv.slice(2);
const options = readOptions(words);
execFileSync(process.execPath, [join(import.meta.dirname, "../stack/main.ts"), "up"], {
  stdio: ["ignore", process.stderr, process.stderr],
});
// They read where the stack is when they are loaded.
const { measures } = await import("./measure.ts");
const { conditions } = await import("./conditions.ts");
const { putBack } = await import("./machine.ts");

const found: Record<string, Findings> = {};
for (const part of options.only) {
  await putBack();
  try {
    found[part] = await measures[part](options);
  } finally {
    await putBack();
  }
}
const all = Object.values(found);
const under = await conditions(words, options.rounds);
const short = [
  table(
    comparisonHeads,
    all.flatMap(({ rows = [] }) => rows),
  ),
  under.text,
].join("\n\n");
console.log([short, ...all.flatMap(({ sections = [] }) => sections)].join("\n\n"));
const svg = barsSvg(all.flatMap(({ plot = [] }) => plot));
if (options.svg !== undefined) await writeFile(options.svg, svg);
if (options.json !== undefined) {
  const data = Object.entries(found).map(([part, { data }]) => [part, data]);
  const text = JSON.stringify({ ...under.data, ...Object.fromEntries(data) }, null, 2);
  await writeFile(options.json, `${text}\n`);
}
