// What came of signing.
import type { Digest } from "../domain/digest.ts";

export type Signing = {
  /** By the digest of each index and manifest: that of the manifest which holds the signature. */
  readonly signatures: ReadonlyMap<Digest, Digest>;
  /** The same for attestations of the build's provenance. */
  readonly attestations: ReadonlyMap<Digest, Digest>;
  /** GitHub's pages about the attestations that it has. */
  readonly pages: readonly string[];
  readonly warnings: readonly string[];
  /** How each image is verified, as one would type it. */
  readonly verifyCommands: readonly (readonly string[])[];
};
