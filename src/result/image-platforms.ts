// The images of an index, a platform each, as far as they were read.
import type { Digest } from "../domain/digest.ts";
import type { Platform } from "../domain/platform.ts";
import {
  type ImageConfig,
  isAttestation,
  type ManifestDocument,
  platformIn,
} from "./image-manifest.ts";
import { configOf, documentOf, type Evidence } from "./proof-evidence.ts";

export type PlatformImage = {
  readonly platform: Platform;
  /** Of the manifest. */
  readonly digest: Digest;
  readonly layers: ManifestDocument["layers"];
  readonly config: ImageConfig;
};

/** None if it is no index. */
export function platformImages({ root, contents }: Evidence): readonly PlatformImage[] {
  const document = documentOf(root);
  if (document?.kind !== "index") return [];
  return document.index.manifests.flatMap((entry) => {
    const read = documentOf(contents.get(entry.digest));
    if (isAttestation(entry) || entry.platform === undefined || read?.kind !== "manifest") {
      return [];
    }
    const config = configOf(contents.get(read.manifest.config.digest));
    if (config === undefined) return [];
    const { digest } = entry;
    return [{ platform: platformIn(entry.platform), digest, layers: read.manifest.layers, config }];
  });
}
