// How the legs become one image.

import type { Command } from "../domain/command.ts";
import type { Digest } from "../domain/digest.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { MergeInputs } from "../inputs/leg-merge-inputs.ts";
import type { PlatformLeg } from "../inputs/leg-texts.ts";
import { levelsOf } from "../inputs/names-annotations.ts";
import type { ClientPlan } from "./docker-client.ts";
import type { Machine } from "./machine.ts";
import type { ProofPlan } from "./proof-plan.ts";
import { planAccess } from "./registry-access.ts";
import type { ReadBackPlan } from "./registry-settings-plan.ts";
import { planReadBack } from "./registry-settings-plan.ts";
import type { RetryPlan } from "./retry-build.ts";
import type { RunFacts } from "./run-facts.ts";
import { planSigning, type SigningJob, type SignPlan } from "./sign-plan.ts";

export type MergePlan = {
  /** Prints the index, and pushes nothing. */
  readonly preview: Command;
  /** Makes the same index, and lacks only the names to push it to. */
  readonly create: { readonly command: Command; readonly legs: readonly string[] };
  /** Exactly those that the index has to have. */
  readonly platforms: readonly Platform[];
  readonly tags: readonly Reference[];
  readonly proof: ProofPlan;
  /** The tags that keep the legs, each once: of no use after the merge. */
  readonly legTags: readonly LegTag[];
  readonly readBack: ReadBackPlan;
  /** Undefined if nothing is signed. */
  readonly signing: SignPlan | undefined;
  readonly retry: Pick<RetryPlan, "bound">;
};

/** A tag, and the leg that it stands for. */
export type LegTag = Reference & { readonly digest: Digest };

type MergeSources = {
  readonly inputs: MergeInputs;
  readonly config: BuildkitdConfigFile | undefined;
  readonly client: ClientPlan;
  readonly job: SigningJob;
};

/**
 * Legs that are indexes are merged flat, with their attestations; a leg that is a plain manifest
 * gets its config's platform: https://docs.docker.com/reference/cli/docker/buildx/imagetools/create/
 */
export function planMerge(
  { inputs, config, client, job }: MergeSources,
  { userConfig }: Pick<Machine, "userConfig">,
  { files, proxies }: Pick<RunFacts, "files" | "proxies">,
): MergePlan {
  const { legs, platforms, verify } = inputs;
  const { tags, annotations } = inputs.image;
  const { environment } = client;
  // The context's builder is always there, and is not asked.
  const access = planAccess({
    ...{ settings: [config?.settings], dockerConfig: client.dockerConfig, userConfig, proxies },
  });
  const settings = { config, environment, access };
  const readBack = planReadBack({ name: userConfig.context, holds: false }, settings, files);
  const command = ["docker", "buildx", "imagetools", "create", "--builder", readBack.builder];
  const annotated = annotations.flatMap(mergedAnnotations).flatMap((one) => ["--annotation", one]);
  const names = new Set(
    inOrder(legs, platforms).map(({ leg }) => `${leg.repository}@${leg.digest}`),
  );
  const kept = legs.flatMap(({ leg: { repository, tag, digest } }) =>
    tag === undefined ? [] : [{ repository, tag, digest }],
  );
  return {
    preview: [...command, "--dry-run", ...annotated, ...names],
    create: { command: [...command, ...annotated], legs: [...names] },
    platforms,
    tags,
    proof: {
      ...{ verify, strict: false },
      builds: [{ platforms, names: tags, layouts: [], exports: "image" }],
    },
    legTags: [...new Map(kept.map((leg) => [formatReference(leg), leg])).values()],
    readBack,
    signing: planSigning(inputs.signing, job, {
      ...{ access, bound: inputs.retryTimeout, folder: files.folder },
    }),
    retry: { bound: inputs.retryTimeout },
  };
}

/**
 * Pushes the index to each tag's repository, with what that lacks of the legs, and moves the tags,
 * unless they wait for the proof: a name with a digest is pushed to without a tag.
 *
 * @param digest that of the index
 */
export function createCommand(
  { create, tags, proof }: Pick<MergePlan, "create" | "tags" | "proof">,
  digest: Digest,
): Command {
  const names =
    proof.verify === "before-tag"
      ? new Set(tags.map(({ repository }) => `${repository}@${digest}`))
      : tags.map(formatReference);
  return [...create.command, ...[...names].flatMap((name) => ["--tag", name]), ...create.legs];
}

// As a build has them: in the order of the platforms asked for, whatever that of the jobs' outputs.
function inOrder(
  legs: readonly PlatformLeg[],
  platforms: readonly Platform[],
): readonly PlatformLeg[] {
  return platforms.flatMap((wanted) =>
    legs.filter(({ platform }) => formatPlatform(platform) === formatPlatform(wanted)),
  );
}

// The manifests' own annotations are in the legs; buildx refuses them here.
function mergedAnnotations(text: string): readonly string[] {
  const levels = levelsOf(text);
  if (levels === undefined) return [`index:${text}`];
  const pair = text.slice(levels.join(",").length + 1);
  return levels
    .filter((level) => !/^manifest(?:\[|$)/.test(level))
    .map((level) => `${level}:${pair}`);
}
