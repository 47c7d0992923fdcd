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
  if (builder?.remove) await removeBuilder(shell, builder.name, finished);
  if (formerBuilder !== null) {
    await shell.capture(`making \`${formerBuilder}\` the current builder again`, [
      ...["docker", "buildx", "use", formerBuilder],
    ]);
  }
}

async function removeBuilder(shell: Shell, name: string, finished: boolean): Promise<void> {
  try {
    await shell.capture("removing the builder", ["docker", "buildx", "rm", "--force", name]);
    if (finished) return;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    if (finished && !/no builder/i.test(error.stderr)) throw error;
  }
  await removeParts(shell, name);
}

// A creation that was cut short can leave a container and a volume that buildx knows nothing of.
// Their names: driver/docker-container/driver.go of docker/buildx.
async function removeParts(shell: Shell, name: string): Promise<void> {
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
