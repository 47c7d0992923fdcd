var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  composeBuildkitdConfig: () => composeBuildkitdConfig
});
module.exports = __toCommonJS(stdin_exports);
var import_iarna_toml = require("./iarna-toml.cjs");
var import_registry_hosts = require("./registry-hosts.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_valibot = require("./valibot.cjs");
var import_parsed = require("./parsed.cjs");
var import_modules = require("./modules.cjs");
var import_toml2 = (0, import_modules.__toESM)((0, import_iarna_toml.require_toml)());
var import_toml = (0, import_modules.__toESM)((0, import_iarna_toml.require_toml)());
function parseBuildkitdToml(text) {
  try {
    const settings = (0, import_toml.parse)(text);
    const checked = (0, import_valibot.safeParse)(import_registry_hosts.registrySettings, settings);
    if (checked.success) return (0, import_parsed.parsed)(settings);
    return (0, import_parsed.refused)(`is no configuration of buildkitd: ${(0, import_valibot.summarize)(checked.issues)}`);
  } catch (error) {
    return (0, import_parsed.refused)(`is not TOML: ${wordsOf(error)}`);
  }
}
function wordsOf(error) {
  if (!(error instanceof Error)) return String(error);
  const place = / at row \d+, col \d+, pos \d+:?$/;
  const message = (error.message.split("\n")[0] ?? "").replace(place, "");
  const { line, col } = error;
  if (typeof line !== "number" || typeof col !== "number") return message;
  return `${message} (line ${line + 1}, column ${col + 1})`;
}
function authoritiesOf(settings) {
  const registries = Object.values((0, import_valibot.parse)(import_registry_hosts.registrySettings, settings).registry);
  return [...new Set(registries.flatMap(({ ca }) => ca))];
}
function keyPairsOf(settings) {
  const registries = Object.values((0, import_valibot.parse)(import_registry_hosts.registrySettings, settings).registry);
  const pairs = registries.flatMap(({ keypair }) => keypair);
  return [...new Set(pairs.flatMap(({ key, cert }) => [key, cert]))];
}
var topLevel = [
  ...["debug", "trace", "root", "insecure-entitlements", "proxyNetwork", "log", "grpc", "otel"],
  ...["cdi", "worker", "registry", "dns", "history", "frontend", "system", "provenanceEnvDir"],
  ...["cache", "gha", "platformsCacheMaxAge", "maxRegistryConcurrency"]
];
var ofRegistry = ["mirrors", "http", "insecure", "ca", "keypair", "tlsconfigdir"];
var ofDns = ["nameservers", "options", "searchDomains"];
function insecureHostsOf(settings) {
  const registries = Object.entries((0, import_valibot.parse)(import_registry_hosts.registrySettings, settings).registry);
  const insecure = registries.filter(([, { http, insecure: insecure2 }]) => http || insecure2);
  const unchecked = insecure.filter(([, { http }]) => !http);
  return {
    insecureHosts: insecure.map(([host]) => host),
    uncheckedHosts: unchecked.map(([host]) => host)
  };
}
function unknownKeys(settings) {
  const { registry = {}, dns = {} } = settings;
  return [
    ...strangers(settings, topLevel, ""),
    ...strangers(dns, ofDns, "dns."),
    ...Object.entries(registry).flatMap(
      ([host, entry]) => strangers(entry, ofRegistry, `registry."${host}".`)
    )
  ];
}
function strangers(map, known, prefix) {
  if (typeof map !== "object" || map === null) return [];
  const keys = Object.keys(map).filter((key) => !known.includes(key));
  return keys.map((key) => {
    const near = (0, import_damerau_levenshtein.nearest)(key, known);
    const hint = near === void 0 ? "" : `; did you mean \`${near}\`?`;
    return `BuildKit does not know \`${prefix}${key}\`${hint}`;
  });
}
function composeBuildkitdConfig(given, { inputs, folder }, complain) {
  const pems = [];
  const typed = settingsOf(inputs, (text) => pathOf(text, { folder, pems }));
  const texts = given.flatMap(({ input, text }) => {
    const toml = parseBuildkitdToml(text);
    if (!toml.ok) complain(input, toml.problem);
    return toml.ok ? [{ input, settings: toml.value }] : [];
  });
  const parts = [...texts, ...typed].filter(({ settings }) => Object.keys(settings).length > 0);
  const [first, ...others] = parts;
  if (first === void 0) return void 0;
  const merged = merge(parts, complain);
  const asGiven = given.find(({ input }) => input === first.input && others.length === 0);
  return {
    text: asGiven?.text ?? (0, import_toml2.stringify)(merged),
    settings: merged,
    authorities: authoritiesOf(merged),
    certificates: parts.flatMap(
      ({ input, settings }) => [...authoritiesOf(settings), ...keyPairsOf(settings)].map((path) => ({ input, path }))
    ),
    ...insecureHostsOf(merged),
    pems,
    warnings: texts.flatMap(
      ({ input, settings }) => unknownKeys(settings).map((problem) => `\`${input}\`: ${problem}`)
    )
  };
}
function settingsOf({ registries, mirrors, dns }, path) {
  const hosts = registries.map((registry) => [registry.host, registryOf(registry, path)]);
  const told = Object.fromEntries(hosts.filter(([, settings]) => Object.keys(settings).length > 0));
  const hub = { "docker.io": { mirrors: [...mirrors] } };
  return [
    { input: "registries", settings: Object.keys(told).length > 0 ? { registry: told } : {} },
    { input: "mirrors", settings: mirrors.length > 0 ? { registry: hub } : {} },
    { input: "dns", settings: dns.length > 0 ? { dns: { nameservers: [...dns] } } : {} }
  ];
}
function registryOf(registry, path) {
  const { http, insecure, mirrors, ca, keypair } = registry;
  const settings = {};
  if (http !== void 0) settings["http"] = http;
  if (insecure !== void 0) settings["insecure"] = insecure;
  if (mirrors !== void 0) settings["mirrors"] = [...mirrors];
  if (ca !== void 0) settings["ca"] = ca.map(path);
  if (keypair !== void 0) {
    settings["keypair"] = keypair.map(({ key, cert }) => ({ key: path(key), cert: path(cert) }));
  }
  return settings;
}
function pathOf(text, to) {
  if (!text.includes("-----BEGIN ")) return text;
  const path = `${to.folder}/${to.pems.length}.pem`;
  to.pems.push({ path, text });
  return path;
}
function merge(parts, complain) {
  const sources = /* @__PURE__ */ new Map();
  const add = (base, { input, settings }, at) => {
    const merged = { ...base };
    for (const [key, value] of Object.entries(settings)) {
      const path = `${at}${/^[\w-]+$/.test(key) ? key : `"${key}"`}`;
      const there = merged[key];
      if (isMap(value) && (there === void 0 || isMap(there))) {
        merged[key] = add(there ?? {}, { input, settings: value }, `${path}.`);
      } else if (there === void 0) {
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
function isMap(value) {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
