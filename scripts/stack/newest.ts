// Brings the newest buildx and BuildKit to the stack that is up, beside the versions that it has.
// The compiling takes minutes, so that it is done while other tests run.
import { cp, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { interruption } from "./command.ts";
import { lendToEngine } from "./engine-images.ts";
import { readState, stackEnvironment, writeState } from "./environment.ts";
import { compileGoPrograms, type GoSet, versionIn } from "./go-programs.ts";
import { pushImage } from "./image-push.ts";
import {
  configFor,
  type Made,
  type Newest,
  newestFile,
  newestFolder,
} from "./newest-environment.ts";
import { loopback } from "./registry.ts";
import { folders } from "./stack-folder.ts";
import { makeBuildkitImage, toolImages } from "./tool-images.ts";
import { workerHosts, workers } from "./worker-environment.ts";

const [buildkit, buildx] = ["github.com/moby/buildkit", "github.com/docker/buildx"];

// Dependabot raises their versions in newest/go.mod.
const newest: GoSet = {
  module: "newest",
  what: "the newest buildx and BuildKit",
  packages: [`${buildx}/cmd/buildx`, `${buildkit}/cmd/buildctl`, `${buildkit}/cmd/buildkitd`],
  versions: { [`${buildx}/version.Version`]: buildx, [`${buildkit}/version.Version`]: buildkit },
};

async function bringNewest(): Promise<Newest> {
  const compiling = compileGoPrograms(newest);
  const [{ folder }, layers] = await Promise.all([
    compiling,
    makeBuildkitImage("buildkit-newest-programs", compiling),
  ]);
  const version = await versionIn(newest.module, buildkit);
  const image = { ...toolImages.buildkit, tag: version };
  const { STACK_REGISTRY_HTTP: http, DOCKER_HOST } = stackEnvironment();
  await pushImage(loopback(http), image, layers);
  await lendToAll([DOCKER_HOST, ...workerHosts()], loopback(http), image);
  const programs = join(newestFolder, "bin");
  await mkdir(programs);
  await symlink(join(folder, "buildx"), join(programs, "docker-buildx"));
  for (const pool of ["1", ...workers]) await makeConfig(configFor(pool), join(folder, "buildx"));
  return {
    programs,
    image: `${image.repository}:${image.tag}`,
    buildx: await versionIn(newest.module, buildx),
    buildkit: version,
  };
}

async function lendToAll(
  hosts: readonly string[],
  address: string,
  image: { readonly repository: string; readonly tag: string },
): Promise<void> {
  for (const host of hosts) {
    const lent = await lendToEngine({ kind: "private", host, version: "" }, address, [image]);
    const state = readState();
    if (state?.engine.kind === "running" && state.environment.DOCKER_HOST === host) {
      await writeState({ ...state, lent: [...state.lent, ...lent] });
    }
  }
}

async function makeConfig(folder: string, buildxProgram: string): Promise<void> {
  await cp(folders.docker, folder, { recursive: true, verbatimSymlinks: true });
  const plugin = join(folder, "cli-plugins/docker-buildx");
  await rm(plugin, { force: true });
  await symlink(buildxProgram, plugin);
}

process.once("SIGTERM", () => interruption.abort());
await rm(newestFolder, { recursive: true, force: true });
await mkdir(newestFolder);
const made: Made = await bringNewest().catch((error: unknown) => ({
  problem: error instanceof Error ? error.message : String(error),
}));
await writeFile(`${newestFile}.new`, JSON.stringify(made));
await rename(`${newestFile}.new`, newestFile);
if ("problem" in made) throw new Error(made.problem);
