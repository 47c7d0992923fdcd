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
  csvField: () => csvField,
  describe: () => describe,
  outputsOf: () => outputsOf,
  passwordOf: () => passwordOf,
  planNode: () => planNode
});
module.exports = __toCommonJS(stdin_exports);
var import_owner_parts = require("./owner-parts.cjs");
var import_build_files = require("./build-files.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var mostMetadata = 4096;
function describe({ tags, labels, annotations }) {
  const tagNames = [...new Set(tags.map(({ tag }) => tag))];
  return { version: "", tags: tags.map(import_reference.formatReference), tagNames, labels, annotations };
}
function outputsOf(result, names) {
  const { digest = "", builder, metadata, imageId } = result;
  const manifests = (result.image?.manifests ?? []).map((manifest) => {
    const { digest: digest2, mediaType, size, attestations } = manifest;
    return { platform: (0, import_csv_parse.formatPlatform)(manifest.platform), digest: digest2, mediaType, size, attestations };
  });
  return new Map([
    ["digest", digest],
    ["digests", JSON.stringify(Object.fromEntries(manifests.map((m) => [m.platform, m.digest])))],
    ["image-refs", imageReferences(result).join("\n")],
    ["manifests", JSON.stringify(manifests)],
    ["metadata", (0, import_build_files.compactMetadata)(metadata, mostMetadata)],
    ["imageid", imageId],
    ["builder", builder],
    ["platforms", manifests.map(({ platform }) => platform).join(",")],
    ...descriptionOutputs(names),
    ...manifests.map((m) => [
      `digest-${m.platform.replaceAll("/", "-")}`,
      m.digest
    ])
  ]);
}
function descriptionOutputs(names) {
  const { version, tags, tagNames, labels, annotations } = names;
  const pairs = labels.map((label) => /^([^=]*)=?(.*)$/s.exec(label)?.slice(1) ?? [label, ""]);
  const object = { tags, "tag-names": tagNames, labels: Object.fromEntries(pairs), annotations };
  return [
    ["tags", tags.join("\n")],
    ["tag-names", tagNames.join("\n")],
    ["version", version],
    ["labels", labels.join("\n")],
    ["annotations", annotations.join("\n")],
    ["json", JSON.stringify(object)]
  ];
}
function imageReferences({ digest, repositories }) {
  if (digest === void 0) return [];
  return repositories.map((repository) => `${repository}@${digest}`);
}
function planNode(node, settings) {
  const { buildkitdConfig } = settings;
  const files = certificateFiles(settings);
  const ours = { ...files.options, ...imageOption(node, settings), ...variables(settings) };
  const given = new Set(node.driverOpts.map((option) => option.split("=")[0] ?? ""));
  const added = Object.entries(ours).filter(([name]) => !given.has(name));
  const all = [...node.driverOpts.map(pairOf), ...added];
  const options = all.filter(([, value]) => !hasPassword(value)).map(([name, value]) => `${name}=${value}`);
  const flags = flagsOf(node, settings);
  const platforms = node.platforms.map(import_csv_parse.formatPlatform).join(",");
  return {
    arguments: [
      ...node.name === void 0 ? [] : ["--node", node.name],
      ...["--driver", settings.driver],
      ...options.flatMap((option) => ["--driver-opt", csvField(option)]),
      ...flags === "" ? [] : ["--buildkitd-flags", flags],
      ...buildkitdConfig === void 0 ? [] : ["--buildkitd-config", buildkitdConfig],
      ...platforms === "" ? [] : ["--platform", platforms],
      ...node.endpoint === void 0 ? [] : ["--", node.endpoint]
    ],
    secretOptions: Object.fromEntries(all.filter(([, value]) => hasPassword(value))),
    files: files.files
  };
}
function pairOf(option) {
  const equals = option.indexOf("=");
  return [option.slice(0, equals), option.slice(equals + 1)];
}
function flagsOf({ buildkitdFlags = "" }, { driver, entitlements }) {
  if (driver === "remote") return "";
  const lacking = entitlements.filter((name) => !buildkitdFlags.includes(name));
  const allowed = lacking.map((name) => `--allow-insecure-entitlement=${name}`);
  return [buildkitdFlags, ...allowed].filter(Boolean).join(" ");
}
function imageOption({ driverOpts }, { driver, image }) {
  const takesImage = driver === "docker-container" || driver === "kubernetes";
  if (!takesImage || image === void 0) return {};
  return { image: driverOpts.includes("rootless=true") ? `${image}-rootless` : image };
}
function variables({ driver, proxies, owner }) {
  if (driver !== "docker-container") return {};
  const all = { ...proxies, ...owner === void 0 ? {} : { [import_owner_parts.ownerVariable]: owner } };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`env.${name}`, value]));
}
function hasPassword(value) {
  return passwordOf(value) !== "" || (0, import_url_passwords.passwordsIn)(value).length > 0;
}
function passwordOf(address) {
  return /^(?:[a-z]+:\/\/)?[^/@:]*:([^/@]*)@/i.exec(address)?.[1] ?? "";
}
function certificateFiles({ driver, certificates = {}, path }) {
  const given = driver === "remote" ? Object.entries(certificates) : [];
  const files = given.map(([name, text]) => ({ name, path: `${path}-${name}.pem`, text }));
  return {
    options: Object.fromEntries(files.map((file) => [file.name, file.path])),
    files: files.map(({ path: path2, text }) => ({ path: path2, text }))
  };
}
function csvField(option) {
  return /[",\r\n]/.test(option) ? `"${option.replaceAll('"', '""')}"` : option;
}
