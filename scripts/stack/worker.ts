// Further places on the stack's machine where tests run: an engine and folders each.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lendToEngine } from "./engine-images.ts";
import { stackEnvironment } from "./environment.ts";
import { startFurtherEngine, stopFurtherEngine } from "./further-engine.ts";
import { loopback } from "./registry.ts";
import { folders } from "./stack-folder.ts";
import { toolImages } from "./tool-images.ts";
import { type Worker, workerFiles, workers } from "./worker-environment.ts";

/** Starts the engines, gives them the tool images, and writes down how they are reached. */
export async function startWorkers(): Promise<void> {
  await stopWorkers();
  await Promise.all(workers.map(startWorker));
}

export async function stopWorkers(): Promise<void> {
  await Promise.all(
    workers.map(async (worker) => {
      await stopFurtherEngine(`worker-${worker}`);
      await rm(workerFiles(worker).folder, { recursive: true, force: true });
    }),
  );
}

async function startWorker(worker: Worker): Promise<void> {
  const host = await startFurtherEngine(`worker-${worker}`);
  const address = loopback(stackEnvironment().STACK_REGISTRY_HTTP);
  const engine = { kind: "private", host, version: "" } as const;
  await lendToEngine(engine, address, Object.values(toolImages));
  const { folder, file } = workerFiles(worker);
  const environment = {
    DOCKER_HOST: host,
    DOCKER_CONFIG: join(folder, "docker"),
    BUILDX_CONFIG: join(folder, "buildx"),
  };
  await mkdir(environment.BUILDX_CONFIG, { recursive: true });
  await cp(folders.docker, environment.DOCKER_CONFIG, { recursive: true });
  await writeFile(file, JSON.stringify(environment));
}
