// From what was asked and what was found to what will be done.
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import type { ClientPlan } from "./client.ts";
import { isElsewhere, platformsElsewhere } from "./elsewhere.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts, RunFiles } from "./facts.ts";
import type { Plan, ReadBackPlan } from "./plan.ts";

export function makePlan(
  { inputs, config, client, epoch }: Asked,
  facts: Facts,
  run: RunFacts,
): Plan {
  const { network } = inputs;
  const { dockerConfig, environment } = client;
  const existing = facts.builders?.all.find(({ name }) => name === inputs.builder.name);
  const driver = existing?.driver ?? inputs.builder.driver;
  const elsewhere = platformsElsewhere(inputs.builder, existing);
  const builder = planBuilder(inputs.builder, { facts, run, config, network, dockerConfig });
  return {
    emulation: planEmulation(
      inputs.emulation,
      inputs.build.platforms.filter((platform) => !isElsewhere(platform, elsewhere)),
      { facts, network, folder: run.files.folder },
    ),
    elsewhere,
    builder,
    build: planBuild(inputs.build, {
      builder: builder.name,
      files: run.files,
      environment: config === undefined ? {} : environment,
      // A remote builder has no registry settings, so that each export has to say it.
      insecure: driver === "remote" ? (config?.insecureHosts ?? []) : [],
      epoch,
    }),
    readBack: planReadBack(
      { name: builder.name, holds: driver !== "remote" && driver !== "docker" },
      { config, environment },
      run.files,
    ),
  };
}

type Asked = {
  readonly inputs: Inputs;
  /** BuildKit's configuration; undefined where there is none. */
  readonly config: Config;
  readonly client: ClientPlan;
  /** The time that the image is to have, in seconds since 1970; undefined: that of the build. */
  readonly epoch?: number | undefined;
};

type Config = BuildkitdConfigFile | undefined;

// The engine and a remote builder have no registry settings for the read-back: a builder that never
// boots has them in their place.
function planReadBack(
  { name, holds }: { readonly name: string; readonly holds: boolean },
  settings: { readonly config: Config; readonly environment: Readonly<Record<string, string>> },
  files: RunFiles,
): ReadBackPlan {
  const { config, environment } = settings;
  if (holds || config === undefined) return { builder: name, environment, create: undefined };
  const carrier = "registries";
  return {
    builder: carrier,
    environment: { ...environment, BUILDX_CONFIG: files.registrySettings },
    create: [
      ...["docker", "buildx", "create", "--name", carrier, "--driver", "docker-container"],
      ...["--buildkitd-config", files.buildkitdConfig],
    ],
  };
}
