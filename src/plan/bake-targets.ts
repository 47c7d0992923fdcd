// The targets of a bake as builds: what each makes, and where it goes.
import { InputError } from "../domain/errors.ts";
import type { Parsed } from "../domain/parsed.ts";
import { formatPlatform, type Platform, parsePlatform } from "../domain/platform.ts";
import { distinctReferences, formatReference, parseReference } from "../domain/reference.ts";
import { readAttributes } from "../inputs/attributes.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { type CacheEntry, cacheEntries } from "../inputs/cache-inputs.ts";
import { complaintOf } from "../inputs/complaint.ts";
import { type Output, readOutput } from "../inputs/export-inputs.ts";
import { ownNames, pushesImage, takesPush } from "../inputs/export-kinds.ts";
import type { BakeDefinition, BakeTarget } from "./bake-definition.ts";
import { csvField } from "./builder-node.ts";

/** A target that was asked for. */
export type BakeBuild = {
  readonly name: string;
  /** What a single build of the same would have been asked for. */
  readonly build: BuildInputs;
};

/**
 * The targets that were asked for, each as a build of its own.
 *
 * @param common the inputs that hold for all targets
 * @throws InputError with all that is wrong with any of them
 */
export function bakeBuilds({ targets }: BakeDefinition, common: BuildInputs): readonly BakeBuild[] {
  const problems: string[] = [];
  const builds = targets
    .filter(({ isAsked }) => isAsked)
    .map((target) => {
      const complain = (key: string, problem: string) => {
        problems.push(
          complaintOf("bake-targets", `target \`${target.name}\`: \`${key}\` ${problem}`),
        );
      };
      return { name: target.name, build: buildOf(target, common, complain) };
    });
  complainOfSharedTags(builds, (text) => problems.push(complaintOf("bake-targets", text)));
  if (problems.length > 0) throw new InputError(problems);
  return builds;
}

type Complain = (key: string, problem: string) => void;

function buildOf(target: BakeTarget, common: BuildInputs, complain: Complain): BuildInputs {
  const read = <T>(key: string, items: readonly string[], parse: (text: string) => Parsed<T>) =>
    items.flatMap((item) => {
      const one = parse(item);
      if (!one.ok) complain(key, one.problem);
      return one.ok ? [one.value] : [];
    });
  const given = target.outputs.map((text) => readOutput("output", text, complain));
  const pushes = given.filter((output) => pushesImage(output) && takesPush(output));
  const tags = distinctReferences(read("tags", target.tags, parseReference));
  if (pushes.length > 0 && tags.length === 0) {
    complain(
      "tags",
      "is empty, and the target is pushed; add a name such as `ghcr.io/owner/app:1`",
    );
  }
  return {
    ...common,
    platforms: distinctPlatforms(
      read(
        "platforms",
        target.platforms.flatMap((text) => text.split(",")),
        parsePlatform,
      ),
    ),
    repeated: [],
    tags,
    names: { ...common.names, images: [], rules: [] },
    push: pushes.length > 0,
    load: false,
    outputs: given.flatMap((output) => (pushes.includes(output) ? shapeOf(output) : [output])),
    attestations: {
      ...common.attestations,
      attests: target.attests.map((text) => readAttributes("attest", text, complain)),
    },
    cache: { ...common.cache, ...cacheOf(target, common, complain) },
  };
}

// As `push: true` has it beside `outputs: type=image,compression=zstd`: an exporter that pushes the
// target's tags says only how. buildx's `--push` says nothing.
function shapeOf({ fields }: Output): readonly Output[] {
  const others = fields.filter(({ key }) => key !== "type" && key !== "push");
  if (others.length === 0) return [];
  const all = [{ key: "type", value: "image" }, ...others];
  const text = all.map(({ key, value }) => csvField(value === undefined ? key : `${key}=${value}`));
  return [{ type: "image", text: text.join(","), fields: all }];
}

function distinctPlatforms(platforms: readonly Platform[]): readonly Platform[] {
  return [...new Map(platforms.map((one) => [formatPlatform(one), one])).values()];
}

// The definition's own entries, and then those of the inputs.
function cacheOf(
  { name, cacheFrom, cacheTo }: BakeTarget,
  { cache }: BuildInputs,
  complain: Complain,
): Pick<BuildInputs["cache"], "from" | "to"> {
  const own = (key: "cache-from" | "cache-to", texts: readonly string[]) =>
    texts.flatMap((text) => cacheEntries(key, text, complain));
  const given = (entries: readonly CacheEntry[]) =>
    entries.flatMap(({ text }) =>
      cacheEntries(
        "cache-to",
        text.replaceAll(/\{\{\s*target\s*\}\}/g, () => name),
        complain,
      ),
    );
  return {
    from: [...own("cache-from", cacheFrom), ...given(cache.from)],
    to: [...own("cache-to", cacheTo), ...given(cache.to)],
  };
}

// Which of them the tag would stand for in the end depends on which is pushed last.
function complainOfSharedTags(
  builds: readonly BakeBuild[],
  complain: (problem: string) => void,
): void {
  const owners = new Map<string, string[]>();
  for (const { name, build } of builds) {
    const own = build.outputs.filter(pushesImage).flatMap(ownNames);
    const tags = build.push || own.length === 0 ? build.tags.map(formatReference) : [];
    if (!build.push && !build.outputs.some(pushesImage)) continue;
    for (const tag of new Set([...tags, ...own])) {
      owners.set(tag, [...(owners.get(tag) ?? []), name]);
    }
  }
  for (const [tag, names] of owners) {
    if (names.length < 2) continue;
    complain(`${names.map((name) => `\`${name}\``).join(" and ")} would both be pushed as ${tag}`);
  }
}
