// How a signature is stored: as cosign 3 does, a Sigstore bundle that refers to its subject.
import type { Digest } from "../domain/digest.ts";
import type { Subject } from "./sign-subjects.ts";

/** A manifest with one blob, ready to be pushed. */
export type Artifact = {
  readonly referrer: Referrer;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly blob: Uint8Array;
};

/** The artifact's descriptor in a list of referrers. */
export type Referrer = {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
};

const manifestType = "application/vnd.oci.image.manifest.v1+json";

/** https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor */
export const emptyConfig: Uint8Array = Buffer.from("{}");

type Bundle = {
  /** Of the bundle: `application/vnd.dev.sigstore.bundle.v0.3+json` */
  readonly mediaType: string;
  /** Its JSON. */
  readonly text: string;
  readonly predicateType: string;
};

/**
 * https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md
 *
 * @param digestOf the digest of bytes
 * @param created when it was signed
 */
export function artifactOf(
  { digest, mediaType, size }: Subject,
  bundle: Bundle,
  {
    digestOf,
    created,
  }: { readonly digestOf: (bytes: Uint8Array) => Digest; readonly created: Date },
): Artifact {
  const blob = Buffer.from(bundle.text);
  const annotations = {
    "dev.sigstore.bundle.content": "dsse-envelope",
    "dev.sigstore.bundle.predicateType": bundle.predicateType,
    "org.opencontainers.image.created": created.toISOString(),
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: bundle.mediaType,
    config: {
      mediaType: "application/vnd.oci.empty.v1+json",
      digest: digestOf(emptyConfig),
      size: emptyConfig.length,
    },
    layers: [{ mediaType: bundle.mediaType, digest: digestOf(blob), size: blob.length }],
    subject: { mediaType, digest, size },
    annotations,
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const described = { mediaType: manifestType, digest: digestOf(bytes), size: bytes.length };
  return {
    referrer: { ...described, artifactType: bundle.mediaType, annotations },
    ...{ mediaType: manifestType, bytes, blob },
  };
}
