// The main step, from the inputs to the outputs.
import { checkInputs } from "./check-inputs.ts";
import { formatPlatform } from "./domain/platform.ts";
import { annotateBuild } from "./effects/annotate-build.ts";
import { runBuild } from "./effects/build.ts";
import { setUpCredentials } from "./effects/credentials.ts";
import { namingDeadNodes } from "./effects/dead-nodes.ts";
import { installBuildx } from "./effects/install-buildx.ts";
import { nameBuild } from "./effects/name-build.ts";
import { type Named, probe } from "./effects/probe.ts";
import { probeBuilders } from "./effects/probe-builders.ts";
import { readBack } from "./effects/read-back.ts";
import { makeRunFiles, readBuildFiles, runFiles } from "./effects/run-files.ts";
import { withSecretFiles } from "./effects/secret-files.ts";
import { setUp } from "./effects/set-up.ts";
import type { Shell } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import { planClient } from "./plan/client.ts";
import type { EventVariables } from "./plan/event.ts";
import type { Engine, RunFacts } from "./plan/facts.ts";
import { checkLoad } from "./plan/load.ts";
import { makePlan } from "./plan/make-plan.ts";
import { dockerfilePath } from "./report/dockerfile-path.ts";
import { legOutputs } from "./report/leg-outputs.ts";
import { outputsOf } from "./report/outputs.ts";
import { summaryOf } from "./report/summary.ts";
import { secretsOf } from "./secrets.ts";
import type { Timeline } from "./timeline.ts";
import { undoAll, undoClient } from "./undo.ts";

/** What the runner's environment says. */
export type RunnerFacts = Named &
  Omit<RunFacts, "runId" | "files"> & {
    readonly event: EventVariables;
    /** The runner's cache of tools, if it has one. */
    readonly toolCache: string | undefined;
    /** The step's environment. */
    readonly variables: Readonly<Record<string, string | undefined>>;
    readonly folders: {
      /** The step's working directory. */
      readonly working: string;
      /** Where the repository is checked out. */
      readonly workspace: string | undefined;
    };
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
  readonly timeline: Timeline;
};

export async function main(run: Run): Promise<void> {
  const { raw, runId, folder, runner, github, timeline } = run;
  const { measure } = timeline;
  const files = runFiles(folder);
  const {
    inputs: asked,
    buildkitdConfig,
    context,
    namedSecrets,
  } = await checkInputs(raw, files, runner);
  for (const secret of [...secretsOf(asked, runner), ...namedSecrets]) github.mask(secret);
  const named = await nameBuild(asked.build, run);
  const inputs = { ...asked, build: named.build };
  const machine = await measure("probe", probe(run.shell, inputs, runner));
  checkLoad(inputs.build, machine);
  const own = { runId, files, ...runner };
  const client = planClient(inputs, machine, own);
  for (const warning of buildkitdConfig?.warnings ?? []) github.warning(warning);
  if (machine.engine !== undefined) github.info(engineText(machine.engine));

  const undo = undoClient(client, files);
  github.saveState("undo", JSON.stringify(undo));
  await makeRunFiles(files, buildkitdConfig);
  await measure("buildx", installBuildx(client, folder, run));
  const user = machine.userConfig;
  const shell = await measure("login", setUpCredentials(client, { inputs, user }, run));
  const facts = { ...machine, builders: await probeBuilders(shell, inputs.builder) };
  const { epoch } = named;
  const plan = makePlan({ inputs, config: buildkitdConfig, client, context, epoch }, facts, own);
  github.saveState("undo", JSON.stringify(undoAll(undo, plan, facts)));
  const { build, builder } = plan;
  const doors = { shell, github, timeline };
  const dockerfile = dockerfilePath({ ...inputs.build, ...context }, runner.folders);
  const progress = await namingDeadNodes(shell, builder, async () => {
    await setUp(plan, doors);
    const built = withSecretFiles(build.secretFiles, files.secrets, () => runBuild(build, doors));
    return await annotateBuild(measure("build", built), { files, dockerfile, github });
  });
  if (build.call !== undefined) {
    github.setOutput("builder", builder.name);
    return;
  }
  const built = await readBuildFiles(files);
  const result = await measure("verification", readBack(plan, built, { shell, github }));

  for (const warning of result.warnings) github.warning(warning);
  for (const [name, value] of outputsOf(result, named.description)) github.setOutput(name, value);
  if (inputs.build.leg !== "false") {
    const legs = legOutputs(result, runner.workflowRun);
    for (const [name, value] of legs) github.setOutput(name, value);
  }
  const places = { engine: facts.engine, elsewhere: plan.elsewhere, nodes: plan.nodes };
  const phases = timeline.phases();
  await github.summarize(
    summaryOf(result, { places, asked: plan.build.platforms, progress, phases }),
  );
  const platforms = result.image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
  const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
  if (result.repositories.length > 0) github.info(`Pushed ${result.digest}${forThem}`);
}

function engineText({ version, os, architecture }: Engine): string {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
