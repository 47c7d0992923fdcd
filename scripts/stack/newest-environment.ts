// What differs for tests that build with the newest buildx and BuildKit: scripts/stack/newest.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StackError } from "./command.ts";
import { stackFolder } from "./stack-folder.ts";

export const newestFolder = join(stackFolder, "newest");

/** Where it is written down that they are there, or why not. */
export const newestFile = join(newestFolder, "made.json");

/** They are there: the folder of the programs, BuildKit's image, and both versions. */
export type Newest = {
  readonly programs: string;
  readonly image: string;
  readonly buildx: string;
  readonly buildkit: string;
};

export type Made = Newest | { readonly problem: string };

/** Whether this process builds with the newest of both. */
export const buildsWithNewest = process.env["STACK_VERSIONS"] === "newest";

/** A folder with Docker's configuration for one of vitest's processes. */
export function configFor(pool: string): string {
  return join(newestFolder, `docker-${pool}`);
}

/** What was made; undefined if it is not finished. */
export function readNewest(): Made | undefined {
  try {
    return JSON.parse(readFileSync(newestFile, "utf8"));
  } catch {
    return undefined;
  }
}

/** The variables that differ, in a process that builds with the newest; none in others. */
export function newestEnvironment(): Readonly<Record<string, string>> {
  if (!buildsWithNewest) return {};
  const made = readNewest();
  if (made === undefined) throw new StackError("the newest buildx and BuildKit are not there yet");
  if ("problem" in made) throw new StackError(made.problem);
  const pool = process.env["VITEST_POOL_ID"] ?? "1";
  return { STACK_BUILDKIT_IMAGE: made.image, DOCKER_CONFIG: configFor(pool) };
}

/** The folder whose programs come before the stack's own. */
export function newestPrograms(): readonly string[] {
  const made = buildsWithNewest ? readNewest() : undefined;
  return made === undefined || "problem" in made ? [] : [made.programs];
}
