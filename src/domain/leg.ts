// A leg: what one job built and pushed for its platforms, as it is handed to the job that merges.
import { type Digest, parseDigest } from "./digest.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";
import { type Platform, parsePlatform } from "./platform.ts";
import { parseReference } from "./reference.ts";

export type Leg = {
  /** `registry/path` */
  readonly repository: string;
  /** The run's own tag, under which the registry keeps the leg; undefined if it has none. */
  readonly tag: string | undefined;
  /** Of what was pushed: an index if there are attestations, or several platforms. */
  readonly digest: Digest;
  /** GitHub's ID of the workflow run that the leg belongs to. */
  readonly run: string;
};

const form = /^(\S+)@(\S+) run=(\d+)$/;
const example = `\`ghcr.io/owner/image@sha256:${"0".repeat(8)}… run=1234567\``;
const prefix = "leg-";

/** `ghcr.io/owner/image@sha256:… run=1234567`, with `:tag` before the `@` if the leg has one. */
export function formatLeg({ repository, tag, digest, run }: Leg): string {
  return `${repository}${tag === undefined ? "" : `:${tag}`}@${digest} run=${run}`;
}

/** Reads what `formatLeg` wrote, and nothing else. */
export function parseLeg(text: string): Parsed<Leg> {
  const [, name = "", hash = "", run = ""] = form.exec(text) ?? [];
  const digest = parseDigest(hash);
  const reference = parseReference(name);
  if (!digest.ok || !reference.ok) return refused(`\`${text}\` is no leg; one is ${example}`);
  const { repository, tag } = reference.value;
  const leg = { repository, digest: digest.value, run };
  return parsed({ ...leg, tag: name.endsWith(`:${tag}`) ? tag : undefined });
}

/** What a job says of a leg that it could not push, in the place of the leg. */
export type FailedLeg = {
  /** GitHub's ID of the workflow run. */
  readonly run: string;
  /** The job's key in the workflow; empty if there is none. */
  readonly job: string;
  /** Why, in the words of the job's log. */
  readonly words: string;
};

/** `failed run=1234567 job=build: words` */
export function formatFailedLeg({ run, job, words }: FailedLeg): string {
  return `failed run=${run} job=${job}: ${words}`;
}

/** Reads what `formatFailedLeg` wrote; undefined if the text is something else. */
export function parseFailedLeg(text: string): FailedLeg | undefined {
  const [whole, run = "", job = "", words = ""] =
    /^failed run=(\d+) job=([\w-]*): (.*)$/s.exec(text) ?? [];
  return whole === undefined ? undefined : { run, job, words };
}

/** `linux/arm/v7` → `leg-linux-arm-v7` */
export function legOutput(platform: string): string {
  return `${prefix}${platform.replaceAll("/", "-")}`;
}

/** The platform of `leg-linux-arm-v7`; undefined if the name is not that of a leg's output. */
export function platformOfLegOutput(name: string): Parsed<Platform> | undefined {
  if (!name.startsWith(prefix)) return undefined;
  return parsePlatform(name.slice(prefix.length).replaceAll("-", "/"));
}
