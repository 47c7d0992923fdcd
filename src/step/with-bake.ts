// What a run bakes, if it bakes; one that builds a single image does not load what that needs.
import type { Shell } from "../effects/shell.ts";
import type { BakedInputs, ResolvedInputs } from "./resolve-inputs.ts";
import type { Run } from "./run.ts";

/**
 * @param shellFor ready with a shell that knows buildx
 * @throws CommandError if buildx does not understand the definition, InputError if it can't be
 * carried out
 */
export async function withBake(
  run: Pick<Run, "github" | "folder">,
  resolved: ResolvedInputs,
  shellFor: () => Promise<Shell>,
): Promise<BakedInputs> {
  const { bake } = resolved.inputs;
  if (bake === undefined) return resolved;
  const { readBake } = await import("./read-bake.ts");
  return await readBake(run, { resolved, given: bake }, await shellFor());
}
