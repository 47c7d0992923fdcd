// The attestations that the build makes.

import type { Attestation } from "../inputs/attestation-inputs.ts";
import { type Attributes, attribute } from "../inputs/attributes.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { hasDockerExporter } from "../inputs/export-inputs.ts";
import { csvField } from "./builder-node.ts";

/** What is known of the workflow. */
export type Workflow = {
  /** The page of the run, which is the builder's ID; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
  /** Whether the repository is private, as the event says. */
  readonly isPrivate: boolean;
  /** Whether BUILDX_NO_DEFAULT_ATTESTATIONS leaves it on. */
  readonly byDefault: boolean;
};

type Inputs = Pick<BuildInputs, "attestations" | "outputs" | "load">;

/**
 * What `docker buildx build` is told. `provenance` and `sbom` come before what `attests` says of the
 * same. Without either, provenance is as docker/build-push-action has it: all of it for a public
 * repository, and for a private one what tells nothing of its content.
 */
export function planAttestations(inputs: Inputs, workflow: Workflow): readonly string[] {
  const { provenance, sbom, attests } = inputs.attestations;
  const kinds = attests.map((attest) => attribute(attest, "type"));
  const wanted = provenance ?? defaultProvenance(inputs, workflow, kinds.includes("provenance"));
  const first = [
    ...(wanted === undefined ? [] : [provenanceText(wanted, workflow)]),
    ...(sbom === undefined ? [] : [sbomText(sbom)]),
  ];
  const rest = attests.filter((_, index) => {
    const kind = kinds[index];
    return !(kind === "provenance" && provenance) && !(kind === "sbom" && sbom);
  });
  return [...first, ...rest.map((attest) => restText(attest, workflow))].flatMap((text) => [
    "--attest",
    text,
  ]);
}

// An image for the engine's own store can't have any.
function defaultProvenance(
  { outputs, load }: Inputs,
  { isPrivate, byDefault }: Workflow,
  isThere: boolean,
): Attestation | undefined {
  if (isThere || !byDefault || hasDockerExporter(outputs, load)) return undefined;
  const fields = isPrivate
    ? [
        { key: "mode", value: "min" },
        { key: "inline-only", value: "true" },
      ]
    : [{ key: "mode", value: "max" }];
  const text = fields.map(({ key, value }) => `${key}=${value}`).join(",");
  return { kind: "attributes", attributes: { text, fields } };
}

function provenanceText(provenance: Attestation, workflow: Workflow): string {
  switch (provenance.kind) {
    case "off":
      return "type=provenance,disabled=true";
    case "on":
      return withBuilder({ text: "type=provenance", fields: [] }, workflow);
    case "attributes": {
      const { text, fields } = provenance.attributes;
      return withBuilder({ text: `type=provenance,${text}`, fields }, workflow);
    }
  }
}

function withBuilder(attributes: Attributes, { runUrl }: Workflow): string {
  const { text } = attributes;
  if (runUrl === undefined || attribute(attributes, "builder-id") !== undefined) return text;
  return `${text},${csvField(`builder-id=${runUrl}`)}`;
}

function sbomText(sbom: Attestation): string {
  return sbom.kind === "attributes"
    ? `type=sbom,${sbom.attributes.text}`
    : `type=sbom,disabled=${sbom.kind === "off"}`;
}

function restText(attest: Attributes, workflow: Workflow): string {
  return attribute(attest, "type") === "provenance" ? withBuilder(attest, workflow) : attest.text;
}
