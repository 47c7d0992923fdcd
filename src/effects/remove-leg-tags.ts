// Removes the tags that kept the legs until they were merged.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "../domain/digest.ts";
import { formatReference } from "../domain/reference.ts";
import type { MergeInputs } from "../inputs/merge-inputs.ts";
import type { RunFiles } from "../plan/facts.ts";
import type { LegTag } from "../plan/merge.ts";
import { together } from "./together.ts";

/** A tag that is still there, and why. */
export type KeptTag = { readonly tag: string; readonly why: string };

/** @param image the merged one, which no registry must take for what is to be removed */
export async function removeLegTags(
  legs: readonly LegTag[],
  image: Digest | undefined,
  { inputs, files }: { readonly inputs: MergeInputs; readonly files: RunFiles },
): Promise<readonly KeptTag[]> {
  if (legs.length === 0) return [];
  const { removeTag } = await import("./remove-tag.ts");
  const names = await readdir(files.authorities);
  const authorities = await together(
    names.map((name) => readFile(join(files.authorities, name), "utf8")),
  );
  const kept = legs.map(async ({ digest, ...reference }) => {
    const host = reference.repository.slice(0, reference.repository.indexOf("/"));
    const settings = inputs.network.registries.find((registry) => registry.host === host);
    const login = inputs.login.logins.find(({ registry }) => registry === host);
    const why =
      digest === image
        ? "the leg alone is the image"
        : await removeTag(reference, { settings, login, authorities });
    return why === undefined ? [] : [{ tag: formatReference(reference), why }];
  });
  return (await together(kept)).flat();
}
