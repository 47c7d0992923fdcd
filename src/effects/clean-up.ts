// Undoes what a run did to the machine.
import { CommandError } from "../domain/errors.ts";
import type { Undo } from "../undo.ts";
import { endProcesses } from "./processes.ts";
import { removeFile, removeFolder } from "./run-files.ts";
import type { Shell } from "./shell.ts";
import { together } from "./together.ts";

/**
 * Removes the builder with its container and volume, gives the former builder back, and removes
 * the run's folder; each of them whatever becomes of the others.
 *
 * @param finished whether main came to its end; if not, a command of its may still be running
 */
export async function cleanUp(shell: Shell, undo: Undo, finished: boolean): Promise<void> {
  const builder = cleanUpBuilder(shell, undo, finished);
  // Not before: the folder may hold the configuration that docker works with, and buildx itself.
  const folder = builder.catch(() => {}).then(() => removeFolder(undo.folder));
  await together([builder, folder, ...undo.files.map(removeFile)]);
}

async function cleanUpBuilder(shell: Shell, undo: Undo, finished: boolean): Promise<void> {
  const { builder, formerBuilder } = undo;
  if (builder !== null && !finished) await endProcesses(builder.name);
  try {
    if (builder !== null && builder.cleanup !== "nothing") {
      await removeBuilder(shell, builder, finished);
    }
  } finally {
    if (formerBuilder !== null) {
      await shell.capture(`making \`${formerBuilder}\` the current builder again`, [
        ...["docker", "buildx", "use", formerBuilder],
      ]);
    }
  }
}

type Builder = NonNullable<Undo["builder"]>;

async function removeBuilder(shell: Shell, builder: Builder, finished: boolean): Promise<void> {
  const { name, driver, cleanup } = builder;
  const keep = cleanup === "all-but-state" ? ["--keep-state"] : [];
  try {
    const remove = ["docker", "buildx", "rm", "--force", ...keep, name];
    await shell.capture("removing the builder", remove);
    if (finished) return;
  } catch (error) {
    if (!isAbsent(error) && finished) throw error;
  }
  if (driver === "docker-container") await removeParts(shell, builder);
}

/** Whether a command failed because what it was to remove is not there. */
function isAbsent(error: unknown): boolean {
  return error instanceof CommandError && /no builder|not found|does not exist/i.test(error.stderr);
}

// A creation that was cut short can leave a container and a volume that buildx knows nothing of.
// Their names: driver/docker-container/driver.go of docker/buildx.
async function removeParts(shell: Shell, { name, cleanup }: Builder): Promise<void> {
  const pattern = `buildx_buildkit_${name}[0-9]+`;
  const containers = await list(shell, [
    "docker",
    "ps",
    "--all",
    "--quiet",
    "--filter",
    `name=^/${pattern}$`,
  ]);
  if (containers.length > 0) {
    const remove = ["docker", "rm", "--force", "--volumes", ...containers];
    await shell.capture("removing the builder's container", remove);
  }
  if (cleanup === "all-but-state") return;
  const volumes = await list(shell, [
    "docker",
    "volume",
    "ls",
    "--quiet",
    "--filter",
    `name=^${pattern}_state$`,
  ]);
  if (volumes.length > 0) {
    const remove = ["docker", "volume", "rm", "--force", ...volumes];
    await shell.capture("removing the builder's volume", remove);
  }
}

async function list(shell: Shell, command: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await shell.capture("looking for what is left of the builder", command);
  return stdout.split("\n").filter((line) => line !== "");
}
