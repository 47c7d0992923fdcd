// Where the time went: a table of the phases of both sides.
import { table } from "../page-tables.ts";
import type { Course } from "./course.ts";
import { median } from "./median.ts";
import type { Pairs } from "./pairs.ts";

/** Medians of when each phase began and of what it took. Phases of one side may overlap. */
export function phaseTable({ step, hand }: Pairs): string {
  const heads = ["", "Phase", "Begins at", "Takes"];
  return table(heads, [...rowsOf("The step", step), ...rowsOf("By hand", hand)]);
}

function rowsOf(side: string, courses: readonly Course[]): readonly (readonly string[])[] {
  const names = [...new Set(courses.flatMap(({ bars }) => bars.map(({ name }) => name)))];
  const all = (name: string) =>
    courses.flatMap(({ bars }) => bars.filter((bar) => bar.name === name));
  const rows = names.map((name) => ({
    name,
    start: median(all(name).map(({ start }) => start)),
    took: median(all(name).map(({ start, end }) => end - start)),
  }));
  return rows
    .toSorted((a, b) => a.start - b.start)
    .map(({ name, start, took }) => [side, name, seconds(start), seconds(took)]);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
