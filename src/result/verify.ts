// Whether the registry serves what was asked for.
import type { Digest } from "../domain/digest.ts";
import { VerificationError } from "../domain/errors.ts";
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import { type Image, missingPlatforms } from "./image.ts";

export type ResolvedTag = { readonly tag: Reference; readonly digest: Digest };

/** @throws VerificationError that names every platform missing and every tag that is elsewhere */
export function verify(
  image: Image,
  wanted: { readonly platforms: readonly Platform[]; readonly tags: readonly ResolvedTag[] },
): void {
  const missing = missingPlatforms(image, wanted.platforms).map(
    (platform) => `${formatPlatform(platform)} is missing from ${image.digest}`,
  );
  const elsewhere = wanted.tags
    .filter(({ digest }) => digest !== image.digest)
    .map(({ tag, digest }) => `${formatReference(tag)} resolves to ${digest}, not ${image.digest}`);
  const problems = [...missing, ...elsewhere];
  if (problems.length === 0) return;
  throw new VerificationError(
    `the registry does not serve what was pushed: ${problems.join("; ")}. Did another job push the same tag meanwhile?`,
  );
}
