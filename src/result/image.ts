// What a registry serves under a digest: the manifests by platform, and their attestations.
import * as v from "valibot";
import { type Digest, parseDigest } from "../domain/digest.ts";
import { formatPlatform, type Platform, platformOf } from "../domain/platform.ts";

export type Image = {
  /** Of the index, or of the manifest where there is no index. */
  readonly digest: Digest;
  readonly mediaType: string;
  readonly manifests: readonly Manifest[];
};

export type Manifest = {
  readonly platform: Platform;
  readonly digest: Digest;
  readonly mediaType: string;
  /** Of the manifest itself, in bytes. */
  readonly size: number;
  readonly attestations: readonly Digest[];
  /** Of all layers as they are stored, in bytes; undefined where unknown. */
  readonly layersSize?: number;
};

const digest = v.pipe(
  v.string(),
  v.rawTransform<string, Digest>(({ dataset, addIssue, NEVER }) => {
    const read = parseDigest(dataset.value);
    if (read.ok) return read.value;
    addIssue({ message: read.problem });
    return NEVER;
  }),
);
const platform = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
});
const descriptor = v.object({ mediaType: v.string(), digest, size: v.number() });
const entry = v.object({
  ...descriptor.entries,
  platform: v.optional(platform),
  annotations: v.optional(v.record(v.string(), v.string())),
});
const inspected = v.object({
  manifest: v.object({ ...descriptor.entries, manifests: v.optional(v.array(entry)) }),
  image: v.unknown(),
});
type Entry = v.InferOutput<typeof entry>;

/**
 * Reads the `{"manifest": …, "image": …}` that `docker buildx imagetools inspect` was asked for.
 *
 * @throws Error that says which part is not as the OCI image specification has it
 */
export function parseImage(text: string): Image {
  const { manifest, image } = v.parse(inspected, JSON.parse(text));
  const { digest, mediaType } = manifest;
  if (manifest.manifests !== undefined) {
    return { digest, mediaType, manifests: manifestsOf(manifest.manifests) };
  }
  const { os, architecture, variant } = v.parse(platform, image);
  const only = { platform: platformOf({ os, architecture, variant }), attestations: [] };
  return { digest, mediaType, manifests: [{ ...manifest, ...only }] };
}

/** Reads the JSON of one descriptor. */
export function parseDescriptor(text: string): v.InferOutput<typeof descriptor> {
  return v.parse(descriptor, JSON.parse(text));
}

// Attestations as BuildKit stores them: docs/attestations/attestation-storage.md of moby/buildkit.
function manifestsOf(entries: readonly Entry[]): readonly Manifest[] {
  return entries.flatMap((image) => {
    if (image.platform === undefined || isAttestation(image)) return [];
    const { os, architecture, variant } = image.platform;
    const attestations = entries
      .filter((other) => isAttestation(other))
      .filter(({ annotations }) => annotations?.["vnd.docker.reference.digest"] === image.digest);
    return [
      {
        platform: platformOf({ os, architecture, variant }),
        digest: image.digest,
        mediaType: image.mediaType,
        size: image.size,
        attestations: attestations.map((attestation) => attestation.digest),
      },
    ];
  });
}

function isAttestation({ annotations, platform }: Entry): boolean {
  return (
    annotations?.["vnd.docker.reference.type"] === "attestation-manifest" ||
    platform?.os === "unknown"
  );
}

/** Those of `wanted` that the image has no manifest for. */
export function missingPlatforms(image: Image, wanted: readonly Platform[]): readonly Platform[] {
  const there = new Set(image.manifests.map(({ platform }) => formatPlatform(platform)));
  return wanted.filter((platform) => !there.has(formatPlatform(platform)));
}
