// Makes, selects and removes the builder.
import type { BuilderPlan } from "../plan/plan.ts";
import type { Output, Shell } from "./shell.ts";

/** Creates and boots the builder that the plan wants; one that exists is left alone. */
export async function bootBuilder(shell: Shell, plan: BuilderPlan): Promise<Output | undefined> {
  if (plan.kind === "existing") return undefined;
  return await shell.capture("creating and booting the builder", plan.command);
}

/** Makes the builder the current one of this user. */
export async function useBuilder(shell: Shell, name: string): Promise<void> {
  await shell.capture(`making \`${name}\` the current builder`, ["docker", "buildx", "use", name]);
}
