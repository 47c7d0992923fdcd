// From what was asked and what was found to what will be done.
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import { planDockerConfig } from "./docker-config.ts";
import { isElsewhere, platformsElsewhere } from "./elsewhere.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts } from "./facts.ts";
import type { BuilderPlan, Plan, ReadBackPlan } from "./plan.ts";

/** @param config BuildKit's configuration; undefined where there is none */
export function makePlan(
  { inputs, config }: { readonly inputs: Inputs; readonly config: Config },
  facts: Facts,
  run: RunFacts,
): Plan {
  const dockerConfig = planDockerConfig(inputs.login.logins, facts.userConfig, run.files);
  const { proxy } = inputs.network;
  const existing = facts.builders?.all.find(({ name }) => name === inputs.builder.name);
  const elsewhere = platformsElsewhere(inputs.builder, existing);
  const builder = planBuilder(inputs.builder, { facts, run, config, proxy, dockerConfig });
  return {
    dockerConfig,
    emulation: planEmulation(
      inputs.emulation,
      inputs.build.platforms.filter((platform) => !isElsewhere(platform, elsewhere)),
      facts,
    ),
    elsewhere,
    builder,
    build: planBuild(inputs.build, builder.name, run.files),
    readBack: planReadBack(builder, { config, holds: inputs.builder.driver !== "remote" }, run),
  };
}

type Config = BuildkitdConfigFile | undefined;

// buildx reads a builder's registry settings, but not its CAs: those lie in the builder's own
// container. Go takes more of them from the folders of SSL_CERT_DIR.
function planReadBack(
  builder: BuilderPlan,
  settings: { readonly config: Config; readonly holds: boolean },
  { files, certificateFolders }: RunFacts,
): ReadBackPlan {
  const environment = { SSL_CERT_DIR: `${files.authorities}:${certificateFolders}` };
  const holds = builder.kind === "existing" || (builder.kind === "create" && settings.holds);
  if (holds || settings.config === undefined) {
    return { builder: builder.name, environment, create: undefined };
  }
  const name = "registries";
  return {
    builder: name,
    environment: { ...environment, BUILDX_CONFIG: files.registrySettings },
    create: [
      ...["docker", "buildx", "create", "--name", name, "--driver", "docker-container"],
      ...["--buildkitd-config", files.buildkitdConfig],
    ],
  };
}
