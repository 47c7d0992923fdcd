// What annotations are for: the levels before their keys.
import type { AttestationInputs } from "./attestation-inputs.ts";
import type { BuildInputs } from "./build-inputs.ts";
import { hasDockerExporter } from "./export-inputs.ts";
import { pushesImage } from "./export-kinds.ts";
import type { Complain } from "./fields.ts";

/**
 * The levels of `manifest,index:key=value`; undefined if it has none:
 * util/buildflags/annotations.go of docker/buildx
 */
export function levelsOf(annotation: string): readonly string[] | undefined {
  const [, levels] =
    /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):[^=]*=/.exec(annotation) ?? [];
  return levels?.split(/,(?![^[]*\])/);
}

/** Complains of index annotations if there will be no index; BuildKit would say so only at the end. */
export function complainOfIndexAnnotations(build: BuildInputs, complain: Complain): void {
  // The index of a leg is that of the merge.
  if (build.leg !== "false" || build.platforms.length > 1 || !isAlone(build)) return;
  const { annotations, event } = build;
  const annotation = annotations.find((text) => levelsOf(text)?.some(isOfIndex));
  const why = "one platform without attestations makes no index; write `manifest`";
  if (annotation !== undefined) complain("annotations", `\`${annotation}\`: ${why}`);
  const level = event.annotationLevels.find(isOfIndex);
  if (level !== undefined) complain("annotation-levels", `\`${level}\`: ${why}`);
}

function isOfIndex(level: string): boolean {
  return /^index(?:-descriptor)?(?:\[|$)/.test(level);
}

// An image is built, and certainly without attestations.
function isAlone({ load, outputs, attestations, ...build }: BuildInputs): boolean {
  const { provenance, sbom, attests } = attestations;
  if (attests.length > 0 || isOn(provenance) || isOn(sbom)) return false;
  const { push, pushByEvent } = build;
  const isPushed = push || pushByEvent || outputs.some(pushesImage);
  const isLayout = outputs.some(({ type }) => type === "oci");
  // The engine's own store takes no attestations, so that none are made unless they are asked for.
  return hasDockerExporter(outputs, load) || (provenance !== undefined && (isPushed || isLayout));
}

function isOn(attestation: AttestationInputs["sbom"]): boolean {
  return attestation !== undefined && attestation.kind !== "off";
}
