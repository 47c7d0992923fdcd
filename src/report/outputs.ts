// The step's outputs.
import { formatPlatform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import { compactMetadata } from "../result/build-files.ts";
import type { MadeImage, Result } from "../result/result.ts";
import { formatCommand } from "./command-text.ts";

/** So that all outputs of an image for ten platforms are within 16 KiB. */
const mostMetadata = 4096;
/** What the image is called, and what is said about it. */
export type Description = {
  /** Empty if no rule makes one. */
  readonly version: string;
  /** With the images' names; `tagNames`: those that the rules make, without. */
  readonly tags: readonly string[];
  readonly tagNames: readonly string[];
  /** `key=value` each. */
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
};

type NamesFromInputs = Pick<Description, "labels" | "annotations"> & {
  readonly tags: readonly Reference[];
};

/** The description if the event makes nothing. */
export function describe({ tags, labels, annotations }: NamesFromInputs): Description {
  const tagNames = [...new Set(tags.map(({ tag }) => tag))];
  return { version: "", tags: tags.map(formatReference), tagNames, labels, annotations };
}

/** Output name → text, as action.yml describes them. */
export function outputsOf(result: Result, names: Description): ReadonlyMap<string, string> {
  const { images, builder, metadata, imageId } = result;
  const [first] = images;
  const own = described(first === undefined ? [] : [first]);
  const pushed = images.filter(({ repositories }) => repositories.length > 0);
  const all = pushed.length > 0 ? described(pushed) : own;
  return new Map([
    ["digest", first?.digest ?? ""],
    ["digests", JSON.stringify(Object.fromEntries(own.map((m) => [m.platform, m.digest])))],
    ["image-refs", pushed.flatMap(imageReferences).join("\n")],
    ["manifests", JSON.stringify(all)],
    ["metadata", compactMetadata(metadata, { most: mostMetadata, digest: first?.digest })],
    ["imageid", imageId],
    ["builder", builder],
    ["platforms", own.map(({ platform }) => platform).join(",")],
    ...signingOutputs(result.signing),
    ...descriptionOutputs(names),
    ...own.map((m): [string, string] => [`digest-${m.platform.replaceAll("/", "-")}`, m.digest]),
  ]);
}

function signingOutputs(signing: Result["signing"]): readonly [string, string][] {
  if (signing === undefined) return [];
  const { signatures, attestations, verifyCommands } = signing;
  return [
    ["signatures", JSON.stringify(Object.fromEntries(signatures))],
    ["attestations", JSON.stringify(Object.fromEntries(attestations))],
    ["verify-commands", verifyCommands.map(formatCommand).join("\n")],
  ];
}

/** What is said of each manifest, once of one that several images have with all its attestations. */
function described(images: readonly MadeImage[]) {
  const all = images
    .flatMap(({ image }) => image?.manifests ?? [])
    .map(({ platform, digest, mediaType, size, attestations }) => ({
      platform: formatPlatform(platform),
      ...{ digest, mediaType, size, attestations },
    }));
  return [...new Map(all.map((manifest) => [JSON.stringify(manifest), manifest])).values()];
}

/** The outputs that need no image. Names and forms are those of docker/metadata-action. */
export function descriptionOutputs(names: Description): readonly [string, string][] {
  const { version, tags, tagNames, labels, annotations } = names;
  const pairs = labels.map((label) => /^([^=]*)=?(.*)$/s.exec(label)?.slice(1) ?? [label, ""]);
  const object = { tags, "tag-names": tagNames, labels: Object.fromEntries(pairs), annotations };
  return [
    ["tags", tags.join("\n")],
    ["tag-names", tagNames.join("\n")],
    ["version", version],
    ["labels", labels.join("\n")],
    ["annotations", annotations.join("\n")],
    ["json", JSON.stringify(object)],
  ];
}

/** `registry/path@sha256:…`, once for each repository that the image was pushed to. */
export function imageReferences({ digest, repositories }: MadeImage): readonly string[] {
  return repositories.map((repository) => `${repository}@${digest}`);
}
