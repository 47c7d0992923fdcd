// Takes the stack down and leaves the machine as it was before `up`.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { namesStarted, stopInBackground } from "./background-process.ts";
import { attempt } from "./command.ts";
import { answers, privateHost } from "./engine.ts";
import { removeNetwork } from "./engine-network.ts";
import { engineEnvironment } from "./engine-packages.ts";
import { readState } from "./environment.ts";
import { stopFurtherEngines } from "./further-engine.ts";
import { removeHostsLine } from "./hosts-file.ts";
import { endEngineProcesses, removeCgroups, removeRuncStates, unmountAll } from "./leftovers.ts";
import { restoreBefore } from "./machine-state.ts";
import { folders, stackFolder } from "./stack-folder.ts";

/** Ends and removes all that `up` brought, except the cache and the logs. */
export async function takeDown(): Promise<void> {
  await stopFurtherEngines();
  if (readState()?.engine.kind === "running") await clearRunningEngine();
  if (await answers(privateHost)) await removeContainers();
  for (const name of await namesStarted()) await stopInBackground(name);
  await removeEngineLeftovers();
  await restoreBefore();
  await removeHostsLine();
  const kept: readonly string[] = ["cache", "log", "lock"];
  for (const name of await readdir(stackFolder).catch(() => [])) {
    if (!kept.includes(name)) await rm(join(stackFolder, name), { recursive: true, force: true });
  }
}

/** Removes the whole folder, which `takeDown` has emptied of everything that runs. */
export async function purge(): Promise<void> {
  await rm(stackFolder, { recursive: true, force: true });
}

/** From an engine that is not ours, what came through us goes: builders and lent images. */
async function clearRunningEngine(): Promise<void> {
  const env = { ...process.env, ...readState()?.environment };
  const buildx = join(folders.bin, "docker-buildx");
  for (const name of await readdir(join(folders.buildx, "instances")).catch(() => [])) {
    await attempt([buildx, "rm", "--force", name], { env }).catch(() => undefined);
  }
  for (const image of readState()?.lent ?? []) {
    await attempt([join(folders.bin, "docker"), "rmi", image], { env }).catch(() => undefined);
  }
}

async function removeContainers(): Promise<void> {
  const docker = [join(folders.bin, "docker"), "--host", privateHost];
  const listed = await attempt([...docker, "ps", "--all", "--quiet"]).catch(() => undefined);
  const containers = (listed?.stdout ?? "").split("\n").filter(Boolean);
  if (containers.length > 0)
    await attempt([...docker, "rm", "--force", "--volumes", ...containers]);
}

async function removeEngineLeftovers(): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await endEngineProcesses();
  await unmountAll();
  await removeNetwork(engineEnvironment());
  await removeCgroups();
  await removeRuncStates();
}
