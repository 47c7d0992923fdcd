// Whether to use the machine's buildx, or which version to install.
import { eq, gte, maxSatisfying, rsort, satisfies } from "semver";
import { UserError } from "../domain/errors.ts";
import type { BuildxInputs } from "../inputs/buildx-inputs.ts";
import { type BuildxNeed, everyRun } from "../inputs/buildx-needs.ts";
import { assetName, assetPlatform, type Host } from "./buildx-asset.ts";
import { knownReleases } from "./buildx-releases.ts";
import { releaseIn } from "./buildx-version.ts";

/** What was found of buildx. */
export type BuildxFacts = {
  /** As `docker buildx version` prints it: `v0.29.1`, `0.29.1+ds1`; undefined if there is none. */
  readonly installed: string | undefined;
  /** The path of the one that is installed; undefined if only docker knows it. */
  readonly path: string | undefined;
  /** Files in buildx's place that are not buildx: the path and the reason, one sentence each. */
  readonly broken: readonly string[];
  /** The version that the server calls the latest; undefined if it was not asked. */
  readonly latest: string | undefined;
  readonly host: Host;
};

export type BuildxPlan =
  | {
      readonly kind: "use";
      readonly version: string;
      /** Undefined if only docker knows the path. */
      readonly path: string | undefined;
      readonly why: string;
      /** What docker would start first, and does not run: the path and why. */
      readonly broken: readonly string[];
    }
  | {
      readonly kind: "install";
      /** Without the `v`. */
      readonly version: string;
      readonly why: string;
      /** Name of the program's file in the release. */
      readonly asset: string;
      /** Folder of the release, which has the program and `checksums.txt`. */
      readonly url: string;
      /** The program's SHA-256 and who says so; undefined if `checksums.txt` has to. */
      readonly sum: KnownSum | undefined;
      /** Name of the program as docker's plugin. */
      readonly program: string;
    };

export type KnownSum = { readonly sha256: string; readonly source: string };

/** @throws UserError if no version that we know is in the range, or none runs on this machine */
export function planBuildx(
  inputs: BuildxInputs,
  facts: BuildxFacts,
  need: BuildxNeed = everyRun,
): BuildxPlan {
  const { installed, path, broken } = facts;
  const lack = lackOf(inputs, facts, need);
  if (installed !== undefined && lack === undefined) {
    return { kind: "use", version: installed, path, why: whyFine(inputs, need), broken };
  }
  const version = versionToInstall(inputs, facts);
  const platform = assetPlatform(facts.host);
  if (!platform.ok) {
    throw new UserError(`buildx has to be installed (${lack}), and ${platform.problem}`, {
      tryThis:
        "install buildx on the runner as a plugin of docker, or run the job on another machine",
    });
  }
  return {
    kind: "install",
    version,
    why: lack ?? noneText(facts),
    asset: assetName(version, platform.value),
    url: `${inputs.downloadUrl}/download/v${version}`,
    sum: knownSum(inputs, version, platform.value),
    program: facts.host.platform === "win32" ? "docker-buildx.exe" : "docker-buildx",
  };
}

/** What the installed buildx lacks; undefined if it is as wanted. */
function lackOf(
  { version: wanted }: BuildxInputs,
  facts: BuildxFacts,
  { version: oldest, why }: BuildxNeed,
): string | undefined {
  const { installed, latest } = facts;
  if (installed === undefined) return noneText(facts);
  const found = releaseIn(installed);
  const instead = (words: string) => `the runner has ${installed}, ${words}`;
  const tooOld = `which is older than ${oldest}, needed for ${why}`;
  switch (wanted.kind) {
    case "any":
      // A build without a version is somebody's own, and newer than any release.
      if (found === undefined || gte(found, oldest)) return undefined;
      return instead(tooOld);
    case "range": {
      const inRange = found !== undefined && satisfies(found, wanted.range);
      if (inRange && gte(found, oldest)) return undefined;
      return instead(inRange ? tooOld : `which is not in \`${wanted.range}\``);
    }
    default: {
      const exact = wanted.kind === "exact" ? wanted.version : latest;
      const same = found !== undefined && exact !== undefined && eq(found, exact);
      return same ? undefined : instead(`and not v${exact}`);
    }
  }
}

function noneText({ broken }: Pick<BuildxFacts, "broken">): string {
  return broken.length === 0 ? "none is on the runner" : broken.join("; ");
}

function whyFine({ version: wanted }: BuildxInputs, { version: oldest }: BuildxNeed): string {
  switch (wanted.kind) {
    case "any":
      return `any from ${oldest} on will do`;
    case "latest":
      return "it is the latest release";
    case "exact":
      return `\`buildx-version\` asks for v${wanted.version}`;
    case "range":
      return `\`buildx-version\` asks for ${wanted.range}`;
  }
}

function versionToInstall({ version: wanted }: BuildxInputs, { latest }: BuildxFacts): string {
  if (wanted.kind === "exact") return wanted.version;
  if (wanted.kind === "latest" && latest !== undefined) return latest;
  const known = rsort(Object.keys(knownReleases));
  const range = wanted.kind === "range" ? wanted.range : "*";
  const newest = maxSatisfying(known, range);
  if (newest !== null) return newest;
  throw new UserError(
    `\`buildx-version\`: no release that this action knows is in \`${range}\`; it knows ${known.map((version) => `v${version}`).join(", ")}`,
    { tryThis: `name a version, such as \`v${known[0]}\`, or \`latest\`` },
  );
}

function knownSum(
  { checksum }: BuildxInputs,
  version: string,
  platform: string,
): KnownSum | undefined {
  if (checksum !== undefined) return { sha256: checksum, source: "`buildx-checksum`" };
  const sha256 = knownReleases[version]?.[platform];
  return sha256 === undefined ? undefined : { sha256, source: "this action's list of releases" };
}
