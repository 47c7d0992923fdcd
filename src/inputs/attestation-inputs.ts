// The inputs of attestations: `provenance`, `sbom`, `attests` and `compat`.
import { type Attributes, attribute, readAttributes } from "./attributes.ts";
import type { Fields } from "./fields.ts";

export type AttestationInputs = {
  readonly provenance: Attestation | undefined;
  readonly sbom: Attestation | undefined;
  readonly attests: readonly Attributes[];
  /** When they are stored in the form that all registries know: after a refusal, never, at once. */
  readonly compat: (typeof compats)[number];
};

const compats = ["auto", "off", "no-oci-artifact"] as const;

/** `true`, `false`, or attributes such as `mode=max`. */
export type Attestation =
  | { readonly kind: "on" }
  | { readonly kind: "off" }
  | { readonly kind: "attributes"; readonly attributes: Attributes };

export function readAttestations(fields: Fields): AttestationInputs {
  const provenance = readAttestation(fields, "provenance", "mode=max");
  const sbom = readAttestation(fields, "sbom", "generator=docker/scout-sbom-indexer:latest");
  const attests = fields.list("attests", { commas: false }).map((text) => {
    const attributes = readAttributes("attests", text, fields.complain);
    if (attributes.fields.length > 0 && !attribute(attributes, "type")) {
      fields.complain(
        "attests",
        `\`${text}\` has no \`type=\`; write \`type=sbom\` or \`type=provenance,mode=max\``,
      );
    }
    return attributes;
  });
  const compat = fields.choice("compat", compats);
  return { provenance, sbom, attests, compat };
}

/** Whether the inputs ask for an attestation, beside those that there are without asking. */
export function asksForAttestations({ provenance, sbom, attests }: AttestationInputs): boolean {
  const isWanted = (attributes: Attributes) =>
    !["true", "1"].includes(attribute(attributes, "disabled")?.toLowerCase() ?? "");
  return (
    [provenance, sbom].some((given) =>
      given?.kind === "attributes" ? isWanted(given.attributes) : given?.kind === "on",
    ) || attests.some(isWanted)
  );
}

function readAttestation(
  fields: Fields,
  input: "provenance" | "sbom",
  example: string,
): Attestation | undefined {
  const text = fields.text(input);
  if (text === undefined) return undefined;
  if (/^true$/i.test(text)) return { kind: "on" };
  if (/^false$/i.test(text)) return { kind: "off" };
  const attributes = readAttributes(input, text, fields.complain);
  const [wrong] = attributes.fields.filter(({ value }) => value === undefined);
  if (wrong !== undefined) {
    fields.complain(
      input,
      `\`${wrong.key}\` is neither a boolean nor an attribute; write \`true\`, \`false\`, or attributes such as \`${example}\``,
    );
  }
  return { kind: "attributes", attributes };
}
