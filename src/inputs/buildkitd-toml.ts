// Reads a buildkitd.toml before a builder is asked to boot from it.
import { type JsonMap, parse } from "@iarna/toml";
import * as v from "valibot";
import { didYouMean } from "../domain/nearest.ts";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import { registrySettings } from "./registry-hosts.ts";

/** Reads the text; if it does not parse, the problem has line and column. */
export function parseBuildkitdToml(text: string): Parsed<JsonMap> {
  try {
    const settings = parse(text);
    const checked = v.safeParse(registrySettings, settings);
    if (checked.success) return parsed(settings);
    return refused(`is not a configuration of buildkitd: ${v.summarize(checked.issues)}`);
  } catch (error) {
    return refused(`is not TOML: ${wordsOf(error)}`);
  }
}

// @iarna/toml counts lines and columns from 0 and draws the place below its message.
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = / at row \d+, col \d+, pos \d+:?$/;
  const message = (error.message.split("\n")[0] ?? "").replace(place, "");
  const { line, col } = error as Error & { readonly line?: unknown; readonly col?: unknown };
  if (typeof line !== "number" || typeof col !== "number") return message;
  return `${message} (line ${line + 1}, column ${col + 1})`;
}

/** Paths of the certificate authorities of its registries, as seen from the working directory. */
export function authoritiesOf(settings: JsonMap): readonly string[] {
  const registries = Object.values(v.parse(registrySettings, settings).registry);
  return [...new Set(registries.flatMap(({ ca }) => ca))];
}

/** Paths of its registries' client keys and certificates. */
export function keyPairsOf(settings: JsonMap): readonly string[] {
  const registries = Object.values(v.parse(registrySettings, settings).registry);
  const pairs = registries.flatMap(({ keypair }) => keypair);
  return [...new Set(pairs.flatMap(({ key, cert }) => [key, cert]))];
}

// cmd/buildkitd/config/config.go and util/resolver/config/config.go of moby/buildkit v0.32.2
const topLevel = [
  ...["debug", "trace", "root", "insecure-entitlements", "proxyNetwork", "log", "grpc", "otel"],
  ...["cdi", "worker", "registry", "dns", "history", "frontend", "system", "provenanceEnvDir"],
  ...["cache", "gha", "platformsCacheMaxAge", "maxRegistryConcurrency"],
];
const ofRegistry = ["mirrors", "http", "insecure", "ca", "keypair", "tlsconfigdir"];
const ofDns = ["nameservers", "options", "searchDomains"];

/** Hosts of the registries that are spoken to without TLS or without checking it, and the latter. */
export function insecureHostsOf(settings: JsonMap) {
  const registries = Object.entries(v.parse(registrySettings, settings).registry);
  const insecure = registries.filter(([, { http, insecure }]) => http || insecure);
  const unchecked = insecure.filter(([, { http }]) => !http);
  return {
    insecureHosts: insecure.map(([host]) => host),
    uncheckedHosts: unchecked.map(([host]) => host),
  };
}

/** Keys that BuildKit does not know, each with the nearest that it does: it drops them in silence. */
export function unknownKeys(settings: JsonMap): readonly string[] {
  const { registry = {}, dns = {} } = settings;
  return [
    ...strangers(settings, topLevel, ""),
    ...strangers(dns, ofDns, "dns."),
    ...Object.entries(registry).flatMap(([host, entry]) =>
      strangers(entry, ofRegistry, `registry."${host}".`),
    ),
  ];
}

function strangers(map: unknown, known: readonly string[], prefix: string): readonly string[] {
  if (typeof map !== "object" || map === null) return [];
  const keys = Object.keys(map).filter((key) => !known.includes(key));
  return keys.map((key) => {
    return `BuildKit does not know \`${prefix}${key}\`${didYouMean(key, known)}`;
  });
}
