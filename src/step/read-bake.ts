// What a bake makes, as buildx reads its definition, and whether it can be done.
import { InputError } from "../domain/errors.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import { isRemote } from "../domain/remote.ts";
import { writeOwnBakeNames } from "../effects/bake-names-write.ts";
import { readBakeDefinition } from "../effects/bake-read.ts";
import { definitionFiles } from "../effects/bake-source.ts";
import type { Shell } from "../effects/shell.ts";
import { checkSigning } from "../effects/sign-check.ts";
import type { BakeInputs } from "../inputs/bake-inputs.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { pushedNames } from "../inputs/export-pushed-names.ts";
import { complainOfHalfLogins } from "../inputs/login-inputs.ts";
import { hostsOf } from "../inputs/login-pushed-hosts.ts";
import { bakeOf, printCommand } from "../plan/bake-command.ts";
import type { BakeNames } from "../plan/bake-names.ts";
import { bakeBuilds } from "../plan/bake-targets.ts";
import { type BakedInputs, bakeNamesOf, type ResolvedInputs } from "./resolve-inputs.ts";
import type { Run } from "./run.ts";

/** Reads the definition of a bake, and checks what only it tells. */
export async function readBake(
  { github, folder }: Pick<Run, "github" | "folder">,
  { resolved, given }: { readonly resolved: ResolvedInputs; readonly given: BakeInputs },
  shell: Shell,
): Promise<BakedInputs> {
  const { inputs, context, job } = resolved;
  const { build, login } = inputs;
  const { githubToken } = build.secrets;
  // Only a definition in the job's own repository is read with its token.
  const token =
    context.tokenHosts.length === 0 || githubToken === undefined
      ? {}
      : { BUILDX_BAKE_GIT_AUTH_TOKEN: githubToken };
  const names = bakeNamesOf(resolved);
  const more =
    names === undefined ? undefined : await filesWith(names, { resolved, given }, folder);
  const command = printCommand(more ?? given, build, { source: context.context });
  const environment = { ...token, ...given.variables };
  const definition = await readBakeDefinition(command, environment, {
    ...{ github, shell: shell.with({ folder: given.workdir }) },
  });
  const builds = bakeBuilds(definition, build);
  if (build.tags.length > 0 && !builds.some(({ build: { tags } }) => hasAny(tags, build.tags))) {
    github.warning(
      `No target gets the names of the inputs: let one inherit from \`${inputs.bakeTarget}\`, or name another in \`bake-target\``,
    );
  }
  const pushed = builds.flatMap((one) => pushedNames(one.build).flat());
  const signing = await checkSigning(inputs.signing, pushed.length > 0, job);
  const problems = [...signing.problems];
  const complain = (name: string, problem: string) => problems.push(complaintOf(name, problem));
  const references = pushed.map(({ repository, tag = "" }) => ({ repository, tag }));
  complainOfHalfLogins(login, hostsOf(references), complain);
  if (problems.length > 0) throw new InputError(problems);
  const bake = bakeOf({ inputs: given, definition, builds });
  return { ...resolved, inputs: { ...inputs, signing: signing.inputs }, bake };
}

async function filesWith(
  names: BakeNames,
  { resolved, given: bake }: { readonly resolved: ResolvedInputs; readonly given: BakeInputs },
  folder: string,
): Promise<BakeInputs> {
  const { context } = resolved;
  const { bakeTarget } = resolved.inputs;
  const path = await writeOwnBakeNames(folder, bakeTarget, names);
  // Beside a file that is named buildx looks for no other.
  const isElsewhere = isRemote(context.context);
  const usual = isElsewhere ? ["docker-bake.hcl"] : await definitionFiles(bake);
  const files = bake.files.length === 0 ? usual : bake.files;
  return { ...bake, files: [...files, isElsewhere ? `cwd://${path}` : path] };
}

function hasAny(all: readonly Reference[], wanted: readonly Reference[]): boolean {
  const names = new Set(wanted.map(formatReference));
  return all.some((one) => names.has(formatReference(one)));
}
