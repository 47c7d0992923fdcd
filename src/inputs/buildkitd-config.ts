// One configuration for BuildKit: the file given, and the inputs that say a part of it.
import { type AnyJson, type JsonMap, stringify } from "@iarna/toml";
import {
  authoritiesOf,
  insecureHostsOf,
  keyPairsOf,
  parseBuildkitdToml,
  unknownKeys,
} from "./buildkitd-toml.ts";
import type { Complain } from "./fields.ts";
import type { Registry, RegistryInputs } from "./registry-inputs.ts";

export type BuildkitdConfigFile = {
  readonly text: string;
  readonly settings: JsonMap;
  /** Paths of the registries' certificate authorities. */
  readonly authorities: readonly string[];
  /** The same, the registries' client keys and certificates, and the inputs that name them. */
  readonly certificates: readonly NamedPath[];
  /** Hosts of the registries that are spoken to without TLS, or without checking it. */
  readonly insecureHosts: readonly string[];
  /** Those of them that speak TLS. */
  readonly uncheckedHosts: readonly string[];
  /** Certificates and keys that an input holds as text, to be written to these paths. */
  readonly pems: readonly Pem[];
  /** What BuildKit would drop in silence. */
  readonly warnings: readonly string[];
};

export type NamedPath = { readonly input: string; readonly path: string };

export type Pem = { readonly path: string; readonly text: string };

/** A text for BuildKit, and the input that it came in. */
export type GivenConfig = { readonly input: string; readonly text: string };

/**
 * Merges what was given; undefined if there is nothing to tell BuildKit. What two inputs say
 * differently goes to `complain`, with both sides.
 *
 * @param folder where PEM texts are to be written
 */
export function composeBuildkitdConfig(
  given: readonly GivenConfig[],
  { inputs, folder }: { readonly inputs: RegistryInputs; readonly folder: string },
  complain: Complain,
): BuildkitdConfigFile | undefined {
  const pems: Pem[] = [];
  const typed = settingsOf(inputs, (text) => pathOf(text, { folder, pems }));
  const texts = given.flatMap(({ input, text }): Part[] => {
    const toml = parseBuildkitdToml(text);
    if (!toml.ok) complain(input, toml.problem);
    return toml.ok ? [{ input, settings: toml.value }] : [];
  });
  const parts = [...texts, ...typed].filter(({ settings }) => Object.keys(settings).length > 0);
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const merged = merge(parts, complain);
  const asGiven = given.find(({ input }) => input === first.input && others.length === 0);
  return {
    text: asGiven?.text ?? stringify(merged),
    settings: merged,
    authorities: authoritiesOf(merged),
    certificates: parts.flatMap(({ input, settings }) =>
      [...authoritiesOf(settings), ...keyPairsOf(settings)].map((path) => ({ input, path })),
    ),
    ...insecureHostsOf(merged),
    pems,
    warnings: texts.flatMap(({ input, settings }) =>
      unknownKeys(settings).map((problem) => `\`${input}\`: ${problem}`),
    ),
  };
}

/** What one input says. */
type Part = { readonly input: string; readonly settings: JsonMap };

// The form of buildkitd.toml: docs/buildkitd.toml.md of moby/buildkit.
function settingsOf(
  { registries, mirrors, dns }: RegistryInputs,
  path: (text: string) => string,
): readonly Part[] {
  const hosts = registries.map((registry) => [registry.host, registryOf(registry, path)] as const);
  const told = Object.fromEntries(hosts.filter(([, settings]) => Object.keys(settings).length > 0));
  const hub = { "docker.io": { mirrors: [...mirrors] } };
  return [
    { input: "registries", settings: Object.keys(told).length > 0 ? { registry: told } : {} },
    { input: "mirrors", settings: mirrors.length > 0 ? { registry: hub } : {} },
    { input: "dns", settings: dns.length > 0 ? { dns: { nameservers: [...dns] } } : {} },
  ];
}

function registryOf(registry: Registry, path: (text: string) => string): JsonMap {
  const { http, insecure, mirrors, ca, keypair } = registry;
  const settings: JsonMap = {};
  if (http !== undefined) settings["http"] = http;
  if (insecure !== undefined) settings["insecure"] = insecure;
  if (mirrors !== undefined) settings["mirrors"] = [...mirrors];
  if (ca !== undefined) settings["ca"] = ca.map(path);
  if (keypair !== undefined) {
    settings["keypair"] = keypair.map(({ key, cert }) => ({ key: path(key), cert: path(cert) }));
  }
  return settings;
}

// PEM: RFC 7468
function pathOf(text: string, to: { readonly folder: string; readonly pems: Pem[] }): string {
  if (!text.includes("-----BEGIN ")) return text;
  const path = `${to.folder}/${to.pems.length}.pem`;
  to.pems.push({ path, text });
  return path;
}

function merge(parts: readonly Part[], complain: Complain): JsonMap {
  const sources = new Map<string, string>();
  const add = (base: JsonMap, { input, settings }: Part, at: string): JsonMap => {
    const merged = { ...base };
    for (const [key, value] of Object.entries(settings)) {
      const path = `${at}${/^[\w-]+$/.test(key) ? key : `"${key}"`}`;
      const there = merged[key];
      if (isMap(value) && (there === undefined || isMap(there))) {
        merged[key] = add(there ?? {}, { input, settings: value }, `${path}.`);
      } else if (there === undefined) {
        merged[key] = value;
        sources.set(path, input);
      } else if (JSON.stringify(there) !== JSON.stringify(value)) {
        const [ours, theirs] = [JSON.stringify(value), JSON.stringify(there)];
        const source = sources.get(path) ?? "another input";
        complain(input, `says \`${path}\` is ${ours}, but \`${source}\` says ${theirs}; keep one`);
      }
    }
    return merged;
  };
  return parts.reduce((merged, part) => add(merged, part, ""), {});
}

function isMap(value: AnyJson): value is JsonMap {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
