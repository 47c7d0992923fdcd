// Engines beside the stack's own, for the tests that need one more.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { stackEnvironment } from "./environment.ts";
import { folders, stackFolder } from "./stack-folder.ts";

// Each is a stack of its own that has nothing but an engine; what is unpacked is shared.
const suites = {
  /** Debian sid's, newer than the stack's. */
  second: "sid",
  /** As the stack's own, so that files of tests can run side by side: worker.ts */
  "worker-2": "bookworm",
  "worker-3": "bookworm",
} as const;
type FurtherEngine = keyof typeof suites;
const furtherEngines = [
  "second",
  "worker-2",
  "worker-3",
] as const satisfies readonly FurtherEngine[];
const main = [process.execPath, join(import.meta.dirname, "main.ts")];

function settingsOf(name: FurtherEngine) {
  const folder = join(stackFolder, name);
  return { STACK_FOLDER: folder, STACK_CACHE: folders.cache, STACK_ENGINE: suites[name] };
}

/** Starts it for the registry of the stack that is up; gives its address. */
export async function startFurtherEngine(name: FurtherEngine): Promise<string> {
  const env = { ...process.env, ...stackEnvironment(), ...settingsOf(name) };
  const doing = `starting the ${name} engine`;
  return (await run([...main, "up", "--engine"], { doing, env })).trim();
}

/** Takes all of them down. */
export async function stopFurtherEngines(): Promise<void> {
  for (const name of furtherEngines) await stopFurtherEngine(name);
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
