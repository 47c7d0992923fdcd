// Lists as Docker's actions write them in one input: CSV records, one or more lines.
import { parse } from "csv-parse/sync";

/**
 * `commas`: they separate items too; without it a line is an item, commas and all. A line that is
 * in quotes as a whole is split as well, as Docker's actions do, unless only those outside of quotes
 * separate: getList in https://github.com/docker/actions-toolkit/blob/main/src/util.ts
 * `quotes`: whether quotes go around an item; if not, they are part of it.
 * `comments`: whether a line that begins with `#` is one, and no item.
 */
export type ListForm = {
  readonly commas: boolean | "outside quotes";
  readonly quotes?: boolean;
  readonly comments?: boolean;
};

/**
 * Splits an input into trimmed items; a double-quoted item may hold commas and line breaks.
 * `"a,b\nc"` → `["a", "b", "c"]` with commas, `["a,b", "c"]` without.
 *
 * @throws Error with csv-parse's message if a quote is not closed
 */
export function splitList(text: string, form: ListForm): readonly string[] {
  return trimmed(
    recordsOf(text, form).flatMap((record) => {
      if (!form.commas) return [record.join(",")];
      const isQuoted = form.commas === true && record.length === 1;
      return isQuoted ? record.flatMap((line) => line.split(",")) : record;
    }),
  );
}

/**
 * Index of the first item that begins with a quote, as there are others within the pair that was to
 * go around it: `"a={"b":1}"`; -1 if there is none.
 */
export function quotesWithin(items: readonly string[]): number {
  return items.findIndex((item) => /^"[^"=\s]+=/.test(item));
}

/** What to say of it; it may be a secret. */
export function notQuoted(index: number): string {
  return `item ${index + 1} has quotes inside its quotes; double the inner ones, as in \`"a={""b"":1}"\``;
}

/**
 * The records of an input whose lines are records of their own, `"a=1,b"` → `[["a=1", "b"]]`. What
 * follows a `#` at the beginning of a line is a comment.
 *
 * @throws Error with csv-parse's message if a quote is not closed
 */
export function splitRecords(text: string): readonly (readonly string[])[] {
  return recordsOf(text, { comments: true })
    .map((record) => (record.length === 1 ? unquoted(record[0] ?? "") : record))
    .map(trimmed)
    .filter((record) => record.length > 0);
}

// docker/metadata-action reads each line twice, so that quotes may go around a whole line.
function unquoted(line: string): readonly string[] {
  const [record = []]: string[][] = parse(line, { relaxQuotes: true, relaxColumnCount: true });
  return record;
}

/**
 * The lines of an input byte for byte, from the first letter to the blanks at the end; a line may hold
 * commas and quotes. If quotes go around an item, it is everything between them, line breaks
 * included.
 *
 * @throws Error with csv-parse's message if a quote is not closed
 */
export function splitExact(text: string): readonly string[] {
  return (
    exactItems(text)
      // With blanks behind its quotes, an item comes with both.
      .map((item) => (item.startsWith('"') ? exactItems(item.trim()).join("") : item))
      .filter((item) => item.trim() !== "")
  );
}

// No program can be given a NUL, so that none is in the text.
function exactItems(text: string): readonly string[] {
  const records: string[][] = parse(text, {
    delimiter: "\0",
    recordDelimiter: ["\r\n", "\n"],
    ltrim: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  });
  return records.flat();
}

function recordsOf(text: string, form: Omit<ListForm, "commas">): readonly (readonly string[])[] {
  const records: string[][] = parse(text, {
    ...(form.comments ? { comment: "#", comment_no_infix: true } : {}),
    quote: form.quotes === false ? false : '"',
    relaxQuotes: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
  });
  return records;
}

function trimmed(items: readonly string[]): readonly string[] {
  return items.map((item) => item.trim()).filter((item) => item !== "");
}
