// The main step, from the inputs to the outputs.
import { InputError } from "./domain/errors.ts";
import { formatPlatform } from "./domain/platform.ts";
import { runBuild } from "./effects/build.ts";
import { contextProblems, readBuildkitdConfig } from "./effects/check-paths.ts";
import { probe } from "./effects/probe.ts";
import { readBack } from "./effects/read-back.ts";
import { makeRunFiles, readBuildFiles, runFiles } from "./effects/run-files.ts";
import { setUp } from "./effects/set-up.ts";
import type { Shell } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import type { BuildkitdText } from "./inputs/buildkitd-toml.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import { readInputs } from "./inputs/read-inputs.ts";
import { makePlan } from "./plan/make-plan.ts";
import { outputsOf } from "./report/outputs.ts";
import { summaryOf } from "./report/summary.ts";
import { planUndo } from "./undo.ts";

/** What a run is given: its inputs, its own name and folder, and the doors to the world. */
export type Run = {
  readonly raw: RawInputs;
  /** A text that no other run has. */
  readonly runId: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  /** Where Go's programs look for certificate authorities: folders, separated by colons. */
  readonly certificateFolders: string;
  readonly shell: Shell;
  readonly github: GitHub;
};

export async function main(run: Run): Promise<void> {
  const { raw, runId, folder, certificateFolders, shell, github } = run;
  const { inputs, buildkitdConfig } = await checkedInputs(raw);
  const facts = await probe(shell, inputs.builder);
  const files = runFiles(folder);
  const plan = makePlan(inputs, facts, { runId, files, certificateFolders });
  const { engine, buildxVersion } = facts;
  github.info(
    `Docker engine ${engine.version} on ${engine.os}/${engine.architecture}, buildx ${buildxVersion}`,
  );

  github.saveState("undo", JSON.stringify(planUndo(plan, facts, files)));
  await makeRunFiles(files, buildkitdConfig);
  await setUp(plan, { shell, github });
  await runBuild(plan.build, { shell, github });
  const built = await readBuildFiles(files);
  const result = await readBack(plan, built, { shell, github });

  for (const [name, value] of outputsOf(result)) github.setOutput(name, value);
  await github.summarize(summaryOf(result, engine));
  const platforms = result.image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
  if (platforms.length > 0) github.info(`Pushed ${result.digest} for ${platforms.join(", ")}`);
}

type Checked = {
  readonly inputs: Inputs;
  readonly buildkitdConfig: BuildkitdText | undefined;
};

async function checkedInputs(raw: RawInputs): Promise<Checked> {
  const { inputs, problems } = readInputs(raw);
  const all = [...problems, ...(await contextProblems(inputs.build))];
  const buildkitdConfig = await readBuildkitdConfig(inputs.builder.buildkitdConfig, all);
  if (all.length > 0) throw new InputError(all);
  return { inputs, buildkitdConfig };
}
