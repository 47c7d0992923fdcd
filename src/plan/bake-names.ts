// What the event makes of an image's names, as definition files of bake: those of
// docker/metadata-action, https://github.com/docker/metadata-action#bake-definition
import { toTemplate } from "./bake-definition.ts";

/** What a definition file may say of its one target. */
export type BakeNames = {
  readonly tags: readonly string[];
  /** `key=value` each. */
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
  /** Empty if no rule makes one. */
  readonly version: string;
  /** `registry/path` each. */
  readonly images: readonly string[];
};

/** The parts that a file has. */
export type BakeNamesPart = "tags" | "labels" | "annotations";

/** @param target that others inherit from */
export function bakeNamesText(
  target: string,
  { tags, labels, annotations, version, images }: BakeNames,
  parts: readonly BakeNamesPart[],
): string {
  const has = (part: BakeNamesPart) => parts.includes(part);
  const args = { DOCKER_META_IMAGES: images.join(","), DOCKER_META_VERSION: version };
  const names = {
    ...(has("tags") ? { tags: tags.map(toTemplate) } : {}),
    ...(has("labels") ? { labels: Object.fromEntries(labels.map(pairOf)) } : {}),
    ...(has("annotations") ? { annotations: annotations.map(toTemplate) } : {}),
    ...(has("tags") ? { args } : {}),
  };
  return JSON.stringify({ target: { [target]: names } });
}

function pairOf(label: string): readonly [string, string] {
  const [, name = label, value = ""] = /^([^=]*)=?(.*)$/s.exec(label) ?? [];
  return [toTemplate(name), toTemplate(value)];
}
