// The words about legs that were not pushed, and about what is left of those that were.

import type { Explanation } from "../domain/errors.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { MissingPlatform } from "../inputs/leg-platforms.ts";

/** Why nothing is merged: each platform's job, and its last words. */
export function failedLegs(failed: readonly MissingPlatform[]): Explanation {
  const names = failed.map(({ platform }) => formatPlatform(platform));
  const lines = [
    `There is no leg for ${names.join(", ")}, so nothing is merged, and no tag was moved.`,
    ...failed.map((one) => `${formatPlatform(one.platform)}: ${wordsOf(one)}`),
  ];
  return {
    message: lines.join("\n"),
    tryThis:
      "mend what failed there, and run the failed jobs again; the legs that are there stay. A platform in `optional-platforms` does not keep the others from being published",
  };
}

/** A warning: the image is published without this platform. */
export function missingLegText(missing: MissingPlatform): string {
  const name = formatPlatform(missing.platform);
  return `The image is published without ${name}, which is optional: ${wordsOf(missing)}`;
}

function wordsOf({ failure }: MissingPlatform): string {
  if (failure === undefined)
    return "its job says nothing; it may have ended before it began to build";
  const job = failure.job === "" ? "its job" : `its job, \`${failure.job}\`,`;
  return `${job} failed: ${failure.words}`;
}

/**
 * A warning about the tags that kept the legs until they were merged.
 *
 * @param tags `registry/path:tag` each, and why it is still there
 */
export function legTagsText(
  tags: readonly { readonly tag: string; readonly why: string }[],
): string {
  const list = tags.map(({ tag, why }) => `${tag} (${why})`).join(", ");
  return `The legs are merged, but their temporary tags could not be removed: ${list}. They are no longer needed: remove them by hand, or with a cleanup rule in the registry for tags that begin with \`crossbuild-\``;
}
