// The records by which runs know of each other: a file for each, in a folder beside buildx's own.

import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as v from "valibot";
import { type CurrentMachine, isGone, longestJob, parseOwner } from "../plan/cleanup-owner-text.ts";
import { type LivingRecord, type RunRecord, runRecord } from "../plan/cleanup-record.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import { findHere, startOf } from "./cleanup-owner.ts";

/** Where a run's record is, and what tells who lives. */
export type RecordPlace = { readonly path: string; readonly isEngineHere: boolean };

/** Another run's record, as `LivingRecord`, or one of a run that is over. */
export type FoundRecord = LivingRecord & { readonly path: string; readonly isOver: boolean };

/** Writes down that the run is there, and where its folder lies. */
export async function recordRun(
  place: RecordPlace | null,
  { owner, files }: Pick<RunFacts, "owner" | "files">,
): Promise<void> {
  if (place === null) return;
  await writeRecord(place.path, { owner: owner ?? "", folder: files.folder });
}

/**
 * Writes the record, at once as others see it. A folder that can't be written is left alone: buildx
 * itself could not work there either.
 */
async function writeRecord(path: string, record: RunRecord): Promise<void> {
  const half = join(dirname(path), `.${basename(path)}`);
  try {
    await inFolderOf(path, () => writeFile(half, JSON.stringify(record), { mode: 0o600 }));
    await rename(half, path);
  } catch {
    await rm(half, { force: true }).catch(() => {});
  }
}

// A run that ends removes the folder if it is empty.
async function inFolderOf(path: string, write: () => Promise<void>): Promise<void> {
  for (let isLast = false; ; isLast = true) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      return await write();
    } catch (error) {
      if (isLast || (error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

/** Changes the record if it is there; after the run's end it is not made again. */
export async function changeRecord(path: string, change: Partial<RunRecord>): Promise<void> {
  const record = await readRecord(path);
  if (record !== undefined) await writeRecord(path, { ...record, ...change });
}

export async function readRecord(path: string): Promise<RunRecord | undefined> {
  try {
    return v.parse(runRecord, JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** Removes the record, and the folder with the last one. */
export async function removeRecord(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => {});
}

/** The records of the other runs that live. */
export async function livingRecords(place: RecordPlace): Promise<readonly LivingRecord[]> {
  return (await otherRecords(place)).filter(({ isOver }) => !isOver);
}

/** The records of all other runs. */
export async function otherRecords({
  path: own,
  isEngineHere,
}: RecordPlace): Promise<readonly FoundRecord[]> {
  const folder = dirname(own);
  const names = await readdir(folder).catch(() => []);
  const others = names.filter((name) => !name.startsWith(".") && name !== basename(own));
  if (others.length === 0) return [];
  const here = await findHere(isEngineHere);
  const found = await Promise.all(others.map((name) => lookAt(join(folder, name), here)));
  return found.filter((one) => one !== undefined);
}

async function lookAt(
  path: string,
  here: CurrentMachine | undefined,
): Promise<FoundRecord | undefined> {
  const [record, file] = await Promise.all([readRecord(path), stat(path).catch(() => undefined)]);
  // Its run has ended meanwhile.
  if (record === undefined || file === undefined) return undefined;
  const written = file.mtimeMs;
  return { path, record, written, isOver: await isOver(record, written, here) };
}

async function isOver(
  { owner: text }: RunRecord,
  written: number,
  here: CurrentMachine | undefined,
): Promise<boolean> {
  const owner = parseOwner(text);
  if (owner === undefined || here === undefined) return Date.now() - written > longestJob;
  // Processes of this machine can be seen, wherever the engine is.
  const isEngineHere = here.isEngineHere || owner.boot === here.boot;
  const started = await startOf(owner.pid);
  return isGone(owner, written, { here: { ...here, isEngineHere }, started });
}
