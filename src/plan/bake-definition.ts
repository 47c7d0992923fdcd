// What `docker buildx bake --print` tells of a definition: https://docs.docker.com/build/bake/reference/
import * as v from "valibot";
import { csvField } from "./builder-node.ts";

/** A target with everything that it inherits, as buildx understands it. */
export type BakeTarget = {
  readonly name: string;
  /** Whether it was asked for; otherwise it is a context of others alone. */
  readonly isAsked: boolean;
  readonly platforms: readonly string[];
  readonly tags: readonly string[];
  /** Each as `--output` takes it, and the following as their options do. */
  readonly outputs: readonly string[];
  readonly attests: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly context: string;
  /** As seen from the context. */
  readonly dockerfile: string | undefined;
  /** What its steps may do beyond what BuildKit allows to all: `network.host`. */
  readonly entitlements: readonly string[];
  /** `build`, or what is printed in place of building: `check`. */
  readonly call: string;
};

export type BakeDefinition = {
  readonly targets: readonly BakeTarget[];
  /** The definition as buildx printed it. Its strings are templates: `$${` stands for `${`. */
  readonly printed: Printed;
};

const text = v.optional(v.string());
const texts = v.optional(v.array(v.string()), []);
/** `type=gha,scope=x` of older buildx, `{"type": "gha", "scope": "x"}` since 0.20. */
const records = v.optional(
  v.array(v.union([v.string(), v.record(v.string(), v.union([v.string(), v.boolean()]))])),
  [],
);
const printedTarget = v.looseObject({
  ...{ context: text, dockerfile: text, "dockerfile-inline": text, call: text, network: text },
  ...{ platforms: texts, tags: texts, entitlements: texts },
  ...{ output: records, attest: records, "cache-from": records, "cache-to": records },
});
const printed = v.looseObject({
  group: v.optional(v.record(v.string(), v.looseObject({ targets: texts })), {}),
  target: v.record(v.string(), printedTarget),
});
type Groups = v.InferOutput<typeof printed>["group"];
const asPrinted = v.looseObject({
  target: v.record(v.string(), v.record(v.string(), v.unknown())),
});
type Printed = v.InferOutput<typeof asPrinted>;
type Records = v.InferOutput<typeof records>;

/** @param json what buildx printed; its group `default` is what was asked for */
export function readDefinition(json: string): BakeDefinition {
  const parsed: unknown = JSON.parse(json);
  const read = v.parse(printed, parsed);
  const asked = targetsIn("default", read.group, new Set());
  const targets = Object.entries(read.target).map(
    ([name, target]): BakeTarget => ({
      name,
      isAsked: asked.has(name),
      platforms: target.platforms.map(fromTemplate),
      tags: target.tags.map(fromTemplate),
      outputs: target.output.map(recordText),
      attests: target.attest.map(recordText),
      cacheFrom: target["cache-from"].map(recordText),
      cacheTo: target["cache-to"].map(recordText),
      context: fromTemplate(target.context ?? "."),
      dockerfile:
        target["dockerfile-inline"] === undefined
          ? fromTemplate(target.dockerfile ?? "Dockerfile")
          : undefined,
      entitlements: [
        ...target.entitlements,
        ...(target.network === "host" ? ["network.host"] : []),
      ],
      call: target.call ?? "build",
    }),
  );
  return { targets, printed: v.parse(asPrinted, parsed) };
}

/** The targets of a group, and of the groups in it, each once. */
function targetsIn(name: string, groups: Groups, above: ReadonlySet<string>): ReadonlySet<string> {
  const group = groups[name];
  if (group === undefined || above.has(name)) return new Set([name]);
  const within = new Set([...above, name]);
  return new Set(group.targets.flatMap((one) => [...targetsIn(one, groups, within)]));
}

// `type` first, as people write it.
function recordText(record: Records[number]): string {
  if (typeof record === "string") return fromTemplate(record);
  const { type, ...others } = record;
  const fields = [...(type === undefined ? [] : [["type", type]]), ...Object.entries(others)];
  return fields.map(([key, value]) => csvField(`${key}=${fromTemplate(`${value}`)}`)).join(",");
}

/** `$${x}` → `${x}`: https://developer.hashicorp.com/terraform/language/expressions/strings */
export function fromTemplate(template: string): string {
  return template.replaceAll("$${", () => "${").replaceAll("%%{", "%{");
}

/** `${x}` → `$${x}` */
export function toTemplate(literal: string): string {
  return literal.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}

/** What is changed of a target; undefined: as it was printed. */
export type TargetChange = {
  readonly tags?: readonly string[];
  readonly output?: readonly string[];
  readonly attest?: readonly string[];
  readonly "cache-from"?: readonly string[];
  readonly "cache-to"?: readonly string[];
  /** In addition to the target's own. */
  readonly secret: readonly string[];
};

/**
 * The definition as a JSON file for buildx.
 *
 * @param changes of targets by their names
 * @param anew whether steps run again if the definition says so
 */
export function definitionText(
  { printed }: BakeDefinition,
  changes: ReadonlyMap<string, TargetChange>,
  anew: boolean,
): string {
  const target = Object.fromEntries(
    Object.entries(printed.target).map(([name, own]) => {
      const { "no-cache": _, "no-cache-filter": __, ...cached } = own;
      return [name, { ...(anew ? own : cached), ...changed(own, changes.get(name)) }];
    }),
  );
  return JSON.stringify({ ...printed, target });
}

function changed(own: Printed["target"][string], change: TargetChange | undefined) {
  if (change === undefined) return {};
  const { secret, ...replaced } = change;
  const written = Object.entries(replaced).flatMap(([key, texts]) =>
    texts === undefined ? [] : [[key, texts.map(toTemplate)] as const],
  );
  const before: readonly unknown[] = Array.isArray(own["secret"]) ? own["secret"] : [];
  const added = secret.length === 0 ? {} : { secret: [...before, ...secret.map(toTemplate)] };
  return { ...Object.fromEntries(written), ...added };
}
