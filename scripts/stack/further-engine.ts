// Engines beside the stack's own, for the tests that need one more.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { stackEnvironment } from "./environment.ts";
import { folders, stackFolder } from "./stack-folder.ts";
import { workers } from "./worker-environment.ts";

// Each is a stack of its own that has nothing but an engine; what is unpacked is shared. For each of
// the processes that run files of tests there is one like the stack's own, except for the first,
// which has that itself, and a newer one, Debian sid's: `worker-2`, `sid-1`.
const furtherEngines = [
  ...workers.map((worker) => `worker-${worker}` as const),
  ...(["1", ...workers] as const).map((process) => `sid-${process}` as const),
];
export type FurtherEngine = (typeof furtherEngines)[number];
const main = [process.execPath, join(import.meta.dirname, "main.ts")];

function settingsOf(name: FurtherEngine) {
  return {
    STACK_FOLDER: join(stackFolder, name),
    STACK_CACHE: folders.cache,
    STACK_ENGINE: name.startsWith("sid-") ? "sid" : "bookworm",
  };
}

/** Starts it for the registry of the stack that is up; gives its address. */
export async function startFurtherEngine(name: FurtherEngine): Promise<string> {
  const env = { ...process.env, ...stackEnvironment(), ...settingsOf(name) };
  const doing = `starting the ${name} engine`;
  return (await run([...main, "up", "--engine"], { doing, env })).trim();
}

/** Takes all of them down. */
export async function stopFurtherEngines(): Promise<void> {
  await Promise.all(furtherEngines.map(stopFurtherEngine));
}

/** Takes it down if it is there; `down` of the stack does so too. */
export async function stopFurtherEngine(name: FurtherEngine): Promise<void> {
  const settings = settingsOf(name);
  const there = await access(settings.STACK_FOLDER).then(
    () => true,
    () => false,
  );
  if (!there) return;
  const env = { ...process.env, ...settings };
  await run([...main, "down", "--purge"], { doing: `taking the ${name} engine down`, env });
}
