// Which platforms nodes on other machines build, where this machine's emulators are of no use.

import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { KnownBuilder } from "./builder-known.ts";

/** `all`, or those by name: `linux/arm64`. */
export type Elsewhere = "all" | readonly string[];

/** @param existing the builder that is there already under the name asked for */
export function platformsElsewhere(
  { driver, nodes }: BuilderInputs,
  existing: KnownBuilder | undefined,
): Elsewhere {
  const actual = existing?.driver ?? driver;
  if (actual === "remote" || actual === "kubernetes") return "all";
  if (actual === "docker") return [];
  if (existing !== undefined) {
    return existing.nodes.filter((node) => isFar(node.endpoint)).flatMap((node) => node.platforms);
  }
  return nodes
    .filter(({ endpoint }) => endpoint !== undefined && isFar(endpoint))
    .flatMap(({ platforms }) => platforms.map(formatPlatform));
}

export function isElsewhere(platform: Platform, elsewhere: Elsewhere): boolean {
  return elsewhere === "all" || elsewhere.includes(formatPlatform(platform));
}

// A context may be this machine or another; its platforms were set for a reason.
function isFar(endpoint: string): boolean {
  return !/^(?:unix|npipe|fd):/.test(endpoint);
}
