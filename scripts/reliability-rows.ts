// The rows of docs/reliability.md: what is committed, and what tests have seen since.
import { join } from "node:path";
import * as v from "valibot";

/** The tables of the page, in its order. */
export const sections = ["faults", "cancellation", "secrets"] as const;

const row = v.strictObject({
  section: v.picklist(sections),
  /** What goes wrong; each has one row. */
  fault: v.string(),
  promise: v.string(),
  /** What the test measured: `3 tries in 4.1 s`. */
  figure: v.string(),
});

export type Row = Readonly<v.InferOutput<typeof row>>;

const root = join(import.meta.dirname, "..");

/** What tests have seen: a line of JSON each. */
export const figuresFile = join(root, "reliability-figures.jsonl");
/** The rows of the page. */
export const rowsFile = join(root, "docs/reliability.json");
export const pageFile = join(root, "docs/reliability.md");

/** @throws ValiError if it is not what `JSON.stringify` made of rows */
export function parseRows(text: string): readonly Row[] {
  return v.parse(v.array(row), JSON.parse(text));
}

/** @throws ValiError if a line is not a row */
export function parseFigures(text: string): readonly Row[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => v.parse(row, JSON.parse(line)));
}

/** The rows with what was seen since in its place, and new rows at the end of their sections. */
export function merged(rows: readonly Row[], seen: readonly Row[]): readonly Row[] {
  const all = new Map([...rows, ...seen].map((one) => [one.fault, one]));
  return sections.flatMap((section) => [...all.values()].filter((one) => one.section === section));
}

/** A text for each row whose test did not keep its promise, and for each that the page lacks. */
export function differences(rows: readonly Row[], seen: readonly Row[]): readonly string[] {
  const isIn = (list: readonly Row[], { section, fault, promise }: Row) =>
    list.some((one) => one.section === section && one.fault === fault && one.promise === promise);
  const faults = seen.map(({ fault }) => fault);
  const twice = faults.filter((fault, index) => faults.indexOf(fault) !== index);
  return [
    ...rows.filter((one) => !isIn(seen, one)).map(({ fault }) => `no test kept: ${fault}`),
    ...seen.filter((one) => !isIn(rows, one)).map(({ fault }) => `not on the page: ${fault}`),
    ...twice.map((fault) => `more than one test reports: ${fault}`),
  ];
}
