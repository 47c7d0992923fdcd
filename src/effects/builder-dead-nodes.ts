// Finds out which node of a builder is the reason why a command failed.

import { CommandError, NodeError } from "../domain/errors.ts";
import { type Trouble, troubleOf } from "../domain/trouble.ts";
import type { KnownBuilders } from "../plan/builder-known.ts";
import type { BuilderPlan } from "../plan/builder-plan.ts";
import { lastWords } from "../result/build-failure.ts";

// What a connection that can't be made comes to, or one that broke.
const disconnected: readonly (Trouble | undefined)[] = ["lost", "unreachable", "passing"];

/**
 * Does what needs the builder; if that fails for want of a connection, the error names the nodes
 * that buildx says don't run.
 *
 * @param list asks buildx for its builders
 */
export async function namingDeadNodes<T>(
  list: () => Promise<KnownBuilders>,
  { name }: Pick<BuilderPlan, "name">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CommandError) || !isDisconnected(error)) throw error;
    const builders = await list().catch(() => undefined);
    const nodes = builders?.all.find((builder) => builder.name === name)?.nodes ?? [];
    const dead = nodes.filter(({ status }) => status !== "running");
    throw dead.length === 0 ? error : new NodeError(error, dead);
  }
}

function isDisconnected({ stderr }: CommandError): boolean {
  return disconnected.includes(troubleOf(lastWords(stderr)));
}
