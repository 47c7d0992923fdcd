// What each rule makes of the event, before prefix and suffix.
import { clean, explain, major, minor, patch, valid } from "@renovatebot/pep440";
import { parse as parseSemver, prerelease, valid as validSemver } from "semver";
import { isOnly, type Template } from "../domain/template.ts";
import type { Rule, RuleKind } from "../inputs/names-tag-rules.ts";
import { afterPrefix, type Moment, renderTag } from "./names-expressions.ts";

/** `latest`: whether a rule of this kind also sets the tag `latest`. */
type RuleValue = { readonly value: string; readonly latest: boolean };

type Warn = (warning: string) => void;

/** What the rule makes; undefined if it is not for this event, or has said to `warn` why. */
export function ruleValue(rule: Rule, moment: Moment, warn: Warn): RuleValue | undefined {
  const { event } = moment;
  switch (rule.type) {
    case "schedule":
      if (!event.name.includes("schedule")) return undefined;
      return { value: renderTag(rule.pattern, moment), latest: false };
    case "semver":
    case "pep440":
      return versionValue(rule, moment, warn);
    case "match":
      return matchValue(rule, moment, warn);
    case "edge": {
      const branch = afterPrefix(event.ref, "refs/heads/");
      const edge = rule.branch ?? event.about?.defaultBranch;
      return branch !== "" && branch === edge ? { value: "edge", latest: false } : undefined;
    }
    case "ref":
      return refValue(rule.event, event.ref);
    case "raw":
      return { value: renderTag(rule.value, moment), latest: false };
    case "sha":
      if (event.sha === "") return undefined;
      return { value: rule.format === "long" ? event.sha : event.shortSha, latest: false };
  }
}

const prefixes = { branch: "refs/heads/", tag: "refs/tags/", pr: "refs/pull/" };

function refValue(kind: keyof typeof prefixes, ref: string): RuleValue | undefined {
  if (!ref.startsWith(prefixes[kind])) return undefined;
  const name = ref.slice(prefixes[kind].length);
  return kind === "pr"
    ? { value: name.replace(/\/merge$/, ""), latest: false }
    : { value: name, latest: kind === "tag" };
}

/** The rule's own value, or the Git tag. */
function sourceOf(value: Template | undefined, moment: Moment): string | undefined {
  if (value !== undefined) return renderTag(value, moment);
  const { ref } = moment.event;
  return ref.startsWith(prefixes.tag) ? ref.slice(prefixes.tag.length) : undefined;
}

type Kind<T extends RuleKind["type"]> = Extract<Rule, { readonly type: T }>;

function matchValue(rule: Kind<"match">, moment: Moment, warn: Warn): RuleValue | undefined {
  const source = sourceOf(rule.value, moment);
  if (source === undefined) return undefined;
  const value = source.match(rule.pattern)?.[rule.group];
  if (value === undefined) {
    warn(
      `\`${rule.text}\` makes no tag: group ${rule.group} of its pattern is not in \`${source}\``,
    );
    return undefined;
  }
  return { value, latest: true };
}

function versionValue(
  rule: Kind<"semver" | "pep440">,
  moment: Moment,
  warn: Warn,
): RuleValue | undefined {
  const source = sourceOf(rule.value, moment);
  if (source === undefined) return undefined;
  const raw = matched(source, rule, warn).replaceAll("/", "-");
  const version = rule.type === "semver" ? semverOf(raw) : pep440Of(raw);
  if (version === undefined) {
    const standard = rule.type === "semver" ? "semver.org" : "PEP 440";
    warn(`\`${rule.text}\` makes no tag: \`${raw}\` is not a version as ${standard} has it`);
    return undefined;
  }
  const { names, isFinal } = version;
  if (isFinal) return { value: renderTag(rule.pattern, moment, names), latest: true };
  const value = isOnly(rule.pattern, "raw") ? names.raw : names.version;
  return { value, latest: false };
}

function matched(source: string, { match, text }: Kind<"semver" | "pep440">, warn: Warn): string {
  if (match === undefined) return source;
  const group = source.match(match)?.[1];
  if (group === undefined)
    warn(`\`${text}\`: the first group of \`match\` is not in \`${source}\``);
  return group ?? source;
}

type Version = {
  readonly names: Readonly<Record<"raw" | "version" | "major" | "minor" | "patch", string>>;
  /** Whether it is neither a pre-release nor a development or post-release. */
  readonly isFinal: boolean;
};

function semverOf(raw: string): Version | undefined {
  const version = validSemver(raw) === null ? null : parseSemver(raw, { loose: true });
  if (version === null) return undefined;
  const names = {
    raw: version.raw,
    version: version.version,
    major: String(version.major),
    minor: String(version.minor),
    patch: String(version.patch),
  };
  return { names, isFinal: prerelease(raw) === null };
}

function pep440Of(raw: string): Version | undefined {
  const version = valid(raw) === null ? null : explain(raw);
  if (version === null) return undefined;
  const { is_prerelease: pre, is_postrelease: post, is_devrelease: dev } = version;
  const names = {
    raw,
    version: clean(raw) ?? raw,
    major: String(major(raw)),
    minor: String(minor(raw)),
    patch: String(patch(raw)),
  };
  return { names, isFinal: !pre && !post && !dev };
}
