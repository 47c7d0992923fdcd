// How a builder that exists differs from what the inputs ask for.
import { formatPlatform } from "../domain/platform.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { NodeInputs } from "../inputs/node-inputs.ts";
import type { KnownBuilder, KnownNode } from "./facts.ts";

/**
 * A text for each setting that the inputs give and the builder does not have. What the inputs
 * leave open is the builder's own business.
 *
 * @param config the settings of the buildkitd.toml that the inputs make
 */
export function differencesOf(
  inputs: BuilderInputs,
  config: Readonly<Record<string, unknown>> | undefined,
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
    const differences = [...differencesOfNode(wanted, node), ...differencesOfConfig(config, node)];
    return differences.map((text) => `node ${node.name}: ${text}`);
  });
}

function differencesOfNode(wanted: NodeInputs, node: KnownNode): readonly string[] {
  const options = wanted.driverOpts
    .map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)])
    .filter(([key = "", value]) => node.driverOpts[key] !== value)
    .map(([key = "", value]) => {
      const there = node.driverOpts[key];
      return `driver-opts ${key} is ${there === undefined ? "not set" : `\`${there}\``}, not \`${value}\``;
    });
  const flags = (wanted.buildkitdFlags?.split(/\s+/) ?? []).filter(
    (flag) => flag !== "" && !node.flags.includes(flag),
  );
  const platforms = wanted.platforms
    .map(formatPlatform)
    .filter((platform) => !node.platforms.includes(platform));
  const { endpoint } = wanted;
  return [
    ...(endpoint === undefined || endpoint === node.endpoint
      ? []
      : [`its endpoint is \`${node.endpoint}\`, not \`${endpoint}\``]),
    ...options,
    ...flags.map((flag) => `buildkitd-flags lack \`${flag}\``),
    ...platforms.map((platform) => `platforms lack ${platform}`),
  ];
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
