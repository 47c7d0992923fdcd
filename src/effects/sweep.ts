// Removes what runs left that were killed with their runner, so that no post came after them.
import { basename, dirname } from "node:path";
import { instanceFile, partsIn } from "../plan/builder-parts.ts";
import { isNeeded, isSameName, usesOf } from "../plan/run-record.ts";
import type { BuilderFile } from "./builder-marks.ts";
import { readBuilderFile } from "./builder-marks.ts";
import { giveBack } from "./current-builder.ts";
import type { EngineDoors } from "./engine-api.ts";
import { type Abandoned, findAbandoned } from "./find-abandoned.ts";
import { findHere } from "./owner.ts";
import { removeContainers, removeVolume, unlessAbsent } from "./remove-from-engine.ts";
import { removeFolder } from "./run-files.ts";
import { type FoundRecord, otherRecords, type RecordPlace, removeRecord } from "./run-records.ts";

/** Where a run looks for what others left. */
export type Places = {
  /** Where buildx keeps its builders. */
  readonly buildx: string;
  /** The run's own folder, which those of others lie beside. */
  readonly folder: string;
  readonly isEngineHere: boolean;
  readonly record: RecordPlace;
  /** The run's own builder, which it removes by itself, or keeps. */
  readonly builder: string | undefined;
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
  const records = await otherRecords(places.record);
  const over = records.filter(({ isOver }) => isOver);
  const abandoned = await findAbandoned(doors, {
    ...{ ...places, here, beside: dirname(places.folder), own: basename(places.folder) },
    named: over.map(({ record }) => record.folder),
  });
  const named = await namedBuilders(records, places);
  const builders = [...abandoned.builders, ...named];
  for (const name of builders) {
    const keeps = usesOf(name, over).some(({ cleanup }) => cleanup === "all-but-state");
    await removeBuilder({ name, keeps }, places, doors);
  }
  await removeContainers(abandoned.emulators, doors);
  for (const path of abandoned.folders) await removeFolder(path);
  for (const { record, path } of over) {
    if (record.current !== undefined && builders.includes(record.current.name)) {
      await giveBack(doors.shell, { ...record.current, file: `${places.buildx}/current` });
    }
    await removeRecord(path);
  }
  return wordsOf({ ...abandoned, builders });
}

/** Builders that runs have made with a `name`, and that no run which lives has to do with. */
async function namedBuilders(
  records: readonly FoundRecord[],
  { buildx, builder: own }: Places,
): Promise<readonly string[]> {
  const living = records.filter(({ isOver }) => !isOver);
  const names = records.flatMap(({ record: { builder }, isOver }) =>
    isOver && builder !== undefined && builder.cleanup !== "nothing" ? [builder.name] : [],
  );
  const idle = [...new Set(names)].filter(
    (name) => !(own !== undefined && isSameName(name, own)) && !isNeeded(name, living),
  );
  const files = await Promise.all(idle.map((name) => readBuilderFile(instanceFile(buildx, name))));
  return idle.filter((_, index) => isMarked(files[index]));
}

function isMarked(file: BuilderFile | undefined): boolean {
  return file?.driver === "docker-container" && file.owner !== undefined;
}

type Gone = {
  readonly name: string;
  /** Whether its cache is kept for the next builder of that name. */
  readonly keeps: boolean;
};

async function removeBuilder(
  { name, keeps }: Gone,
  { buildx }: Places,
  doors: EngineDoors,
): Promise<void> {
  const { container, files } = partsIn(buildx, name);
  const nodes = (await readBuilderFile(instanceFile(buildx, name)))?.nodes ?? 1;
  if (nodes > 1) {
    const keep = keeps ? ["--keep-state"] : [];
    const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
    await unlessAbsent(doors.shell.capture("removing a builder of several nodes", remove));
    return;
  }
  await removeContainers([container], doors);
  if (!keeps) await removeVolume(container, doors);
  // Last, as the file tells the next run whose builder it was.
  for (const file of files) await removeFolder(file);
}

function wordsOf({ builders, emulators, folders }: Abandoned): readonly string[] {
  return [
    ...builders.map((name) => `builder ${name}`),
    ...emulators.map((name) => `container ${name}`),
    ...folders.map((path) => `folder ${basename(path)}`),
  ];
}
