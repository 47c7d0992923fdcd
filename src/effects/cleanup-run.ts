// Undoes what a run did to the machine.
import type { Command } from "../domain/command.ts";
import type { Removal, Undo } from "../plan/cleanup-undo.ts";
import { giveFormerBuilderBack } from "./builder-current.ts";
import { removeBuilder, removeWith } from "./builder-remove-shared.ts";
import { removeRecord } from "./cleanup-records.ts";
import { type EnginePorts, engineApi } from "./engine-api.ts";
import { removeFile, removeFolder } from "./run-files.ts";
import type { Shell } from "./shell.ts";
import { together } from "./together.ts";

/** The same shell, with what the commands that undo need. */
export function undoingShell(shell: Shell, { environment, buildx }: Undo): Shell {
  return shell.with({ environment, buildx: buildx ?? undefined });
}

/**
 * Removes the builder with its container and volume, gives the former builder back, and removes
 * the run's folder; each of them whatever becomes of the others.
 *
 * @param running argv of the run's commands that were cut short, and have ended by now
 * @param beside what else needs the run's folder
 * @returns what became of the builder
 */
export async function cleanUp(
  shell: Shell,
  undo: Undo,
  running: readonly Command[],
  beside: Promise<unknown> = Promise.resolve(),
): Promise<Removal> {
  const ports = { shell, engine: engineApi(undo.endpoint) };
  const builder = removeBuilder(ports, undo, running);
  // Not before: a run whose builder is still there may be given it as the current one.
  const current = builder.catch(() => {}).then(() => giveFormerBuilderBack(shell, undo));
  const parts = together([
    builder,
    current,
    beside,
    removeEmulators(undo, running, ports),
    ...undo.files.map(removeFile),
  ]);
  // Not before: the folder may hold the configuration that docker works with, and buildx itself.
  const folder = parts.catch(() => {}).then(() => removeFolder(undo.folder));
  const [[removal]] = await together([parts, folder]);
  // Last: if something is left, the next run finds it by this.
  if (undo.record !== null) await removeRecord(undo.record.path);
  return removal;
}

async function removeEmulators(
  { emulators }: Undo,
  running: readonly Command[],
  ports: EnginePorts,
): Promise<void> {
  if (emulators === null || !running.flat().includes(emulators)) return;
  await removeWith(emulators, true, ports);
}
