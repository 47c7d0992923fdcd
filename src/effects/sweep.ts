// Removes what runs left that were killed with their runner, so that no post came after them.
import { basename, dirname, join } from "node:path";
import { partsIn } from "../plan/builder-parts.ts";
import type { EngineDoors } from "./engine-api.ts";
import { type Abandoned, findAbandoned } from "./find-abandoned.ts";
import { findHere } from "./owner.ts";
import { removeContainers, removeVolume } from "./remove-from-engine.ts";
import { removeFolder } from "./run-files.ts";

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
export async function sweep(doors: EngineDoors, places: Places): Promise<readonly string[]> {
  const here = await findHere(places.isEngineHere);
  if (here === undefined) return [];
  const beside = dirname(places.folder);
  const own = basename(places.folder);
  const abandoned = await findAbandoned(doors, { ...places, beside, here, own });
  for (const name of abandoned.builders) await removeBuilder(name, places, doors);
  await removeContainers(abandoned.emulators, doors);
  for (const name of abandoned.folders) await removeFolder(join(beside, name));
  return wordsOf(abandoned);
}

async function removeBuilder(name: string, { buildx }: Places, doors: EngineDoors): Promise<void> {
  const { container, files } = partsIn(buildx, name);
  await removeContainers([container], doors);
  await removeVolume(container, doors);
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
