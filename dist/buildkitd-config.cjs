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
  checkCertificates: () => checkCertificates,
  composeBuildkitdConfig: () => composeBuildkitdConfig,
  kindOf: () => kindOf,
  maskFor: () => maskFor,
  readGivenConfigs: () => readGivenConfigs,
  secretsOf: () => secretsOf,
  secretsOfTexts: () => secretsOfTexts
});
module.exports = __toCommonJS(stdin_exports);
var import_build_inputs = require("./build-inputs.cjs");
var import_node = require("./node.cjs");
var import_iarna_toml = require("./iarna-toml.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_modules = require("./modules.cjs");
var import_promises = require("node:fs/promises");
async function readGivenConfigs(configs, complain) {
  const given = [];
  for (const config of configs) {
    if (config.kind === "inline") {
      given.push({ input: "buildkitd-config-inline", text: config.text });
    } else if (await kindOf(config.path) === "file") {
      given.push({ input: "buildkitd-config", text: await (0, import_promises.readFile)(config.path, "utf8") });
    } else {
      complain(
        "buildkitd-config",
        `there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``
      );
    }
  }
  return given;
}
async function checkCertificates(config, { driver, nodes }, complain) {
  const written = config?.pems.map(({ path }) => path) ?? [];
  const all = [
    ...(config?.certificates ?? []).filter(({ path }) => !written.includes(path)),
    ...driver === "remote" ? nodes.flatMap(certificatesOf) : []
  ];
  const kinds = await Promise.all(all.map(({ path }) => kindOf(path)));
  for (const [index, { input, path }] of all.entries()) {
    if (kinds[index] === "file") continue;
    complain(
      input,
      `there is no file \`${path}\`; take a path on the runner, such as \`/etc/ssl/registry-ca.pem\``
    );
  }
}
function certificatesOf({ driverOpts }) {
  const paths = driverOpts.flatMap(
    (option) => /^(?:cacert|cert|key)=(.*)$/.exec(option)?.[1] ?? []
  );
  return paths.map((path) => ({ input: "driver-opts", path }));
}
async function kindOf(path) {
  try {
    return (await (0, import_promises.stat)(path)).isDirectory() ? "directory" : "file";
  } catch {
    return "absent";
  }
}
var import_toml = (0, import_modules.__toESM)((0, import_iarna_toml.require_toml)());
function composeBuildkitdConfig(given, { inputs, folder }, complain) {
  const pems = [];
  const typed = settingsOf(inputs, (text) => pathOf(text, { folder, pems }));
  const texts = given.flatMap(({ input, text }) => {
    const toml = (0, import_iarna_toml.parseBuildkitdToml)(text);
    if (!toml.ok) complain(input, toml.problem);
    return toml.ok ? [{ input, settings: toml.value }] : [];
  });
  const parts = [...texts, ...typed].filter(({ settings }) => Object.keys(settings).length > 0);
  const [first, ...others] = parts;
  if (first === void 0) return void 0;
  const merged = merge(parts, complain);
  const asGiven = given.find(({ input }) => input === first.input && others.length === 0);
  return {
    text: asGiven?.text ?? (0, import_toml.stringify)(merged),
    settings: merged,
    authorities: (0, import_iarna_toml.authoritiesOf)(merged),
    certificates: parts.flatMap(
      ({ input, settings }) => [...(0, import_iarna_toml.authoritiesOf)(settings), ...(0, import_iarna_toml.keyPairsOf)(settings)].map((path) => ({ input, path }))
    ),
    ...(0, import_iarna_toml.insecureHostsOf)(merged),
    pems,
    warnings: texts.flatMap(
      ({ input, settings }) => (0, import_iarna_toml.unknownKeys)(settings).map((problem) => `\`${input}\`: ${problem}`)
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
function secretsOf({ login, build }, { proxies, nodeCertificates }) {
  const passwords = [
    ...login.logins.flatMap(({ username, password }) => [
      password,
      // As Docker's configuration has it.
      Buffer.from(`${username}:${password}`).toString("base64")
    ]),
    ...Object.values(proxies).map(import_node.passwordOf)
  ];
  const keys = nodeCertificates.flatMap(({ key }) => key === void 0 ? [] : [key]);
  const ofBuild = build === void 0 ? [] : secretsOfBuild(build);
  return distinct([...passwords, ...passwords.map(decoded), ...keys, ...ofBuild]);
}
function secretsOfTexts(raw) {
  const whole = ["password", "github-token"].flatMap((name) => raw.get(name) ?? []);
  const passwords = [...raw.values()].flatMap(import_url_passwords.passwordsIn);
  return distinct([...whole, ...passwords, ...passwords.map(decoded)]);
}
function secretsOfBuild({ secrets, cache }) {
  const { githubToken = "", secrets: given } = secrets;
  return [...given.map(({ value }) => value), ...(0, import_build_inputs.secretsOfCache)(cache), githubToken];
}
function distinct(secrets) {
  return [...new Set(secrets)].filter((secret) => secret !== "");
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var shortest = 4;
function maskFor(github) {
  return (secrets) => {
    const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
    const all = distinct([...secrets, ...lines.filter((line) => line.length >= shortest)]);
    for (const secret of all) github.mask(secret);
  };
}
