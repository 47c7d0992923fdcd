// The `flavor` of the tags that rules make: what stands before and after each, and `latest`.
import { parseTemplate, type Template } from "../domain/template.ts";
import type { Fields } from "./fields.ts";
import { attributesOf, unknownWord } from "./names-rule-items.ts";

export type Flavor = {
  /** `auto`: what the first rule that makes a tag says. */
  readonly latest: "auto" | boolean;
  readonly prefix: Affix;
  readonly suffix: Affix;
};

/** `onLatest`: the tag `latest` gets it too. */
type Affix = { readonly text: Template; readonly onLatest: boolean };

type Complain = (problem: string) => void;
type Draft = { -readonly [Key in keyof Flavor]: Flavor[Key] };

const none: Affix = { text: [], onLatest: false };
const known = ["latest", "prefix", "suffix", "onlatest"];
const examples = "`latest=false` and `suffix=-alpine,onlatest=true`";

/** Reads `flavor`; `onlatest` belongs to the prefix or suffix before it in its line. */
export function readFlavor(fields: Fields): Flavor {
  const flavor: Draft = { latest: "auto", prefix: none, suffix: none };
  const complain = (problem: string) =>
    fields.complain("flavor", `${problem}; two lines of it are ${examples}`);
  for (const record of fields.records("flavor")) readLine(record, flavor, complain);
  return flavor;
}

function readLine(record: readonly string[], flavor: Draft, complain: Complain): void {
  let last: "prefix" | "suffix" | undefined;
  for (const [key = "", text = ""] of record.flatMap((item) => [...attributesOf([item])])) {
    if (key === "latest") {
      flavor.latest = text === "auto" ? text : readFlag(key, text, complain);
    } else if (key === "prefix" || key === "suffix") {
      flavor[key] = { ...flavor[key], text: readTemplate(text, complain) };
      last = key;
    } else if (key === "onlatest") {
      const onLatest = readFlag(key, text, complain);
      if (last === undefined) complain("`onlatest` has no `prefix` or `suffix` before it");
      else flavor[last] = { ...flavor[last], onLatest };
    } else if (key === "") {
      complain(`\`${text}\` has no \`=\``);
    } else {
      complain(unknownWord("a key of this input", key, known));
    }
  }
}

function readFlag(name: string, text: string, complain: Complain): boolean {
  if (text !== "true" && text !== "false") {
    const auto = name === "latest" ? "`auto`, " : "";
    complain(`\`${name}=${text}\`: it takes ${auto}\`true\` or \`false\``);
  }
  return text === "true";
}

function readTemplate(text: string, complain: Complain): Template {
  const template = parseTemplate(text, "event");
  if (!template.ok) complain(template.problem);
  return template.ok ? template.value : [];
}
