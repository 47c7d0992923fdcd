// The words for a file that is not what was released.

import type { Explanation } from "../domain/errors.ts";

/** A file that came in place of another. */
type WrongFile = {
  readonly from: string;
  readonly expected: { readonly sha256: string; readonly source: string };
  readonly actual: string;
  readonly size: number;
  /** Its first bytes; some hundred are enough. */
  readonly start: Uint8Array;
};

export function checksumMismatch(file: WrongFile): Explanation {
  const { from, expected, actual, size, start } = file;
  const sentences = [
    `the file from ${from} is not the expected program, and was not run.`,
    `Expected SHA-256 ${expected.sha256} (from ${expected.source}), got ${actual}: ${size} bytes, which look like ${looksLike(start)}.`,
  ];
  return {
    message: sentences.join(" "),
    tryThis:
      "if it came through a mirror or a proxy, compare its file with the release; if the difference is intended, set `buildx-checksum`",
  };
}

// The magic numbers of file(1).
const binaries: readonly (readonly [string, string])[] = [
  ["7f454c46", "a program for Linux"],
  ["4d5a", "a program for Windows"],
  ["cffaedfe", "a program for macOS"],
  ["cafebabe", "a program for macOS"],
  ["1f8b", "a gzip archive"],
  ["504b", "a zip archive"],
];
const texts: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(?:!doctype html|html|head|body)/i, "an HTML page, such as a login or an error page"],
  [/^\s*<\?xml/i, "an XML text, such as an error of an object store"],
  [/^\s*[{[]/, "a JSON text, such as an error of an API"],
  [/^#!/, "a script"],
  [/^[\t\n\r\x20-\x7e]*$/, "a text"],
];

/** What a file is by its first bytes, in words: `an HTML page, …`. */
export function looksLike(start: Uint8Array): string {
  const bytes = Buffer.from(start);
  if (bytes.length === 0) return "an empty file";
  const [text, hex] = [bytes.toString("latin1"), bytes.toString("hex")];
  const binary = binaries.find(([magic]) => hex.startsWith(magic));
  const kind = binary ?? texts.find(([pattern]) => pattern.test(text));
  return kind?.[1] ?? "something else";
}
