// What was read back of one image, before anything is made of it.
import type { Digest } from "../domain/digest.ts";
import type { Reference } from "../domain/reference.ts";
import type { StartedPrograms } from "./cpu-started.ts";
import { type Document, type ImageConfig, parseConfig, parseDocument } from "./image-manifest.ts";

/** What came for a name: the bytes, with their own digest and size, or why none came. */
export type ServedDocument =
  | {
      readonly digest: Digest;
      readonly size: number;
      readonly text: string;
      /** What a registry says that a manifest is, or nothing; undefined if nobody says. */
      readonly contentType?: string | undefined;
    }
  | { readonly problem: string };

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

/** An index or a manifest, if it was served and is one. */
export function documentOf(served: ServedDocument | undefined): Document | undefined {
  return served === undefined || "problem" in served
    ? undefined
    : orUndefined(() => parseDocument(served.text));
}

/** A config, if it was served and is one. */
export function configOf(served: ServedDocument | undefined): ImageConfig | undefined {
  return served === undefined || "problem" in served
    ? undefined
    : orUndefined(() => parseConfig(served.text));
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
