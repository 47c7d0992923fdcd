// Whether the engine can hold what is to be loaded into it.
import { UserError } from "../domain/errors.ts";
import { attribute } from "../inputs/attributes.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";

type Given = Pick<BuildInputs, "load" | "outputs" | "platforms" | "call">;

/** Whether an index of several platforms is to go into the engine's own store. */
export function loadsSeveral({ load, outputs, platforms, call }: Given): boolean {
  if (call !== undefined || platforms.length < 2) return false;
  return load || outputs.some((to) => to.type === "docker" && attribute(to, "dest") === undefined);
}

/** @throws UserError where several platforms are to be loaded, and the engine has no place for an index */
export function checkLoad(
  inputs: Given,
  { keepsIndexes }: { readonly keepsIndexes: boolean },
): void {
  if (keepsIndexes || !loadsSeveral(inputs)) return;
  throw new UserError(
    '`load`: the engine\'s image store holds no image for several platforms; nothing was changed. What to try: give one platform in `platforms`, or `push` to a registry, or write a file with `outputs: type=oci,dest=image.tar`, or turn on containerd\'s image store on the runner (`"features": {"containerd-snapshotter": true}` in the engine\'s daemon.json)',
  );
}
