// The main step, from the inputs to the outputs.
import { checkInputs } from "./check-inputs.ts";
import { formatPlatform } from "./domain/platform.ts";
import { runBuild } from "./effects/build.ts";
import { setUpCredentials } from "./effects/credentials.ts";
import { namingDeadNodes } from "./effects/dead-nodes.ts";
import { installBuildx } from "./effects/install-buildx.ts";
import { type Named, probe } from "./effects/probe.ts";
import { probeBuilders } from "./effects/probe-builders.ts";
import { readBack } from "./effects/read-back.ts";
import { makeRunFiles, readBuildFiles, runFiles } from "./effects/run-files.ts";
import { setUp } from "./effects/set-up.ts";
import type { Shell } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import { planClient } from "./plan/client.ts";
import type { Engine, RunFacts } from "./plan/facts.ts";
import { makePlan } from "./plan/make-plan.ts";
import { legOutputs } from "./report/leg-outputs.ts";
import { outputsOf } from "./report/outputs.ts";
import { summaryOf } from "./report/summary.ts";
import { secretsOf } from "./secrets.ts";
import { undoAll, undoClient } from "./undo.ts";

/** What the runner's environment says. */
export type RunnerFacts = Named &
  Omit<RunFacts, "runId" | "files"> & {
    /** The runner's cache of tools, if it has one. */
    readonly toolCache: string | undefined;
  };

/** What a run is given: its inputs, its own name and folder, and the doors to the world. */
export type Run = {
  readonly raw: RawInputs;
  /** A text that no other run has. */
  readonly runId: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  readonly runner: RunnerFacts;
  readonly shell: Shell;
  readonly github: GitHub;
};

export async function main(run: Run): Promise<void> {
  const { raw, runId, folder, runner, github } = run;
  const files = runFiles(folder);
  const { inputs, buildkitdConfig } = await checkInputs(raw, files);
  for (const secret of secretsOf(inputs, runner)) github.mask(secret);
  const machine = await probe(run.shell, inputs, runner);
  const own = { runId, files, ...runner };
  const client = planClient(inputs, machine, own);
  for (const warning of buildkitdConfig?.warnings ?? []) github.warning(warning);
  if (machine.engine !== undefined) github.info(engineText(machine.engine));

  const undo = undoClient(client, files);
  github.saveState("undo", JSON.stringify(undo));
  await makeRunFiles(files, buildkitdConfig);
  await installBuildx(client, folder, run);
  const user = machine.userConfig;
  const shell = await setUpCredentials(client, { inputs, user }, run);
  const facts = { ...machine, builders: await probeBuilders(shell, inputs.builder) };
  const plan = makePlan({ inputs, config: buildkitdConfig, client }, facts, own);
  github.saveState("undo", JSON.stringify(undoAll(undo, plan, facts)));
  await namingDeadNodes(shell, plan.builder, async () => {
    await setUp(plan, { shell, github });
    await runBuild(plan.build, { shell, github });
  });
  const built = await readBuildFiles(files);
  const result = await readBack(plan, built, { shell, github });

  for (const [name, value] of outputsOf(result)) github.setOutput(name, value);
  if (inputs.build.leg !== "false") {
    const legs = legOutputs(result, runner.workflowRun);
    for (const [name, value] of legs) github.setOutput(name, value);
  }
  await github.summarize(summaryOf(result, { engine: facts.engine, elsewhere: plan.elsewhere }));
  const platforms = result.image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
  if (platforms.length > 0) github.info(`Pushed ${result.digest} for ${platforms.join(", ")}`);
}

function engineText({ version, os, architecture }: Engine): string {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
