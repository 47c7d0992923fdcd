// Writes what tests have seen into the page on reliability. `--check`, after all tests have run,
// only looks whether each row's test kept its promise, and whether each promise has its row; the
// figures may differ from run to run.
import { readFile, writeFile } from "node:fs/promises";
import { replaced, table } from "./page-tables.ts";
import {
  differences,
  figuresFile,
  merged,
  pageFile,
  parseFigures,
  parseRows,
  type Row,
  rowsFile,
  sections,
} from "./reliability-rows.ts";

const rows = parseRows(await readFile(rowsFile, "utf8"));
const seen = parseFigures(await readFile(figuresFile, "utf8").catch(() => ""));
const page = await readFile(pageFile, "utf8");

if (process.argv.includes("--check")) {
  const problems = [
    ...differences(rows, seen),
    ...(page === pageWith(page, rows) ? [] : ["the page's tables are not those of its JSON"]),
  ];
  if (problems.length > 0) {
    console.error([...problems, "`npm run reliability` after all tests mends the page"].join("\n"));
    process.exitCode = 1;
  }
} else {
  const now = merged(rows, seen);
  await writeFile(rowsFile, `${JSON.stringify(now, undefined, 2)}\n`);
  await writeFile(pageFile, pageWith(page, now));
}

function pageWith(text: string, all: readonly Row[]): string {
  return sections.reduce((done, section) => {
    const own = all.filter((one) => one.section === section);
    const cells = own.map(({ fault, promise, figure }) => [fault, promise, figure]);
    return replaced(done, section, table(["Fault", "Promise", "Seen in a test"], cells));
  }, text);
}
