// The steps of a build by the platform that they were done for.
import type { Progress, Step } from "./build-progress.ts";

type PlatformSteps = {
  readonly steps: readonly Step[];
  /** Of all steps together; those side by side count each. */
  readonly seconds: number;
  /** How many came from the cache, of how many: `FROM` does not count, it is never either. */
  readonly cached: number;
  readonly of: number;
};

/** @param platform `linux/arm64`; a build for one platform names none in its steps */
export function stepsFor({ steps }: Progress, platform: string): PlatformSteps {
  const own = steps.filter((step) => step.platform === undefined || step.platform === platform);
  const counted = own.filter(({ name }) => !/^FROM /i.test(name));
  return {
    steps: own,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    cached: counted.filter(({ cached }) => cached).length,
    of: counted.length,
  };
}

/** The `count` steps that took longest, the longest first; none that took no time. */
export function slowest(steps: readonly Step[], count: number): readonly Step[] {
  return steps
    .filter(({ seconds }) => seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count);
}

/** A step that an emulator ran, and how long its twin took on a CPU of its own, if there was one. */
export type EmulatedStep = {
  readonly step: Step;
  readonly platform: string;
  readonly nativeSeconds: number | undefined;
};

/**
 * The emulated step that lost most time: to its twin on a native platform, or, if there is none,
 * all of it. Undefined if nothing of a second was lost.
 *
 * @param emulated whether the platform's programs run under an emulator
 */
export function costliestEmulation(
  progress: Progress,
  platforms: readonly string[],
  emulated: (platform: string) => boolean,
): EmulatedStep | undefined {
  const candidates = platforms.filter(emulated).flatMap((platform) =>
    stepsFor(progress, platform)
      .steps.filter(({ name, runsOn }) => isRun(name) && emulated(runsOn ?? platform))
      .map((step) => ({ step, platform, nativeSeconds: twinSeconds(progress, step, emulated) })),
  );
  const cost = ({ step, nativeSeconds = 0 }: EmulatedStep) => step.seconds - nativeSeconds;
  const [first] = candidates.toSorted((a, b) => cost(b) - cost(a));
  return first !== undefined && cost(first) >= 1 ? first : undefined;
}

// Copying and unpacking are BuildKit's own work, which no emulator slows down.
function isRun(name: string): boolean {
  return /^RUN /i.test(name);
}

function twinSeconds(
  { steps }: Progress,
  step: Step,
  emulated: (platform: string) => boolean,
): number | undefined {
  return steps.find(
    ({ name, runsOn, cached }) =>
      name === step.name && !cached && runsOn !== undefined && !emulated(runsOn),
  )?.seconds;
}
