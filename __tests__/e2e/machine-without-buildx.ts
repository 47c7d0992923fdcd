// A runner that has docker, and no buildx where docker looks for it first.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { job, type Texts } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { dockerfile, privateRegistry, stack } from "./inputs-for.ts";

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

/** Main and post of a build on a machine, and what is left in the runner's temporary folder. */
export async function steps(
  machine: BareMachine,
  inputs: Texts,
  environment: Texts = {},
  files: Texts = { Dockerfile: dockerfile },
) {
  const all = { ...machine.environment, ...environment };
  await using place = await job({ files, environment: all });
  const main = await place.main({ ...privateRegistry, ...inputs });
  const post = await place.post();
  return { main, post, left: await readdir(place.temp) };
}

/** As @actions/tool-cache lays it out. */
export async function putIntoToolCache(
  machine: BareMachine,
  version: string,
  bytes: Uint8Array,
): Promise<void> {
  const folder = join(machine.toolCache, "buildx", version, process.arch);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "docker-buildx"), bytes, { mode: 0o755 });
  await writeFile(`${folder}.complete`, "");
}

/** The stack's own buildx: a real program, for `platform` as releases name it. */
export async function stackBuildx() {
  const printed = await docker("buildx", "version");
  const program = await realpath(join(stack.DOCKER_CONFIG, "cli-plugins/docker-buildx"));
  return {
    program,
    /** Without the `v`. */
    version: /\d+\.\d+\.\d+/.exec(printed)?.[0] ?? "",
    platform: `linux-${process.arch === "arm64" ? "arm64" : "amd64"}`,
    /** SHA-256 in hexadecimal digits. */
    sum: createHash("sha256")
      .update(await readFile(program))
      .digest("hex"),
  };
}
