// The step's outputs.
import type { Digest } from "../domain/digest.ts";
import { formatPlatform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import { compactMetadata, metadataOf } from "../result/build-files.ts";
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
  const { images, builder, imageId } = result;
  // What is said of one image can't be said of several targets' images.
  const [first] = result.targets.length > 1 ? [] : images;
  const own = described(first === undefined ? [] : [first]);
  const pushed = images.filter(({ repositories }) => repositories.length > 0);
  return new Map([
    ["digest", first?.digest ?? ""],
    ["digests", JSON.stringify(digestsOf(own))],
    ...targetOutputs(result),
    ["image-refs", pushed.flatMap(imageReferences).join("\n")],
    ["manifests", JSON.stringify(first === undefined ? [] : manifestsOf(images))],
    ["metadata", metadataOutput(result)],
    ["imageid", imageId],
    ["builder", builder],
    ["platforms", own.map(({ platform }) => platform).join(",")],
    ...signingOutputs(result.signing),
    ...descriptionOutputs(namesOf(result, names)),
    ...own.map((m): [string, string] => [`digest-${m.platform.replaceAll("/", "-")}`, m.digest]),
  ]);
}

// The tags of a bake are those of its targets, whether the event made them or the definition has them.
function namesOf({ targets, images }: Result, names: Description): Description {
  if (targets.length === 0) return names;
  const tags = images.flatMap((image) => image.tags);
  const tagNames = [...new Set(tags.map(({ tag }) => tag))];
  return { ...names, tags: tags.map(formatReference), tagNames };
}

function targetOutputs({ targets, images }: Result): readonly [string, string][] {
  if (targets.length === 0) return [];
  const all = targets.map((target) => {
    const own = images.filter((image) => image.target === target);
    const [first] = own;
    const about = {
      digest: first?.digest ?? "",
      digests: digestsOf(described(first === undefined ? [] : [first])),
      "image-refs": own.flatMap(imageReferences),
      tags: own.flatMap(({ tags }) => tags.map(formatReference)),
      manifests: manifestsOf(own),
    };
    return [target, about] as const;
  });
  return [["targets", JSON.stringify(Object.fromEntries(all))]];
}

function metadataOutput({ targets, images, metadata }: Result): string {
  if (targets.length === 0) {
    return compactMetadata(metadata, { most: mostMetadata, digest: images[0]?.digest });
  }
  const most = Math.floor(mostMetadata / targets.length);
  const all = targets.flatMap((target) => {
    const digest = images.find((image) => image.target === target)?.digest;
    const own = compactMetadata(metadataOf(metadata, target), { most, digest });
    return own === "" ? [] : [`${JSON.stringify(target)}:${own}`];
  });
  return `{${all.join(",")}}`;
}

/** Those that were pushed, if any was; otherwise the first image's. */
function manifestsOf(images: readonly MadeImage[]) {
  const pushed = images.filter(({ repositories }) => repositories.length > 0);
  return described(pushed.length > 0 ? pushed : images.slice(0, 1));
}

function digestsOf(manifests: ReturnType<typeof described>): Readonly<Record<string, Digest>> {
  return Object.fromEntries(manifests.map(({ platform, digest }) => [platform, digest]));
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
