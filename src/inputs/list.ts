// Lists as Docker's actions write them in one input: CSV records, one or more lines.
import { parse } from "csv-parse/sync";

/**
 * `commas`: they separate items too. Without it a line is an item, commas and all.
 * `quotes`: whether quotes go around an item; if not, they are part of it.
 */
export type ListForm = { readonly commas: boolean; readonly quotes?: boolean };

/**
 * Splits an input into trimmed items; a double-quoted item may hold commas and line breaks.
 * `"a,b\nc"` → `["a", "b", "c"]` with commas, `["a,b", "c"]` without.
 *
 * @throws Error with csv-parse's words where a quote is not closed
 */
export function splitList(text: string, form: ListForm): readonly string[] {
  const records: string[][] = parse(text, {
    quote: form.quotes === false ? false : '"',
    relaxQuotes: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
  });
  return records
    .flatMap((record) => (form.commas ? record : [record.join(",")]))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
