// Chooses the contexts of the build, and looks for the folders that they are.
import { lstat, readlink, realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isRemote } from "../domain/remote.ts";
import { type BuildInputs, type NamedContext, standardInput } from "../inputs/build-inputs.ts";
import type { Complain } from "../inputs/fields.ts";
import { type BuildContext, type Commit, namesCommit, planContext } from "../plan/context-plan.ts";
import { kindOf } from "./check-paths.ts";

const otherImage = /^(?:docker-image|oci-layout|target|input):/;

/** Chooses the context, and complains of paths in it that are not there. */
export async function checkContext(
  build: BuildInputs,
  commit: Commit | undefined,
  complain: Complain,
): Promise<BuildContext> {
  const unknown = commit === undefined;
  const [own, named] = [
    { ...build, buildContexts: [] },
    { ...build, context: undefined },
  ];
  for (const [input, given] of Object.entries({ context: own, "build-contexts": named })) {
    if (!unknown || !namesCommit(given)) continue;
    complain(
      input,
      "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a path or a URL",
    );
  }
  const chosen = planContext(build, { commit, checkout: await checkoutOf(build) });
  if (!unknown || !namesCommit(own)) await complainOfContext(chosen.context, build.file, complain);
  if (!unknown || !namesCommit(named)) await complainOfNamed(chosen.named, complain);
  return chosen;
}

async function complainOfNamed(
  contexts: readonly NamedContext[],
  complain: Complain,
): Promise<void> {
  for (const { name, source } of contexts) {
    if (isRemote(source) || otherImage.test(source)) continue;
    if ((await kindOf(source)) !== "absent") continue;
    complain(
      "build-contexts",
      `\`${name}\`: there is no folder \`${source}\`; take a path as seen from the working directory, a URL, or \`docker-image://…\``,
    );
  }
}

/** Where a link leads that BuildKit can't follow, as seen from the working directory. */
async function foreignTarget(path: string): Promise<string | undefined> {
  if (!(await lstat(path)).isSymbolicLink()) return undefined;
  const [folder, target, text] = await Promise.all([
    realpath(dirname(path)),
    realpath(path),
    readlink(path),
  ]);
  const isInside = target.startsWith(folder + sep) && !isAbsolute(text);
  return isInside ? undefined : relative(await realpath("."), target);
}

/** What shows that the working directory holds the checkout. */
async function checkoutOf({ file = "Dockerfile" }: BuildInputs): Promise<string | undefined> {
  if ((await kindOf(".git")) !== "absent") return ".git";
  return (await kindOf(file)) === "file" ? file : undefined;
}

function folderInstead(context: string): string {
  // Where docker/metadata-action looks for the event.
  if (context === "git" || context === "workflow") {
    return "leave it out: `context` is what is built, and tags and labels come from event and checkout both";
  }
  return "take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?";
}

async function complainOfContext(
  context: string,
  file: string | undefined,
  complain: Complain,
): Promise<void> {
  // That is complained of already.
  if (isRemote(context) || [context, file].includes(standardInput)) return;
  if ((await kindOf(context)) !== "directory") {
    complain("context", `there is no folder \`${context}\`; ${folderInstead(context)}`);
    return;
  }
  const dockerfile = file ?? join(context, "Dockerfile");
  if (isRemote(dockerfile)) return;
  if ((await kindOf(dockerfile)) === "file") {
    const target = await foreignTarget(dockerfile);
    if (target === undefined) return;
    complain(
      "file",
      `\`${dockerfile}\` is a link out of its folder, or has a whole path in it, and BuildKit gets the folder alone; name the file that it leads to, as in \`file: ${target}\``,
    );
    return;
  }
  complain(
    "file",
    `there is no file \`${dockerfile}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``,
  );
}
