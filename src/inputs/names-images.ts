// The `images`: names that get every tag that the rules make.
import { foreignPart, parseReference } from "../domain/reference.ts";
import type { Fields } from "./fields.ts";
import { attributesOf, hasAttributes, unknownWord } from "./names-rule-items.ts";

export type BaseName = {
  /** In lower case: `ghcr.io/owner/image`. */
  readonly name: string;
  readonly given: string;
  readonly enabled: boolean;
};

const known = ["name", "enable"];
const example = "`ghcr.io/owner/image`";

/** Reads `images`: names, or lines such as `name=ghcr.io/owner/image,enable=false`. */
export function readImages(fields: Fields): readonly BaseName[] {
  const complain = (problem: string) => fields.complain("images", problem);
  return fields
    .records("images")
    .flatMap((record) =>
      hasAttributes(record)
        ? readAttributes(record, complain)
        : record.map((given) => ({ given, enabled: true })),
    )
    .map(({ given, enabled }) => ({ name: checked(given, complain), given, enabled }));
}

type ImageAttributes = Pick<BaseName, "given" | "enabled">;

function readAttributes(
  record: readonly string[],
  complain: (problem: string) => void,
): readonly ImageAttributes[] {
  const attributes = attributesOf(record);
  const unknown = [...attributes.keys()].find((key) => key !== "" && !known.includes(key));
  if (unknown !== undefined) {
    const words = unknownWord("a key of this input", unknown, known);
    complain(`${words}; a line is \`name=ghcr.io/owner/image\``);
    return [];
  }
  const enable = attributes.get("enable") ?? "true";
  if (enable !== "true" && enable !== "false") {
    complain(`\`enable=${enable}\`: it takes \`true\` or \`false\``);
  }
  const given = attributes.get("name") ?? attributes.get("") ?? "";
  return [{ given, enabled: enable === "true" }];
}

function checked(given: string, complain: (problem: string) => void): string {
  const name = given.toLowerCase();
  const foreign = foreignPart(given);
  if (foreign !== undefined) complain(`\`${given}\` ${foreign}`);
  else if (!parseReference(`${name}:1`).ok) {
    complain(`\`${given}\` is not the name of an image without its tag; one is ${example}`);
  }
  return name;
}
