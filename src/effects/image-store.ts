// Asks the engine which kind of image store it has.
import type { Shell } from "./shell.ts";

/**
 * Whether the engine keeps indexes, so that one image can have several platforms: containerd's store
 * does.
 *
 * @throws CommandError where no engine answers
 */
export async function keepsIndexes(shell: Shell): Promise<boolean> {
  const command = ["docker", "info", "--format", "{{json .DriverStatus}}"];
  const { stdout } = await shell.capture("asking the engine for its image store", command);
  return stdout.includes('"io.containerd.snapshotter.v1"');
}
