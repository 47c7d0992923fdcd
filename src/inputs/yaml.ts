// YAML in an input. The library is loaded by those that have some.
import { type Parsed, parsed, refused } from "../domain/parsed.ts";

/** The value of a YAML text; where it does not parse, the problem has line and column. */
export async function parseYaml(text: string): Promise<Parsed<unknown>> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error === undefined) return parsed(document.toJS());
  return refused(`is not YAML: ${(error.message.split("\n")[0] ?? "").replace(/:$/, "")}`);
}
