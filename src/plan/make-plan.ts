// From what was asked and what was found to what will be done.
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFiles } from "./facts.ts";
import type { Plan } from "./plan.ts";

/** @param run what this run has for itself: a unique text, and its files */
export function makePlan(
  inputs: Inputs,
  facts: Facts,
  run: { readonly runId: string; readonly files: RunFiles },
): Plan {
  const builder = planBuilder(inputs.builder, facts.builders, run);
  return {
    emulation: planEmulation(inputs.emulation, inputs.build.platforms, facts),
    builder,
    build: planBuild(inputs.build, builder.name, run.files),
  };
}
