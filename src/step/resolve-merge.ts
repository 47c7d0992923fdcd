// The merge step's first: from the texts of a workflow to what is asked for.
import { InputError } from "../domain/errors.ts";
import { checkCertificates } from "../effects/check-paths.ts";
import { type BuildkitdConfigFile, composeBuildkitdConfig } from "../inputs/buildkitd-config.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { type MergeInputs, readMerge } from "../inputs/leg-merge-inputs.ts";
import { needlessInputs } from "../inputs/read-inputs.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import { noLoginText } from "../report/secret-left-out.ts";
import { maskFor, secretsOf, secretsOfTexts } from "../runner/secrets.ts";
import type { Run } from "./run.ts";

/** What the merge step is asked for. */
export type ResolvedMerge = {
  readonly inputs: MergeInputs;
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
};

/**
 * Reads and checks the inputs, and keeps their secrets out of the log.
 *
 * @throws InputError that tells every mistake; nothing has been changed then
 */
export async function resolveMerge(
  { raw, runner, github }: Run,
  files: RunFiles,
): Promise<ResolvedMerge> {
  const mask = maskFor(github);
  mask(secretsOfTexts(raw));
  const { inputs, problems, names } = await readMerge(raw, runner.workflowRun);
  mask(secretsOf(inputs, runner));
  const all = [...problems];
  const complain = (name: string, problem: string) => {
    all.push(complaintOf(name, problem));
  };
  const to = { inputs: inputs.network, folder: files.certificates };
  const buildkitdConfig = composeBuildkitdConfig([], to, complain);
  await checkCertificates(buildkitdConfig, [], complain);
  if (all.length > 0) throw new InputError(all);
  for (const warning of needlessInputs(raw, names)) github.warning(warning);
  for (const leftOut of inputs.login.leftOut) github.notice(noLoginText(leftOut));
  return { inputs, buildkitdConfig };
}
