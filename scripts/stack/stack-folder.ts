// Where everything of the stack lies: one ignored folder beside the package.json.
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

const projectFolder = resolve(import.meta.dirname, "../..");

/** The stack's folder. `STACK_FOLDER` moves it, for a second stack of one project. */
export const stackFolder = resolve(process.env["STACK_FOLDER"] ?? join(projectFolder, ".stack"));

/** The folders and files of the stack; `cache` alone outlives `down`. `STACK_CACHE` shares one. */
export const folders = {
  bin: join(stackFolder, "bin"),
  buildx: join(stackFolder, "buildx"),
  cache: resolve(process.env["STACK_CACHE"] ?? join(stackFolder, "cache")),
  certificates: join(stackFolder, "certificates"),
  docker: join(stackFolder, "docker"),
  engine: join(stackFolder, "engine"),
  log: join(stackFolder, "log"),
  registry: join(stackFolder, "registry"),
  run: join(stackFolder, "run"),
} as const;

/** Six digits that tell two stacks of one machine apart, in names of bridges and cgroups. */
export const stackId = createHash("sha256").update(stackFolder).digest("hex").slice(0, 6);

/** Makes the folders that `up` writes to. */
export async function makeFolders(): Promise<void> {
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
}
