// Reads a buildkitd.toml before a builder is asked to boot from it.
import { parse } from "@iarna/toml";
import * as v from "valibot";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";

export type BuildkitdText = {
  readonly text: string;
  /** Paths of the certificate authorities of its registries, as seen from the working directory. */
  readonly authorities: readonly string[];
};

// What we read of it; the rest is buildkitd's business: docs/buildkitd.toml.md of moby/buildkit.
const settings = v.object({
  registry: v.optional(v.record(v.string(), v.object({ ca: v.optional(v.array(v.string())) }))),
});

/** Reads the text; where it does not parse, the problem has line and column. */
export function parseBuildkitdToml(text: string): Parsed<BuildkitdText> {
  try {
    const read = v.safeParse(settings, parse(text));
    if (!read.success)
      return refused(`is no configuration of buildkitd: ${v.summarize(read.issues)}`);
    const registries = Object.values(read.output.registry ?? {});
    return parsed({ text, authorities: [...new Set(registries.flatMap(({ ca }) => ca ?? []))] });
  } catch (error) {
    return refused(`is not TOML: ${wordsOf(error)}`);
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
