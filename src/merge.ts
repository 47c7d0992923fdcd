// The merge step, from the legs' digests to the outputs.

import { InputError } from "./domain/errors.ts";
import { formatPlatform } from "./domain/platform.ts";
import { installBuildx } from "./effects/buildx-install.ts";
import { probeBuildx } from "./effects/buildx-probe.ts";
import { checkCertificates } from "./effects/check-paths.ts";
import { ownerOn } from "./effects/cleanup-owner.ts";
import { recordRun } from "./effects/cleanup-records.ts";
import { probeUserConfig } from "./effects/docker-config-folder.ts";
import { mergeLegs } from "./effects/leg-merge-run.ts";
import { removeLegTags } from "./effects/leg-remove-tags.ts";
import { namingLeftOutLogins } from "./effects/login-left-out.ts";
import { setUpCredentials } from "./effects/login-setup.ts";
import { probe } from "./effects/probe.ts";
import { makeRunFiles, runFiles } from "./effects/run-files.ts";
import { withOptions } from "./effects/shell.ts";
import { type BuildkitdConfigFile, composeBuildkitdConfig } from "./inputs/buildkitd-config.ts";
import { complaintOf } from "./inputs/complaint.ts";
import type { Inputs } from "./inputs/inputs.ts";
import { type MergeInputs, readMerge } from "./inputs/leg-merge-inputs.ts";
import { needlessInputs } from "./inputs/read-inputs.ts";
import { planBuildx } from "./plan/buildx-plan.ts";
import { undoClient } from "./plan/cleanup-undo.ts";
import { planClient } from "./plan/docker-client.ts";
import { planMerge } from "./plan/leg-merge.ts";
import { awsEnvironment } from "./plan/login-ecr.ts";
import type { RunFiles } from "./plan/run-files-plan.ts";
import { legTagsText } from "./report/leg-tags.ts";
import { describe, outputsOf } from "./report/outputs.ts";
import { noLoginText } from "./report/secret-left-out.ts";
import { summaryOf } from "./report/summary.ts";
import { progressOf } from "./result/build-progress.ts";
import { maskFor, secretsOf, secretsOfTexts } from "./runner/secrets.ts";
import type { Run } from "./step/run.ts";

// Nothing is built, so that neither an engine nor an emulator is needed.
const nothingBuilt: Pick<Inputs, "builder" | "emulation"> = {
  builder: {
    ...{ existing: undefined, name: undefined, driver: "remote", nodes: [], buildkitdConfigs: [] },
    ...{ use: false, bootstrap: false, keepState: false, cleanup: false },
  },
  emulation: { qemu: { kind: "off" }, images: [], reset: false },
};

export async function merge(run: Run): Promise<void> {
  const { runId, folder, runner, github } = run;
  const files = runFiles(folder);
  const { inputs, config } = await checkMerge(run, files);
  for (const leftOut of inputs.login.leftOut) github.notice(noLoginText(leftOut));
  const none = { provenance: undefined, sbom: undefined, attests: [], compat: "off" } as const;
  const build = { load: false, outputs: [], platforms: [], call: undefined, attestations: none };
  const user = await probeUserConfig(runner.config);
  const named = { ...runner, user };
  const [machine, found] = await Promise.all([
    probe(run.shell, { ...inputs, ...nothingBuilt, build }, named),
    probeBuildx(run.shell, inputs.buildx, { host: runner.host, plugins: user.buildxPlugins }),
  ]);
  const buildx = planBuildx(inputs.buildx, found);
  const own = { runId, files, owner: await ownerOn(runner.machine), ...runner };
  const client = planClient({ ...inputs, ...nothingBuilt }, machine, own);

  const undo = undoClient(client, { ...own, ...machine, asked: nothingBuilt.builder });
  github.saveState("undo", JSON.stringify(undo));
  // First: it leads to the folder whatever becomes of this run.
  await recordRun(undo.record, own);
  await makeRunFiles(own, config);
  const program = await installBuildx(
    buildx,
    { ...client, folder },
    { ...run, bound: inputs.retryTimeout, signal: undefined },
  );
  const ports = { github, shell: withOptions(run.shell, { buildx: program }) };
  const { shell, logIn } = await setUpCredentials(
    client,
    { inputs, user, aws: awsEnvironment(runner.variables) },
    ports,
  );
  await logIn(shell);
  const plan = planMerge({ inputs, config, client }, machine, own);
  const result = await namingLeftOutLogins(inputs.login.leftOut, () =>
    mergeLegs(plan, { shell, github }),
  );

  for (const warning of result.warnings) github.warning(warning);
  const description = describe({ ...inputs, labels: [] });
  for (const [name, value] of outputsOf(result, description)) github.setOutput(name, value);
  await github.summarize(
    summaryOf(result, {
      places: { engine: undefined, elsewhere: "all", nodes: [] },
      asked: plan.platforms,
      progress: progressOf([]),
      phases: [],
    }),
  );
  const digest = result.images[0]?.digest;
  const kept = await removeLegTags(plan, digest, shell);
  if (kept.length > 0) github.warning(legTagsText(kept));
  const platforms = plan.platforms.map(formatPlatform).join(", ");
  github.info(`Pushed ${digest} for ${platforms}`);
}

type Checked = {
  readonly inputs: MergeInputs;
  readonly config: BuildkitdConfigFile | undefined;
};

async function checkMerge({ raw, runner, github }: Run, files: RunFiles): Promise<Checked> {
  const mask = maskFor(github);
  mask(secretsOfTexts(raw));
  const { inputs, problems, names } = await readMerge(raw, runner.workflowRun);
  mask(secretsOf(inputs, runner));
  const all = [...problems];
  const complain = (name: string, problem: string) => {
    all.push(complaintOf(name, problem));
  };
  const to = { inputs: inputs.network, folder: files.certificates };
  const config = composeBuildkitdConfig([], to, complain);
  await checkCertificates(config, nothingBuilt.builder, complain);
  if (all.length > 0) throw new InputError(all);
  for (const warning of needlessInputs(raw, names)) github.warning(warning);
  return { inputs, config };
}
