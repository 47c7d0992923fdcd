// The legs in the outputs of the jobs that built them.
import * as v from "valibot";
import {
  type FailedLeg,
  type Leg,
  parseFailedLeg,
  parseLeg,
  platformOfLegOutput,
} from "../domain/leg.ts";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";

/** A leg, and the platform whose output it came in. */
export type PlatformLeg = { readonly platform: Platform; readonly leg: Leg };

/** A platform whose job could not push it, and what the job says of that. */
export type PlatformFailure = { readonly platform: Platform; readonly failure: FailedLeg };

type LegOutputs = {
  readonly legs: readonly PlatformLeg[];
  /** Of platforms that have no leg. */
  readonly failures: readonly PlatformFailure[];
};

const outputs = v.record(v.string(), v.unknown());
const oneOrMore = v.union([v.array(outputs), outputs]);
const example = "${" + "{ toJSON(needs.build.outputs) }}";
const empty =
  "has no leg; each job that builds one has to declare `leg-linux-amd64`, `leg-linux-arm64`, … under its `outputs:`, and to push it. GitHub drops an output that contains a secret, such as the registry's name if that is a secret";

/**
 * Finds the legs in the JSON of a job's outputs, or of several jobs' in an array. Anything that is
 * not a leg, or empty, is left out.
 *
 * @param run GitHub's ID of this workflow run: the legs have to be its own
 * @param complain takes what is wrong, a text each
 */
export function readLegs(
  text: string,
  run: string,
  complain: (problem: string) => void,
): LegOutputs {
  const jobs = parseJobs(text);
  if (!jobs.ok) {
    complain(jobs.problem);
    return { legs: [], failures: [] };
  }
  const filled = jobs.value
    .flatMap(Object.entries)
    .filter(([name, value]) => isLegName(name) && value !== "");
  if (filled.length === 0) complain(empty);
  const read = filled.flatMap(([name, value]) => {
    const one = readOutput(name, value, run);
    if (!one.ok) complain(one.problem);
    return one.ok ? [one.value] : [];
  });
  const legs = withoutClashes(
    read.filter((one) => "leg" in one),
    complain,
  );
  const built = new Set(legs.map(({ platform }) => formatPlatform(platform)));
  const failures = read
    .filter((one) => "failure" in one)
    .filter(({ platform }) => !built.has(formatPlatform(platform)));
  return { legs, failures };
}

function parseJobs(text: string): Parsed<readonly v.InferOutput<typeof outputs>[]> {
  try {
    const read = v.safeParse(oneOrMore, JSON.parse(text));
    if (read.success) return parsed([read.output].flat());
  } catch {
    // Said below.
  }
  return refused(`is not a job's outputs as JSON; write \`${example}\``);
}

function isLegName(name: string): boolean {
  return platformOfLegOutput(name) !== undefined;
}

function readOutput(
  name: string,
  value: unknown,
  run: string,
): Parsed<PlatformLeg | PlatformFailure> {
  const platform = platformOfLegOutput(name);
  if (platform === undefined || !platform.ok) {
    return refused(`\`${name}\`: ${platform?.problem}`);
  }
  const text = String(value);
  const failure = parseFailedLeg(text);
  if (failure !== undefined) return parsed({ platform: platform.value, failure });
  const leg = parseLeg(text);
  if (!leg.ok) return refused(`\`${name}\`: ${leg.problem}`);
  if (leg.value.run !== run) {
    return refused(
      `\`${name}\` is a leg of the workflow run ${leg.value.run}, and this is run ${run}; build all legs in the run that merges them`,
    );
  }
  return parsed({ platform: platform.value, leg: leg.value });
}

function withoutClashes(
  legs: readonly PlatformLeg[],
  complain: (problem: string) => void,
): readonly PlatformLeg[] {
  const byPlatform = new Map<string, PlatformLeg>();
  for (const one of legs) {
    const name = formatPlatform(one.platform);
    const other = byPlatform.get(name);
    if (other !== undefined && other.leg.digest !== one.leg.digest) {
      complain(
        `has two legs for ${name}, ${other.leg.digest} and ${one.leg.digest}; build each platform in one job only`,
      );
    }
    byPlatform.set(name, other ?? one);
  }
  return [...byPlatform.values()];
}
