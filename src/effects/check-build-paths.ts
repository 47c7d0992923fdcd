// Looks for the files and folders that the build's inputs name.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { Complain } from "../inputs/fields.ts";
import type { SecretInputs } from "../inputs/secret-inputs.ts";
import { type BuildContext, type Commit, namesCommit, planContext } from "../plan/context.ts";
import { kindOf } from "./check-paths.ts";

// What BuildKit fetches itself: util/gitutil and frontend/dockerui of moby/buildkit.
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;
const otherImage = /^(?:docker-image|oci-layout|target|input):/;

/** What the environment holds, by the names of its variables. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Chooses the context, and complains of paths in it that are not there. */
export async function checkContext(
  build: BuildInputs,
  commit: Commit | undefined,
  complain: Complain,
): Promise<BuildContext> {
  const unknown = (given: Parameters<typeof namesCommit>[0]) =>
    commit === undefined && namesCommit(given);
  if (unknown(build)) {
    complain(
      unknown({ ...build, buildContexts: [] }) ? "context" : "build-contexts",
      "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a path or a URL",
    );
  }
  const chosen = planContext(build, { commit, checkout: await checkoutOf(build) });
  if (!unknown({ ...build, buildContexts: [] })) {
    await complainOfContext(chosen.context, build.file, complain);
  }
  for (const [index, { name, source }] of chosen.named.entries()) {
    const given = build.buildContexts.slice(index, index + 1);
    if (remote.test(source) || otherImage.test(source)) continue;
    if (unknown({ context: undefined, buildContexts: given })) continue;
    if ((await kindOf(source)) !== "absent") continue;
    complain(
      "build-contexts",
      `\`${name}\`: there is no folder \`${source}\`; take a path as seen from the working directory, a URL, or \`docker-image://…\``,
    );
  }
  return chosen;
}

/** What shows that the working directory holds the checkout. */
async function checkoutOf({ file = "Dockerfile" }: BuildInputs): Promise<string | undefined> {
  if ((await kindOf(".git")) !== "absent") return ".git";
  return (await kindOf(file)) === "file" ? file : undefined;
}

async function complainOfContext(
  context: string,
  file: string | undefined,
  complain: Complain,
): Promise<void> {
  if (remote.test(context)) return;
  if ((await kindOf(context)) !== "directory") {
    complain(
      "context",
      `there is no folder \`${context}\`; take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?`,
    );
    return;
  }
  const dockerfile = file ?? join(context, "Dockerfile");
  if (remote.test(dockerfile) || (await kindOf(dockerfile)) === "file") return;
  complain(
    "file",
    `there is no file \`${dockerfile}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``,
  );
}

/**
 * Complains of secrets and agents that are not there.
 *
 * @returns the texts that the secrets hold, which no log may show
 */
export async function checkSecrets(
  { files, variables, ssh }: SecretInputs,
  environment: Variables,
  complain: Complain,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { id, path } of files) {
    if ((await kindOf(path)) === "file") texts.push(...(await linesOf(path)));
    else
      complain(
        "secret-files",
        `\`${id}\`: there is no file \`${path}\`; take a path as seen from the working directory`,
      );
  }
  for (const { id, name } of variables) {
    const text = environment[name];
    if (text) texts.push(text);
    else
      complain(
        "secret-envs",
        `\`${id}\`: the variable \`${name}\` is not set; put it into the step's \`env:\``,
      );
  }
  for (const { id, paths } of ssh) {
    const wanted = paths.length > 0 ? paths : [environment["SSH_AUTH_SOCK"] ?? ""];
    for (const path of wanted) {
      if (path === "") {
        complain(
          "ssh",
          `\`${id}\` is the agent of SSH_AUTH_SOCK, which is not set; start one before this step, or name a key, as in \`${id}=keys/id_ed25519\``,
        );
      } else if ((await kindOf(path)) !== "file") {
        complain("ssh", `\`${id}\`: there is neither a socket nor a key \`${path}\``);
      }
    }
  }
  return texts;
}

const shortest = 8;
const longest = 65_536;

// A line such as `{` is no secret, and hidden it would spoil the log.
async function linesOf(path: string): Promise<readonly string[]> {
  if ((await stat(path)).size > longest) return [];
  const lines = (await readFile(path, "utf8")).split("\n").map((line) => line.trim());
  return lines.filter((line) => line.length >= shortest);
}
