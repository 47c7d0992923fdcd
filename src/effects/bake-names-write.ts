// Writes the event's names as definition files, for a bake of this step or of a later one.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BakeNames, type BakeNamesPart, bakeNamesText } from "../plan/bake-names.ts";

/** Output → what its file has. Annotations are apart, as in docker/metadata-action. */
const files: Readonly<Record<string, readonly BakeNamesPart[]>> = {
  "bake-file": ["tags", "labels"],
  "bake-file-tags": ["tags"],
  "bake-file-labels": ["labels"],
  "bake-file-annotations": ["annotations"],
};

/**
 * @param folder the run's, which is there until the job ends
 * @returns the files' paths by the names of the outputs
 */
export async function writeBakeNames(
  folder: string,
  target: string,
  names: BakeNames,
): Promise<readonly (readonly [output: string, path: string])[]> {
  return await Promise.all(
    Object.entries(files).map(async ([output, parts]) => {
      const path = join(folder, `docker-metadata-action-${output}.json`);
      await writeFile(path, bakeNamesText(target, names, parts));
      return [output, path] as const;
    }),
  );
}

/** Writes all of it as one file, and returns its path. */
export async function writeOwnBakeNames(
  folder: string,
  target: string,
  names: BakeNames,
): Promise<string> {
  const path = join(folder, "bake-names.json");
  await writeFile(path, bakeNamesText(target, names, ["tags", "labels", "annotations"]));
  return path;
}
