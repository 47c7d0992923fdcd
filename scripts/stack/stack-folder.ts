// Where everything of the stack lies: one ignored folder beside the package.json.
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

const projectFolder = resolve(import.meta.dirname, "../..");

/** The stack's folder. `STACK_FOLDER` moves it, for a second stack of one project. */
export const stackFolder = resolve(process.env["STACK_FOLDER"] ?? join(projectFolder, ".stack"));

// https://specifications.freedesktop.org/basedir/latest/
const userCache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");

/**
 * The folders of the stack. What is downloaded and compiled is in `cache`, which all checkouts of
 * this user share: each thing in it is named after what it was made from. `STACK_CACHE` moves it.
 */
export const folders = {
  bin: join(stackFolder, "bin"),
  buildx: join(stackFolder, "buildx"),
  cache: resolve(process.env["STACK_CACHE"] ?? join(userCache, "crossbuild-stack")),
  certificates: join(stackFolder, "certificates"),
  docker: join(stackFolder, "docker"),
  engine: join(stackFolder, "engine"),
  log: join(stackFolder, "log"),
  registry: join(stackFolder, "registry"),
  run: join(stackFolder, "run"),
} as const;

/** Six digits that tell two stacks of one machine apart, in names of bridges and cgroups. */
export const stackId = createHash("sha256").update(stackFolder).digest("hex").slice(0, 6);

/** A name in the cache for what is made from `source`. */
export function cacheName(name: string, source: string): string {
  return `${name}-${createHash("sha256").update(source).digest("hex").slice(0, 12)}`;
}

/** Makes the folders that `up` writes to. */
export async function makeFolders(): Promise<void> {
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
}
