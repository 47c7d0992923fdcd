// Undoes what a run did to the machine.
import { setTimeout } from "node:timers/promises";
import type { Command } from "../plan/plan.ts";
import type { Undo } from "../undo.ts";
import { type EngineDoors, engineApi } from "./engine-api.ts";
import { removeContainers, removeVolume, unlessAbsent } from "./remove-from-engine.ts";
import { removeFile, removeFolder } from "./run-files.ts";
import { type Shell, withOptions } from "./shell.ts";
import { together } from "./together.ts";

const lookMilliseconds = 100;
/** How long the engine may need for a container that it was asked for before the run was cut short. */
const appearMilliseconds = 1500;

/** The same shell, with what the commands that undo need. */
export function undoingShell(shell: Shell, { environment, buildx }: Undo): Shell {
  return withOptions(shell, { environment, buildx: buildx ?? undefined });
}

/**
 * Removes the builder with its container and volume, gives the former builder back, and removes
 * the run's folder; each of them whatever becomes of the others.
 *
 * @param running argv of the run's commands that were cut short, and have ended by now
 * @param beside what else needs the run's folder
 */
export async function cleanUp(
  shell: Shell,
  undo: Undo,
  running: readonly Command[],
  beside: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  const parts = together([
    beside,
    removeBuilder(shell, undo, running),
    giveFormerBuilderBack(shell, undo),
    ...undo.files.map(removeFile),
  ]);
  // Not before: the folder may hold the configuration that docker works with, and buildx itself.
  const folder = parts.catch(() => {}).then(() => removeFolder(undo.folder));
  await together([parts, folder]);
}

async function giveFormerBuilderBack(shell: Shell, { formerBuilder }: Undo): Promise<void> {
  if (formerBuilder === null) return;
  await shell.capture(`making \`${formerBuilder}\` the current builder again`, [
    ...["docker", "buildx", "use", formerBuilder],
  ]);
}

async function removeBuilder(shell: Shell, undo: Undo, running: readonly Command[]): Promise<void> {
  const { builder } = undo;
  const doors = { shell, engine: engineApi(undo.endpoint) };
  const goes = builder !== null && builder.cleanup !== "nothing" ? builder : null;
  const container = goes?.here?.container;
  const words = running.flat();
  const emulators = words.find((word) => word === undo.emulators);
  const names = [container, emulators].filter((name) => name !== undefined);
  const isNew = goes !== null && words.includes(goes.name);
  await removeAll(names, isNew ? names : names.filter((name) => name !== container), doors);
  if (goes === null) return;
  if (container === undefined) return await removeByBuildx(shell, goes);
  if (goes.cleanup === "all") await removeVolume(container, doors);
  // Last, as buildx's file tells other runs whose builder it was.
  for (const file of goes.here?.files ?? []) await removeFolder(file);
}

/** @param late those that may not be there yet, as the engine is about to make them */
async function removeAll(
  names: readonly string[],
  late: readonly string[],
  doors: EngineDoors,
): Promise<void> {
  const start = performance.now();
  const removed = await removeContainers(names, doors);
  let absent = late.filter((name) => !removed.includes(name));
  while (absent.length > 0 && performance.now() - start < appearMilliseconds) {
    await setTimeout(lookMilliseconds);
    const found = await removeContainers(absent, doors);
    absent = absent.filter((name) => !found.includes(name));
  }
}

async function removeByBuildx(
  shell: Shell,
  { name, cleanup }: NonNullable<Undo["builder"]>,
): Promise<void> {
  const keep = cleanup === "all-but-state" ? ["--keep-state"] : [];
  const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
  await unlessAbsent(shell.capture("removing the builder", remove));
}
