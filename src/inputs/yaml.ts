// YAML in an input. The library is loaded by those that have some.
import * as v from "valibot";
import type { LineCounter, YAMLError } from "yaml";
import { didYouMean } from "../domain/nearest.ts";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import type { Complain } from "./fields.ts";
import { isPlain, notPlain } from "./plain-text.ts";

/**
 * The value of a YAML text, every scalar a string as it stands there: a password of `0123` stays
 * what it is. If the text does not parse, the problem has line and column.
 */
export async function parseYaml(text: string): Promise<Parsed<unknown>> {
  const { isScalar, LineCounter, parseDocument, visit } = await import("yaml");
  const lineCounter = new LineCounter();
  // Errors made pretty take seconds if there are many.
  const options = {
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
    schema: "failsafe",
  } as const;
  const document = parseDocument(text, options);
  // After a tag that is not known, what follows it would be the whole value.
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong !== undefined) return refused(`is not YAML: ${wordsOf(wrong, lineCounter)}`);
  let problem: string | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key))
        problem = "a key is a list or a map; quote a text that begins with `{` or `[`";
    },
    Scalar: (_, { value }) => {
      if (typeof value === "string" && !isPlain(value)) problem = notPlain;
    },
  });
  if (problem !== undefined) return refused(problem);
  try {
    return parsed(document.toJS());
  } catch {
    return refused(
      "is not YAML: an alias (`*name`) has no anchor or expands to too much; write its value out",
    );
  }
}

// What follows a colon may be a piece of a password.
function wordsOf({ message, pos: [start] }: YAMLError, lines: LineCounter): string {
  const [words = ""] = message.split(/[:\n]/);
  const { line, col } = lines.linePos(start);
  return `${words} (line ${line}, column ${col})`;
}

/** Those of YAML 1.2's core schema. */
export const booleans = ["true", "True", "TRUE", "false", "False", "FALSE"] as const;
export const yamlBoolean = v.pipe(
  v.picklist(booleans, "`true` or `false`"),
  v.transform((text) => text.toLowerCase() === "true"),
);

/** What a YAML value was checked against. */
type Expected = {
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
    const isWorded = issue.type === "picklist" || issue.type === "check";
    const wanted = isWorded ? issue.message : wordsFor(issue.expected);
    if (path === null || key === undefined) {
      complain(input, `takes ${wanted}, as in ${example}`);
    } else if (known.includes(key)) {
      complain(input, `\`${path}\` takes ${wanted}, as in ${example}`);
    } else {
      const hint = didYouMean(key, known);
      const list = known.map((name) => `\`${name}\``).join(", ");
      // The rest of a password with a comma in it is a key, too.
      if (hint === "") complain(input, `has an unknown key; the known ones are ${list}`);
      else complain(input, `\`${path}\` is not a known setting${hint}`);
    }
  }
}

// valibot's names are JavaScript's.
function wordsFor(expected: string | null): string {
  if (expected === "Array") return "a list";
  if (expected === "Object") return "a mapping";
  return expected ?? "another value";
}
