// Which node of the builder builds for which platform.

import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { KnownBuilder } from "./builder-known.ts";

export type BuildNode = {
  readonly name: string;
  /** `linux/arm64` */
  readonly platforms: readonly string[];
};

/**
 * The nodes of a builder that has several; none if one builds everything.
 *
 * @param builder the builder's name, after which buildx numbers nodes that have none of their own
 * @param existing the builder that is there already under that name
 */
export function buildNodes(
  builder: string,
  { nodes }: Pick<BuilderInputs, "nodes">,
  existing: KnownBuilder | undefined,
): readonly BuildNode[] {
  const all =
    existing?.nodes ??
    nodes.map(({ name, platforms }, index) => ({
      name: name ?? `${builder}${index}`,
      platforms: platforms.map(formatPlatform),
    }));
  return all.length < 2 ? [] : all.map(({ name, platforms }) => ({ name, platforms }));
}

/** The first node that lists the platform, which is the one that buildx takes. */
export function nodeOf(platform: Platform, nodes: readonly BuildNode[]): string | undefined {
  return nodes.find(({ platforms }) => platforms.includes(formatPlatform(platform)))?.name;
}
