// The main step's way from what is asked for to the plan.
import type { Asked } from "./ask.ts";
import { setUpCredentials } from "./effects/credentials.ts";
import { installBuildx } from "./effects/install-buildx.ts";
import { ownerOn } from "./effects/owner.ts";
import { probeBuilders } from "./effects/probe-builders.ts";
import { makeRunFiles } from "./effects/run-files.ts";
import { type Shell, withBuildx } from "./effects/shell.ts";
import { waitedForLater } from "./effects/together.ts";
import { buildxNeedOf } from "./inputs/buildx-needs.ts";
import type { Found } from "./look.ts";
import { planBuildx } from "./plan/buildx.ts";
import { planClient } from "./plan/client.ts";
import { awsEnvironment } from "./plan/ecr.ts";
import type { Engine, Facts, RunFiles } from "./plan/facts.ts";
import { checkLoad } from "./plan/load.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { Plan } from "./plan/plan.ts";
import type { Run } from "./run.ts";
import { undoAll, undoClient } from "./undo.ts";

export type Prepared = {
  readonly plan: Plan;
  readonly facts: Facts;
  /** With the run's own configuration of Docker, where it has one; buildx is waited for. */
  readonly shell: Shell;
  /** Ends when buildx is ready, with its path; undefined where only docker knows it. */
  readonly buildx: Promise<string | undefined>;
  /** Ends with the logins. */
  readonly login: Promise<void>;
};

/** Plans the run, while docker and buildx are made ready. */
export async function prepare(run: Run, files: RunFiles, asked: Asked & Found): Promise<Prepared> {
  const { runId, folder, runner, github } = run;
  const { inputs, context, epoch, buildkitdConfig: config, machine, phases } = asked;
  checkLoad(inputs.build, machine);
  const need = buildxNeedOf(inputs.build);
  const planned = waitedForLater(
    asked.buildxFacts.then((found) => planBuildx(inputs.buildx, found, need)),
  );
  // Whether there is what was asked for has to be known before anything is changed.
  if (inputs.buildx.version.kind !== "any") await planned;
  const own = { runId, files, owner: await ownerOn(runner.machine), ...runner };
  const client = planClient(inputs, machine, own);
  if (machine.engine !== undefined) github.info(engineText(machine.engine));

  const undo = undoClient(client, { ...own, endpoint: machine.endpoint });
  github.saveState("undo", JSON.stringify(undo));
  await makeRunFiles(own, config);
  const user = machine.userConfig;
  const credentials = await setUpCredentials(
    client,
    { inputs, user, aws: awsEnvironment(runner.variables) },
    run,
  );
  const buildx = waitedForLater(
    planned.then((plan) =>
      phases.run("buildx", run.shell, (own, signal) =>
        installBuildx(
          plan,
          { ...client, folder },
          { ...run, shell: own, signal, bound: inputs.patience.retryTimeout },
        ),
      ),
    ),
  );
  const shell = withBuildx(credentials.shell, buildx);
  const login = waitedForLater(phases.run("login", shell, credentials.logIn));
  const { buildxFolder } = client.dockerConfig;
  const builders = await probeBuilders(shell, inputs.builder, buildxFolder);
  const facts = { ...machine, builders };
  const plan = makePlan({ inputs, config, client, context, epoch }, facts, own);
  const all = undoAll(undo, plan, { ...facts, ...own, ...client.dockerConfig });
  const save = (path?: string) =>
    github.saveState("undo", JSON.stringify({ ...all, buildx: path ?? null }));
  save();
  waitedForLater(buildx.then(save));
  return { plan, facts, shell, buildx, login };
}

function engineText({ version, os, architecture }: Engine): string {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
