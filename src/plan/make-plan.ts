// From what was asked and what was found to what will be done.

import type { Platform } from "../domain/platform.ts";
import { permittedBy } from "../inputs/build-run-inputs.ts";
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Bake } from "./bake-command.ts";
import type { BuildPlan } from "./build-command.ts";
import { type BuildSettings, planBuild } from "./build-command.ts";
import { entitlementsOf } from "./build-run-options.ts";
import type { Elsewhere } from "./builder-elsewhere.ts";
import { isElsewhere, platformsElsewhere } from "./builder-elsewhere.ts";
import type { BuildNode } from "./builder-nodes.ts";
import { buildNodes } from "./builder-nodes.ts";
import type { BuilderPlan, CurrentPlan } from "./builder-plan.ts";
import { planBuilder } from "./builder-plan.ts";
import { formersOf, isSameName } from "./cleanup-record.ts";
import type { BuildContext } from "./context-plan.ts";
import type { ClientPlan } from "./docker-client.ts";
import type { EmulationPlan } from "./emulators-plan.ts";
import { planEmulation } from "./emulators-plan.ts";
import { checkNodes, planLeg } from "./leg-plan.ts";
import type { Facts } from "./machine.ts";
import type { ProofPlan } from "./proof-plan.ts";
import { planProof } from "./proof-plan.ts";
import { planAccess } from "./registry-access.ts";
import { plainHostsOf } from "./registry-manifest-url.ts";
import type { ReadBackPlan } from "./registry-settings-plan.ts";
import { planReadBack } from "./registry-settings-plan.ts";
import type { RetryPlan } from "./retry-build.ts";
import type { RunFacts } from "./run-facts.ts";
import { planSigning, type SigningJob, type SignPlan } from "./sign-plan.ts";

/** @throws UserError if the builder can't do what was asked for */
export function makePlan(asked: PlanSources, facts: Facts, run: RunFacts): Plan {
  const { inputs, config, client, context, epoch } = asked;
  const { network } = inputs;
  const { bake } = asked;
  const build = planLeg(inputs.build, run.workflowRun);
  const builds = bake?.builds ?? [{ build }];
  const { dockerConfig, environment } = client;
  const wanted = inputs.builder.existing ?? inputs.builder.name;
  const existing = facts.builders?.all.find(({ name }) => isSameName(name, `${wanted}`));
  const driver = existing?.driver ?? inputs.builder.driver;
  const elsewhere = platformsElsewhere(inputs.builder, existing);
  const wantedByTargets = bake?.targets.flatMap((target) => target.entitlements) ?? [];
  const entitlements = permittedBy([...entitlementsOf(build.run), ...wantedByTargets]);
  const builder = planBuilder(inputs.builder, {
    ...{ facts, run, config, network, dockerConfig, entitlements },
  });
  // A builder that is used as it is has no registry settings of these inputs, nor has a remote one.
  const access = planAccess({
    ...facts,
    ...run,
    settings: [existing?.nodes[0]?.access, config?.settings],
    dockerConfig,
  });
  const holds = inputs.builder.existing === undefined && driver !== "remote";
  const insecure = holds || driver === "docker" ? [] : (config?.insecureHosts ?? []);
  const nodes = (existing ?? inputs.builder).nodes.length;
  for (const one of builds) checkNodes(one.build, { nodes, insecure });
  const settings: BuildSettings = {
    builder: builder.name,
    files: run.files,
    environment: config === undefined ? {} : environment,
    // If the builder does not have the registries' settings, each export needs them.
    insecure,
    context,
    byDigest: inputs.proof.verify === "before-tag" || build.leg === "true",
    epoch,
    ...planAround(driver, facts, run),
  };
  return {
    emulation: planEmulation(
      inputs.emulation,
      emulated(asked).filter((platform) => !isElsewhere(platform, elsewhere)),
      {
        ...{ ...run, facts, network, folder: run.files.folder },
        asItIs: inputs.builder.existing,
      },
    ),
    elsewhere,
    nodes: buildNodes(builder.name, inputs.builder, existing),
    builder,
    current: planCurrent(builder, facts),
    build: bake === undefined ? planBuild(build, settings) : bake.plan(build, settings),
    proof: planProof(builds, inputs.proof, { driver, nodes }),
    retry: {
      bound: inputs.patience.retryTimeout,
      silence: inputs.patience.bounds.push,
      reboots: driver === "docker-container",
      plainHosts: plainHostsOf(network.registries),
      access,
    },
    signing: planSigning(inputs.signing, asked.job, {
      ...{ access, bound: inputs.patience.retryTimeout, folder: run.files.folder },
    }),
    pullBound: inputs.patience.bounds.pull,
    readBack: planReadBack(
      { name: builder.name, holds: holds && driver !== "docker" },
      { config, environment, access },
      run.files,
    ),
  };
}

function planCurrent({ name, use }: BuilderPlan, { builders, others }: Facts): Plan["current"] {
  if (!use || builders === undefined) return null;
  return { name, formers: formersOf(builders.current, name, others) };
}

function planAround(
  driver: string,
  { isPrivate, keepsIndexes, engine }: Facts,
  { workflow: { runUrl, commit, attestsByDefault } }: RunFacts,
): Pick<BuildSettings, "workflow" | "cacheOwner"> {
  // The engine refuses attestations if its store can't hold them.
  const byDefault = attestsByDefault && (driver !== "docker" || keepsIndexes);
  const platform = engine && `${engine.os}/${engine.architecture}`;
  return {
    workflow: { runUrl, isPrivate, byDefault },
    cacheOwner: { repository: commit?.repository, platform },
  };
}

// No step is run if buildx only reads the Dockerfile.
function emulated({ inputs: { build }, bake }: PlanSources): readonly Platform[] {
  if (build.call !== undefined) return [];
  return bake === undefined ? build.platforms : bake.platforms;
}

type PlanSources = {
  readonly inputs: Inputs;
  readonly context: BuildContext;
  /** BuildKit's configuration; undefined if there is none. */
  readonly config: BuildkitdConfigFile | undefined;
  readonly client: ClientPlan;
  readonly job: SigningJob;
  /** Undefined if one image is built. */
  readonly bake?: Bake | undefined;
  /** The image's timestamp, in seconds since 1970; undefined: that of the build. */
  readonly epoch?: number | undefined;
};

export type Plan = {
  readonly emulation: EmulationPlan;
  readonly elsewhere: Elsewhere;
  /** The builder's nodes, if it has several. */
  readonly nodes: readonly BuildNode[];
  readonly builder: BuilderPlan;
  /** The builder that becomes the user's current one; null if that stays. */
  readonly current: CurrentPlan | null;
  readonly build: BuildPlan;
  readonly proof: ProofPlan;
  readonly readBack: ReadBackPlan;
  /** Undefined if nothing is signed. */
  readonly signing: SignPlan | undefined;
  readonly retry: RetryPlan;
  /** How long each image that the step needs itself may take to pull, in milliseconds. */
  readonly pullBound: number | undefined;
};
