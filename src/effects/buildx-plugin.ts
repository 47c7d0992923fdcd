// Finds buildx where docker looks for its plugins, without asking docker.
import { access, constants, lstat, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FoundPlugin } from "../plan/docker-config-plan.ts";

// cli-plugins/manager/manager_unix.go of docker/cli
const systemFolders = [
  "/usr/local/lib/docker/cli-plugins",
  "/usr/local/libexec/docker/cli-plugins",
  "/usr/lib/docker/cli-plugins",
  "/usr/libexec/docker/cli-plugins",
];

/**
 * What lies where docker looks for buildx, in docker's order.
 *
 * @param folder Docker's configuration
 * @param extra `cliPluginsExtraDirs` of config.json, which come first
 */
export async function findBuildx(
  folder: string | undefined,
  extra: readonly string[],
): Promise<readonly FoundPlugin[]> {
  const own = folder === undefined ? [] : [join(folder, "cli-plugins")];
  const paths = [...extra, ...own, ...systemFolders].map((place) => join(place, "docker-buildx"));
  const looked = await Promise.all(
    paths.map(async (path) =>
      (await isThere(path)) ? { path, problem: await problemOf(path) } : [],
    ),
  );
  return looked.flat();
}

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

/** Why the file can't be a program; undefined if it may be one. */
async function problemOf(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) return "is no file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? "is a link to a file that is not there" : `can't be read (${code})`;
  }
  return await access(path, constants.X_OK).then(
    () => undefined,
    () => "may not be executed: its mode does not allow it, or its file system is mounted noexec",
  );
}
