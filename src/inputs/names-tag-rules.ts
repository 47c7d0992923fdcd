// The rules of `tags`, in the grammar of docker/metadata-action: `type=semver,pattern={{version}}`.
import type { Template } from "../domain/template.ts";
import { type Readers, readersOf } from "./names-rule-attributes.ts";
import { attributesOf, unknownWord } from "./names-rule-items.ts";

export type Rule = RuleKind & {
  /** The line that it was given as. */
  readonly text: string;
  /** Comes to `true` or `false`. */
  readonly enable: Template;
  /** The higher one's tag comes first. */
  readonly priority: number;
  /** Undefined: that of the flavor. */
  readonly prefix: Template | undefined;
  readonly suffix: Template | undefined;
};

export type RuleKind =
  | { readonly type: "schedule"; readonly pattern: Template }
  | {
      readonly type: "semver" | "pep440";
      readonly pattern: Template;
      /** Undefined: the Git tag. */
      readonly value: Template | undefined;
      /** The first group of what matches is the version. */
      readonly match: RegExp | undefined;
    }
  | {
      readonly type: "match";
      readonly pattern: RegExp;
      readonly group: number;
      readonly value: Template | undefined;
    }
  /** `branch` undefined: the default branch. */
  | { readonly type: "edge"; readonly branch: string | undefined }
  | { readonly type: "ref"; readonly event: "branch" | "tag" | "pr" }
  | { readonly type: "raw"; readonly value: Template }
  | { readonly type: "sha"; readonly format: "short" | "long" };

type Type = RuleKind["type"];

const types: Readonly<Record<Type, RuleType>> = {
  schedule: { priority: 1000, own: ["pattern"], example: "type=schedule,pattern=nightly" },
  semver: {
    priority: 900,
    own: ["pattern", "value", "match"],
    example: "type=semver,pattern={{version}}",
  },
  pep440: {
    priority: 900,
    own: ["pattern", "value", "match"],
    example: "type=pep440,pattern={{version}}",
  },
  match: {
    priority: 800,
    own: ["pattern", "group", "value"],
    example: "type=match,pattern=v(.*),group=1",
  },
  edge: { priority: 700, own: ["branch"], example: "type=edge,branch=main" },
  ref: { priority: 600, own: ["event"], example: "type=ref,event=branch" },
  raw: { priority: 200, own: ["value"], example: "type=raw,value=stable" },
  sha: { priority: 100, own: ["format"], example: "type=sha,format=long" },
};

type RuleType = {
  /** If the line sets none. */
  readonly priority: number;
  /** The attributes that this type has on top of those that all have. */
  readonly own: readonly string[];
  readonly example: string;
};

const common = ["type", "enable", "priority", "prefix", "suffix"];

/** The rules if `images` is set and `tags` is not. */
export function defaultRules(): readonly Rule[] {
  return [
    ["type=schedule"],
    ...["branch", "tag", "pr"].map((name) => ["type=ref", `event=${name}`]),
  ]
    .map((record) => readRule(record, () => {}))
    .filter((rule) => rule !== undefined);
}

/** Reads a rule; undefined if it was complained of. */
export function readRule(
  record: readonly string[],
  complain: (problem: string) => void,
): Rule | undefined {
  const text = record.join(",");
  const problems: string[] = [];
  const attributes = attributesOf(record);
  const type = attributes.get("type") ?? "raw";
  if (!isType(type)) {
    complain(`\`${text}\`: ${unknownWord("a type of rule", type, Object.keys(types))}`);
    return undefined;
  }
  const known = [...common, ...types[type].own];
  for (const key of attributes.keys()) {
    if (key === "" ? type === "raw" : known.includes(key)) continue;
    if (key === "") problems.push(`\`${attributes.get("")}\` has no \`=\``);
    else problems.push(unknownWord(`an attribute of \`type=${type}\``, key, known));
  }
  // A key that was mistyped is not missed on top of that.
  const isWhole = problems.length === 0;
  const values = readersOf(attributes, isWhole, (problem) => problems.push(problem));
  const rule = {
    text,
    enable: values.flag("enable") ?? ["true"],
    priority: values.number("priority") ?? types[type].priority,
    prefix: values.template("prefix"),
    suffix: values.template("suffix"),
    ...readKind(type, values),
  };
  const { example } = types[type];
  for (const problem of problems) {
    complain(`\`${text}\`: ${problem}; one such rule is \`${example}\``);
  }
  if (problems.length > 0) return undefined;
  return { ...rule, prefix: rule.prefix ?? defaultPrefix(rule) };
}

function isType(name: string): name is Type {
  return Object.hasOwn(types, name);
}

function defaultPrefix(kind: RuleKind): Template | undefined {
  if (kind.type === "sha") return ["sha-"];
  return kind.type === "ref" && kind.event === "pr" ? ["pr-"] : undefined;
}

function readKind(type: Type, values: Readers): RuleKind {
  switch (type) {
    case "schedule":
      return { type, pattern: values.template("pattern", "date") ?? ["nightly"] };
    case "semver":
    case "pep440": {
      const pattern = values.template("pattern", "version");
      const match = values.pattern("match");
      return { type, pattern: values.required("pattern", pattern, []), ...values.value(), match };
    }
    case "match": {
      const pattern = values.required("pattern", values.flaggedPattern("pattern"), /(?:)/);
      return { type, pattern, group: values.number("group") ?? 0, ...values.value() };
    }
    case "edge":
      return { type, branch: values.text("branch") };
    case "ref": {
      const event = values.choice("event", ["branch", "tag", "pr"]);
      return { type, event: values.required("event", event, "branch") };
    }
    case "raw": {
      const value = values.template("value") ?? values.template("");
      return { type, value: values.required("value", value, []) };
    }
    case "sha":
      return { type, format: values.choice("format", ["short", "long"]) ?? "short" };
  }
}
