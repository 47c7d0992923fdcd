// Removes the builder that a run made, or that it is the last one to use.

import { setTimeout } from "node:timers/promises";
import type { Command } from "../domain/command.ts";
import { isNeeded } from "../plan/cleanup-record.ts";
import type { Removal, Undo } from "../plan/cleanup-undo.ts";
import { type BuilderFile, inspectMarks, readBuilderFile } from "./builder-marks.ts";
import { removeContainers, removeVolume, unlessAbsent } from "./builder-remove.ts";
import { changeRecord, livingRecords, type RecordPlace, readRecord } from "./cleanup-records.ts";
import type { EnginePorts } from "./engine-api.ts";
import { removeFolder } from "./run-files.ts";
import type { Shell } from "./shell.ts";

const lookMilliseconds = 100;
/** How long the engine may need for a container that it was asked for before the run was cut short. */
const appearMilliseconds = 1500;

type Builder = NonNullable<Undo["builder"]>;

/**
 * @param running argv of the run's commands that were cut short, and have ended by now
 */
export async function removeBuilder(
  ports: EnginePorts,
  { builder, record }: Undo,
  running: readonly Command[],
): Promise<Removal> {
  if (builder === null || builder.cleanup === "nothing") return "kept";
  const isLate = running.flat().includes(builder.name);
  if (!builder.isShared || record === null) {
    await remove(ports, builder, isLate);
    return "removed";
  }
  const { name, cleanup } = builder;
  await changeRecord(record.path, { builder: { name, cleanup, state: "leaving" } });
  if (isNeeded(name, await livingRecords(record))) return "shared";
  const file = await readBuilderFile(builder.file);
  if (isForeign(file)) return "foreign";
  if (builder.here === null) await removeByBuildx(ports.shell, builder);
  else if (await isContainerOfOthers(ports, { builder, file, record })) await removeFiles(builder);
  else await remove(ports, builder, isLate);
  return "removed";
}

// One that its user has made under the same name has no mark.
function isForeign(file: BuilderFile | undefined): boolean {
  return file?.driver === "docker-container" && file.owner === undefined;
}

type OwnedBuilder = {
  readonly builder: Builder;
  readonly file: BuilderFile | undefined;
  readonly record: RecordPlace;
};

// Where another user's buildx has a builder of this name, buildx has taken its container for this one's.
async function isContainerOfOthers(
  ports: EnginePorts,
  { builder: { here }, file, record }: OwnedBuilder,
): Promise<boolean> {
  const found = here === null ? undefined : await inspectMarks(here.container, ports);
  if (found === undefined) return false;
  const owner = file === undefined ? (await readRecord(record.path))?.owner : file.owner;
  return found.owner === undefined || found.owner !== owner;
}

/** @param isLate whether its container may not be there yet, as the engine is about to make it */
async function remove(ports: EnginePorts, builder: Builder, isLate: boolean): Promise<void> {
  if (builder.here === null) return await removeByBuildx(ports.shell, builder);
  const { container } = builder.here;
  await removeWith(container, isLate, ports);
  if (builder.cleanup === "all") await removeVolume(container, ports);
  // Last, as buildx's file tells other runs whose builder it was.
  await removeFiles(builder);
}

async function removeFiles({ here }: Builder): Promise<void> {
  for (const file of here?.files ?? []) await removeFolder(file);
}

/**
 * Removes a container.
 *
 * @param isLate whether it may not be there yet, as the engine is about to make it
 */
export async function removeWith(
  container: string,
  isLate: boolean,
  ports: EnginePorts,
): Promise<void> {
  const start = performance.now();
  let removed = await removeContainers([container], ports);
  while (isLate && removed.length === 0 && performance.now() - start < appearMilliseconds) {
    await setTimeout(lookMilliseconds);
    removed = await removeContainers([container], ports);
  }
}

async function removeByBuildx(shell: Shell, { name, cleanup }: Builder): Promise<void> {
  const keep = cleanup === "all-but-state" ? ["--keep-state"] : [];
  const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
  await unlessAbsent(shell.capture("removing the builder", remove));
}
