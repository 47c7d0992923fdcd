// Finds out which node of a builder is the reason why a command failed.
import { CommandError, NodeError } from "../domain/errors.ts";
import type { BuilderPlan } from "../plan/plan.ts";
import { listBuilders } from "./probe-builders.ts";
import type { Shell } from "./shell.ts";

// The words of buildx and gRPC for a connection that can't be made, or that broke.
const disconnected =
  /deadline exceeded|code = Unavailable|connection refused|error reading from server|closing transport|no such container|is not running/i;

/**
 * Does what needs the builder; where that fails for want of a connection, the error names the nodes
 * that buildx says don't run.
 */
export async function namingDeadNodes<T>(
  shell: Shell,
  { name }: Pick<BuilderPlan, "name">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandError) || !disconnected.test(error.stderr)) throw error;
    const builders = await listBuilders(shell).catch(() => undefined);
    const nodes = builders?.all.find((builder) => builder.name === name)?.nodes ?? [];
    const dead = nodes.filter(({ status }) => status !== "running");
    throw dead.length === 0 ? error : new NodeError(error, dead);
  }
}
