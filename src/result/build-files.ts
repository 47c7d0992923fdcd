// What buildx wrote about the build.
import * as v from "valibot";
import { type Digest, parseDigest } from "../domain/digest.ts";

const metadata = v.looseObject({ "containerimage.digest": v.optional(v.string()) });

/**
 * The digest of what was exported: `containerimage.digest` of buildx's metadata file; undefined
 * where the build exported no image.
 *
 * @param text the file's JSON, or nothing where buildx wrote no file
 */
export function builtDigest(text: string): Digest | undefined {
  if (text === "") return undefined;
  const digest = v.parse(metadata, JSON.parse(text))["containerimage.digest"];
  if (digest === undefined) return undefined;
  const read = parseDigest(digest);
  if (!read.ok) throw new Error(`buildx's metadata file: ${read.problem}`);
  return read.value;
}
