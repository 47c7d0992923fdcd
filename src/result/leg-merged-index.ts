// The index that the legs make, before any tag points to it.
import * as v from "valibot";
import { formatPlatform, type Platform, platformOf } from "../domain/platform.ts";

const text = v.string();
const platform = v.object({ os: text, architecture: text, variant: v.optional(text) });
const index = v.object({ manifests: v.array(v.object({ platform: v.optional(platform) })) });

/**
 * What the index's platforms are beside those wanted, a text each; none if they are the same.
 *
 * @param json the index, as the OCI image specification has it
 */
export function problemsOfMerge(json: string, wanted: readonly Platform[]): readonly string[] {
  const names = wanted.map(formatPlatform);
  const there = v.parse(index, JSON.parse(json)).manifests.flatMap(({ platform }) =>
    // An attestation is of no platform.
    platform === undefined || platform.os === "unknown"
      ? []
      : [formatPlatform(platformOf({ ...platform, variant: platform.variant }))],
  );
  const once = [...new Set(there)];
  const often = once.filter((name) => there.indexOf(name) !== there.lastIndexOf(name));
  return [
    ...names.filter((name) => !there.includes(name)).map((name) => `no leg has ${name}`),
    ...often.map((name) => `more than one leg has ${name}`),
    ...once.filter((name) => !names.includes(name)).map((name) => `${name} was not asked for`),
  ];
}
