// Checks and reads the files that the inputs name.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { BuildkitdConfig } from "../inputs/builder-inputs.ts";
import { type BuildkitdText, parseBuildkitdToml } from "../inputs/buildkitd-toml.ts";

// What BuildKit fetches itself: util/gitutil and frontend/dockerui of moby/buildkit.
const remote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

/** What is wrong with the context and the Dockerfile as paths, a text each. */
export async function contextProblems({
  context,
  file,
}: Pick<BuildInputs, "context" | "file">): Promise<readonly string[]> {
  if (remote.test(context)) return [];
  if ((await kindOf(context)) !== "directory") {
    return [
      `\`context\`: there is no folder \`${context}\`; take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?`,
    ];
  }
  const dockerfile = file ?? join(context, "Dockerfile");
  if (remote.test(dockerfile) || (await kindOf(dockerfile)) === "file") return [];
  return [
    `\`file\`: there is no file \`${dockerfile}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``,
  ];
}

/** BuildKit's configuration; what is wrong with it goes to `problems`. */
export async function readBuildkitdConfig(
  config: BuildkitdConfig | undefined,
  problems: string[],
): Promise<BuildkitdText | undefined> {
  if (config === undefined) return undefined;
  const name = config.kind === "file" ? "buildkitd-config" : "buildkitd-config-inline";
  if (config.kind === "file" && (await kindOf(config.path)) !== "file") {
    problems.push(
      `\`${name}\`: there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``,
    );
    return undefined;
  }
  const text = config.kind === "file" ? await readFile(config.path, "utf8") : config.text;
  const toml = parseBuildkitdToml(text);
  if (!toml.ok) {
    problems.push(`\`${name}\`: ${toml.problem}`);
    return undefined;
  }
  for (const path of toml.value.authorities) {
    if ((await kindOf(path)) === "file") continue;
    problems.push(
      `\`${name}\`: its \`ca\` names \`${path}\`, which is no file; take a path on the runner, such as \`/etc/ssl/registry-ca.pem\``,
    );
  }
  return toml.value;
}

async function kindOf(path: string): Promise<"file" | "directory" | "absent"> {
  try {
    return (await stat(path)).isDirectory() ? "directory" : "file";
  } catch {
    return "absent";
  }
}
