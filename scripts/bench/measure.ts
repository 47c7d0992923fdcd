// The parts of the bench: each measures something, and says it in rows and sections.

import type { Group } from "./bars-svg.ts";
import { coldRow, cpuRow, startUpRow, warmRow } from "./comparison.ts";
import type { Findings } from "./findings.ts";
import { lendToolImages, removeBuilder } from "./machine.ts";
import { medianOf } from "./median.ts";
import type { Options, Part } from "./options.ts";
import { type Pairs, runPairs } from "./pairs.ts";
import { phaseTable } from "./phase-table.ts";
import { cold, keptBuilder, warm } from "./scenarios.ts";
import { bundleSize } from "./sizes.ts";
import { measureStartUp } from "./start-up.ts";

export const measures: Readonly<Record<Part, (options: Options) => Promise<Findings>>> = {
  sizes: async () => {
    const data = await bundleSize();
    const { bytes, gzipped } = data;
    const words = `\`dist/index.cjs\`: ${kilobytes(bytes)}, gzipped ${kilobytes(gzipped)}.`;
    return { data, sections: [`## Size\n\n${words}`] };
  },
  "start-up": async () => {
    const data = await measureStartUp(20);
    return { data, rows: [startUpRow(data)] };
  },
  warm: async ({ rounds }) => {
    await removeBuilder(keptBuilder);
    const data = await runPairs("warm", warm(), rounds);
    await removeBuilder(keptBuilder);
    const what = "warm: emulators and builder there";
    const sections = [phases("Warm", data)];
    return { data, rows: [warmRow(what, data), cpuRow("warm", data)], sections };
  },
  "self-hosted": async ({ rounds }) => {
    await lendToolImages();
    const data = await runPairs("cold, self-hosted", cold("self-hosted"), rounds);
    const what = "cold, self-hosted: images there";
    return {
      data,
      rows: [coldRow(what, data, 0.9), cpuRow("cold, self-hosted", data)],
      sections: [phases("Cold, self-hosted", data)],
      plot: plotOf(data),
    };
  },
  hosted: async ({ rounds }) => {
    const data = await runPairs("cold, hosted", cold("github-hosted"), rounds);
    await lendToolImages();
    return {
      data,
      rows: [coldRow("cold, hosted: images pulled", data, 0.9), cpuRow("cold, hosted", data)],
      sections: [phases("Cold, hosted", data)],
    };
  },
};

function phases(title: string, pairs: Pairs): string {
  return `## ${title}: where the time goes\n\n${phaseTable(pairs)}`;
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
