// Removes what runs left that were killed with their runner, so that no post came after them.
import { basename, dirname, join } from "node:path";
import { partsIn } from "../plan/builder-parts.ts";
import { removeContainers, removeVolume } from "./clean-up.ts";
import { type Abandoned, findAbandoned } from "./find-abandoned.ts";
import { findHere } from "./owner.ts";
import { removeFolder } from "./run-files.ts";
import type { Shell } from "./shell.ts";

/** Where a run looks for what others left. */
export type Places = {
  /** Where buildx keeps its builders. */
  readonly buildx: string;
  /** The run's own folder, which those of others lie beside. */
  readonly folder: string;
  readonly isEngineHere: boolean;
};

/**
 * Removes the builders, containers and folders that runs have made of which nothing lives, and no
 * others: each carries its run's owner.
 *
 * @returns what was removed: `builder crossbuild-0123456789abcdef`
 */
export async function sweep(shell: Shell, places: Places): Promise<readonly string[]> {
  const here = await findHere(places.isEngineHere);
  if (here === undefined) return [];
  const beside = dirname(places.folder);
  const own = basename(places.folder);
  const abandoned = await findAbandoned(shell, { ...places, beside, here, own });
  for (const name of abandoned.builders) await removeBuilder(shell, name, places);
  await removeContainers(shell, abandoned.emulators);
  for (const name of abandoned.folders) await removeFolder(join(beside, name));
  return wordsOf(abandoned);
}

async function removeBuilder(shell: Shell, name: string, { buildx }: Places): Promise<void> {
  const { container, files } = partsIn(buildx, name);
  await removeContainers(shell, [container]);
  await removeVolume(shell, container);
  // Last, as the file tells the next run whose builder it was.
  for (const file of files) await removeFolder(file);
}

function wordsOf({ builders, emulators, folders }: Abandoned): readonly string[] {
  return [
    ...builders.map((name) => `builder ${name}`),
    ...emulators.map((name) => `container ${name}`),
    ...folders.map((name) => `folder ${name}`),
  ];
}
