// A context of Docker's for the engine of a builder, if that is reached over TLS.
import type { Command } from "../domain/command.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import { csvField } from "./builder-node.ts";
import { isHere } from "./builder-parts.ts";
import type { Facts } from "./machine.ts";

/** A context of Docker's that reaches the engine. */
export type ContextPlan = { readonly name: string; readonly create: Command };

/** Whether the builder needs a context: buildx refuses TLS out of the environment. */
export function needsContext(
  { existing, driver, nodes }: Pick<BuilderInputs, "existing" | "driver" | "nodes">,
  { engineTls }: Pick<Facts, "engineTls">,
): boolean {
  const [first] = nodes;
  if (existing !== undefined) return false;
  return engineTls !== undefined && first !== undefined && isHere(driver, first);
}

/** @param builder its name, after which the context is named */
export function planContext(
  builder: string,
  inputs: BuilderInputs,
  facts: Pick<Facts, "engineTls">,
): ContextPlan | undefined {
  if (!needsContext(inputs, facts) || facts.engineTls === undefined) return undefined;
  const { host, skipVerify, ...files } = facts.engineTls;
  const settings = Object.entries({ host, ...files })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => csvField(`${key}=${value}`));
  const docker = [...settings, ...(skipVerify ? ["skip-tls-verify=true"] : [])].join(",");
  const name = `${builder}-engine`;
  return { name, create: ["docker", "context", "create", name, "--docker", docker] };
}
