// A second place on the stack's machine where tests run: an engine and folders of its own.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { lendToEngine } from "./engine-images.ts";
import { stackEnvironment } from "./environment.ts";
import { startFurtherEngine, stopFurtherEngine } from "./further-engine.ts";
import { loopback } from "./registry.ts";
import { folders } from "./stack-folder.ts";
import { toolImages } from "./tool-images.ts";
import { workerFile } from "./worker-environment.ts";

const own = dirname(workerFile);

/** Starts the engine, gives it the tool images, and writes down how it is reached. */
export async function startWorker(): Promise<void> {
  await stopWorker();
  const host = await startFurtherEngine("worker");
  const address = loopback(stackEnvironment().STACK_REGISTRY_HTTP);
  const engine = { kind: "private", host, version: "" } as const;
  await lendToEngine(engine, address, Object.values(toolImages));
  const environment = {
    DOCKER_HOST: host,
    DOCKER_CONFIG: join(own, "docker"),
    BUILDX_CONFIG: join(own, "buildx"),
  };
  await mkdir(environment.BUILDX_CONFIG, { recursive: true });
  await cp(folders.docker, environment.DOCKER_CONFIG, { recursive: true });
  await writeFile(workerFile, JSON.stringify(environment));
}

export async function stopWorker(): Promise<void> {
  await stopFurtherEngine("worker");
  await rm(own, { recursive: true, force: true });
}
