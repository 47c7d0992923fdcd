// The table of buildx's releases as source text, and what belongs into it.
import { gte, prerelease, rsort, valid } from "semver";
import { assetName, assetPlatforms, sumOf } from "../src/plan/buildx-asset.ts";
import type { Releases } from "../src/plan/buildx-releases.ts";

/** Versions without the `v`, newest first: those that are known, and every later release. */
export function versionsToKnow(known: Releases, lsRemote: string): readonly string[] {
  const tags = lsRemote.split("\n").map((line) => line.split("refs/tags/")[1] ?? "");
  const versions = tags.flatMap((tag) => valid(tag) ?? []).filter((v) => prerelease(v) === null);
  const oldest = rsort(Object.keys(known)).at(-1) ?? "0.0.0";
  const later = versions.filter((version) => gte(version, oldest));
  return rsort([...new Set([...Object.keys(known), ...later])]);
}

/**
 * The sums that a release's checksums.txt has for the platforms that buildx is installed on.
 *
 * @throws Error if it has another sum than the one that is known: no release may change
 */
export function sumsOf(
  version: string,
  checksums: string,
  known: Releases,
): Readonly<Record<string, string>> {
  const sums = assetPlatforms.toSorted().flatMap((platform): readonly [string, string][] => {
    const sum = sumOf(assetName(version, platform), checksums);
    const former = known[version]?.[platform];
    if (former !== undefined && former !== sum) {
      throw new Error(`v${version}, ${platform}: the sum was ${former}, and is now ${sum}`);
    }
    return sum === undefined ? [] : [[platform, sum]];
  });
  return Object.fromEntries(sums);
}

/** `source` with this table in place of its own. */
export function withTable(source: string, releases: Releases): string {
  const [head] = source.split("export const knownReleases");
  const versions = rsort(Object.keys(releases)).flatMap((version) => [
    `  "${version}": {`,
    ...Object.entries(releases[version] ?? {}).map(([name, sum]) => `    "${name}": "${sum}",`),
    "  },",
  ]);
  return `${head}${["export const knownReleases: Releases = {", ...versions, "};", ""].join("\n")}`;
}
