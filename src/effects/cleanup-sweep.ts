// Removes what runs left that were killed with their runner, so that no post came after them.
import { basename, dirname } from "node:path";
import { instanceFile, partsIn } from "../plan/builder-parts.ts";
import { isNeeded, isSameName, usesOf } from "../plan/cleanup-record.ts";
import { giveBack } from "./builder-current.ts";
import type { BuilderFile } from "./builder-marks.ts";
import { readBuilderFile } from "./builder-marks.ts";
import { removeContainers, removeVolume, unlessAbsent } from "./builder-remove.ts";
import { type Abandoned, findAbandoned } from "./cleanup-abandoned.ts";
import { findHere } from "./cleanup-owner.ts";
import {
  type FoundRecord,
  otherRecords,
  type RecordPlace,
  removeRecord,
} from "./cleanup-records.ts";
import type { EnginePorts } from "./engine-api.ts";
import { removeFolder } from "./run-files.ts";

/** Where a run looks for what others left. */
type Places = {
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
export async function sweep(ports: EnginePorts, places: Places): Promise<readonly string[]> {
  const here = await findHere(places.isEngineHere);
  if (here === undefined) return [];
  const records = await otherRecords(places.record);
  const over = records.filter(({ isOver }) => isOver);
  const abandoned = await findAbandoned(ports, {
    ...{ ...places, here, beside: dirname(places.folder), own: basename(places.folder) },
    named: over.map(({ record }) => record.folder),
  });
  const named = await namedBuilders(records, places);
  const builders = [...abandoned.builders, ...named];
  for (const name of builders) {
    const keeps = usesOf(name, over).some(({ cleanup }) => cleanup === "all-but-state");
    await removeBuilder({ name, keeps }, places, ports);
  }
  await removeContainers(abandoned.emulators, ports);
  for (const path of abandoned.folders) await removeFolder(path);
  for (const { record, path } of over) {
    if (record.current !== undefined && builders.includes(record.current.name)) {
      await giveBack(ports.shell, { ...record.current, file: `${places.buildx}/current` });
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
  ports: EnginePorts,
): Promise<void> {
  const { container, files } = partsIn(buildx, name);
  const nodes = (await readBuilderFile(instanceFile(buildx, name)))?.nodes ?? 1;
  if (nodes > 1) {
    const keep = keeps ? ["--keep-state"] : [];
    const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
    await unlessAbsent(ports.shell.capture("removing a builder of several nodes", remove));
    return;
  }
  await removeContainers([container], ports);
  if (!keeps) await removeVolume(container, ports);
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
