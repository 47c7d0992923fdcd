// Where a registry serves the manifest of an image.
import { type ImageName, parseImageName } from "../domain/image-name.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { Registry } from "../inputs/registry-inputs.ts";
import { isLoopback, placeOf } from "./registry-access.ts";

/** The hosts that speak plain HTTP, as far as `registries` says. */
export function plainHostsOf(registries: readonly Registry[]): readonly string[] {
  return registries.filter(({ http }) => http === true).map(({ host }) => host);
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export function manifestUrl(
  { registry, path, version }: ImageName,
  plainHosts: readonly string[],
): string {
  // Engines and BuildKit take those on loopback for plain HTTP by themselves.
  const plain = isLoopback(registry) || plainHosts.includes(registry);
  const { host } = placeOf(`${registry}/${path}`);
  const name = version.split("@")[1] ?? version.slice(1);
  return `${plain ? "http" : "https"}://${host}/v2/${path}/manifests/${name}`;
}

/**
 * That of the image which buildx speaks of, or else of the first tag: a registry that limits how
 * often it is asked does so whatever it is asked for.
 */
export function limitedUrl(
  words: string,
  tags: readonly Reference[],
  plainHosts: readonly string[],
): string | undefined {
  const [, named] = /(?:failed to push|source metadata for) (\S+?):? /.exec(words) ?? [];
  const [first] = tags.map(formatReference);
  const image = parseImageName(named ?? first ?? "");
  return image.ok ? manifestUrl(image.value, plainHosts) : undefined;
}
