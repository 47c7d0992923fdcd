// Which builder the build gets: the engine itself, one that exists, or a new one.
import { UserError } from "../domain/errors.ts";
import { didYouMean } from "../domain/nearest.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import { type ContextPlan, planContext } from "./builder-context.ts";
import { differencesOf } from "./builder-differences.ts";
import { type CreatePlan, planNewBuilder } from "./builder-new.ts";
import type { BuilderEnd, Cleanup } from "./builder-parts.ts";
import { partsOf } from "./builder-parts.ts";
import type { BuilderSources } from "./builder-sources.ts";
import { ownerOption } from "./cleanup-owner-text.ts";
import { isOfRuns, isSameName } from "./cleanup-record.ts";

/**
 * Names the builder, and says how `docker buildx create` makes and boots it. A builder that exists
 * under the name asked for is used as it is; the docker driver's is the engine itself.
 */
export function planBuilder(inputs: BuilderInputs, sources: BuilderSources): BuilderPlan {
  const { facts, run, config } = sources;
  const { use } = inputs;
  if (inputs.existing !== undefined) return planExisting(inputs.existing, use, facts);
  if (inputs.driver === "docker") return { kind: "engine", name: facts.userConfig.context, use };
  const name = inputs.name ?? `crossbuild-${run.runId}`;
  const existing = facts.builders?.all.find((builder) => isSameName(builder.name, name));
  const context = planContext(name, inputs, facts);
  const parts = {
    here: partsOf(name, inputs, sources.dockerConfig.buildxFolder),
    cleanup: cleanupOf(inputs),
  };
  if (existing !== undefined) {
    const mark = existing.nodes[0]?.driverOpts[ownerOption];
    const goes = run.machine === "kept" && isOfRuns({ ...existing, mark }, facts.others);
    return {
      kind: "existing",
      name,
      use,
      differences: differencesOf(
        inputs,
        { ...facts, network: sources.network, config: config?.settings },
        existing,
      ),
      goes: goes ? { ...parts, context } : undefined,
    };
  }
  return planNewBuilder(inputs, sources, { name, context, ...parts });
}

/** What goes when the job ends. */
export function cleanupOf({
  cleanup,
  keepState,
}: Pick<BuilderInputs, "cleanup" | "keepState">): Cleanup {
  if (!cleanup) return "nothing";
  return keepState ? "all-but-state" : "all";
}

function planExisting(
  name: string,
  use: boolean,
  { builders }: BuilderSources["facts"],
): BuilderPlan {
  const names = builders?.all.map((builder) => builder.name) ?? [];
  if (names.includes(name)) {
    return { kind: "existing", name, use, differences: [], goes: undefined };
  }
  const hint = didYouMean(name, names) || ".";
  throw new UserError(
    `\`builder\`: there is no builder \`${name}\`${hint} There are ${names.join(", ") || "none"}`,
    { tryThis: "make it before this step, or leave `builder` out and one is made" },
  );
}

export type BuilderPlan =
  /** The docker driver's: the engine itself, under the name of its context. */
  | { readonly kind: "engine"; readonly name: string; readonly use: boolean }
  | {
      readonly kind: "existing";
      readonly name: string;
      readonly use: boolean;
      /** What the inputs ask for, and the builder does not have. */
      readonly differences: readonly string[];
      /** How the last run removes a builder that runs created; undefined: it stays. */
      readonly goes: (BuilderEnd & { readonly context: ContextPlan | undefined }) | undefined;
    }
  | CreatePlan;

export type CurrentPlan = {
  readonly name: string;
  /** Those that were, the last one first: others may have gone by the time that one is given back. */
  readonly formers: readonly string[];
};
