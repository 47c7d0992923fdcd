// Texts that can be handed to another program.

/** What to say of a text that is none. */
export const notPlain =
  "has a character that can't be passed to a program: a NUL or half of a surrogate pair; remove it";

/** Whether argv and UTF-8 can hold the text. */
export function isPlain(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
