// The legs in the outputs of the jobs that built them.
import * as v from "valibot";
import { type Leg, parseLeg, platformOfLegOutput } from "../domain/leg.ts";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";

/** A leg, and the platform whose output it came in. */
export type PlatformLeg = { readonly platform: Platform; readonly leg: Leg };

const outputs = v.record(v.string(), v.unknown());
const oneOrMore = v.union([v.array(outputs), outputs]);
const example = "${" + "{ toJSON(needs.build.outputs) }}";
const empty =
  "has no leg; each job that builds one has to declare `leg-linux-amd64`, `leg-linux-arm64`, … under its `outputs:`. GitHub drops an output that contains a secret, such as the registry's name if that is a secret";

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
): readonly PlatformLeg[] {
  const jobs = parseJobs(text);
  if (!jobs.ok) {
    complain(jobs.problem);
    return [];
  }
  const given = jobs.value.flatMap(Object.entries).filter(([name]) => isLegName(name));
  const filled = given.filter(([, value]) => value !== "");
  if (filled.length === 0) complain(empty);
  const legs = filled.flatMap(([name, value]) => {
    const read = readLeg(name, value, run);
    if (!read.ok) complain(read.problem);
    return read.ok ? [read.value] : [];
  });
  return withoutClashes(legs, complain);
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

function readLeg(name: string, value: unknown, run: string): Parsed<PlatformLeg> {
  const platform = platformOfLegOutput(name);
  if (platform === undefined || !platform.ok) {
    return refused(`\`${name}\`: ${platform?.problem}`);
  }
  const leg = parseLeg(String(value));
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
