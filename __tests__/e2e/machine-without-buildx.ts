// A runner that has docker, and no buildx where docker looks for it first.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Texts } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { stack } from "./inputs-for.ts";

/** Whether docker has a buildx for all users, which no test can take away. */
export const buildxForAll = [
  "/usr/local/lib/docker",
  "/usr/local/libexec/docker",
  "/usr/lib/docker",
  "/usr/libexec/docker",
].some((folder) => existsSync(join(folder, "cli-plugins/docker-buildx")));

export type BareMachine = AsyncDisposable & {
  readonly environment: Texts;
  /** Docker's configuration folder, empty at first. */
  readonly config: string;
  readonly toolCache: string;
  /** A path where nothing is. */
  readonly marker: string;
  /** Every file in the tool cache and the folder of plugins, as seen from the folder above. */
  readonly installed: () => Promise<readonly string[]>;
};

export async function machineWithoutBuildx(): Promise<BareMachine> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-bare-"));
  const at = (name: string) => join(folder, name);
  for (const name of ["bin", "docker", "tools"]) await mkdir(at(name));
  const programs = stack.PATH.split(":").find((path) => path !== "") ?? "";
  await symlink(join(programs, "docker"), join(at("bin"), "docker"));
  return {
    environment: {
      DOCKER_CONFIG: at("docker"),
      BUILDX_CONFIG: at("buildx"),
      RUNNER_TOOL_CACHE: at("tools"),
      NODE_EXTRA_CA_CERTS: stack.STACK_CA,
      PATH: at("bin"),
    },
    config: at("docker"),
    toolCache: at("tools"),
    marker: at("marker"),
    installed: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const paths = files.map(({ parentPath, name }) => join(parentPath, name));
      const ours = paths.filter((path) => /\/(?:tools|cli-plugins)\//.test(path));
      return ours.map((path) => path.slice(folder.length + 1)).sort();
    },
    [Symbol.asyncDispose]: async () => rm(folder, { recursive: true, force: true }),
  };
}

/** The stack's own buildx: a real program, and its version without the `v`. */
export async function stackBuildx(): Promise<{ readonly path: string; readonly version: string }> {
  const printed = await docker("buildx", "version");
  const version = /\d+\.\d+\.\d+/.exec(printed)?.[0] ?? "";
  return { path: await realpath(join(stack.DOCKER_CONFIG, "cli-plugins/docker-buildx")), version };
}
