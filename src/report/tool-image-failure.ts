// The words for an image that can't be pulled from anywhere.

import type { Explanation } from "../domain/errors.ts";
import { troubleOf } from "../domain/trouble.ts";
import { remedyFor } from "./failure-remedy.ts";

export type FailedPull = { readonly reference: string; readonly words: string };

const always =
  "in `mirrors`, name registries that have the image, or pull it on the engine's machine beforehand";

/** Every reference that was tried, with docker's last words on it, and what to try. */
export function imageFailure(what: string, tried: readonly FailedPull[]): Explanation {
  const last = new Map(tried.map(({ reference, words }) => [reference, words]));
  const fitting = [...last.values()].map(remedyOf).filter((remedy) => remedy !== undefined);
  const lines = [
    `${what} could not be pulled. Tried, in this order:`,
    ...[...last].map(([reference, words]) => `- ${reference}: ${words.replaceAll("\n", " ")}`),
  ];
  return { message: lines.join("\n"), tryThis: [always, ...new Set(fitting)].join("; ") };
}

// `always` says enough for a registry that is not there, or fails for the moment.
function remedyOf(text: string): string | undefined {
  const trouble = troubleOf({ text });
  return trouble === undefined || ["unreachable", "passing"].includes(trouble)
    ? undefined
    : remedyFor({ text }, { asker: "engine" });
}
