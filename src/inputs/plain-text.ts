// Texts that can be handed to another program.

/** What to say of a text that is none. */
export const notPlain =
  "has a character that no program can be given, a NUL or the half of one; take it out";

/** Whether argv and UTF-8 can hold the text. */
export function isPlain(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
