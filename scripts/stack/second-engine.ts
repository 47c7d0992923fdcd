// A newer engine beside the stack's own, for the tests that need one: Debian sid's.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { stackEnvironment } from "./environment.ts";
import { folders, stackFolder } from "./stack-folder.ts";

// It is a stack of its own that has nothing but an engine; what is unpacked is shared.
const folder = join(stackFolder, "second");
const settings = { STACK_FOLDER: folder, STACK_CACHE: folders.cache, STACK_ENGINE: "sid" };
const main = [process.execPath, join(import.meta.dirname, "main.ts")];

/** Starts it for the registry of the stack that is up; gives its address. */
export async function startSecondEngine(): Promise<string> {
  const env = { ...process.env, ...stackEnvironment(), ...settings };
  const host = await run([...main, "up", "--engine"], { doing: "starting a second engine", env });
  return host.trim();
}

/** Takes it down where it is there; `down` of the stack does so too. */
export async function stopSecondEngine(): Promise<void> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (!there) return;
  const env = { ...process.env, ...settings };
  await run([...main, "down", "--purge"], { doing: "taking the second engine down", env });
}
