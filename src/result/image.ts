// An image: the manifests by platform, and their attestations.
import type { Digest } from "../domain/digest.ts";
import type { Platform } from "../domain/platform.ts";
import {
  type Descriptor,
  type Entry,
  isAttestation,
  type ManifestDocument,
  platformIn,
  subjectOf,
} from "./image-manifest.ts";
import { configOf, documentOf, type Evidence } from "./proof-evidence.ts";

export type Image = {
  /** Of the index, or of the manifest if there is no index. */
  readonly digest: Digest;
  readonly mediaType: string;
  /** Of the index or manifest itself, in bytes. */
  readonly size: number;
  readonly manifests: readonly Manifest[];
};

export type Manifest = {
  readonly platform: Platform;
  readonly digest: Digest;
  readonly mediaType: string;
  /** Of the manifest itself, in bytes. */
  readonly size: number;
  /** Of all layers as they are stored, in bytes; undefined if the manifest was not read. */
  readonly layersSize: number | undefined;
  readonly attestations: readonly Attestation[];
};

type Attestation = {
  readonly digest: Digest;
  /** `https://slsa.dev/provenance/v1`; none if the manifest was not read. */
  readonly predicateTypes: readonly string[];
};

/** The image that was read back; undefined if what came is neither an index nor a manifest. */
export function imageOf(evidence: Evidence): Image | undefined {
  const { root, contents } = evidence;
  const document = documentOf(root);
  if (document === undefined || "problem" in root) return undefined;
  const { digest, size } = root;
  if (document.kind === "index") {
    const { manifests: entries, mediaType } = document.index;
    const manifests = entries.flatMap((entry) => manifestsOf(entry, entries, evidence));
    return {
      digest,
      mediaType: mediaType ?? "application/vnd.oci.image.index.v1+json",
      size,
      manifests,
    };
  }
  const { config, mediaType = "application/vnd.oci.image.manifest.v1+json" } = document.manifest;
  const read = configOf(contents.get(config.digest));
  const only = { digest, mediaType, size, attestations: [] };
  const layersSize = layersSizeOf(document.manifest);
  const manifests = read === undefined ? [] : [{ platform: platformIn(read), layersSize, ...only }];
  return { digest, mediaType, size, manifests };
}

function manifestsOf(
  entry: Entry,
  entries: readonly Entry[],
  { contents }: Evidence,
): readonly Manifest[] {
  if (entry.platform === undefined || isAttestation(entry)) return [];
  const { digest, mediaType, size } = entry;
  const document = documentOf(contents.get(digest));
  const attestations = entries
    .filter((other) => isAttestation(other) && subjectOf(other) === digest)
    .map((other) => ({
      digest: other.digest,
      predicateTypes: predicateTypesOf(other, contents),
    }));
  const platform = platformIn(entry.platform);
  const layersSize = document?.kind === "manifest" ? layersSizeOf(document.manifest) : undefined;
  return [{ platform, digest, mediaType, size, layersSize, attestations }];
}

function layersSizeOf({ layers }: ManifestDocument): number {
  return layers.reduce((sum, { size }) => sum + size, 0);
}

function predicateTypesOf(
  { digest }: Descriptor,
  contents: Evidence["contents"],
): readonly string[] {
  const document = documentOf(contents.get(digest));
  if (document?.kind !== "manifest") return [];
  const types = document.manifest.layers.flatMap(
    ({ annotations }) => annotations?.["in-toto.io/predicate-type"] ?? [],
  );
  return [...new Set(types)];
}
