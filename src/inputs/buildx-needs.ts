// The version of buildx that the inputs need, if it is newer than the oldest supported one.
import type { BuildInputs } from "./build-inputs.ts";

/** A version and what needs it: `buildx ls --format`. */
export type BuildxNeed = { readonly version: string; readonly why: string };

/**
 * What every run may need. Annotations (0.12), attestations (0.10), `build-contexts`,
 * `no-cache-filters` and `ulimit` (0.8) are older.
 */
export const everyRun: BuildxNeed = {
  version: "0.13.0",
  why: "`buildx ls --format`, `create --buildkitd-config` and several `outputs`",
};

// Oldest first. Versions: the release notes of docker/buildx.
const table: readonly (BuildxNeed & { readonly by: (inputs: BuildInputs) => boolean })[] = [
  {
    version: "0.15.1",
    why: "`call`; 0.15.0 has it too, and may exit with 0 where `check` finds something",
    by: ({ call }) => call !== undefined,
  },
  {
    version: "0.22.0",
    why: "`allow: device`",
    by: ({ run }) => run.allow.some((name) => /^device(?:=|$)/.test(name)),
  },
];

export function buildxNeedOf(inputs: BuildInputs): BuildxNeed {
  return table.findLast(({ by }) => by(inputs)) ?? everyRun;
}
