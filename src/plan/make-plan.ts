// From what was asked and what was found to what will be done.
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts } from "./facts.ts";
import type { Plan } from "./plan.ts";

export function makePlan(inputs: Inputs, facts: Facts, run: RunFacts): Plan {
  const builder = planBuilder(inputs.builder, facts.builders, run);
  return {
    emulation: planEmulation(inputs.emulation, inputs.build.platforms, facts),
    builder,
    build: planBuild(inputs.build, builder.name, run.files),
    readBack: { builder: builder.name, environment: readBackEnvironment(run) },
  };
}

// buildx reads a builder's registry settings, but not its CAs: those lie in the builder's own
// container. Go takes more of them from the folders of SSL_CERT_DIR.
function readBackEnvironment({ files, certificateFolders }: RunFacts) {
  return { SSL_CERT_DIR: `${files.certificates}:${certificateFolders}` };
}
