// What buildx wrote about the build.
import * as v from "valibot";
import { type Digest, parseDigest } from "../domain/digest.ts";
import { UserError } from "../domain/errors.ts";
import { platformOf } from "../domain/platform.ts";
import type { Image } from "./image.ts";
import type { BuiltImage } from "./proof-evidence.ts";

const platform = v.object({
  ...{ os: v.string(), architecture: v.string(), variant: v.optional(v.string()) },
});
const metadata = v.looseObject({
  "containerimage.digest": v.optional(v.string()),
  "containerimage.descriptor": v.optional(
    v.object({
      ...{ mediaType: v.string(), digest: v.string(), size: v.number() },
      platform: v.optional(platform),
    }),
  ),
});

/**
 * The part of buildx's metadata file that is about one target of a bake; all of it for a single build.
 *
 * @param text the file's JSON, or nothing if buildx wrote no file
 * @returns nothing if the file does not have the target
 */
export function metadataOf(text: string, target: string | undefined): string {
  if (text === "" || target === undefined) return text;
  const own = v.parse(v.record(v.string(), v.unknown()), JSON.parse(text))[target];
  return own === undefined ? "" : JSON.stringify(own);
}

/**
 * What was exported, by buildx's metadata file; undefined if the build exported no image.
 *
 * @param text the file's JSON, or nothing if buildx wrote no file
 */
export function builtImage(text: string): BuiltImage | undefined {
  if (text === "") return undefined;
  const read = v.parse(metadata, JSON.parse(text));
  const { "containerimage.digest": digest, "containerimage.descriptor": descriptor } = read;
  if (digest === undefined) return undefined;
  const parsed = parseDigest(digest);
  if (!parsed.ok) throw new Error(`buildx's metadata file: ${parsed.problem}`);
  const said = descriptor?.digest === digest ? descriptor : undefined;
  return { digest: parsed.value, size: said?.size, mediaType: said?.mediaType };
}

/**
 * The image of one manifest that the metadata file describes, if no registry or engine can be asked for it;
 * undefined if the file does not say for which platform it is, as with an index.
 *
 * @param text the file's JSON
 */
export function describedImage(text: string, { digest }: BuiltImage): Image | undefined {
  const { "containerimage.descriptor": descriptor } = v.parse(metadata, JSON.parse(text));
  if (descriptor?.platform === undefined || descriptor.digest !== digest) return undefined;
  const { mediaType, size, platform } = descriptor;
  const about = { digest, mediaType, size, layersSize: undefined, attestations: [] };
  return {
    ...{ digest, mediaType, size },
    manifests: [{ platform: platformOf({ ...platform, variant: platform.variant }), ...about }],
  };
}

/**
 * The metadata in one line, without provenance, which may hold the event's payload
 * (https://github.com/docker/buildx/issues/4066), and without warnings, each of which holds the whole
 * Dockerfile. What makes it longer than `most` characters is left out, the longest first.
 *
 * @param digest of the image that the run tells of: buildx writes down that of the last exporter
 */
export function compactMetadata(
  text: string,
  { most, digest }: { readonly most: number; readonly digest: Digest | undefined },
): string {
  if (text === "") return "";
  const all = v.parse(v.record(v.string(), v.unknown()), JSON.parse(text));
  const told = all["containerimage.digest"];
  const isOther = digest !== undefined && told !== undefined && told !== digest;
  const ofOther = ["containerimage.descriptor", "containerimage.config.digest"];
  const entries = Object.entries(isOther ? { ...all, "containerimage.digest": digest } : all)
    .filter(([name]) => !/^buildx\.build\.(?:provenance|warnings)/.test(name))
    .filter(([name]) => !isOther || !ofOther.includes(name))
    .map(([name, value]) => ({ name, value, length: JSON.stringify([name, value]).length }));
  const shortest = entries.toSorted((one, other) => one.length - other.length);
  let length = 0;
  const kept = new Set(
    shortest.filter((entry) => {
      length += entry.length;
      return length <= most;
    }),
  );
  return JSON.stringify(
    Object.fromEntries(
      entries.filter((entry) => kept.has(entry)).map(({ name, value }) => [name, value]),
    ),
  );
}

/**
 * Refuses a build that left nothing though its command ended well: buildx writes its metadata file
 * whatever it builds, files or a `call` included.
 *
 * @param program the path of buildx; undefined if only docker knows it
 * @throws UserError
 */
export function checkBuilt(
  { metadata, imageId }: { readonly metadata: string; readonly imageId: string },
  program = "docker buildx",
): void {
  if (metadata !== "" || imageId !== "") return;
  throw new UserError(
    `nothing was built: \`${program}\` ended without an error, and left neither a metadata file nor an image's ID`,
    {
      tryThis:
        "look whether that is buildx, with `docker buildx version`; `buildx-version: latest` installs another",
    },
  );
}
