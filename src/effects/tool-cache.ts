// The one door to @actions/tool-cache, which only an installation loads. It reads
// RUNNER_TOOL_CACHE and the proxies' variables itself.
import { rm, stat } from "node:fs/promises";
import { arch } from "node:os";
import { join } from "node:path";
import { setInterval } from "node:timers/promises";

const tool = "buildx";

/** How long a download may go on without a byte, its own retries' pauses of 20 s included. */
export const stallSeconds = 60;

/** A download that came to a standstill. */
export class StallError extends Error {
  override readonly name = "StallError";
}

/** A server's answer other than 200. */
export class StatusError extends Error {
  override readonly name = "StatusError";
  readonly status: number;

  constructor(status: number, options: ErrorOptions) {
    super(`the server answered ${status}`, options);
    this.status = status;
  }
}

/**
 * Downloads to a path where nothing is. A stalled download can't be ended: it stays until the
 * process does.
 *
 * @throws StatusError, StallError, or the network's error
 */
export async function downloadFile(url: string, path: string): Promise<void> {
  const { downloadTool, HTTPError } = await import("@actions/tool-cache");
  const ended = new AbortController();
  try {
    await Promise.race([downloadTool(url, path), standstill(path, ended.signal)]);
  } catch (error) {
    if (!(error instanceof HTTPError) || error.httpStatusCode === undefined) throw error;
    throw new StatusError(error.httpStatusCode, { cause: error });
  } finally {
    ended.abort();
  }
}

async function standstill(path: string, signal: AbortSignal): Promise<never> {
  let last = { size: 0, time: performance.now() };
  for await (const _ of setInterval(1000, undefined, { signal })) {
    const size = await sizeOf(path);
    if (size !== last.size) last = { size, time: performance.now() };
    if (performance.now() - last.time < stallSeconds * 1000) continue;
    throw new StallError(`no byte came for ${stallSeconds} seconds, after ${size} bytes`);
  }
  throw new Error("an interval has no end");
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The path of the program in the runner's tool cache; undefined where it is not there. */
export async function findInToolCache(version: string, name: string): Promise<string | undefined> {
  const { find } = await import("@actions/tool-cache");
  const path = join(find(tool, version), name);
  return (await sizeOf(path)) === 0 ? undefined : path;
}

type Cached = { readonly version: string; readonly name: string; readonly root: string };

/** Copies the program into the runner's tool cache; where that fails, no part of it stays. */
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
