// Finds out how much room is left after something failed for lack of it.

import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandError, type DiskPlace, FullDiskError, NodeError } from "../domain/errors.ts";
import { troubleOf } from "../domain/trouble.ts";
import type { BuilderPlan } from "../plan/builder-plan.ts";
import { buildFailure, lastWords } from "../result/build-failure.ts";
import type { Shell } from "./shell.ts";

type Disks = {
  readonly builder: BuilderPlan;
  /** Whether the engine's files are on this machine. */
  readonly engineIsHere: boolean;
  /** The run's own folder. */
  readonly folder: string;
};

/**
 * Does the work; if it fails for want of room, the error names the places that may be full. What a
 * program of the Dockerfile prints is believed only of a disk that has next to no room left.
 */
export async function namingFullDisks<T>(
  shell: Shell,
  disks: Disks,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const certain = isFull(error);
    if (!certain && !mayBeFull(error)) throw error;
    const places = await placesOf(shell, disks);
    const full = places.filter(({ free, size }) => free < nextToNone * size);
    if (!certain && full.length === 0) throw error;
    throw new FullDiskError(error, certain ? places : full);
  }
}

/** A twentieth: what a program that failed had written may have been removed since. */
const nextToNone = 0.05;

/** Says if there is no room, if that is why a file of the run could not be made. */
export async function fullDiskAt(
  error: unknown,
  folder: string,
): Promise<FullDiskError | undefined> {
  if (!(error instanceof Error) || !isFull(error)) return undefined;
  const place = await placeAt("the runner's temporary files, RUNNER_TEMP", folder);
  return new FullDiskError(error, place === undefined ? [] : [place]);
}

function isFull(error: Error): boolean {
  if (error instanceof NodeError) return isFull(error.cause);
  if (error instanceof CommandError) return troubleOf(lastWords(error.stderr)) === "full";
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT";
}

function mayBeFull(error: Error): boolean {
  const { output = [] } = (error instanceof CommandError && buildFailure(error.stderr)) || {};
  return output.some((line) => /no space left on device|disk quota exceeded/i.test(line));
}

async function placesOf(shell: Shell, disks: Disks): Promise<readonly DiskPlace[]> {
  const asked = await Promise.all([
    disks.engineIsHere ? enginePlace(shell, disks.builder) : undefined,
    placeAt("the runner's temporary files", disks.folder),
  ]);
  return asked.filter((place) => place !== undefined);
}

async function enginePlace(shell: Shell, builder: BuilderPlan): Promise<DiskPlace | undefined> {
  const volume = builder.kind === "create" && builder.here ? `${builder.here.container}_state` : "";
  const look = ["docker", "volume", "inspect", "--format", "{{.Mountpoint}}", volume];
  const state = volume === "" ? undefined : await answer(shell, look);
  if (state !== undefined) return await placeAt("what BuildKit keeps", state);
  const root = await answer(shell, ["docker", "info", "--format", "{{.DockerRootDir}}"]);
  return root === undefined ? undefined : await placeAt("what the engine keeps", root);
}

async function answer(shell: Shell, command: readonly string[]): Promise<string | undefined> {
  const output = await shell.capture("looking for the full disk", command).catch(() => undefined);
  return output?.stdout.trim() || undefined;
}

// Where this user may not look, the folder above is most likely on the same disk.
async function placeAt(what: string, path: string): Promise<DiskPlace | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(path);
    return { what, path, free: bavail * bsize, size: blocks * bsize };
  } catch {
    return path === dirname(path) ? undefined : await placeAt(what, dirname(path));
  }
}
