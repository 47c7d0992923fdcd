// The names, labels and annotations that the rules make of an event.
import { UserError } from "../domain/errors.ts";
import { formatReference, parseReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { Flavor } from "../inputs/names-flavor.ts";
import type { NameInputs } from "../inputs/names-inputs.ts";
import type { Rule } from "../inputs/names-tag-rules.ts";
import { type Moment, renderTag } from "./names-expressions.ts";
import { ruleValue } from "./names-rule-values.ts";

export type Names = {
  /** The first of the tags that the rules make; undefined if they make none. */
  readonly version: string | undefined;
  /** Without the image's name, those of the rules only. */
  readonly tagNames: readonly string[];
  /** As the log and the output `tags` show them. */
  readonly texts: readonly string[];
  readonly tags: readonly Reference[];
  readonly warnings: readonly string[];
};

/**
 * The tags that docker/metadata-action makes of the same rules and the same event, in its order:
 * image by image, in each the rules' tags and then `latest`; after them the references given whole.
 *
 * @throws UserError if what comes out can't be a tag
 */
export function namesOf(
  { names, tags: whole }: Pick<BuildInputs, "names" | "tags">,
  moment: Moment,
): Names {
  const warnings: string[] = [];
  const { version, tagNames } = tagNamesOf(names, moment, (warning) => warnings.push(warning));
  const images = names.images.filter(({ enabled }) => enabled);
  const made = images.flatMap(({ name }) => tagNames.map((tag) => `${name}:${tag}`));
  const texts = [...new Set([...made, ...whole.map(formatReference)])];
  return { version, tagNames, texts, tags: texts.map(referenceOf), warnings };
}

function tagNamesOf(
  { rules, flavor }: NameInputs,
  moment: Moment,
  warn: (warning: string) => void,
): Pick<Names, "version" | "tagNames"> {
  const made = rules
    .toSorted((one, other) => other.priority - one.priority)
    .filter((rule) => isEnabled(rule, moment))
    .flatMap((rule) => {
      const result = ruleValue(rule, moment, warn);
      const tag = result === undefined ? "" : tagOf(result.value, { rule, flavor, moment });
      return result === undefined || tag === "" ? [] : [{ tag, latest: result.latest }];
    });
  const [first] = made;
  if (first === undefined) return { version: undefined, tagNames: [] };
  const latest = flavor.latest === "auto" ? first.latest : flavor.latest;
  const tags = [...made.map(({ tag }) => tag), ...(latest ? [latestOf(flavor, moment)] : [])];
  return { version: first.tag, tagNames: [...new Set(tags)] };
}

function isEnabled({ enable, text }: Rule, moment: Moment): boolean {
  const enabled = renderTag(enable, moment);
  if (enabled === "true" || enabled === "false") return enabled === "true";
  throw new UserError(
    `\`tags\`: \`${text}\`: \`enable\` is \`${enabled}\`; it takes \`true\`, \`false\` or an expression such as \`{{is_default_branch}}\``,
  );
}

type TagSettings = { readonly rule: Rule; readonly flavor: Flavor; readonly moment: Moment };

function tagOf(value: string, { rule, flavor, moment }: TagSettings): string {
  const prefix = renderTag(rule.prefix ?? flavor.prefix.text, moment);
  const suffix = renderTag(rule.suffix ?? flavor.suffix.text, moment);
  return sanitized(`${prefix}${value}${suffix}`);
}

function latestOf({ prefix, suffix }: Flavor, moment: Moment): string {
  const [before, after] = [prefix, suffix].map(({ text, onLatest }) =>
    onLatest ? renderTag(text, moment) : "",
  );
  return sanitized(`${before}latest${after}`);
}

function sanitized(tag: string): string {
  return tag.replace(/[^\w.-]+/g, "-");
}

function referenceOf(text: string): Reference {
  const reference = parseReference(text);
  if (reference.ok) return reference.value;
  throw new UserError(
    `\`tags\`: the rules make \`${text}\`, which can't be: a tag has up to 128 letters, digits and \`_.-\`, and begins with neither \`.\` nor \`-\``,
  );
}
