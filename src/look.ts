// The main step's look at the machine, which changes nothing.

import { probeBuildx } from "./effects/buildx-probe.ts";
import { probeUserConfig } from "./effects/docker-config-folder.ts";
import { type Phases, phasesOf } from "./effects/phases.ts";
import { probe } from "./effects/probe.ts";
import { waitedForLater } from "./effects/together.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { BuildxFacts } from "./plan/buildx-plan.ts";
import type { Machine } from "./plan/machine.ts";
import type { Run } from "./step/run.ts";

/** What was found, and the clock that it was found by. */
export type Found = {
  readonly machine: Machine;
  /** Comes later: buildx takes a tenth of a second to tell its version. */
  readonly buildxFacts: Promise<BuildxFacts>;
  readonly phases: Phases;
};

/** @throws CommandError where there is no engine that answers, UserError where there is no docker */
export async function look(
  { shell, runner, timeline }: Pick<Run, "shell" | "runner" | "timeline">,
  inputs: Inputs,
): Promise<Found> {
  const phases = phasesOf(timeline, inputs.patience.bounds);
  const user = await probeUserConfig(runner.config);
  const { host } = runner;
  const buildxFacts = waitedForLater(
    phases.run("buildx", shell, (own) =>
      probeBuildx(own, inputs.buildx, { host, plugins: user.buildxPlugins }),
    ),
  );
  const named = { ...runner, user };
  const machine = await phases.run("probe", shell, (own) => probe(own, inputs, named));
  return { machine, buildxFacts, phases };
}
