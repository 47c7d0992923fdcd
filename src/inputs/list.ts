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

/**
 * The records of an input whose lines are records of their own, `"a=1,b"` → `[["a=1", "b"]]`. What
 * follows a `#` at the beginning of a line is a comment.
 *
 * @throws Error with csv-parse's words where a quote is not closed
 */
export function splitRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = parse(text, {
    comment: "#",
    comment_no_infix: true,
    relaxQuotes: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
  });
  return records
    .map((record) => (record.length === 1 ? unquoted(record[0] ?? "") : record))
    .map((record) => record.map((item) => item.trim()).filter((item) => item !== ""))
    .filter((record) => record.length > 0);
}

// docker/metadata-action reads each line twice, so that a line may stand in quotes as a whole.
function unquoted(line: string): readonly string[] {
  const [record = []]: string[][] = parse(line, { relaxQuotes: true, relaxColumnCount: true });
  return record;
}
