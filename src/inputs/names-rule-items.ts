// The `key=value` items of one line, as `images`, `tags` and `flavor` have them.
import { didYouMean } from "../domain/nearest.ts";

/** Key in lower case → value; an item without `=` is the value of the key "". */
export type Attributes = ReadonlyMap<string, string>;

/** Reads the items of a line; if a key occurs twice, the last one counts. */
export function attributesOf(record: readonly string[]): Attributes {
  return new Map(
    record.map((item) => {
      const sign = item.indexOf("=");
      if (sign < 1) return ["", item];
      return [item.slice(0, sign).trim().toLowerCase(), item.slice(sign + 1).trim()];
    }),
  );
}

/** Whether one of the items is `key=value`. */
export function hasAttributes(record: readonly string[]): boolean {
  return record.some((item) => /^\w[\w-]*\s*=/.test(item));
}

/** The complaint about an unknown word, with the known ones. */
export function unknownWord(kind: string, word: string, known: readonly string[]): string {
  const hint = didYouMean(word, known) || ".";
  return `\`${word}\` is not ${kind}${hint} Known: ${known.map((name) => `\`${name}\``).join(", ")}`;
}
