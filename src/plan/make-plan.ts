// From what was asked and what was found to what will be done.
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import { clientEnvironment } from "./client.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts } from "./facts.ts";
import type { Plan } from "./plan.ts";

export function makePlan(inputs: Inputs, facts: Facts, run: RunFacts): Plan {
  const builder = planBuilder(withProxies(inputs, run), facts.builders, run);
  return {
    emulation: planEmulation(inputs.emulation, inputs.build.platforms, facts),
    builder,
    build: planBuild(inputs.build, builder.name, run.files),
    readBack: { builder: builder.name, environment: clientEnvironment(run) },
  };
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
