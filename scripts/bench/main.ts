// Holds the step against the same commands typed by hand, on the test stack:
// npm run bench [-- --rounds N] [--only warm,hosted] [--json FILE] [--svg FILE] [--write-docs]
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { table } from "../page-tables.ts";
import { barsSvg } from "./bars-svg.ts";
import { comparisonHeads } from "./comparison.ts";
import type { Findings } from "./findings.ts";
import { readOptions } from "./options.ts";
import { writeDocs } from "./write-docs.ts";

const [loadBefore = 0] = loadavg();
const options = readOptions(process.argv.slice(2));
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
const { data: under, text } = await conditions(options, loadBefore);
const rows = all.flatMap((findings) => findings.rows ?? []);
const short = [...(rows.length > 0 ? [table(comparisonHeads, rows)] : []), text].join("\n\n");
const sections = all.flatMap((findings) => findings.sections ?? []);
const svg = barsSvg(all.flatMap(({ plot = [] }) => plot));
const values = Object.entries(found).map(([part, { data }]) => [part, data]);
const json = JSON.stringify({ ...under, ...Object.fromEntries(values) }, null, 2);

console.log([short, ...sections].join("\n\n"));
if (options.json !== undefined) await writeFile(options.json, `${json}\n`);
if (options.svg !== undefined) await writeFile(options.svg, svg);
if (options.writesDocs) await writeDocs({ short, sections, svg });
