// The configs that buildx reads all at once.
import type { Digest } from "../domain/digest.ts";
import { formatPlatform, parsePlatform } from "../domain/platform.ts";
import { documentOf, type Served } from "./evidence.ts";
import { type Entry, isAttestation, platformIn } from "./manifest.ts";

/**
 * The configs of an index's images by their digests, out of the `{"linux/amd64": {…}, …}` that
 * `imagetools inspect` makes of `{{json .Image}}`. It has read each config by the digest and size in
 * its manifest, and refuses other bytes, so that these are taken for read. It keeps one image a
 * platform: where two entries have the same, nothing is taken for either.
 */
export function configsByDigest(
  text: string | undefined,
  entries: readonly Entry[],
  contents: ReadonlyMap<Digest, Served>,
): ReadonlyMap<Digest, Served> {
  const configs = configsIn(text);
  const images = entries.filter((entry) => !isAttestation(entry));
  const names = images.map(nameOf);
  return new Map(
    images.flatMap((entry): [Digest, Served][] => {
      const name = nameOf(entry);
      const config = name === undefined ? undefined : configs.get(name);
      const document = documentOf(contents.get(entry.digest));
      const isOnly = names.indexOf(name) === names.lastIndexOf(name);
      if (config === undefined || document?.kind !== "manifest" || !isOnly) return [];
      const { digest, size } = document.manifest.config;
      return [[digest, { digest, size, text: config }]];
    }),
  );
}

function configsIn(text: string | undefined): ReadonlyMap<string, string> {
  const json: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof json !== "object" || json === null) return new Map();
  return new Map(
    Object.entries(json).flatMap(([name, config]): [string, string][] => {
      const platform = parsePlatform(name);
      return platform.ok ? [[formatPlatform(platform.value), JSON.stringify(config)]] : [];
    }),
  );
}

function nameOf({ platform }: Entry): string | undefined {
  return platform === undefined ? undefined : formatPlatform(platformIn(platform));
}
