// How soon the build starts where the images of the tools come from far away.

import { toolImages } from "../stack/tool-images.ts";
import { type Comparison, s, verdict } from "./comparison.ts";
import { docker, removeBuilders, removeEmulators, removeToolImages } from "./machine.ts";
import { median } from "./median.ts";
import { environmentOf, newContext, threePlatforms } from "./scenarios.ts";
import { slowRegistry } from "./slow-registry.ts";
import { runStep } from "./step.ts";
import { buildBar } from "./step-bars.ts";

/** Seconds of each round: a pull of either image by itself, and the step up to its build. */
export type SlowPulls = Readonly<Record<"buildkit" | "binfmt" | "build", readonly number[]>>;

/** Milliseconds that a pull takes. */
const delay = 3000;
const names = Object.entries(toolImages).map(
  ([name, { repository, tag }]) => [name, `${repository}:${tag}`] as const,
);

export async function measureSlowPulls(rounds: number): Promise<SlowPulls> {
  await using registry = await slowRegistry(delay);
  await using _layers = await keepLayers();
  const mirrors = registry.address;
  const seconds: Record<keyof SlowPulls, number[]> = { buildkit: [], binfmt: [], build: [] };
  for (let round = 1; round <= rounds; round++) {
    await removeBuilders();
    for (const [name, image] of names) {
      await removeToolImages();
      registry.restart();
      const start = performance.now();
      await docker("pull", "--quiet", `${mirrors}/${image}`);
      seconds[name as keyof typeof toolImages].push((performance.now() - start) / 1000);
    }
    await removeEmulators();
    await removeToolImages();
    registry.restart();
    const options = { files: newContext(), environment: environmentOf("github-hosted") };
    const { lines } = await runStep({ ...threePlatforms, mirrors }, options);
    seconds.build.push(buildBar(lines).start / 1000);
    console.error(
      `slow pulls, round ${round}: the build started after ${s(seconds.build.at(-1) ?? 0)}`,
    );
  }
  return seconds;
}

// A pull then only waits. Else it would mostly unpack, which two at once do no faster.
async function keepLayers(): Promise<AsyncDisposable> {
  const kept = names.map(([name, image]) => ({ image, safe: `crossbuild-kept/${name}:1` }));
  for (const { image, safe } of kept) await docker("tag", image, safe);
  return {
    [Symbol.asyncDispose]: async () => {
      await docker("image", "rm", ...kept.map(({ safe }) => safe));
    },
  };
}

/** The goal: the slower pull and a second. */
export function slowPullsRow({ buildkit, binfmt, build }: SlowPulls): Comparison {
  const [slow, quick] = [median(buildkit), median(binfmt)];
  const longest = Math.max(slow, quick);
  const start = median(build);
  const pulls = `${s(slow)} and ${s(quick)} (the pulls alone)`;
  const goal = verdict(start <= longest + 1, "≤ the longer pull + 1 s");
  return [
    "slow registry: up to the build's start",
    s(start),
    pulls,
    `+${s(start - longest)}`,
    goal,
  ];
}
