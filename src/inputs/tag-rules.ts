// The rules of `tags`, in the grammar of docker/metadata-action: `type=semver,pattern={{version}}`.
import type { Parsed } from "../domain/parsed.ts";
import { type Place, parseTemplate, type Template } from "../domain/template.ts";
import { type Attributes, attributesOf, unknownWord } from "./attributes.ts";

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
  /** Where the line gives none. */
  readonly priority: number;
  /** The attributes that this type has on top of those that all have. */
  readonly own: readonly string[];
  readonly example: string;
};

const common = ["type", "enable", "priority", "prefix", "suffix"];

export type ComplainOfRule = (problem: string) => void;

/** The rules that hold where `images` are given, and no `tags`. */
export function defaultRules(): readonly Rule[] {
  return [
    ["type=schedule"],
    ...["branch", "tag", "pr"].map((name) => ["type=ref", `event=${name}`]),
  ]
    .map((record) => readRule(record, () => {}))
    .filter((rule) => rule !== undefined);
}

/** Reads a rule; undefined where it was complained of. */
export function readRule(record: readonly string[], complain: ComplainOfRule): Rule | undefined {
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
    enable: values.template("enable") ?? ["true"],
    priority: values.number("priority") ?? types[type].priority,
    prefix: values.template("prefix"),
    suffix: values.template("suffix"),
    ...readKind(type, values),
  };
  const { example } = types[type];
  for (const problem of problems)
    complain(`\`${text}\`: ${problem}; one such rule is \`${example}\``);
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
      const match = values.expression("match");
      return { type, pattern: values.required("pattern", pattern, []), ...values.value(), match };
    }
    case "match": {
      const pattern = values.required("pattern", values.expression("pattern"), /(?:)/);
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

type Readers = ReturnType<typeof readersOf>;

/** Readers of single attributes; undefined is what is not there. */
function readersOf(attributes: Attributes, isWhole: boolean, complain: ComplainOfRule) {
  const taken = <T>(read: Parsed<T>): T | undefined => {
    if (!read.ok) complain(read.problem);
    return read.ok ? read.value : undefined;
  };
  const text = (key: string) => attributes.get(key) || undefined;
  const template = (key: string, place: Place = "event") => {
    const given = attributes.get(key);
    return given === undefined ? undefined : taken(parseTemplate(given, place));
  };
  return {
    text,
    template,
    value: () => ({ value: text("value") === undefined ? undefined : template("value") }),
    required: <T>(key: string, value: T | undefined, otherwise: T): T => {
      const given = attributes.has(key) || (key === "value" && attributes.has(""));
      if (isWhole && (!given || (key !== "value" && text(key) === undefined)))
        complain(`has no \`${key}\``);
      return value ?? otherwise;
    },
    number: (key: string) => {
      const given = text(key);
      const number = given === undefined ? undefined : Number(given);
      if (number === undefined || !Number.isNaN(number)) return number;
      complain(`\`${key}=${given}\` is not a number`);
      return undefined;
    },
    choice: <T extends string>(key: string, choices: readonly T[]): T | undefined => {
      const given = text(key);
      const chosen = choices.find((choice) => choice === given);
      if (given !== undefined && chosen === undefined) {
        complain(unknownWord(`a value of \`${key}\``, given, choices));
      }
      return chosen;
    },
    expression: (key: string) => readExpression(text(key), complain),
  };
}

// `/text/flags`, or the text alone.
function readExpression(given: string | undefined, complain: ComplainOfRule): RegExp | undefined {
  if (given === undefined) return undefined;
  const [, source = given, flags = ""] = /^\/(.+)\/(.*)$/.exec(given) ?? [];
  try {
    return new RegExp(source, flags);
  } catch (error) {
    complain(
      `\`${given}\` is not a regular expression: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}
