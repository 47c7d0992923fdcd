// What a run leaves to be undone: written down before it is done, read by the post step.
import * as v from "valibot";
import type { Facts, RunFiles } from "./plan/facts.ts";
import type { CreatePlan, Plan } from "./plan/plan.ts";

const undo = v.object({
  folder: v.string(),
  /** What the commands that undo need in their environment. */
  environment: v.record(v.string(), v.string()),
  builder: v.nullable(
    v.object({
      name: v.string(),
      driver: v.string(),
      cleanup: v.picklist(["all", "all-but-state", "nothing"]),
    }),
  ),
  /** The builder that was the current one, where ours takes its place. */
  formerBuilder: v.nullable(v.string()),
});

export type Undo = v.InferOutput<typeof undo>;

export function planUndo(plan: Plan, facts: Facts, files: RunFiles): Undo {
  const { builder, dockerConfig } = plan;
  const created = builder.kind === "create" ? builder : undefined;
  return {
    folder: files.folder,
    environment: dockerConfig.environment,
    builder: created === undefined ? null : builderOf(created),
    formerBuilder: builder.use ? (facts.builders?.current ?? null) : null,
  };
}

function builderOf({ name, driver, cleanup }: CreatePlan): Undo["builder"] {
  return { name, driver, cleanup };
}

/** @throws Error where the text is not what `JSON.stringify` made of an Undo */
export function parseUndo(text: string): Undo {
  return v.parse(undo, JSON.parse(text));
}
