// Indexes, manifests and configs, as the OCI image specification and Docker's formats have them.
import * as v from "valibot";
import { type Digest, parseDigest } from "../domain/digest.ts";
import { type Platform, platformOf } from "../domain/platform.ts";

export const digest = v.pipe(
  v.string(),
  v.rawTransform<string, Digest>(({ dataset, addIssue, NEVER }) => {
    const read = parseDigest(dataset.value);
    if (read.ok) return read.value;
    addIssue({ message: read.problem });
    return NEVER;
  }),
);
export const platform = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
});
const annotations = v.optional(v.record(v.string(), v.string()));
export const descriptor = v.object({
  mediaType: v.string(),
  digest,
  size: v.number(),
  annotations,
});
const entry = v.object({ ...descriptor.entries, platform: v.optional(platform) });
const index = v.object({ mediaType: v.optional(v.string()), manifests: v.array(entry) });
const manifest = v.object({
  mediaType: v.optional(v.string()),
  config: descriptor,
  layers: v.array(descriptor),
  subject: v.optional(descriptor),
});
const words = v.nullish(v.array(v.string()));
const config = v.object({
  ...platform.entries,
  config: v.nullish(
    v.object({ Entrypoint: words, Cmd: words, Env: words, WorkingDir: v.nullish(v.string()) }),
  ),
  rootfs: v.object({ diff_ids: v.nullish(v.array(v.string()), []) }),
  history: v.nullish(
    v.array(
      v.object({
        created_by: v.optional(v.string(), ""),
        empty_layer: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
});

export type Descriptor = v.InferOutput<typeof descriptor>;
/** A descriptor in an index. */
export type Entry = v.InferOutput<typeof entry>;
export type ManifestDocument = v.InferOutput<typeof manifest>;
export type ImageConfig = v.InferOutput<typeof config>;

/** What a digest may refer to in a repository. */
export type Document =
  | { readonly kind: "index"; readonly index: v.InferOutput<typeof index> }
  | { readonly kind: "manifest"; readonly manifest: ManifestDocument };

/**
 * Reads the JSON of an index or a manifest.
 *
 * @throws Error that says which part is not as the specification has it
 */
export function parseDocument(text: string): Document {
  const json: unknown = JSON.parse(text);
  const isIndex = typeof json === "object" && json !== null && "manifests" in json;
  return isIndex
    ? { kind: "index", index: v.parse(index, json) }
    : { kind: "manifest", manifest: v.parse(manifest, json) };
}

/** What the document says that it is; the specification lets it say nothing. */
export function mediaTypeOf(document: Document | undefined): string | undefined {
  return document?.kind === "index" ? document.index.mediaType : document?.manifest.mediaType;
}

/** Reads the JSON of an image's config. @throws Error as above */
export function parseConfig(text: string): ImageConfig {
  return v.parse(config, JSON.parse(text));
}

/** The platform in a descriptor or a config. */
export function platformIn({
  os,
  architecture,
  variant,
}: v.InferOutput<typeof platform>): Platform {
  return platformOf({ os, architecture, variant });
}

/**
 * Whether the entry is no image, but says something of one: docs/attestations/attestation-storage.md
 * of moby/buildkit.
 */
export function isAttestation({ annotations, platform }: Entry): boolean {
  return (
    annotations?.["vnd.docker.reference.type"] === "attestation-manifest" ||
    platform?.os === "unknown"
  );
}

/** The digest of the manifest that an attestation speaks of. */
export function subjectOf({ annotations }: Entry): string | undefined {
  return annotations?.["vnd.docker.reference.digest"];
}
