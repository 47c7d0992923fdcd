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
  credentialKey: () => credentialKey,
  digestOf: () => digestOf,
  isLimited: () => isLimited,
  isLoopback: () => isLoopback,
  judge: () => judge,
  looksLike: () => looksLike,
  makeDockerConfig: () => makeDockerConfig,
  parseRetryAfter: () => parseRetryAfter,
  pauseBeforeNext: () => pauseBeforeNext,
  placeOf: () => placeOf,
  planAccess: () => planAccess,
  planProof: () => planProof,
  probeUserConfig: () => probeUserConfig,
  readSettings: () => readSettings,
  sha256Of: () => sha256Of,
  tagCommand: () => tagCommand,
  verifyFile: () => verifyFile,
  writeLogin: () => writeLogin
});
module.exports = __toCommonJS(stdin_exports);
var import_registry_hosts = require("./registry-hosts.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_valibot = require("./valibot.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_modules = require("./modules.cjs");
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
var import_promises2 = require("node:fs/promises");
var import_node_path2 = require("node:path");
var import_node_crypto = require("node:crypto");
var import_node_fs = require("node:fs");
var import_promises3 = require("node:fs/promises");
var import_promises4 = require("node:stream/promises");
function planAccess({ settings: settings2, dockerConfig, userConfig, proxies }) {
  return {
    hosts: Object.assign({}, ...settings2.map(import_registry_hosts.hostsOf)),
    dockerConfig: dockerConfig.own?.folder ?? userConfig.folder,
    proxies
  };
}
function placeOf(repository) {
  const slash = repository.indexOf("/");
  const host = repository.slice(0, slash);
  return { host: host === "docker.io" ? hubHost : host, path: repository.slice(slash + 1) };
}
var hubHost = "registry-1.docker.io";
function credentialKey(host) {
  return host === "docker.io" || host === hubHost ? "https://index.docker.io/v1/" : host;
}
function isLoopback(host) {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
}
var systemFolders = [
  "/usr/local/lib/docker/cli-plugins",
  "/usr/local/libexec/docker/cli-plugins",
  "/usr/lib/docker/cli-plugins",
  "/usr/libexec/docker/cli-plugins"
];
async function findBuildx(folder, extra) {
  const own = folder === void 0 ? [] : [(0, import_node_path2.join)(folder, "cli-plugins")];
  const paths = [...extra, ...own, ...systemFolders].map((place) => (0, import_node_path2.join)(place, "docker-buildx"));
  const found = await Promise.all(paths.map(isProgram));
  return paths.find((_, index) => found[index]);
}
async function isProgram(path) {
  return await (0, import_promises2.access)(path, import_promises2.constants.X_OK).then(
    () => true,
    () => false
  );
}
var configFile = "config.json";
var pluginFolder = "cli-plugins";
var contextFolder = "contexts";
var settings = (0, import_valibot.looseObject)({
  auths: (0, import_valibot.optional)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.unknown)())),
  credHelpers: (0, import_valibot.optional)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)())),
  credsStore: (0, import_valibot.optional)((0, import_valibot.string)()),
  currentContext: (0, import_valibot.optional)((0, import_valibot.string)()),
  cliPluginsExtraDirs: (0, import_valibot.optional)((0, import_valibot.array)((0, import_valibot.string)()))
});
async function probeUserConfig(named) {
  const { folder, buildx, context } = named;
  const place = folder ?? "/nonexistent";
  const [writable, takesPlugins, read] = await Promise.all([
    isWritable(buildx ?? place),
    isWritable((0, import_node_path.join)(place, pluginFolder)),
    readSettings(folder)
  ]);
  const { currentContext, cliPluginsExtraDirs = [] } = read.ok ? read.value : {};
  return {
    folder,
    buildx,
    writable,
    takesPlugins,
    problem: read.ok ? void 0 : read.problem,
    context: context ?? (currentContext || "default"),
    buildxPlugin: await findBuildx(folder, cliPluginsExtraDirs)
  };
}
async function isWritable(folder) {
  try {
    await (0, import_promises.access)(folder, import_promises.constants.W_OK);
    return true;
  } catch (error) {
    const above = (0, import_node_path.dirname)(folder);
    const absent = error.code === "ENOENT";
    return absent && above !== folder ? await isWritable(above) : false;
  }
}
async function makeDockerConfig(plan, logins) {
  const { copyOf, folder } = plan;
  await (0, import_promises.mkdir)(folder, { mode: 448, recursive: true });
  if (copyOf !== void 0) {
    await linkAll(copyOf, folder, [configFile, "buildx", pluginFolder, contextFolder]);
    await linkPlugins((0, import_node_path.join)(copyOf, pluginFolder), (0, import_node_path.join)(folder, pluginFolder));
    await copyContexts((0, import_node_path.join)(copyOf, contextFolder), (0, import_node_path.join)(folder, contextFolder));
  }
  const read = await readSettings(copyOf);
  const theirs = read.ok ? read.value : {};
  const none = Object.fromEntries(logins.map((host) => [credentialKey(host), ""]));
  await writeSettings(folder, {
    ...theirs,
    credHelpers: { ...theirs.credHelpers, ...none }
  });
}
async function linkPlugins(from, to) {
  await (0, import_promises.mkdir)(to, { recursive: true });
  await linkAll(from, to, await (0, import_promises.readdir)(to));
}
async function linkAll(from, to, except) {
  const names = await (0, import_promises.readdir)(from).catch(() => []);
  for (const name of names.filter((name2) => !except.includes(name2))) {
    await (0, import_promises.symlink)((0, import_node_path.join)(from, name), (0, import_node_path.join)(to, name));
  }
}
async function copyContexts(from, to) {
  const names = await (0, import_promises.readdir)(from).catch(() => []);
  for (const name of names) await (0, import_promises.cp)((0, import_node_path.join)(from, name), (0, import_node_path.join)(to, name), { recursive: true });
}
async function writeLogin(folder, login) {
  const read = await readSettings(folder);
  if (!read.ok) throw new Error(read.problem);
  const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
  const auths = { ...read.value.auths, [credentialKey(login.registry)]: { auth } };
  await writeSettings(folder, { ...read.value, auths });
}
async function readSettings(folder) {
  if (folder === void 0) return (0, import_parsed.parsed)({});
  const path = (0, import_node_path.join)(folder, configFile);
  try {
    return (0, import_parsed.parsed)((0, import_valibot.parse)(settings, JSON.parse(await (0, import_promises.readFile)(path, "utf8"))));
  } catch (error) {
    const { code, name } = error;
    return code === "ENOENT" ? (0, import_parsed.parsed)({}) : (0, import_parsed.refused)(`${path} cannot be read (${code ?? name}), and is left out`);
  }
}
async function writeSettings(folder, settings2) {
  await (0, import_promises.writeFile)((0, import_node_path.join)(folder, configFile), JSON.stringify(settings2), { mode: 384 });
}
function checksumMismatchText({ from, expected, actual, size, start }) {
  return [
    `what ${from} gave is not the program that it should be, and was not run.`,
    `Expected SHA-256 ${expected.sha256} (by ${expected.source}), got ${actual}: ${size} bytes, which look like ${looksLike(start)}.`,
    "What to try: if a mirror or a proxy stands between, compare what it has with the release; if the program is meant to differ, give its sum in `buildx-checksum`"
  ].join(" ");
}
var binaries = [
  ["7f454c46", "a program for Linux"],
  ["4d5a", "a program for Windows"],
  ["cffaedfe", "a program for macOS"],
  ["cafebabe", "a program for macOS"],
  ["1f8b", "a gzip archive"],
  ["504b", "a zip archive"]
];
var texts = [
  [/^\s*<(?:!doctype html|html|head|body)/i, "an HTML page, such as a login or an error page"],
  [/^\s*<\?xml/i, "an XML text, such as an error of an object store"],
  [/^\s*[{[]/, "a JSON text, such as an error of an API"],
  [/^#!/, "a script"],
  [/^[\t\n\r\x20-\x7e]*$/, "a text"]
];
function looksLike(start) {
  const bytes = Buffer.from(start);
  if (bytes.length === 0) return "an empty file";
  const [text, hex] = [bytes.toString("latin1"), bytes.toString("hex")];
  const binary = binaries.find(([magic]) => hex.startsWith(magic));
  const kind = binary ?? texts.find(([pattern]) => pattern.test(text));
  return kind?.[1] ?? "something else";
}
var startBytes = 512;
async function sha256Of(path) {
  const hash = (0, import_node_crypto.createHash)("sha256");
  await (0, import_promises4.pipeline)((0, import_node_fs.createReadStream)(path), hash);
  return hash.digest("hex");
}
function digestOf(content) {
  const read = (0, import_csv_parse.parseDigest)(`sha256:${(0, import_node_crypto.createHash)("sha256").update(content).digest("hex")}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}
async function verifyFile(path, expected, from) {
  var _stack = [];
  try {
    const actual = await sha256Of(path);
    if (actual === expected.sha256) return;
    const file = (0, import_modules.__using)(_stack, await (0, import_promises3.open)(path), true);
    const { size } = await file.stat();
    const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    const start = buffer.subarray(0, bytesRead);
    throw new import_errors.UserError(checksumMismatchText({ from, expected, actual, size, start }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = (0, import_modules.__callDispose)(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function planProof(build, proof, { driver, nodes }) {
  if (proof.verify === "before-tag") requireDigestPush({ driver, nodes });
  const { platforms, tags, push, load, outputs } = build;
  const pushed = [
    ...push ? tags.map((tag) => ({ ...tag, byDigest: build.leg === "true" })) : [],
    ...outputs.filter(import_csv_parse.pushesImage).flatMap((output) => namesOf(output, tags))
  ];
  const others = outputs.filter(({ type }) => !["local", "tar", "cacheonly"].includes(type));
  const exportsImage = push || load || others.length > 0 || driver === "docker";
  return {
    ...proof,
    platforms,
    repositories: [...new Set(pushed.map(({ repository }) => repository))],
    tags: uniqueTags(pushed.filter(({ byDigest }) => !byDigest)),
    layouts: outputs.flatMap((output) => (0, import_csv_parse.layoutPlace)(output) ?? []),
    exports: exportsImage ? "image" : outputs.length > 0 ? "files" : "nothing"
  };
}
function requireDigestPush({ driver, nodes }) {
  if (driver === "docker") {
    throw new import_errors.UserError(
      "`verify`: `before-tag` is not for the docker driver, which can't push without a tag; take `driver: docker-container`, or `verify: true`"
    );
  }
  if (nodes > 1) {
    throw new import_errors.UserError(
      "`verify`: `before-tag` is not for a builder with several nodes, as buildx tags at once what they build; take one node, or `verify: true`"
    );
  }
}
function namesOf(output, tags) {
  const byDigest = (0, import_csv_parse.pushesByDigest)(output);
  const name = (0, import_csv_parse.attribute)(output, "name") ?? "";
  const own = name.split(",").flatMap((text) => {
    const read = (0, import_reference.parseReference)(text.trim());
    return read.ok ? [read.value] : [];
  });
  return (tags.length > 0 ? tags : own).map((reference) => ({ ...reference, byDigest }));
}
function uniqueTags(tags) {
  return [
    ...new Map(
      tags.map(({ repository, tag }) => [`${repository}:${tag}`, { repository, tag }])
    ).values()
  ];
}
function tagCommand(builder, { repository, digest, isIndex }, tags) {
  return [
    ...["docker", "buildx", "imagetools", "create", "--builder", builder],
    // A manifest without an index would get one, and so another digest. The flag is buildx 0.15's.
    ...isIndex ? [] : ["--prefer-index=false"],
    ...tags.flatMap((tag) => ["--tag", (0, import_reference.formatReference)(tag)]),
    `${repository}@${digest}`
  ];
}
var firstPause = 1e3;
var longestPause = 3e4;
var ofDockerfile = /did not complete successfully|dockerfile parse error/i;
var refusesArtifacts = /application\/vnd\.oci\.empty\.v1\+json|\bblob unknown to registry\b/;
var rateLimit = /toomanyrequests|\b429\b/i;
var lostBuildkit = /error reading from server|closing transport|transport is closing|graceful_stop|connection error: desc|no such container|container \S+ is not running/i;
var passing = /(?:\bstatus(?: code)?:? |\bHTTP (?:status: )?|: )5\d\d\b|\b5\d\d (?:Internal|Bad|Service|Gateway)|\btime-?out\b|timed out|deadline exceeded|\bEOF\b|reset by peer|broken pipe|closed network connection|server misbehaving|temporary failure|no route to host/i;
var credentials = /\b401\b|\b403\b|unauthorized|\bdenied: |access (?:to the resource is )?denied|authorization failed|insufficient_scope|no basic auth credentials|failed to (?:authorize|fetch \w+ token)/i;
var kinds = [
  [ofDockerfile, "lasting"],
  [refusesArtifacts, "artifacts"],
  [rateLimit, "limited"],
  [lostBuildkit, "lost"],
  [passing, "passing"],
  [credentials, "refused"]
];
function judge(words) {
  return kinds.find(([cause]) => cause.test(words))?.[1] ?? "lasting";
}
function pauseBeforeNext(failures, bound) {
  const { verdicts, elapsed, retryAfter = 0 } = failures;
  const [last] = verdicts.slice(-1);
  const before = verdicts.slice(0, -1);
  if (last === void 0 || last === "lasting" || last === "artifacts") return void 0;
  const once = last === "refused" || last === "lost";
  if (once && before.includes(last)) return void 0;
  const doubled = firstPause * 2 ** before.filter((verdict) => verdict === last).length;
  const pause = Math.max(Math.min(doubled, longestPause), retryAfter);
  return elapsed + pause <= bound ? pause : void 0;
}
function isLimited(words) {
  return judge(words) === "limited";
}
function parseRetryAfter(text, now) {
  if (/^\d+$/.test(text)) return Number(text) * 1e3;
  const date = Date.parse(text);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
