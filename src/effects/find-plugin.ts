// Finds buildx where docker looks for its plugins, without asking docker.
import { access, constants } from "node:fs/promises";
import { join } from "node:path";

// cli-plugins/manager/manager_unix.go of docker/cli
const systemFolders = [
  "/usr/local/lib/docker/cli-plugins",
  "/usr/local/libexec/docker/cli-plugins",
  "/usr/lib/docker/cli-plugins",
  "/usr/libexec/docker/cli-plugins",
];

/**
 * The path of the plugin that docker would start; undefined where none is found.
 *
 * @param folder Docker's configuration
 * @param extra `cliPluginsExtraDirs` of config.json, which come first
 */
export async function findBuildx(
  folder: string | undefined,
  extra: readonly string[],
): Promise<string | undefined> {
  const own = folder === undefined ? [] : [join(folder, "cli-plugins")];
  const paths = [...extra, ...own, ...systemFolders].map((place) => join(place, "docker-buildx"));
  const found = await Promise.all(paths.map(isProgram));
  return paths.find((_, index) => found[index]);
}

async function isProgram(path: string): Promise<boolean> {
  return await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
