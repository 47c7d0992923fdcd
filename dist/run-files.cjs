var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  makeRunFiles: () => makeRunFiles,
  ownerFile: () => ownerFile,
  readBuildFiles: () => readBuildFiles,
  removeFile: () => removeFile,
  removeFolder: () => removeFolder,
  runFiles: () => runFiles
});
module.exports = __toCommonJS(stdin_exports);
var import_promises = require("node:fs/promises");
var import_node_path = require("node:path");
function runFiles(folder) {
  return {
    folder,
    buildkitdConfig: (0, import_node_path.join)(folder, "buildkitd.toml"),
    metadata: (0, import_node_path.join)(folder, "metadata.json"),
    imageId: (0, import_node_path.join)(folder, "image-id"),
    secrets: (0, import_node_path.join)(folder, "secrets"),
    certificates: (0, import_node_path.join)(folder, "certificates"),
    authorities: (0, import_node_path.join)(folder, "authorities"),
    dockerConfig: (0, import_node_path.join)(folder, "docker"),
    registrySettings: (0, import_node_path.join)(folder, "registries")
  };
}
var ownerFile = "owner";
async function makeRunFiles({ files, owner }, config) {
  await (0, import_promises.mkdir)(files.folder, { mode: 448, recursive: true });
  if (owner !== void 0) await (0, import_promises.writeFile)((0, import_node_path.join)(files.folder, ownerFile), owner);
  await (0, import_promises.mkdir)(files.certificates);
  await (0, import_promises.mkdir)(files.authorities);
  if (config === void 0) return;
  await (0, import_promises.writeFile)(files.buildkitdConfig, config.text);
  for (const { path, text } of config.pems) await (0, import_promises.writeFile)(path, text, { mode: 384 });
  for (const [index, path] of config.authorities.entries()) {
    await (0, import_promises.copyFile)(path, (0, import_node_path.join)(files.authorities, `${index}.pem`));
  }
  if (config.uncheckedHosts.length === 0) return;
  const { trustPeers } = await Promise.resolve().then(() => __toESM(require("./peer-certificates.cjs")));
  await trustPeers(config.uncheckedHosts, files.authorities);
}
async function removeFolder(folder) {
  await (0, import_promises.rm)(folder, { recursive: true, force: true });
}
async function removeFile(path) {
  await (0, import_promises.rm)(path, { force: true });
}
async function readBuildFiles(files) {
  const [metadata, imageId] = await Promise.all([textOf(files.metadata), textOf(files.imageId)]);
  return { metadata, imageId };
}
async function textOf(path) {
  try {
    return (await (0, import_promises.readFile)(path, "utf8")).trim();
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}
