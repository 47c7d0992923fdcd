// The merge step's first: from the texts of a workflow to what is asked for.
import { explained, InputError } from "../domain/errors.ts";
import { checkCertificates } from "../effects/check-paths.ts";
import { readPayload } from "../effects/event-read.ts";
import { nameImage } from "../effects/names-image.ts";
import { checkSigning } from "../effects/sign-check.ts";
import { type BuildkitdConfigFile, composeBuildkitdConfig } from "../inputs/buildkitd-config.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { type MergeInputs, readMerge } from "../inputs/leg-merge-inputs.ts";
import { complainOfHalfLogins } from "../inputs/login-inputs.ts";
import { pushedHosts } from "../inputs/login-pushed-hosts.ts";
import { needlessInputs } from "../inputs/read-inputs.ts";
import { isPrivateIn } from "../plan/event-facts.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import type { SigningJob } from "../plan/sign-plan.ts";
import { failedLegs, missingLegText } from "../report/leg-failures.ts";
import type { Description } from "../report/outputs.ts";
import { noLoginText } from "../report/secret-left-out.ts";
import { maskFor, secretsOf, secretsOfTexts } from "../runner/secrets.ts";
import type { Run } from "./run.ts";

/** What the merge step is asked for. */
export type ResolvedMerge = {
  readonly inputs: MergeInputs;
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
  readonly description: Description;
  readonly job: SigningJob;
};

/**
 * Reads and checks the inputs, keeps their secrets out of the log, and names the image.
 *
 * @throws InputError that tells every mistake; nothing has been changed then
 * @throws UserError if a platform that is not optional was not built
 */
export async function resolveMerge(run: Run, files: RunFiles): Promise<ResolvedMerge> {
  const { raw, runner, github } = run;
  const mask = maskFor(github);
  mask(secretsOfTexts(raw));
  const { inputs: given, problems, legProblems, names } = await readMerge(raw, runner.workflowRun);
  mask(secretsOf(given, runner));
  const all = [...problems, ...(given.image.push ? legProblems : [])];
  const complain = (name: string, problem: string) => {
    all.push(complaintOf(name, problem));
  };
  const to = { inputs: given.network, folder: files.certificates };
  const buildkitdConfig = composeBuildkitdConfig([], to, complain);
  await checkCertificates(buildkitdConfig, [], complain);
  if (all.length > 0) throw new InputError(all);
  for (const warning of needlessInputs(raw, names)) github.warning(warning);
  for (const leftOut of given.login.leftOut) github.notice(noLoginText(leftOut));
  const payload = await readPayload(runner.event.path);
  const named = await nameImage(given.image, { ...run, payload, token: given.githubToken });
  const job = { ...runner, isPrivate: isPrivateIn(payload.json), githubToken: given.githubToken };
  const signing = await checkSigning(given.signing, named.image.push, job);
  if (signing.problems.length > 0) throw new InputError(signing.problems);
  const inputs = { ...given, image: named.image, signing: signing.inputs };
  if (named.image.push) {
    if (given.image.pushByEvent) checkMergedByEvent(inputs, legProblems);
    if (inputs.failed.length > 0) throw explained(failedLegs(inputs.failed));
    for (const missing of inputs.missing) github.warning(missingLegText(missing));
  }
  return { inputs, buildkitdConfig, description: named.description, job };
}

// Only the event tells that the image is pushed, and so needs its legs and logins.
function checkMergedByEvent({ image, login }: MergeInputs, legProblems: readonly string[]): void {
  const problems = [...legProblems];
  complainOfHalfLogins(login, pushedHosts({ ...image, outputs: [] }), (name, problem) => {
    problems.push(complaintOf(name, problem));
  });
  if (problems.length > 0) throw new InputError(problems);
}
