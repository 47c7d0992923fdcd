// Step 3: how the run's commands find docker's configuration, and the run's own folder.
import { ownerOn } from "../effects/cleanup-owner.ts";
import { recordRun } from "../effects/cleanup-records.ts";
import { setUpCredentials } from "../effects/login-setup.ts";
import { makeRunFiles } from "../effects/run-files.ts";
import type { Shell } from "../effects/shell.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { type Undo, undoClient } from "../plan/cleanup-undo.ts";
import { type ClientPlan, planClient } from "../plan/docker-client.ts";
import { awsEnvironment } from "../plan/login-ecr.ts";
import type { Machine } from "../plan/machine.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import type { GitHub } from "../runner/github.ts";
import type { Run } from "./run.ts";

export type Client = {
  readonly plan: ClientPlan;
  /** With docker's configuration; of buildx it knows nothing yet. */
  readonly shell: Shell;
  /** Makes the logins, with a shell that ends its commands. */
  readonly logIn: (shell: Shell) => Promise<void>;
  readonly own: RunFacts;
  readonly undo: UndoRecord;
};

/** What post has to undo, in the action's state: written down before it is done. */
export type UndoRecord = {
  now(): Undo;
  /** Writes down the change. */
  change(more: Partial<Undo>): void;
};

type ClientSources = {
  readonly inputs: Pick<Inputs, "login" | "network"> & {
    /** Undefined if nothing is built. */
    readonly builder?: BuilderInputs | undefined;
  };
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
  readonly machine: Pick<Machine, "userConfig" | "engineTls" | "engine" | "endpoint">;
};

/** Writes down what is to be undone, and makes the run's folder and configuration. */
export async function prepareClient(
  run: Run,
  files: RunFiles,
  { inputs, buildkitdConfig, machine }: ClientSources,
): Promise<Client> {
  const { runId, runner, github } = run;
  const own = { runId, files, owner: await ownerOn(runner.machine), ...runner };
  const plan = planClient(inputs, machine, own);
  const { engine, endpoint, userConfig: user } = machine;
  if (engine !== undefined) {
    github.info(`Docker engine ${engine.version} on ${engine.os}/${engine.architecture}`);
  }
  const first = undoClient(plan, { ...own, engine, endpoint, builder: inputs.builder });
  const undo = undoRecord(first, github);
  // First: it leads to the folder whatever becomes of this run.
  await recordRun(first.record, own);
  await makeRunFiles(own, buildkitdConfig);
  const aws = awsEnvironment(runner.variables);
  const given = { inputs, user, aws, proxies: runner.proxies };
  const { shell, logIn } = await setUpCredentials(plan, given, run);
  return { plan, shell, logIn, own, undo };
}

/** Writes it down, and keeps it up to date. */
function undoRecord(first: Undo, github: Pick<GitHub, "saveState">): UndoRecord {
  let undo = first;
  const save = () => github.saveState("undo", JSON.stringify(undo));
  save();
  return {
    now: () => undo,
    change: (more) => {
      undo = { ...undo, ...more };
      save();
    },
  };
}
