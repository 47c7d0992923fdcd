// The words for an image that is nowhere to be had.

import { troubleOf } from "../domain/trouble.ts";
import { remedyFor } from "./failure-remedy.ts";

export type FailedPull = { readonly reference: string; readonly words: string };

const always =
  "in `mirrors`, name registries that have the image, or pull it on the engine's machine beforehand";

/** Every reference that was tried, with docker's last words on it, and what to try. */
export function imageFailure(what: string, tried: readonly FailedPull[]): string {
  const last = new Map(tried.map(({ reference, words }) => [reference, words]));
  const fitting = [...last.values()].map(remedyOf).filter((remedy) => remedy !== undefined);
  return [
    `${what} could not be pulled. Tried, in this order:`,
    ...[...last].map(([reference, words]) => `- ${reference}: ${words.replaceAll("\n", " ")}`),
    `What to try: ${[always, ...new Set(fitting)].join("; ")}`,
  ].join("\n");
}

// `always` says enough for a registry that is not there, or fails for the moment.
function remedyOf(text: string): string | undefined {
  const trouble = troubleOf({ text });
  return trouble === undefined || ["unreachable", "passing"].includes(trouble)
    ? undefined
    : remedyFor({ text }, { asker: "engine" });
}
