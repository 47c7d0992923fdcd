// The main step's way from what is asked for to the plan.
import type { Asked } from "./ask.ts";
import { setUpCredentials } from "./effects/credentials.ts";
import { installBuildx } from "./effects/install-buildx.ts";
import { ownerOn } from "./effects/owner.ts";
import { probe } from "./effects/probe.ts";
import { probeBuilders } from "./effects/probe-builders.ts";
import { makeRunFiles } from "./effects/run-files.ts";
import { type Shell, withOptions } from "./effects/shell.ts";
import { type Phases, phasesOf } from "./phases.ts";
import { planClient } from "./plan/client.ts";
import type { Engine, Facts, RunFiles } from "./plan/facts.ts";
import { checkLoad } from "./plan/load.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { Plan } from "./plan/plan.ts";
import type { Run } from "./run.ts";
import { undoAll, undoClient } from "./undo.ts";

export type Prepared = {
  readonly plan: Plan;
  readonly facts: Facts;
  /** With the run's own configuration of Docker, where it has one. */
  readonly shell: Shell;
  /** Ends with the logins. */
  readonly login: Promise<void>;
  readonly phases: Phases;
};

/** Looks at the machine, makes docker and buildx ready, and plans the rest. */
export async function prepare(run: Run, files: RunFiles, asked: Asked): Promise<Prepared> {
  const { runId, folder, runner, github, timeline } = run;
  const { inputs, context, epoch, buildkitdConfig: config } = asked;
  const phases = phasesOf(timeline, inputs.patience.bounds);
  const machine = await phases.run("probe", run.shell, (shell) => probe(shell, inputs, runner));
  checkLoad(inputs.build, machine);
  const own = { runId, files, owner: await ownerOn(runner.machine), ...runner };
  const client = planClient(inputs, machine, own);
  if (machine.engine !== undefined) github.info(engineText(machine.engine));

  const undo = undoClient(client, { ...own, endpoint: machine.endpoint });
  github.saveState("undo", JSON.stringify(undo));
  await makeRunFiles(own, config);
  await phases.run("buildx", run.shell, (shell) =>
    installBuildx(client, folder, { ...run, shell }),
  );
  const user = machine.userConfig;
  const doors = { github, shell: withOptions(run.shell, { buildx: client.program }) };
  const { shell, logIn } = await setUpCredentials(client, { inputs, user }, doors);
  const login = phases.run("login", shell, logIn);
  // Its failure is met where the logins are waited for, which may be a while later.
  login.catch(() => {});
  const { buildxFolder } = client.dockerConfig;
  const builders = await probeBuilders(shell, inputs.builder, buildxFolder);
  const facts = { ...machine, builders };
  const plan = makePlan({ inputs, config, client, context, epoch }, facts, own);
  const all = undoAll(undo, plan, { ...facts, ...own, ...client.dockerConfig });
  github.saveState("undo", JSON.stringify(all));
  return { plan, facts, shell, login, phases };
}

function engineText({ version, os, architecture }: Engine): string {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
