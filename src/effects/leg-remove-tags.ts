// Removes the tags that kept the legs until they were merged.
import type { Digest } from "../domain/digest.ts";
import { formatReference } from "../domain/reference.ts";
import type { LegTag, MergePlan } from "../plan/leg-merge.ts";
import { registryClient } from "./registry-client.ts";
import { removeTag } from "./registry-remove-tag.ts";
import type { Shell } from "./shell.ts";
import { together } from "./together.ts";

/** A tag that is still there, and why. */
type KeptTag = { readonly tag: string; readonly why: string };

/** @param image the merged one, which no registry must take for what is to be removed */
export async function removeLegTags(
  { legTags, readBack }: Pick<MergePlan, "legTags" | "readBack">,
  image: Digest | undefined,
  shell: Shell,
): Promise<readonly KeptTag[]> {
  const client = registryClient(readBack.access, shell);
  const why = ({ digest, ...reference }: LegTag) =>
    digest === image ? "the leg alone is the image" : removeTag(reference, client);
  const kept = legTags.map(async (leg) => {
    const words = await why(leg);
    return words === undefined ? [] : [{ tag: formatReference(leg), why: words }];
  });
  return (await together(kept)).flat();
}
