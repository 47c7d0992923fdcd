// What a bake makes, as buildx reads its definition, and whether it can be done.
import { InputError } from "../domain/errors.ts";
import { readBakeDefinition } from "../effects/bake-read.ts";
import type { Shell } from "../effects/shell.ts";
import { checkSigning } from "../effects/sign-check.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { pushedNames } from "../inputs/export-pushed-names.ts";
import { complainOfHalfLogins } from "../inputs/login-inputs.ts";
import { hostsOf } from "../inputs/login-pushed-hosts.ts";
import { type Bake, printCommand } from "../plan/bake-command.ts";
import { bakeBuilds } from "../plan/bake-targets.ts";
import type { ResolvedInputs } from "./resolve-inputs.ts";
import type { Run } from "./run.ts";

/** The inputs of a bake with what its definition says; others stay as they are. */
export type BakedInputs = ResolvedInputs & {
  /** Undefined if one image is built. */
  readonly bake: Bake | undefined;
};

/**
 * Reads the definition of a bake, if it is one.
 *
 * @param shellFor ready with a shell that knows buildx
 * @throws CommandError if buildx does not understand it, InputError if it can't be carried out
 */
export async function readBake(
  { github }: Pick<Run, "github">,
  resolved: ResolvedInputs,
  shellFor: () => Promise<Shell>,
): Promise<BakedInputs> {
  const { inputs, context, job } = resolved;
  const { bake: given, build, login } = inputs;
  if (given === undefined) return { ...resolved, bake: undefined };
  const shell = (await shellFor()).with({ folder: given.workdir });
  const { githubToken } = build.secrets;
  // Only a definition in the job's own repository is read with its token.
  const token =
    context.tokenHosts.length === 0 || githubToken === undefined
      ? {}
      : { BUILDX_BAKE_GIT_AUTH_TOKEN: githubToken };
  const command = printCommand(given, build, { source: context.context, more: [] });
  const environment = { ...token, ...given.variables };
  const definition = await readBakeDefinition(command, environment, { shell, github });
  const builds = bakeBuilds(definition, build);
  const pushed = builds.flatMap((one) => pushedNames(one.build).flat());
  const signing = await checkSigning(inputs.signing, pushed.length > 0, job);
  const problems = [...signing.problems];
  const complain = (name: string, problem: string) => problems.push(complaintOf(name, problem));
  const references = pushed.map(({ repository, tag = "" }) => ({ repository, tag }));
  complainOfHalfLogins(login, hostsOf(references), complain);
  if (problems.length > 0) throw new InputError(problems);
  const bake = { inputs: given, definition, builds };
  return { ...resolved, inputs: { ...inputs, signing: signing.inputs }, bake };
}
