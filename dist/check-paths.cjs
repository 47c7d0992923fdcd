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
  kindOf: () => kindOf,
  maskFor: () => maskFor,
  readGivenConfigs: () => readGivenConfigs,
  secretsOf: () => secretsOf,
  secretsOfTexts: () => secretsOfTexts
});
module.exports = __toCommonJS(stdin_exports);
var import_build_inputs = require("./build-inputs.cjs");
var import_node = require("./node.cjs");
var import_url_passwords = require("./url-passwords.cjs");
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
