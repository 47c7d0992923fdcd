// Which images were pushed, and to where.
import type { Digest } from "../domain/digest.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuiltImage } from "./proof-evidence.ts";

/** One image, and all the names that it was pushed to. */
export type PushedImage = {
  readonly built: BuiltImage;
  /** `registry/path`, each once. */
  readonly repositories: readonly string[];
  /** The tags that have to point to it in the end. */
  readonly tags: readonly Reference[];
};

type Name = { readonly repository: string; readonly tag: string | undefined };

/**
 * The images by their digests, that of the first name first. buildx's metadata file has one digest,
 * the last exporter's, so that it counts only for what the progress does not tell of.
 *
 * @param told the digest that each name was pushed with, from the progress
 * @param built the metadata file's
 * @returns undefined if neither has the digest of a name
 */
export function pushedImages(
  names: readonly Name[],
  told: ReadonlyMap<string, Digest>,
  built: BuiltImage | undefined,
): readonly PushedImage[] | undefined {
  const images = new Map<Digest, PushedImage>();
  for (const { repository, tag } of names) {
    const name = tag === undefined ? undefined : { repository, tag };
    // An image that gets its tag later is pushed under its repository's name.
    const digest =
      (name && told.get(formatReference(name))) ?? told.get(repository) ?? built?.digest;
    if (digest === undefined) return undefined;
    const own =
      built?.digest === digest ? built : { digest, size: undefined, mediaType: undefined };
    const before = images.get(digest) ?? { built: own, repositories: [], tags: [] };
    images.set(digest, {
      ...before,
      repositories: [...new Set([...before.repositories, repository])],
      tags: name === undefined ? before.tags : [...before.tags, name],
    });
  }
  return [...images.values()];
}
