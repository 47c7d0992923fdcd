// Labels and annotations for an image's origin, merged with those in the inputs.
import type { Template } from "../domain/template.ts";
import { levelsOf } from "../inputs/names-annotations.ts";
import type { Event } from "./event-facts.ts";
import { type Moment, render } from "./names-expressions.ts";

/** `key=value` each, sorted by key; of one key the last one given counts. */
export function labelsOf(
  given: readonly Template[],
  moment: Moment,
  version: string | undefined,
): readonly string[] {
  const labels = new Map(Object.entries(generated(moment, version)));
  for (const template of given) {
    const { key, value } = pairOf(render(template, moment));
    labels.set(key, value);
  }
  return Array.from(labels)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([key, value]) => `${key}=${value}`);
}

/**
 * `level:key=value` each, for every level. Those given with levels of their own stay as they are,
 * and take the place of the generated ones of the same level and key.
 */
export function annotationsOf(
  given: readonly Template[],
  levels: readonly string[],
  { moment, version }: { readonly moment: Moment; readonly version: string | undefined },
): readonly string[] {
  const texts = given.map((template) => render(template, moment));
  if (levels.length === 0) return texts;
  const own = texts.filter((text) => levelsOf(text) !== undefined);
  const common = given.filter((_, index) => levelsOf(texts[index] ?? "") === undefined);
  const taken = new Set(
    own.flatMap((text) => {
      const { key } = pairOf(text.slice(text.indexOf(":") + 1));
      return levelsOf(text)?.map((level) => `${level}:${key}`) ?? [];
    }),
  );
  const all = labelsOf(common, moment, version);
  const made = levels.flatMap((level) => all.map((label) => `${level}:${label}`));
  return [...made.filter((text) => !taken.has(pairOf(text).key)), ...own];
}

function pairOf(text: string): { readonly key: string; readonly value: string } {
  const [key = "", ...value] = text.split("=");
  return { key, value: value.join("=") };
}

// https://github.com/opencontainers/image-spec/blob/main/annotations.md
function generated(
  { event, committed }: Moment,
  version: string | undefined,
): Readonly<Record<string, string>> {
  const { about, sha }: Event = event;
  const prefix = "org.opencontainers.image";
  return {
    [`${prefix}.title`]: about?.name ?? "",
    [`${prefix}.description`]: about?.description ?? "",
    [`${prefix}.url`]: about?.url ?? "",
    [`${prefix}.source`]: about?.url ?? "",
    [`${prefix}.version`]: version ?? "",
    // The commit's time, so that one commit makes one image.
    [`${prefix}.created`]: new Date(committed).toISOString(),
    [`${prefix}.revision`]: sha,
    [`${prefix}.licenses`]: about?.license ?? "",
  };
}
