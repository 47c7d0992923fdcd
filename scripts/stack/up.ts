// Brings the stack up: what is there is used, what is missing is made.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { isRunning } from "./background-process.ts";
import { baseImages, makeBaseImages, pushBaseImages } from "./base-images.ts";
import { writeBuildkitdToml } from "./buildkitd-toml.ts";
import { linkBuildx } from "./buildx.ts";
import { StackError } from "./command.ts";
import { copyFromDockerHub, reachesDockerHub } from "./docker-hub.ts";
import { takeDown } from "./down.ts";
import {
  answers,
  type Engine,
  linkDockerCli,
  runningEngine,
  startPrivateEngine,
} from "./engine.ts";
import { lendToEngine } from "./engine-images.ts";
import { readState, type StackState, writeState } from "./environment.ts";
import { compileGoPrograms } from "./go-programs.ts";
import { addHostsLine, hasHostsLine } from "./hosts-file.ts";
import { pushImage } from "./image-push.ts";
import { recordBefore } from "./machine-state.ts";
import { say, timed } from "./progress.ts";
import {
  choosePorts,
  endpointsAt,
  loopback,
  type Ports,
  type Registry,
  registryProcesses,
  startRegistry,
} from "./registry.ts";
import { findRegistryProgram } from "./registry-program.ts";
import { folders, makeFolders, stackFolder } from "./stack-folder.ts";
import { makeBinfmtImage, makeBuildkitImage, pinnedPrograms, toolImages } from "./tool-images.ts";

/** Whether everything that `up` starts runs and answers. */
export async function isUp(): Promise<boolean> {
  const state = readState();
  if (state === undefined || !(await hasHostsLine())) return false;
  const checks = [...registryProcesses.map(isRunning), answers(state.environment.DOCKER_HOST)];
  return (await Promise.all(checks)).every(Boolean);
}

/** Brings the stack up; does nothing if it is up, and clears what a crash has left. */
export async function bringUp(): Promise<void> {
  if (await isUp()) return say("already up");
  if (await exists(join(stackFolder, "before.json"))) {
    say("clearing what is left of an earlier stack");
    await takeDown();
  }
  await makeFolders();
  await recordBefore();
  await addHostsLine();
  const ports = await choosePorts();
  const engine = findEngine(ports);
  const hub = reachesDockerHub();
  const registry = findRegistry(engine, ports);
  const [made, runs, serves, buildx, fromHub] = await Promise.all([
    hub.then((reached) => (reached ? undefined : makeImages())),
    engine,
    registry,
    linkBuildx(),
    hub,
  ]);
  const address = loopback(serves.http);
  if (made === undefined) await copyImages(address);
  else await timed("pushed the images to the registry", () => pushImages(address, made));
  const lent = fromHub ? [] : await lendToEngine(runs, address, Object.values(toolImages));
  await writeState({
    environment: await describe(runs, serves),
    programs: folders.bin,
    engine: { kind: runs.kind, version: runs.version },
    buildx,
    images: fromHub ? "Docker Hub" : "made here",
    lent: runs.kind === "private" ? [] : lent,
  });
  say('up. For its variables: eval "$(npm run -s stack -- env)"');
}

async function findEngine(ports: Ports): Promise<Engine> {
  const running = await runningEngine();
  if (running !== undefined) say(`using the engine that runs: ${running.version} ${running.host}`);
  const engine =
    running ??
    (await timed("the engine is there", () =>
      startPrivateEngine({ insecure: endpointsAt(ports) }),
    ));
  await linkDockerCli();
  return engine;
}

async function findRegistry(engine: Promise<Engine>, ports: Ports): Promise<Registry> {
  const program = await findRegistryProgram(async () => {
    const { host } = await engine;
    return [join(folders.bin, "docker"), "--host", host];
  });
  return timed("the registry is there", () => startRegistry(program, ports));
}

/** Stand-ins for Docker Hub's images; the compiling takes longest, so it starts first. */
async function makeImages() {
  if (process.arch !== "x64") {
    throw new StackError(
      `Docker Hub is out of reach, and no stand-ins are made on ${process.arch}`,
    );
  }
  say("Docker Hub is out of reach: making stand-ins for its images");
  const programs = timed("BuildKit's programs are there", () => compileGoPrograms(pinnedPrograms));
  // Its failure is met where the programs are waited for, which may be a while later.
  programs.catch(() => {});
  const [base, buildkit, binfmt] = await Promise.all([
    timed("the base images are there", makeBaseImages),
    makeBuildkitImage("buildkit-programs", programs),
    makeBinfmtImage(programs),
  ]);
  return { base, buildkit, binfmt };
}

type MadeImages = Awaited<ReturnType<typeof makeImages>>;

async function pushImages(address: string, { base, buildkit, binfmt }: MadeImages): Promise<void> {
  await Promise.all([
    pushBaseImages(address, base),
    pushImage(address, toolImages.buildkit, buildkit),
    pushImage(address, toolImages.binfmt, binfmt),
  ]);
}

async function copyImages(address: string): Promise<void> {
  const names = [...baseImages, ...Object.values(toolImages)];
  await timed("copied the images from Docker Hub", () =>
    Promise.all(names.map((name) => copyFromDockerHub(address, name))),
  );
}

async function describe(engine: Engine, registry: Registry): Promise<StackState["environment"]> {
  const name = (image: { readonly repository: string; readonly tag: string }) =>
    `${image.repository}:${image.tag}`;
  return {
    DOCKER_HOST: engine.host,
    BUILDX_CONFIG: folders.buildx,
    DOCKER_CONFIG: folders.docker,
    STACK_REGISTRY_HTTP: registry.http,
    STACK_REGISTRY_TLS: registry.tls,
    STACK_REGISTRY_AUTH: registry.auth,
    STACK_CA: registry.authority,
    STACK_CA_BUNDLE: registry.bundle,
    STACK_USERNAME: registry.username,
    STACK_PASSWORD: registry.password,
    STACK_BUILDKIT_IMAGE: name(toolImages.buildkit),
    STACK_BINFMT_IMAGE: name(toolImages.binfmt),
    STACK_BUILDKITD_TOML: await writeBuildkitdToml(registry),
  };
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
