// Step 1: from the texts of a workflow to what is asked for.

import { InputError } from "../domain/errors.ts";
import { readPayload } from "../effects/event-read.ts";
import { type Named, nameImage } from "../effects/names-image.ts";
import { checkSigning } from "../effects/sign-check.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { pushedNames, repositoriesOf } from "../inputs/export-pushed-names.ts";
import { complainOfHalfLogins, type LoginInputs } from "../inputs/login-inputs.ts";
import { pushedHosts } from "../inputs/login-pushed-hosts.ts";
import { complainOfNameClashes } from "../inputs/names-clashes.ts";
import type { Bake } from "../plan/bake-command.ts";
import type { BakeNames } from "../plan/bake-names.ts";
import { isPrivateIn } from "../plan/event-facts.ts";
import { asLeg } from "../plan/leg-plan.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import type { SigningJob } from "../plan/sign-plan.ts";
import { leftOutText, noLoginText } from "../report/secret-left-out.ts";
import { maskFor } from "../runner/secrets.ts";
import { type CheckedInputs, checkInputs } from "./check-inputs.ts";
import type { Run } from "./run.ts";

/** The inputs as they are acted on, and what the event says of the image. */
export type ResolvedInputs = CheckedInputs &
  Pick<Named<BuildInputs>, "epoch" | "description"> & {
    /** Whether the repository is private, as far as the event tells. */
    readonly isPrivate: boolean;
    readonly job: SigningJob;
  };

/** The inputs, and what the definition of a bake says. */
export type BakedInputs = ResolvedInputs & {
  /** Undefined if one image is built. */
  readonly bake?: Bake;
};

/**
 * Reads and checks the inputs, keeps their secrets out of the log, and names what is built.
 *
 * @throws InputError that tells every mistake; nothing has been changed then
 */
export async function resolveInputs(run: Run, files: RunFiles): Promise<ResolvedInputs> {
  const { raw, runner, github } = run;
  const [checked, payload] = await Promise.all([
    checkInputs(raw, { files, mask: maskFor(github) }, runner),
    readPayload(runner.event.path),
  ]);
  const { login, build: given, bake } = checked.inputs;
  const token = given.secrets.githubToken;
  const { image, epoch, description } = await nameImage(given, {
    ...{ ...run, payload, token },
    hasOtherNames: bake !== undefined,
  });
  const isPrivate = isPrivateIn(payload.json);
  const job = { ...runner, isPrivate, githubToken: token };
  // What a bake pushes is known once its definition is read.
  const signing =
    bake === undefined
      ? await checkSigning(checked.inputs.signing, pushedNames(image).length > 0, job)
      : { inputs: checked.inputs.signing, problems: [] };
  checkNamed(image, given.pushByEvent ? login : undefined, signing.problems);
  const build = asLeg(image);
  if (build.annotations.length < image.annotations.length) {
    github.info("This is a leg: annotations of the index are left to the merge");
  }
  for (const warning of checked.needless) github.warning(warning);
  for (const warning of checked.buildkitdConfig?.warnings ?? []) github.warning(warning);
  for (const leftOut of build.secrets.leftOut) github.warning(leftOutText(leftOut));
  for (const leftOut of login.leftOut) github.notice(noLoginText(leftOut));
  const inputs = { ...checked.inputs, build, signing: signing.inputs };
  return { ...checked, inputs, epoch, description, isPrivate, job };
}

/**
 * What can be checked only now: names that the rules make of the event, and logins, if the event
 * decides whether there is a push.
 */
function checkNamed(
  build: BuildInputs,
  login: LoginInputs | undefined,
  found: readonly string[],
): void {
  const problems = [...found];
  const complain = (name: string, problem: string) => {
    problems.push(complaintOf(name, problem));
  };
  if (build.event.describes || login !== undefined) complainOfNameClashes(build, complain);
  if (login !== undefined) complainOfHalfLogins(login, pushedHosts(build), complain);
  if (problems.length > 0) throw new InputError(problems);
}

/** What the inputs and the event say of the names; undefined if that is nothing. */
export function bakeNamesOf({
  inputs,
  description,
}: Pick<ResolvedInputs, "inputs" | "description">): BakeNames | undefined {
  const { tags, labels, annotations, version } = description;
  if (tags.length + labels.length + annotations.length === 0) return undefined;
  return { tags, labels, annotations, version, images: repositoriesOf(inputs.build) };
}
