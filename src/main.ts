// The main step, from the inputs to the outputs.
import { checkInputs } from "./check-inputs.ts";
import { formatPlatform } from "./domain/platform.ts";
import { runBuild } from "./effects/build.ts";
import { setUpCredentials } from "./effects/credentials.ts";
import { type Named, probe } from "./effects/probe.ts";
import { readBack } from "./effects/read-back.ts";
import { makeRunFiles, readBuildFiles, runFiles } from "./effects/run-files.ts";
import { setUp } from "./effects/set-up.ts";
import type { Shell } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import type { Facts, RunFacts } from "./plan/facts.ts";
import { makePlan } from "./plan/make-plan.ts";
import { outputsOf } from "./report/outputs.ts";
import { summaryOf } from "./report/summary.ts";
import { secretsOf } from "./secrets.ts";
import { planUndo } from "./undo.ts";

/** What the runner's environment says. */
export type RunnerFacts = Named & Omit<RunFacts, "runId" | "files">;

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
  const facts = await probe(run.shell, inputs, runner);
  const plan = makePlan({ inputs, config: buildkitdConfig }, facts, { runId, files, ...runner });
  for (const warning of buildkitdConfig?.warnings ?? []) github.warning(warning);
  github.info(foundText(facts));

  github.saveState("undo", JSON.stringify(planUndo(plan, facts, files)));
  await makeRunFiles(files, buildkitdConfig);
  const shell = await setUpCredentials(plan, { inputs, user: facts.userConfig }, run);
  await setUp(plan, { shell, github });
  await runBuild(plan.build, { shell, github });
  const built = await readBuildFiles(files);
  const result = await readBack(plan, built, { shell, github });

  for (const [name, value] of outputsOf(result)) github.setOutput(name, value);
  await github.summarize(summaryOf(result, { engine: facts.engine, elsewhere: plan.elsewhere }));
  const platforms = result.image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
  if (platforms.length > 0) github.info(`Pushed ${result.digest} for ${platforms.join(", ")}`);
}

function foundText({ engine, buildxVersion }: Facts): string {
  const buildx = `buildx ${buildxVersion}`;
  if (engine === undefined) return buildx;
  return `Docker engine ${engine.version} on ${engine.os}/${engine.architecture}, ${buildx}`;
}
