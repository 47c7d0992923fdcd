// What a run writes down for others, in buildx's folder, for as long as its job lasts.
import * as v from "valibot";

const builderUse = v.object({
  name: v.string(),
  /**
   * `looking`: it will use or make it; `creating`, `using`: it does; `leaving`: it is about to remove
   * it, unless another uses it.
   */
  state: v.picklist(["looking", "creating", "using", "leaving"]),
  /** What to remove with it when its last run ends. */
  cleanup: v.picklist(["all", "all-but-state", "nothing"]),
});

export const runRecord = v.object({
  /** `formatOwner`'s text; empty if the machine does not tell. */
  owner: v.string(),
  /** The run's own folder, below its runner's RUNNER_TEMP. */
  folder: v.string(),
  /** A builder with a `name`, which other runs may use too. */
  builder: v.optional(builderUse),
  /** The builder that it made the current one, and those that were before, the last one first. */
  current: v.optional(v.object({ name: v.string(), formers: v.array(v.string()) })),
});

export type RunRecord = v.InferOutput<typeof runRecord>;
export type BuilderUse = v.InferOutput<typeof builderUse>;

/** Where the records lie. */
export function recordFolder(buildxFolder: string): string {
  return `${buildxFolder}/crossbuild`;
}

/** The record of another run that lives, and when it was written, in milliseconds since 1970. */
export type LivingRecord = { readonly record: RunRecord; readonly written: number };

/** How long a run may take to make a builder, and to remove one, before others go on regardless. */
const patience = { creating: 120_000, leaving: 60_000 };

/** What others say of a builder. */
export function usesOf(
  name: string,
  others: readonly LivingRecord[],
): readonly (BuilderUse & Pick<LivingRecord, "written">)[] {
  return others.flatMap(({ record: { builder }, written }) =>
    builder !== undefined && isSameName(builder.name, name) ? [{ ...builder, written }] : [],
  );
}

/** Whether no run makes or removes the builder just now. */
export function isQuiet(name: string, others: readonly LivingRecord[], now: number): boolean {
  return usesOf(name, others).every(
    ({ state, written }) =>
      (state !== "creating" && state !== "leaving") || now - written > patience[state],
  );
}

/** Whether others need the builder, so that it can't go yet. */
export function isNeeded(name: string, others: readonly LivingRecord[]): boolean {
  return usesOf(name, others).some(({ state }) => state !== "leaving");
}

/**
 * Whether the builder was made by a run, to go with the last run that uses it; a user's own never
 * goes. The driver docker-container has the mark in buildx's file of the builder; of others only the
 * runs themselves know.
 */
export function isOfRuns(
  {
    name,
    driver,
    mark,
  }: { readonly name: string; readonly driver: string; readonly mark: unknown },
  others: readonly LivingRecord[],
): boolean {
  if (driver === "docker-container") return mark !== undefined;
  return usesOf(name, others).some(
    ({ state, cleanup }) => cleanup !== "nothing" && state !== "looking",
  );
}

/** The builders to give back for `own`, the last one first: those that other runs took it from, too. */
export function formersOf(
  current: string,
  own: string,
  others: readonly LivingRecord[],
): readonly string[] {
  const before = others.flatMap(({ record }) =>
    record.current?.name === current ? record.current.formers : [],
  );
  return [...new Set([current, ...before])].filter((name) => name !== own);
}

/** buildx keeps names in lower case: store/util.go of docker/buildx */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
