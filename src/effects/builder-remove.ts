// Removes a builder's container and volume from the engine.
import { CommandError } from "../domain/errors.ts";
import type { EnginePorts } from "./engine-api.ts";
import type { Output } from "./shell.ts";

// 404: there is none. 409: another removes it already.
const done = [204, 404, 409];

/** @returns those that were there */
export async function removeContainers(
  names: readonly string[],
  ports: EnginePorts,
): Promise<readonly string[]> {
  const removed = await Promise.all(names.map((name) => removeContainer(name, ports)));
  return names.filter((_, index) => removed[index]);
}

async function removeContainer(name: string, { shell, engine }: EnginePorts): Promise<boolean> {
  const answer = await engine(`/containers/${name}?force=true&v=true`, "DELETE");
  if (answer !== undefined && done.includes(answer.status)) return answer.status === 204;
  const remove = ["docker", "rm", "--force", "--volumes", name];
  const { stdout } = await unlessAbsent(shell.capture("removing the builder's container", remove));
  return stdout.includes(name);
}

/** Its name is that of driver/docker-container/driver.go of docker/buildx. */
export async function removeVolume(
  container: string,
  { shell, engine }: EnginePorts,
): Promise<void> {
  const volume = `${container}_state`;
  const answer = await engine(`/volumes/${volume}?force=true`, "DELETE");
  if (answer?.status === 204 || answer?.status === 404) return;
  const remove = ["docker", "volume", "rm", "--force", volume];
  await unlessAbsent(shell.capture("removing the builder's volume", remove));
}

/** What was to be removed and is not there, or is being removed by another, is as it should be. */
export async function unlessAbsent(removal: Promise<Output>): Promise<Output> {
  try {
    return await removal;
  } catch (error) {
    const gone = /no builder|no such|not found|does not exist|already in progress/i;
    if (error instanceof CommandError && gone.test(error.stderr)) return { stdout: "", stderr: "" };
    throw error;
  }
}
