// Whether what was read back is what was asked for.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import { imageOf } from "./image.ts";
import { mediaTypeOf } from "./image-manifest.ts";
import {
  problemsOfConfig,
  problemsOfContentType,
  problemsOfDocument,
  problemsOfEntry,
} from "./proof-contents.ts";
import { type BuiltImage, documentOf, type Evidence, type ResolvedTag } from "./proof-evidence.ts";

/**
 * All that is wrong with an image, a text each; none if it is sound.
 *
 * @param platforms those asked for; none if any will do
 */
export function problemsOf(evidence: Evidence, platforms: readonly Platform[]): string[] {
  const { built, root, contents } = evidence;
  const document = documentOf(root);
  const what = document?.kind === "manifest" ? "the manifest" : "the index";
  const problems = problemsOfDocument(what, built, { served: root });
  if (document === undefined) return problems;
  if (document.kind === "index") {
    const { manifests } = document.index;
    problems.push(...manifests.flatMap((entry) => problemsOfEntry(entry, manifests, evidence)));
  } else {
    const { manifest } = document;
    problems.push(...problemsOfConfig("the image", manifest, contents.get(manifest.config.digest)));
  }
  return [...new Set([...problemsOfPlatforms(evidence, platforms), ...problems])];
}

function problemsOfPlatforms(evidence: Evidence, wanted: readonly Platform[]): string[] {
  const { built } = evidence;
  const names = (imageOf(evidence)?.manifests ?? []).map(({ platform }) =>
    formatPlatform(platform),
  );
  const asked = new Set(wanted.map(formatPlatform));
  const missing = [...asked].filter((name) => !names.includes(name));
  const there = [...new Set(names)];
  const often = there.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const foreign = asked.size === 0 ? [] : there.filter((name) => !asked.has(name));
  return [
    ...missing.map((name) => `${name} is missing from ${built.digest}`),
    ...often.map((name) => `${name} is there more than once`),
    ...foreign.map((name) => `${name} is there, and was not asked for`),
  ];
}

/** A text for each tag that does not point to the image that was built. */
export function problemsOfTags(
  { digest, mediaType }: BuiltImage,
  tags: readonly ResolvedTag[],
): string[] {
  return tags.flatMap(({ tag, served }) => {
    const name = formatReference(tag);
    if ("problem" in served) return [`${name} is not served: ${served.problem}`];
    if (served.digest === digest) {
      return problemsOfContentType(name, served, mediaTypeOf(documentOf(served)) ?? mediaType);
    }
    return [
      `${name} resolves to ${served.digest}, not ${digest}. Did another job push the same tag meanwhile?`,
    ];
  });
}
