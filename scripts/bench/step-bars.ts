// Reads the step's phases out of its log and its summary.
import type { Step } from "../run-action.ts";
import type { Bar } from "./course.ts";
import type { StampedLine } from "./stamped-lines.ts";

/** When the build's group began and ended in the log. */
export function buildBar(lines: readonly StampedLine[]): Bar {
  const first = lines.findIndex(({ text }) => /^::group::Build\b/.test(text));
  const start = lines[first]?.at ?? Number.NaN;
  const end = lines.slice(first).find(({ text }) => text === "::endgroup::")?.at ?? Number.NaN;
  return { name: "build", start, end };
}

/** The step's phases, on the clock of the log's lines. */
export function stepBars(
  { summary }: Pick<Step, "summary">,
  lines: readonly StampedLine[],
): readonly Bar[] {
  const { setUp, verification } = summaryBars(summary);
  const pushed = lines.find(({ text }) => text.startsWith("Pushed "))?.at;
  const last = verification.at(-1)?.end;
  // The summary's clock starts with the program's code; the last line comes with its last phase.
  const loaded = pushed === undefined || last === undefined ? 0 : Math.max(0, pushed - last);
  const onOurClock = ({ name, start, end }: Bar) => ({
    name,
    start: start + loaded,
    end: end + loaded,
  });
  return [
    { name: "Node starts, code loads", start: 0, end: loaded },
    ...setUp.map(onOurClock),
    buildBar(lines),
    ...verification.map(onOurClock),
  ];
}

type SummaryBars = { readonly setUp: readonly Bar[]; readonly verification: readonly Bar[] };

/** The bars of the summary's Mermaid diagram: `emulators (0.4 s) :812, 1234`. */
function summaryBars(summary: string): SummaryBars {
  const sections = summary.split(/^section /m).slice(1);
  const of = (title: string) =>
    sections
      .filter((section) => section.startsWith(`${title}\n`))
      .flatMap((section) => section.split("\n").slice(1))
      .flatMap((line): readonly Bar[] => {
        const [, name, start, end] = /^(.*) \([^()]*\) :(\d+), (\d+)$/.exec(line) ?? [];
        return name === undefined ? [] : [{ name, start: Number(start), end: Number(end) }];
      });
  return { setUp: of("Set-up"), verification: of("Verification") };
}
