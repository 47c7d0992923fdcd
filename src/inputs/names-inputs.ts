// The inputs that name the image: whole references, and rules that make names of the event.
import { refused } from "../domain/parsed.ts";
import {
  distinctReferences,
  hasHostOrTag,
  parseReference,
  type Reference,
} from "../domain/reference.ts";
import type { Fields } from "./fields.ts";
import { type Flavor, readFlavor } from "./names-flavor.ts";
import { type BaseName, readImages } from "./names-images.ts";
import { hasAttributes } from "./names-rule-items.ts";
import { defaultRules, type Rule, readRule } from "./names-tag-rules.ts";

/** What is made of the event. */
export type NameInputs = {
  readonly images: readonly BaseName[];
  readonly rules: readonly Rule[];
  readonly flavor: Flavor;
};

/** Reads `images`, `tags` and `flavor`; `tags` are those lines that are whole references. */
export function readNames(fields: Fields): {
  readonly tags: readonly Reference[];
  readonly names: NameInputs;
} {
  const { complain } = fields;
  const images = readImages(fields);
  const lines = fields.records("tags").flatMap((record) => linesOf(record, images.length > 0));
  const flavor = readFlavor(fields);
  const problem = (text: string) => complain("tags", text);
  const rules = lines.filter(({ kind }) => kind === "rule");
  if (rules.length > 0 && images.length === 0) {
    complain(
      "images",
      "is empty, but the rules in `tags` need a name to tag, such as `ghcr.io/owner/image`",
    );
  }
  if (images.length > 0 && lines.length > 0 && rules.length === 0) {
    complain("images", "needs a rule in `tags`, such as `type=ref,event=branch`");
  }
  if (images.length === 0 && rules.length === 0 && fields.text("flavor") !== undefined) {
    complain(
      "flavor",
      "changes the tags of `images`, which is empty; leave it out, or set `images`",
    );
  }
  const given = rules.flatMap(({ items }) => readRule(items, problem) ?? []);
  const whole = lines.filter(({ kind }) => kind === "reference").flatMap(({ items }) => items);
  return {
    tags: readWhole(whole, problem),
    names: {
      images,
      rules: lines.length === 0 && images.length > 0 ? defaultRules() : given,
      flavor,
    },
  };
}

function readWhole(
  texts: readonly string[],
  complain: (problem: string) => void,
): readonly Reference[] {
  const read = texts.map((text) => {
    if (!text.includes("{{")) return parseReference(text);
    return refused(
      `\`${text}\` is a whole name with an expression; move the name to \`images\`, and write only the tag here`,
    );
  });
  for (const reference of read) if (!reference.ok) complain(reference.problem);
  return distinctReferences(read.flatMap((reference) => (reference.ok ? [reference.value] : [])));
}

type Line = { readonly kind: "rule" | "reference"; readonly items: readonly string[] };

// In a rule commas separate attributes, elsewhere names.
function linesOf(record: readonly string[], hasImages: boolean): readonly Line[] {
  if (hasAttributes(record)) return [{ kind: "rule", items: record }];
  return record.map((item) => {
    // Beside `images`, `feature/login` is a tag, of a branch; else it is a name on Docker Hub.
    const [start = item] = item.split("{{");
    const isTag = !hasHostOrTag(start) && (start !== item || hasImages);
    return { kind: isTag ? "rule" : "reference", items: [item] };
  });
}
