// Step 2: what there is on the machine, which is not changed.
import { probeBuildx } from "../effects/buildx-probe.ts";
import { probeUserConfig } from "../effects/docker-config-folder.ts";
import type { Phases } from "../effects/phases.ts";
import { probe } from "../effects/probe.ts";
import { type Started, start } from "../effects/started.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { BuildxFacts } from "../plan/buildx-plan.ts";
import type { Machine } from "../plan/machine.ts";
import type { Run } from "./run.ts";

type MachineFacts = {
  readonly machine: Machine;
  /** buildx takes a tenth of a second to tell its version. */
  readonly buildxFacts: Started<BuildxFacts>;
};

/** @throws CommandError if no engine answers, UserError if there is no docker */
export async function lookAround(
  { shell, runner }: Pick<Run, "shell" | "runner">,
  inputs: Inputs,
  phases: Phases,
): Promise<MachineFacts> {
  const user = await probeUserConfig(runner.config);
  const { host, proxies } = runner;
  const buildxFacts = start(
    phases.run("buildx", shell, (own) =>
      probeBuildx(own, inputs.buildx, { host, proxies, plugins: user.buildxPlugins }),
    ),
  );
  const machine = await phases.run("probe", shell, (own) =>
    probe(own, inputs, { ...runner, user }),
  );
  return { machine, buildxFacts };
}

// The main step needs these at the same moment, and loads them with it.
export { phasesOf } from "../effects/phases.ts";
export { start } from "../effects/started.ts";
