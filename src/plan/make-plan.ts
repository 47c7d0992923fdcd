// From what was asked and what was found to what will be done.
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import { planBuildkitImage } from "./buildkit-image.ts";
import { planDockerConfig } from "./docker-config.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts } from "./facts.ts";
import type { BuilderPlan, Plan } from "./plan.ts";
import type { ToolImage } from "./tool-image.ts";

export function makePlan(inputs: Inputs, facts: Facts, run: RunFacts): Plan {
  const { network } = inputs;
  const builder = withBuildkitImage(
    planBuilder(withProxies(inputs, run), facts.builders, run),
    planBuildkitImage(inputs.builder, { network, engine: facts.engine }),
  );
  const given = { facts, network, folder: run.files.folder };
  return {
    dockerConfig: planDockerConfig(inputs.login.logins, facts.userConfig, run.files),
    emulation: planEmulation(inputs.emulation, inputs.build.platforms, given),
    builder,
    build: planBuild(inputs.build, builder.name, run.files),
    readBack: { builder: builder.name, environment: readBackEnvironment(run) },
  };
}

function withBuildkitImage(builder: BuilderPlan, image: ToolImage | undefined): BuilderPlan {
  return builder.kind === "existing" ? builder : { ...builder, image };
}

// buildx reads a builder's registry settings, but not its CAs: those lie in the builder's own
// container. Go takes more of them from the folders of SSL_CERT_DIR.
function readBackEnvironment({ files, certificateFolders }: RunFacts) {
  return { SSL_CERT_DIR: `${files.authorities}:${certificateFolders}` };
}

// BuildKit sees the runner's proxies only as variables of its container.
function withProxies({ builder, network }: Inputs, { proxies }: RunFacts): BuilderInputs {
  if (!network.proxy || builder.driver !== "docker-container") return builder;
  const given = new Set(builder.driverOpts.map((option) => option.split("=")[0]));
  const options = Object.entries(proxies)
    .filter(([name]) => !given.has(`env.${name}`))
    .map(([name, value]) => `env.${name}=${value}`);
  return { ...builder, driverOpts: [...builder.driverOpts, ...options] };
}
