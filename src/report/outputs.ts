// The step's outputs.
import { formatPlatform } from "../domain/platform.ts";
import { compactMetadata } from "../result/build-files.ts";
import { withoutWarnings } from "../result/build-warnings.ts";
import type { Result } from "../result/result.ts";

/** So that all outputs of an image for ten platforms are within 16 KiB. */
const mostMetadata = 4096;

/** Output name → text, as action.yml describes them. */
export function outputsOf(result: Result): ReadonlyMap<string, string> {
  const { digest = "", builder, metadata, imageId } = result;
  const manifests = (result.image?.manifests ?? []).map((manifest) => {
    const { digest, mediaType, size, attestations } = manifest;
    return { platform: formatPlatform(manifest.platform), digest, mediaType, size, attestations };
  });
  return new Map([
    ["digest", digest],
    ["digests", JSON.stringify(Object.fromEntries(manifests.map((m) => [m.platform, m.digest])))],
    ["image-refs", imageReferences(result).join("\n")],
    ["manifests", JSON.stringify(manifests)],
    ["metadata", compactMetadata(withoutWarnings(metadata), mostMetadata)],
    ["imageid", imageId],
    ["builder", builder],
    ["platforms", manifests.map(({ platform }) => platform).join(",")],
    ...manifests.map((m): [string, string] => [
      `digest-${m.platform.replaceAll("/", "-")}`,
      m.digest,
    ]),
  ]);
}

/** `registry/path@sha256:…`, once for each repository pushed to. */
function imageReferences({ digest, repositories }: Result): readonly string[] {
  if (digest === undefined) return [];
  return repositories.map((repository) => `${repository}@${digest}`);
}
