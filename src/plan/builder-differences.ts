// How a builder that exists differs from what the inputs ask for.

import { split } from "shlex";
import { formatPlatform } from "../domain/platform.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { NodeInputs } from "../inputs/builder-node-inputs.ts";
import type { KnownBuilder, KnownNode } from "./builder-known.ts";
import { isSameImage } from "./builder-same-image.ts";
import type { Facts } from "./machine.ts";
import type { Sources } from "./tool-image-candidates.ts";

/** The builder as the inputs describe it, and the context to interpret it. */
type WantedSettings = Pick<Sources, "network"> &
  Pick<Facts, "images" | "endpoint"> & {
    /** The settings of the buildkitd.toml. */
    readonly config: Readonly<Record<string, unknown>> | undefined;
  };

/**
 * A text for each setting that the inputs give and the builder does not have. What the inputs
 * leave open is the builder's own business.
 */
export function differencesOf(
  inputs: BuilderInputs,
  asked: WantedSettings,
  builder: KnownBuilder,
): readonly string[] {
  if (builder.driver !== inputs.driver) {
    return [`its driver is ${builder.driver}, not ${inputs.driver}`];
  }
  const count = [builder.nodes.length, inputs.nodes.length];
  if (count[0] !== count[1]) return [`it has ${count[0]} node(s), not ${count[1]}`];
  return inputs.nodes.flatMap((wanted, index) => {
    const node = builder.nodes[index];
    if (node === undefined) return [];
    const differences = [
      ...differencesOfNode(wanted, node, asked),
      ...differencesOfConfig(asked.config, node),
    ];
    return differences.map((text) => `node ${node.name}: ${text}`);
  });
}

function differencesOfNode(
  wanted: NodeInputs,
  node: KnownNode,
  asked: WantedSettings,
): readonly string[] {
  const options = wanted.driverOpts
    .map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)])
    .filter(([key = "", value = ""]) => !isSameOption(key, [value, node.driverOpts[key]], asked))
    .map(([key = "", value]) => {
      const there = node.driverOpts[key];
      return `driver-opts ${key} is ${there === undefined ? "not set" : `\`${there}\``}, not \`${value}\``;
    });
  // As buildx reads them: parseBuildkitdFlags in builder/builder.go.
  const flags = split(wanted.buildkitdFlags ?? "").filter((flag) => !node.flags.includes(flag));
  const platforms = wanted.platforms
    .map(formatPlatform)
    .filter((platform) => !node.platforms.includes(platform));
  const { endpoint } = wanted;
  return [
    ...(endpoint === undefined || isSameEndpoint(endpoint, node.endpoint, asked)
      ? []
      : [`its endpoint is \`${node.endpoint}\`, not \`${endpoint}\``]),
    ...options,
    ...flags.map((flag) => `buildkitd-flags lack \`${flag}\``),
    ...platforms.map((platform) => `platforms lack ${platform}`),
  ];
}

function isSameOption(
  key: string,
  [wanted, there]: readonly [string, string | undefined],
  asked: WantedSettings,
): boolean {
  if (key === "image" && there !== undefined) return isSameImage(wanted, there, asked);
  return wanted === there;
}

// buildx writes down an address for the context `default`, and the port that is usual if none is
// given: validateEndpoint in builder/builder.go.
function isSameEndpoint(wanted: string, there: string, { endpoint }: WantedSettings): boolean {
  const meant = wanted === "default" ? endpoint : wanted;
  return there === meant || (meant.startsWith("tcp://") && there === `${meant}:2375`);
}

function differencesOfConfig(
  config: Readonly<Record<string, unknown>> | undefined,
  { config: there }: KnownNode,
): readonly string[] {
  if (config === undefined || canonical(config) === canonical(there ?? {})) return [];
  return ["its buildkitd.toml says something else"];
}

// buildx copies certificates and keys to paths of its own, and sorts the keys.
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === "ca" || key === "keypair") return undefined;
    if (typeof inner === "bigint") return String(inner);
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    // `localeCompare` would load a table of languages.
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
