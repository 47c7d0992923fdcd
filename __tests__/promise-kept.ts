// Tells the page on reliability what a test saw of a promise that it holds us to.
import { appendFileSync } from "node:fs";
import { figuresFile, type Row } from "../scripts/reliability-rows.ts";
import { buildsWithNewest } from "../scripts/stack/newest-environment.ts";

/**
 * To be called at a test's end, when all was as promised: a promise without a call is a broken one.
 * `npm run reliability` puts the row into docs/reliability.md.
 */
export function promiseKept(row: Row): void {
  // The page has the figures of the versions that the stack has.
  if (buildsWithNewest) return;
  // One write of one line, as several test processes write at once.
  appendFileSync(figuresFile, `${JSON.stringify(row)}\n`);
  console.log(`kept: ${row.fault}: ${row.figure}`);
}
