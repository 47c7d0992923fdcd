// The main step, from what is asked for to the outputs.

import type { Asked } from "./ask.ts";
import { formatPlatform } from "./domain/platform.ts";
import { annotateBuild } from "./effects/build-annotate.ts";
import { type BuildOutcome, runBuild } from "./effects/build-tries.ts";
import { namingDeadNodes } from "./effects/builder-dead-nodes.ts";
import { engineApi } from "./effects/engine-api.ts";
import { namingFullDisks } from "./effects/full-disk.ts";
import { namingLeftOutLogins } from "./effects/login-left-out.ts";
import { readBuildFiles } from "./effects/run-files.ts";
import { withSecretFiles } from "./effects/secret-files.ts";
import { setUp } from "./effects/set-up.ts";
import { together } from "./effects/together.ts";
import type { Found } from "./look.ts";
import type { RunFiles } from "./plan/run-files-plan.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { dockerfilePath } from "./report/context-dockerfile.ts";
import { legOutputs } from "./report/leg-outputs.ts";
import { outputsOf } from "./report/outputs.ts";
import { summaryOf } from "./report/summary.ts";
import { checkBuilt } from "./result/build-files.ts";
import type { Progress } from "./result/build-progress.ts";
import type { Result } from "./result/result.ts";
import type { Run } from "./step/run.ts";

export async function carryOut(run: Run, files: RunFiles, asked: Asked & Found): Promise<void> {
  const { github } = run;
  const { phases } = asked;
  const prepared = await prepare(run, files, asked);
  const { progress, pushed } = await build(run, files, { ...asked, ...prepared });
  const { plan, shell } = prepared;
  const built = await readBuildFiles(files);
  checkBuilt(built, await prepared.buildx);
  if (plan.build.call !== undefined) return github.setOutput("builder", plan.builder.name);
  const { readBack } = await import("./effects/proof-read-back.ts");
  const result = await phases.run("verification", shell, (own) =>
    readBack(plan, { ...built, pushed }, { shell: own, github }),
  );
  await tell(run, result, { ...asked, ...prepared, progress });
}

type Ready = Asked & Found & Prepared;

/** Sets up what the build needs, and builds. */
async function build(
  { github, timeline, runner }: Run,
  files: RunFiles,
  { inputs, context, plan, facts, shell, buildx, login, sharing, phases }: Ready,
): Promise<BuildOutcome> {
  const dockerfile = dockerfilePath({ ...inputs.build, ...context }, runner.folders);
  const { secretFiles } = plan.build;
  const engineIsHere = facts.engine !== undefined && facts.engine.elsewhere === undefined;
  const disks = { builder: plan.builder, engineIsHere, folder: files.folder };
  const naming = <T>(work: () => Promise<T>) =>
    namingLeftOutLogins(inputs.login.leftOut, () =>
      namingFullDisks(shell, disks, () => namingDeadNodes(shell, plan.builder, work)),
    );
  return await naming(async () => {
    // Waiting is the time to load what comes after the build.
    const engine = engineApi(facts.endpoint);
    const ports = { shell, github, engine, buildx, login, sharing, phases };
    await together([setUp(plan, ports), import("./effects/proof-read-back.ts")]);
    const built = phases.run("build", shell, (own) =>
      withSecretFiles(secretFiles, files.secrets, () =>
        runBuild(plan.build, plan.retry, { shell: own, github, timeline }),
      ),
    );
    return await annotateBuild(built, { files, dockerfile, github });
  });
}

/** Warnings, outputs, the summary, and a last line. */
async function tell(
  { github, timeline, runner }: Run,
  result: Result,
  { inputs, description, plan, facts, progress }: Ready & { readonly progress: Progress },
): Promise<void> {
  for (const warning of result.warnings) github.warning(warning);
  const isLeg = inputs.build.leg !== "false";
  const legs = isLeg ? legOutputs(result, runner.workflowRun) : [];
  for (const [name, value] of [...outputsOf(result, description), ...legs]) {
    github.setOutput(name, value);
  }
  const places = { engine: facts.engine, elsewhere: plan.elsewhere, nodes: plan.nodes };
  const phases = timeline.phases();
  await github.summarize(
    summaryOf(result, { places, asked: plan.build.platforms, progress, phases }),
  );
  for (const { digest, image, repositories } of result.images) {
    const platforms = image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
    const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
    if (repositories.length > 0) github.info(`Pushed ${digest}${forThem}`);
  }
}
