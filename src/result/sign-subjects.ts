// What of a pushed image is signed: its index, and the manifest of each platform.
import type { Digest } from "../domain/digest.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { Image } from "./image.ts";

/** A manifest or index that a signature speaks of: a descriptor, and what it is. */
export type Subject = {
  readonly digest: Digest;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** `index`, or the platform: `linux/arm64`. */
  readonly what: string;
};

/** Attestation manifests are left out: what they say is about the manifests, and changes nothing. */
export function subjectsOf({ digest, mediaType, size, manifests }: Image): readonly Subject[] {
  const platforms = manifests.map(({ platform, ...manifest }) => ({
    ...{ digest: manifest.digest, mediaType: manifest.mediaType, size: manifest.size },
    what: formatPlatform(platform),
  }));
  const isIndex = platforms.every((manifest) => manifest.digest !== digest);
  const all = isIndex ? [{ digest, mediaType, size, what: "index" }, ...platforms] : platforms;
  // An index may have one manifest for two platforms.
  return [...new Map(all.map((subject) => [subject.digest, subject])).values()];
}
