// YAML in an input. The library is loaded by those that have some.
import * as v from "valibot";
import { nearest } from "../domain/nearest.ts";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import type { Complain } from "./fields.ts";

/**
 * The value of a YAML text, every scalar a string as it stands there: a password of `0123` stays
 * what it is. Where the text does not parse, the problem has line and column.
 */
export async function parseYaml(text: string): Promise<Parsed<unknown>> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { prettyErrors: true, schema: "failsafe" });
  const [error] = document.errors;
  if (error === undefined) return parsed(document.toJS());
  return refused(`is not YAML: ${(error.message.split("\n")[0] ?? "").replace(/:$/, "")}`);
}

/** A boolean of YAML 1.2's core schema. */
export const yamlBoolean = v.pipe(
  v.picklist(["true", "True", "TRUE", "false", "False", "FALSE"], "`true` or `false`"),
  v.transform((text) => text.toLowerCase() === "true"),
);

/** What a YAML value was checked against. */
export type Expected = {
  readonly issues: readonly v.BaseIssue<unknown>[];
  readonly known: readonly string[];
  readonly example: string;
};

/** A complaint for each place that is not as expected. Values are left out: one may be a password. */
export function complainOfYaml(input: string, expected: Expected, complain: Complain): void {
  const { issues, known, example } = expected;
  for (const issue of issues) {
    const path = v.getDotPath(issue);
    const key = path?.split(".").find((part) => !/^\d+$/.test(part));
    const wanted = issue.type === "picklist" ? issue.message : (issue.expected ?? "another value");
    if (path === null || key === undefined) {
      complain(input, `takes ${wanted}, as in ${example}`);
    } else if (known.includes(key)) {
      complain(input, `\`${path}\` takes ${wanted}, as in ${example}`);
    } else {
      const near = nearest(key, known);
      const list = known.map((name) => `\`${name}\``).join(", ");
      const hint = near === undefined ? `take some of ${list}` : `did you mean \`${near}\`?`;
      complain(input, `\`${path}\` is no setting; ${hint}`);
    }
  }
}
