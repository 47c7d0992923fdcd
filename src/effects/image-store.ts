// Asks the engine which kind of image store it has.
import { CommandError } from "../domain/errors.ts";
import type { Shell } from "./shell.ts";

/**
 * Whether the engine keeps indexes, so that one image can have several platforms: containerd's store
 * does. An engine that does not answer keeps none.
 */
export async function keepsIndexes(shell: Shell): Promise<boolean> {
  const command = ["docker", "info", "--format", "{{json .DriverStatus}}"];
  try {
    const { stdout } = await shell.capture("asking the engine for its image store", command);
    return stdout.includes('"io.containerd.snapshotter.v1"');
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
