// Makes a builder the user's current one, and gives back the one that was.
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import { isSameName, type LivingRecord } from "../plan/cleanup-record.ts";
import type { Undo } from "../plan/cleanup-undo.ts";
import { livingRecords } from "./cleanup-records.ts";
import type { Shell } from "./shell.ts";

/** Makes the builder the current one of this user. */
export async function useBuilder(shell: Shell, name: string): Promise<void> {
  await shell.capture(`making \`${name}\` the current builder`, ["docker", "buildx", "use", name]);
}

/**
 * Makes the first of the former builders that is still there the current one again; nothing if
 * another has taken the place meanwhile, or another run needs this one there.
 */
export async function giveFormerBuilderBack(
  shell: Shell,
  { current, record }: Pick<Undo, "current" | "record">,
): Promise<void> {
  if (current === null) return;
  const others = record === null ? [] : await livingRecords(record);
  if (others.some((other) => uses(other, current.name))) return;
  await giveBack(shell, current);
}

/** The same, even if other runs use it. */
export async function giveBack(
  shell: Shell,
  { name, formers, file }: NonNullable<Undo["current"]>,
): Promise<void> {
  const chosen = await readCurrent(file);
  if (chosen !== undefined && !isSameName(chosen, name)) return;
  for (const former of formers) {
    if (await isUsed(shell, former)) return;
  }
}

function uses({ record }: LivingRecord, name: string): boolean {
  return record.current !== undefined && isSameName(record.current.name, name);
}

async function isUsed(shell: Shell, name: string): Promise<boolean> {
  try {
    await useBuilder(shell, name);
    return true;
  } catch (error) {
    // It belonged to another run, or its user has removed it.
    if (error instanceof CommandError) return false;
    throw error;
  }
}

// store/store.go of docker/buildx. No name: the engine that the context names.
const chosen = v.object({ Name: v.string() });

/** Undefined if the file does not say. */
async function readCurrent(file: string): Promise<string | undefined> {
  try {
    const { Name } = v.parse(chosen, JSON.parse(await readFile(file, "utf8")));
    return Name === "" ? undefined : Name;
  } catch {
    return undefined;
  }
}
