// Asks the engine which kind of image store it has.
import { CommandError } from "../domain/errors.ts";
import type { EnginePorts } from "./engine-api.ts";

const containerdStore = '"io.containerd.snapshotter.v1"';

/**
 * Whether the engine keeps indexes, so that one image can have several platforms: containerd's store
 * does. An engine that does not answer keeps none.
 */
export async function keepsIndexes({ shell, engine }: EnginePorts): Promise<boolean> {
  const told = await engine("/info");
  if (told?.status === 200) return JSON.stringify(told.json).includes(containerdStore);
  const command = ["docker", "info", "--format", "{{json .DriverStatus}}"];
  try {
    const { stdout } = await shell.capture("asking the engine for its image store", command);
    return stdout.includes(containerdStore);
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
