// What was read back of one image, before anything is made of it.
import type { Digest } from "../domain/digest.ts";
import type { Reference } from "../domain/reference.ts";
import type { StartedPrograms } from "./cpu-started.ts";
import { type Document, type ImageConfig, parseConfig, parseDocument } from "./image-manifest.ts";

/** What came for a name: what it is, with the digest and size of its bytes, or why none came. */
export type ServedDocument = Served | { readonly problem: string };

type Served = {
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
  /** What a registry says that a manifest is, or nothing; undefined if there is no registry. */
  readonly contentType?: string | undefined;
  /** The index or manifest; undefined if the bytes are something else. */
  readonly document: Document | undefined;
  /** The image's config; undefined if the bytes are something else. */
  readonly config: ImageConfig | undefined;
};

/**
 * What came, parsed once and for all.
 *
 * @param kind what was asked for: indexes and manifests, or blobs, such as configs
 */
export function servedDocument(
  text: string,
  kind: "manifests" | "blobs",
  about: Pick<Served, "digest" | "size" | "contentType">,
): ServedDocument {
  return {
    ...about,
    document: kind === "manifests" ? orUndefined(() => parseDocument(text)) : undefined,
    config: kind === "blobs" ? orUndefined(() => parseConfig(text)) : undefined,
  };
}

export type Evidence = {
  /** What the build says that it made. */
  readonly built: BuiltImage;
  /** What stands under that digest. */
  readonly root: ServedDocument;
  /** Manifests, attestation manifests and configs, by the digest that a descriptor gives. */
  readonly contents: ReadonlyMap<Digest, ServedDocument>;
  /** The programs that each manifest's image starts, if its layers were read. */
  readonly started?: ReadonlyMap<Digest, StartedPrograms>;
};

export type BuiltImage = {
  readonly digest: Digest;
  /** Undefined if several nodes built: buildx then reports only the digest. */
  readonly size: number | undefined;
  readonly mediaType: string | undefined;
};

/** What a tag points to. */
export type ResolvedTag = { readonly tag: Reference; readonly served: ServedDocument };

/** The index or manifest, if it was served and is one. */
export function documentOf(served: ServedDocument | undefined): Document | undefined {
  return served === undefined || "problem" in served ? undefined : served.document;
}

/** The config, if it was served and is one. */
export function configOf(served: ServedDocument | undefined): ImageConfig | undefined {
  return served === undefined || "problem" in served ? undefined : served.config;
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
