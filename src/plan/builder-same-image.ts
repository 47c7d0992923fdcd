// Whether a builder runs the image that the inputs name, in whatever form each of them names it.
import { parseImageName } from "../domain/image-name.ts";
import { buildkitCandidates } from "./tool-image-buildkit.ts";
import type { LocalImage, Sources } from "./tool-image-candidates.ts";

const id = /^(?:sha256:)?([0-9a-f]{12,64})$/;

/**
 * A name means the same in its short and its long form, from a mirror, and as the ID that the step
 * gives to buildx. Which image an ID is, only the engine knows: one that it does not have is taken for
 * the right one.
 *
 * @param images those of the engine that are known
 */
export function isSameImage(
  wanted: string,
  there: string,
  { network, images }: Pick<Sources, "network"> & { readonly images: readonly LocalImage[] },
): boolean {
  const names = buildkitCandidates([`image=${wanted}`], network).map(({ reference }) => reference);
  if (names.map(canonical).includes(canonical(there))) return true;
  const thereId = id.exec(there)?.[1];
  if (thereId === undefined) return false;
  const known = images.filter(({ reference }) => names.includes(reference)).map((one) => one.id);
  const ids = [...known, wanted].flatMap((text) => id.exec(text)?.[1] ?? []);
  return ids.length === 0 || ids.some((one) => one.startsWith(thereId) || thereId.startsWith(one));
}

/** `moby/buildkit:v1@sha256:…` → `docker.io/moby/buildkit@sha256:…`: a digest makes the tag void. */
function canonical(text: string): string {
  const name = parseImageName(text);
  if (!name.ok) return text;
  const { registry, path, version } = name.value;
  return `${registry}/${path}${version.replace(/^:[^@]*@/, "@")}`;
}
