// Checks the files that the inputs name.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { tomlProblem } from "../inputs/buildkitd-toml.ts";
import type { BuildInputs, BuildkitdConfig, Inputs } from "../inputs/inputs.ts";

/** One text for each file that is not there, is of the wrong kind, or does not parse. */
export async function checkPaths({ build, builder }: Inputs): Promise<readonly string[]> {
  const problems = await Promise.all([
    checkContext(build),
    checkBuildkitdConfig(builder.buildkitdConfig),
  ]);
  return problems.filter((problem) => problem !== undefined);
}

// What BuildKit fetches itself: util/gitutil and frontend/dockerui of moby/buildkit.
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

async function checkContext({ context, file }: BuildInputs): Promise<string | undefined> {
  if (remote.test(context)) return undefined;
  if ((await kindOf(context)) !== "directory") {
    return `\`context\`: there is no folder \`${context}\`; take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?`;
  }
  const dockerfile = file ?? join(context, "Dockerfile");
  if (remote.test(dockerfile) || (await kindOf(dockerfile)) === "file") return undefined;
  return file === undefined
    ? `\`file\`: there is no \`${dockerfile}\`; name your Dockerfile, as in \`docker/app.Dockerfile\``
    : `\`file\`: there is no file \`${file}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``;
}

async function checkBuildkitdConfig(
  config: BuildkitdConfig | undefined,
): Promise<string | undefined> {
  if (config === undefined) return undefined;
  if (config.kind === "inline") return complaint("buildkitd-config-inline", config.text);
  if ((await kindOf(config.path)) !== "file") {
    return `\`buildkitd-config\`: there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``;
  }
  return complaint("buildkitd-config", await readFile(config.path, "utf8"));
}

function complaint(name: string, text: string): string | undefined {
  const problem = tomlProblem(text);
  return problem === undefined ? undefined : `\`${name}\`: ${problem}`;
}

async function kindOf(path: string): Promise<"file" | "directory" | "absent"> {
  try {
    return (await stat(path)).isDirectory() ? "directory" : "file";
  } catch {
    return "absent";
  }
}
