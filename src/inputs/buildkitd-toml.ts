// Checks a buildkitd.toml before a builder is asked to boot from it.
import { parse } from "@iarna/toml";

/**
 * What is wrong with the text as TOML, with line and column, or undefined.
 * Which keys there are is buildkitd's business: docs/buildkitd.toml.md of moby/buildkit.
 */
export function tomlProblem(text: string): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return `is not TOML: ${wordsOf(error)}`;
  }
}

// @iarna/toml counts lines and columns from 0 and draws the place below its message.
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = (error.message.split("\n")[0] ?? "").replace(
    / at row \d+, col \d+, pos \d+:?$/,
    "",
  );
  const { line, col } = error as Error & { readonly line?: unknown; readonly col?: unknown };
  if (typeof line !== "number" || typeof col !== "number") return message;
  return `${message} (line ${line + 1}, column ${col + 1})`;
}
