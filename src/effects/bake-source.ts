// Chooses where the definition of a bake is: in the checkout, or where BuildKit fetches it.
import { join } from "node:path";
import { isRemote } from "../domain/remote.ts";
import type { BakeInputs } from "../inputs/bake-inputs.ts";
import type { Complain } from "../inputs/fields.ts";
import { type BuildContext, type Commit, namesCommit, planContext } from "../plan/context-plan.ts";
import { kindOf } from "./check-paths.ts";

/** Those that buildx looks for, in its order: bake/bake.go of docker/buildx. */
const usual = [
  ...["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"],
  ...["docker-bake.json", "docker-bake.hcl"],
  ...["docker-bake.override.json", "docker-bake.override.hcl"],
];

/** Chooses the source, and complains of files that are not there. */
export async function chooseBakeSource(
  bake: BakeInputs,
  commit: Commit | undefined,
  complain: Complain,
): Promise<BuildContext> {
  const given = { context: bake.source, buildContexts: [] };
  if (commit === undefined && namesCommit(given)) {
    complain(
      "source",
      "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a URL, or leave it out",
    );
    return planContext({ ...given, context: "." }, { commit, checkout: undefined });
  }
  const [found] = [...(await definitionFiles(bake)), ...(await existing([".git"]))];
  const chosen = planContext(given, { commit, checkout: found });
  if (!isRemote(chosen.context)) await complainOfFiles(bake, chosen.context, complain);
  return chosen;
}

/** The definition files that buildx reads in the folder, as seen from there. */
export async function definitionFiles({
  files,
  workdir = ".",
}: Pick<BakeInputs, "files" | "workdir">): Promise<readonly string[]> {
  return await existing(files.length === 0 ? usual : files, workdir);
}

async function existing(paths: readonly string[], folder = "."): Promise<readonly string[]> {
  const kinds = await Promise.all(paths.map(async (path) => await kindOf(join(folder, path))));
  return paths.filter((_, index) => kinds[index] !== "absent");
}

async function complainOfFiles(
  { files, workdir = "." }: BakeInputs,
  source: string,
  complain: Complain,
): Promise<void> {
  if (source !== ".") {
    complain("source", `\`${source}\` is no URL; write \`workdir: ${source}\` for a folder`);
  }
  if ((await kindOf(workdir)) !== "directory") {
    complain(
      "workdir",
      `there is no folder \`${workdir}\`; is actions/checkout missing before this step?`,
    );
    return;
  }
  const found = await definitionFiles({ files, workdir });
  if (files.length === 0 && found.length === 0) {
    complain(
      "bake-files",
      `no file is named, and \`${workdir}\` has none of those that buildx looks for, such as \`docker-bake.hcl\` and \`compose.yaml\`; is actions/checkout missing before this step?`,
    );
  }
  for (const file of files.filter((one) => !found.includes(one) && !isElsewhere(one))) {
    complain("bake-files", `there is no file \`${file}\`; take a path as seen from \`workdir\``);
  }
}

function isElsewhere(file: string): boolean {
  return isRemote(file) || file === "-";
}
