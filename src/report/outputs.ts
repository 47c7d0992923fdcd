// The step's outputs.
import { formatPlatform } from "../domain/platform.ts";
import type { Result } from "../result/result.ts";

/** Output name → text, as action.yml describes them. */
export function outputsOf(result: Result): ReadonlyMap<string, string> {
  const { digest = "", builder, metadata, imageId } = result;
  const manifests = (result.image?.manifests ?? []).map((manifest) => ({
    ...manifest,
    platform: formatPlatform(manifest.platform),
  }));
  return new Map([
    ["digest", digest],
    ["digests", JSON.stringify(Object.fromEntries(manifests.map((m) => [m.platform, m.digest])))],
    ["image-refs", imageReferences(result).join("\n")],
    ["manifests", JSON.stringify(manifests)],
    ["metadata", metadata],
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
function imageReferences({ image, repositories }: Result): readonly string[] {
  if (image === undefined) return [];
  return repositories.map((repository) => `${repository}@${image.digest}`);
}
