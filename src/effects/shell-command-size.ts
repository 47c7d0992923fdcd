// How long a command may be.
import type { Command } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";

// execve(2). @actions/exec would never come back from one that Linux refuses.
const mostBytes = 131_072;
const mostBytesInAll = 2_097_152;

/** @throws UserError if Linux would not start the command */
export function refuseTooLong(
  doing: string,
  command: Command,
  environment: Readonly<Record<string, string>>,
): void {
  const variables = Object.entries(environment).map((pair) => pair.join("="));
  // Each ends with a NUL, and has a pointer to it.
  const sizes = [...command, ...variables].map((text) => Buffer.byteLength(text) + 1);
  const all = sizes.reduce((sum, size) => sum + size + 8, 0);
  if (Math.max(...sizes) <= mostBytes && all <= mostBytesInAll) return;
  throw new UserError(
    `the command for ${doing} has ${all} bytes with its environment, and its longest word ${Math.max(...sizes)}; Linux takes ${mostBytesInAll} and ${mostBytes}`,
    { tryThis: "shorten the inputs that it is made of, or put them into a file" },
  );
}
