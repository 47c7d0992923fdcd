// The parts of the bench: each measures something, and says it in rows and sections. A part finds the
// images of the tools in the engine, and no kept builder; it need not leave them so.
import type { Group } from "./bars-svg.ts";
import { coldRow, cpuRow, startUpRow, warmRow } from "./comparison.ts";
import type { Findings } from "./findings.ts";
import { growthTable, measureGrowth } from "./growth.ts";
import { putBack } from "./machine.ts";
import { medianOf } from "./median.ts";
import type { Options, Part } from "./options.ts";
import { type Pairs, runPairs } from "./pairs.ts";
import { phaseTable } from "./phase-table.ts";
import { listProcesses, processRow, processTable } from "./processes.ts";
import { cold, warm } from "./scenarios.ts";
import { measureSigning, signingRow } from "./signing.ts";
import { programSize } from "./sizes.ts";
import { measureSlowPulls, slowPullsRow } from "./slow-pulls.ts";
import { measureStartUp } from "./start-up.ts";
import { canTrace } from "./traced.ts";

export const startUpRounds = 20;

/** Rounds of what takes long, and where a tenth of a second decides nothing. */
export function roundsOfLong(rounds: number): number {
  return Math.min(rounds, 3);
}

export const measures: Readonly<Record<Part, (options: Options) => Promise<Findings>>> = {
  "self-hosted": async ({ rounds }) => {
    const data = await runPairs("cold, self-hosted", cold("self-hosted"), rounds);
    const row = coldRow("cold, self-hosted: images there", data, 0.9);
    const plot = plotOf(data);
    return {
      ...told("cold, self-hosted", data),
      rows: [row, cpuRow("cold, self-hosted", data)],
      plot,
    };
  },
  hosted: async ({ rounds }) => {
    const data = await runPairs("cold, hosted", cold("github-hosted"), rounds);
    const row = coldRow("cold, hosted: images pulled", data, 0.9);
    return { ...told("cold, hosted", data), rows: [row, cpuRow("cold, hosted", data)] };
  },
  warm: async ({ rounds }) => {
    const data = await runPairs("warm", warm(), rounds);
    const row = warmRow("warm: emulators and builder there", data);
    return { ...told("warm", data), rows: [row, cpuRow("warm", data)] };
  },
  "start-up": async () => {
    const data = await measureStartUp(startUpRounds);
    return { data, rows: [startUpRow(data)] };
  },
  "slow-pulls": async ({ rounds }) => {
    const data = await measureSlowPulls(roundsOfLong(rounds));
    return { data, rows: [slowPullsRow(data)] };
  },
  signing: async ({ rounds }) => {
    const data = await measureSigning(rounds);
    return { data, rows: [signingRow(data)] };
  },
  processes: measureProcesses,
  growth: async ({ rounds }) => {
    const data = await measureGrowth(roundsOfLong(rounds));
    const words =
      "Nothing is run in these images, and their builder is there already. The overhead is all that the step takes beside `docker buildx build`.";
    return { data, sections: [`## Growth\n\n${words}\n\n${growthTable(data)}`] };
  },
  size: async () => {
    const data = await programSize();
    const { bytes, gzipped } = data;
    const words = `The program in \`dist/\`: ${kilobytes(bytes)}, gzipped ${kilobytes(gzipped)}.`;
    return { data, sections: [`## Size\n\n${words}`] };
  },
};

async function measureProcesses(): Promise<Findings> {
  const title = "## Processes";
  if (!(await canTrace())) {
    return { data: null, sections: [`${title}\n\nNot counted: there was no \`strace\`.`] };
  }
  const selfHosted = await listProcesses(cold("self-hosted"));
  const hosted = await listProcesses(cold("github-hosted"));
  await putBack();
  await warm().step();
  const kept = await listProcesses(warm());
  const data = { "cold, self-hosted": selfHosted, "cold, hosted": hosted, warm: kept };
  const words = "As `strace` saw them, in runs of their own: by the step / by hand.";
  const rows = Object.entries(data).map(([what, processes]) => processRow(what, processes));
  return { data, rows, sections: [`${title}\n\n${words}\n\n${processTable(data)}`] };
}

function told(what: string, data: Pairs): Findings {
  const title = `## Where the time goes: ${what}`;
  return { data, sections: [`${title}\n\n${phaseTable(data)}`] };
}

/** The run in the middle of each side. */
function plotOf({ step, hand }: Pairs): readonly Group[] {
  const sides = { "The step": step, "By hand": hand };
  return Object.entries(sides).map(([title, courses]) => {
    const course = medianOf(courses, ({ milliseconds }) => milliseconds);
    return { title, bars: (course?.bars ?? []).toSorted((a, b) => a.start - b.start) };
  });
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
