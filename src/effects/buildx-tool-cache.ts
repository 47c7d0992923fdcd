// The one door to @actions/tool-cache, which only an installation loads. It reads RUNNER_TOOL_CACHE
// itself.
import { rm, stat } from "node:fs/promises";
import { arch } from "node:os";
import { join } from "node:path";

const tool = "buildx";

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The path of the program in the runner's tool cache; undefined if it is not there. */
export async function findInToolCache(version: string, name: string): Promise<string | undefined> {
  const { find } = await import("@actions/tool-cache");
  const path = join(find(tool, version), name);
  return (await sizeOf(path)) === 0 ? undefined : path;
}

type Cached = { readonly version: string; readonly name: string; readonly root: string };

/** Copies the program into the runner's tool cache; if that fails, no part of it stays. */
export async function addToToolCache(path: string, cached: Cached): Promise<void> {
  const { version, name, root } = cached;
  const { cacheFile } = await import("@actions/tool-cache");
  try {
    await cacheFile(path, name, tool, version);
  } catch (error) {
    await rm(join(root, tool, version, arch()), { recursive: true, force: true });
    throw error;
  }
}
