// Whether the engine can hold what is to be loaded into it.
import { UserError } from "../domain/errors.ts";
import { asksForAttestations } from "../inputs/attestation-inputs.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { loadsImage } from "../inputs/export-kinds.ts";

type LoadInputs = Pick<BuildInputs, "load" | "outputs" | "platforms" | "call" | "attestations">;

/** Whether an index is loaded into the engine's store: several platforms, or attestations. */
export function loadsIndex({ load, outputs, platforms, call, attestations }: LoadInputs): boolean {
  if (call !== undefined || !(load || outputs.some(loadsImage))) return false;
  return platforms.length > 1 || asksForAttestations(attestations);
}

const otherStore =
  'turn on containerd\'s image store on the runner (`"features": {"containerd-snapshotter": true}` in the engine\'s daemon.json)';

/** @throws UserError if an index would be loaded into an engine that can't hold one */
export function checkLoad(
  inputs: LoadInputs,
  { keepsIndexes }: { readonly keepsIndexes: boolean },
): void {
  if (keepsIndexes || !loadsIndex(inputs)) return;
  const elsewhere = `or write a file with \`outputs: type=oci,dest=image.tar\`, or ${otherStore}`;
  if (inputs.platforms.length > 1) {
    throw new UserError(
      "`load`: the engine's image store holds no image for several platforms; nothing was changed",
      { tryThis: `give one platform in \`platforms\`, or \`push\` to a registry, ${elsewhere}` },
    );
  }
  throw new UserError(
    "`load`: the engine's image store holds no attestations, and `provenance`, `sbom` or `attests` ask for some; nothing was changed",
    { tryThis: `leave them out beside \`load\`, or load in a step of its own, ${elsewhere}` },
  );
}
