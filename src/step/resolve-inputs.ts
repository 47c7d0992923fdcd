// Step 1: from the texts of a workflow to what is asked for.

import { InputError } from "../domain/errors.ts";
import { type NamedBuild, nameBuild } from "../effects/names-build.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { complainOfHalfLogins, type LoginInputs } from "../inputs/login-inputs.ts";
import { pushedHosts } from "../inputs/login-pushed-hosts.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import { leftOutText, noLoginText } from "../report/secret-left-out.ts";
import { maskFor } from "../runner/secrets.ts";
import { type CheckedInputs, checkInputs } from "./check-inputs.ts";
import type { Run } from "./run.ts";

/** The inputs as they are acted on, and what the event says of the image. */
export type ResolvedInputs = CheckedInputs & Pick<NamedBuild, "epoch" | "description">;

/**
 * Reads and checks the inputs, keeps their secrets out of the log, and names what is built.
 *
 * @throws InputError that tells every mistake; nothing has been changed then
 */
export async function resolveInputs(run: Run, files: RunFiles): Promise<ResolvedInputs> {
  const { raw, runner, github } = run;
  const checked = await checkInputs(raw, { files, mask: maskFor(github) }, runner);
  const { build, epoch, description } = await nameBuild(checked.inputs.build, run);
  for (const warning of checked.needless) github.warning(warning);
  for (const warning of checked.buildkitdConfig?.warnings ?? []) github.warning(warning);
  for (const leftOut of build.secrets.leftOut) github.warning(leftOutText(leftOut));
  const { login } = checked.inputs;
  if (build.pushByEvent) checkLogins(login, build);
  for (const leftOut of login.leftOut) github.notice(noLoginText(leftOut));
  return { ...checked, inputs: { ...checked.inputs, build }, epoch, description };
}

// Only the event tells that the image is pushed.
function checkLogins(login: LoginInputs, build: BuildInputs): void {
  const problems: string[] = [];
  complainOfHalfLogins(login, pushedHosts(build), (name, problem) => {
    problems.push(complaintOf(name, problem));
  });
  if (problems.length > 0) throw new InputError(problems);
}
