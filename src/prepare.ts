// The main step's way from what is asked for to the plan.

import type { Asked } from "./ask.ts";
import type { Sharing } from "./effects/builder-join.ts";
import { probeBuilders } from "./effects/builder-probe.ts";
import { othersOf, sharedBuilder, writeCurrent } from "./effects/builder-shared.ts";
import { installBuildx } from "./effects/buildx-install.ts";
import { ownerOn } from "./effects/cleanup-owner.ts";
import { recordRun } from "./effects/cleanup-records.ts";
import { setUpCredentials } from "./effects/login-setup.ts";
import { makeRunFiles } from "./effects/run-files.ts";
import { type Shell, withBuildx } from "./effects/shell.ts";
import { waitedForLater } from "./effects/together.ts";
import { buildxNeedOf } from "./inputs/buildx-needs.ts";
import type { Found } from "./look.ts";
import { differencesOf } from "./plan/builder-differences.ts";
import type { KnownBuilder } from "./plan/builder-known.ts";
import { planBuildx } from "./plan/buildx-plan.ts";
import { isSameName } from "./plan/cleanup-record.ts";
import { type Undo, undoAll, undoClient } from "./plan/cleanup-undo.ts";
import { planClient } from "./plan/docker-client.ts";
import type { Engine } from "./plan/engine.ts";
import { checkLoad } from "./plan/engine-load.ts";
import { awsEnvironment } from "./plan/login-ecr.ts";
import type { Facts } from "./plan/machine.ts";
import type { Plan } from "./plan/make-plan.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { RunFiles } from "./plan/run-files-plan.ts";
import type { Run } from "./step/run.ts";

export type Prepared = {
  readonly plan: Plan;
  readonly facts: Facts;
  /** With the run's own configuration of Docker, where it has one; buildx is waited for. */
  readonly shell: Shell;
  /** Ends when buildx is ready, with its path; undefined where only docker knows it. */
  readonly buildx: Promise<string | undefined>;
  /** Ends with the logins. */
  readonly login: Promise<void>;
  /** Undefined where no other run can have the builder. */
  readonly sharing: Sharing | undefined;
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

  const undo = undoClient(client, { ...own, ...machine, asked: inputs.builder });
  github.saveState("undo", JSON.stringify(undo));
  // First: it leads to the folder whatever becomes of this run.
  await recordRun(undo.record, own);
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
  const probe = () => probeBuilders(shell, inputs.builder, buildxFolder);
  const shared = sharedBuilder(inputs.builder, undo.record);
  await shared?.say("looking");
  const builders = await (shared === undefined ? probe() : shared.whenQuiet(probe));
  const facts = { ...machine, builders, others: await othersOf(inputs.builder, undo.record) };
  const plan = makePlan({ inputs, config, client, context, epoch }, facts, own);
  let undone: Undo = undoAll(undo, plan, { ...facts, ...own, ...client.dockerConfig });
  const save = (change: Partial<Undo>) => {
    undone = { ...undone, ...change };
    github.saveState("undo", JSON.stringify(undone));
  };
  save({});
  waitedForLater(buildx.then((path) => save({ buildx: path ?? null })));
  await shared?.settle(plan.builder);
  await writeCurrent(undo.record, plan.current);
  const sharing = shared && {
    shared,
    probe: async () => (await probe())?.all.find(({ name }) => isSameName(name, plan.builder.name)),
    differencesOf: (found: KnownBuilder) =>
      differencesOf(
        inputs.builder,
        { ...facts, network: inputs.network, config: config?.settings },
        found,
      ),
    disown: () => save({ builder: null }),
  };
  return { plan, facts, shell, buildx, login, sharing };
}

function engineText({ version, os, architecture }: Engine): string {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
