// From what was asked and what was found to what will be done.
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { needsContext, planBuilder } from "./builder.ts";
import { planDockerConfig } from "./docker-config.ts";
import { isElsewhere, platformsElsewhere } from "./elsewhere.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts, RunFiles } from "./facts.ts";
import type { Plan, ReadBackPlan } from "./plan.ts";

/** @param config BuildKit's configuration; undefined where there is none */
export function makePlan(
  { inputs, config }: { readonly inputs: Inputs; readonly config: Config },
  facts: Facts,
  run: RunFacts,
): Plan {
  const dockerConfig = planDockerConfig(
    facts.userConfig,
    {
      logins: inputs.login.logins,
      context: inputs.builder.cleanup && needsContext(inputs.builder, facts),
    },
    run.files,
  );
  const { network } = inputs;
  const certificates = certificateEnvironment(run);
  const existing = facts.builders?.all.find(({ name }) => name === inputs.builder.name);
  const driver = existing?.driver ?? inputs.builder.driver;
  const elsewhere = platformsElsewhere(inputs.builder, existing);
  const builder = planBuilder(inputs.builder, { facts, run, config, network, dockerConfig });
  return {
    dockerConfig,
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
      environment: config === undefined ? {} : certificates,
      // A remote builder has no registry settings, so that each export has to say it.
      insecure: driver === "remote" ? (config?.insecureHosts ?? []) : [],
    }),
    readBack: planReadBack(
      { name: builder.name, holds: driver !== "remote" && driver !== "docker" },
      { config, environment: certificates },
      run.files,
    ),
  };
}

type Config = BuildkitdConfigFile | undefined;

// buildx itself speaks to registries when it reads an image back, and when it puts the images of
// several nodes into one index. It reads a builder's registry settings, but not its CAs: those lie
// in the builder's own container. Go takes more of them from the folders of SSL_CERT_DIR.
function certificateEnvironment({ files, certificateFolders }: RunFacts) {
  return { SSL_CERT_DIR: `${files.authorities}:${certificateFolders}` };
}

// Nor have the engine and a remote builder any for the read-back: one that never boots has them.
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
