// One configuration for BuildKit: the file given, and the inputs that say a part of it.
import { type AnyJson, type JsonMap, stringify } from "@iarna/toml";
import { authoritiesOf, parseBuildkitdToml, unknownKeys } from "./buildkitd-toml.ts";
import type { Complain } from "./fields.ts";
import type { Registry, RegistryInputs } from "./registry-inputs.ts";

export type BuildkitdConfigFile = {
  readonly text: string;
  /** Paths of the registries' certificate authorities. */
  readonly authorities: readonly string[];
  /** Certificates and keys that an input holds as text, to be written to these paths. */
  readonly pems: readonly Pem[];
  /** What BuildKit would drop in silence. */
  readonly warnings: readonly string[];
};

export type Pem = { readonly path: string; readonly text: string };

/** A text for BuildKit, and the input that it came in. */
export type GivenConfig = { readonly input: string; readonly text: string };

/**
 * Merges what was given; undefined where there is nothing to tell BuildKit. What two inputs say
 * differently goes to `complain`, with both sides.
 *
 * @param folder where PEM texts are to be written
 */
export function composeBuildkitdConfig(
  given: GivenConfig | undefined,
  { inputs, folder }: { readonly inputs: RegistryInputs; readonly folder: string },
  complain: Complain,
): BuildkitdConfigFile | undefined {
  const pems: Pem[] = [];
  const wanted = settingsOf(inputs, (text) => pathOf(text, { folder, pems }));
  const base = given === undefined ? undefined : parseBuildkitdToml(given.text);
  if (given !== undefined && base?.ok === false) complain(given.input, base.problem);
  const settings = base?.ok ? base.value : {};
  const none = Object.keys(wanted).length === 0;
  if (none && given === undefined) return undefined;
  const merged = merge(settings, wanted, (path, [theirs, ours]) =>
    complain(
      given?.input ?? "registries",
      `says ${path} = ${theirs}, another input ${ours}; keep one`,
    ),
  );
  return {
    text: none && given !== undefined ? given.text : stringify(merged),
    authorities: authoritiesOf(merged),
    pems,
    warnings: unknownKeys(settings),
  };
}

// The form of buildkitd.toml: docs/buildkitd.toml.md of moby/buildkit.
function settingsOf({ registries, mirrors, dns }: RegistryInputs, path: (text: string) => string) {
  const hosts = registries.map((registry) => [registry.host, registryOf(registry, path)] as const);
  const withSettings = hosts.filter(([, settings]) => Object.keys(settings).length > 0);
  const registry: JsonMap = Object.fromEntries(withSettings);
  const hub = registry["docker.io"] as JsonMap | undefined;
  if (mirrors.length > 0) registry["docker.io"] = { mirrors: [...mirrors], ...hub };
  const settings: JsonMap = {};
  if (Object.keys(registry).length > 0) settings["registry"] = registry;
  if (dns.length > 0) settings["dns"] = { nameservers: [...dns] };
  return settings;
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

type Contradiction = (path: string, sides: readonly [string, string]) => void;

function merge(base: JsonMap, wanted: JsonMap, contradiction: Contradiction, at = ""): JsonMap {
  const merged = { ...base };
  for (const [key, value] of Object.entries(wanted)) {
    const there = merged[key];
    const path = `${at}${/^[\w-]+$/.test(key) ? key : `"${key}"`}`;
    if (there === undefined) merged[key] = value;
    else if (isMap(there) && isMap(value)) {
      merged[key] = merge(there, value, contradiction, `${path}.`);
    } else if (JSON.stringify(there) !== JSON.stringify(value)) {
      contradiction(path, [JSON.stringify(there), JSON.stringify(value)]);
    }
  }
  return merged;
}

function isMap(value: AnyJson): value is JsonMap {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
