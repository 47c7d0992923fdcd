// A run's timeline, as a Mermaid diagram.

import type { Phase, PhaseName } from "../domain/phase.ts";
import { slowest, stepsFor } from "../result/build-platform-steps.ts";
import type { Export, Progress } from "../result/build-progress.ts";
import { formatSeconds, stepName } from "./markdown.ts";

const longestName = 34;
const mostPlatforms = 10;
const stepsEach = 4;
/** What is shorter can't be seen. */
const shortest = 20;

const setUpNames: Readonly<Partial<Record<PhaseName, string>>> = {
  probe: "look at the machine",
  buildx: "buildx",
  login: "logins",
  emulators: "emulators",
  builder: "builder",
};

type Bar = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where that is known better than by the start and the end. */
  readonly seconds?: number;
};
type Section = { readonly title: string; readonly bars: readonly Bar[] };

/** What the timeline is made of; `platforms` in the order of their sections. */
type Course = {
  readonly phases: readonly Phase[];
  readonly progress: Progress;
  /** `linux/arm64` */
  readonly platforms: readonly string[];
  /** What else to say of a platform: `emulated`. */
  readonly note: (platform: string) => string | undefined;
};

/** Lines of Markdown; none if nothing was measured. https://mermaid.js.org/syntax/gantt.html */
export function ganttOf(course: Course): readonly string[] {
  const sections = sectionsOf(course)
    .map(({ title, bars }) => ({ title, bars: bars.filter(isVisible) }))
    .filter(({ bars }) => bars.length > 0);
  if (sections.length === 0) return [];
  const padding = Math.max(...sections.map(({ title }) => title.length)) * 7 + 20;
  const left = course.platforms.length - mostPlatforms;
  const end = Math.max(...sections.flatMap(({ bars }) => bars.map((bar) => bar.end)));
  return [
    "```mermaid",
    `%%{init: {"gantt": {"leftPadding": ${padding}, "barHeight": 18}}}%%`,
    "gantt",
    "dateFormat x",
    `axisFormat ${axisFormat(end)}`,
    ...sections.flatMap(({ title, bars }) => [`section ${escaped(title)}`, ...bars.map(lineOf)]),
    "```",
    ...(left > 0 ? ["", `The steps of ${left} more platforms are not shown.`] : []),
  ];
}

// https://d3js.org/d3-time-format
function axisFormat(milliseconds: number): string {
  if (milliseconds < 10_000) return "%-S.%L s";
  if (milliseconds < 60_000) return "%-S s";
  return milliseconds < 3_600_000 ? "%-M:%S" : "%-H:%M:%S";
}

function sectionsOf({ phases, progress, platforms, note }: Course): readonly Section[] {
  const setUp = phases.flatMap(({ name, start, end }) => {
    const words = setUpNames[name];
    return words === undefined ? [] : [{ name: words, start, end }];
  });
  const steps = platforms.slice(0, mostPlatforms).map((platform) => {
    const more = note(platform);
    return {
      title: more === undefined ? platform : `${platform}, ${more}`,
      bars: slowest(stepsFor(progress, platform).steps, stepsEach).toSorted(byStart),
    };
  });
  const built = steps.some(({ bars }) => bars.length > 0);
  return [
    { title: "Set-up", bars: setUp.toSorted(byStart) },
    ...(built ? steps : [{ title: "Build", bars: barsOf(phases, "build", "build") }]),
    { title: "Export", bars: progress.exports.flatMap(exportBars) },
    { title: "Verification", bars: barsOf(phases, "verification", "read back") },
  ];
}

function barsOf(phases: readonly Phase[], wanted: PhaseName, name: string): readonly Bar[] {
  return phases.filter((phase) => phase.name === wanted).map((phase) => ({ ...phase, name }));
}

// Pushing is what an export ends with.
function exportBars({ name, start, end, pushSeconds }: Export): readonly Bar[] {
  const pushStart = Math.max(start, end - pushSeconds * 1000);
  return [
    { name, start, end: pushStart },
    { name: "push", start: pushStart, end },
  ];
}

function byStart(a: Bar, b: Bar): number {
  return a.start - b.start;
}

function isVisible({ start, end }: Bar): boolean {
  return end - start >= shortest;
}

function lineOf({ name, start, end, seconds = (end - start) / 1000 }: Bar): string {
  const words = `${stepName(name, longestName)} (${formatSeconds(seconds)})`;
  return `${escaped(words)} :${Math.round(start)}, ${Math.round(end)}`;
}

// What Mermaid reads a line for when it begins so: packages/mermaid/src/diagrams/gantt/parser
const keywords =
  "accDescr|accTitle|axisFormat|call|click|date|dateFormat|excludes|gantt|href|includes|inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|weekday|weekend";
const special = new RegExp(`[#;:%<>&"\`]|^(?=(?:${keywords})\\b).`, "gi");

// A task's name ends at the first colon; `#` and `;` have a meaning too. Mermaid's own codes:
// https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
function escaped(text: string): string {
  return text.replace(special, (character) => `#${character.charCodeAt(0)};`);
}
