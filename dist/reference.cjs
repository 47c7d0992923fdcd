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
  formatReference: () => formatReference,
  parseReference: () => parseReference
});
module.exports = __toCommonJS(stdin_exports);
var import_parsed = require("./parsed.cjs");
var domain = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]+)?$/;
var component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var tagForm = /^[\w][\w.-]{0,127}$/;
var example = "`ghcr.io/owner/image:1.0`";
var longest = 255;
function parseReference(text) {
  if (text.includes("@")) {
    return (0, import_parsed.refused)(`\`${text}\` has a digest; a tag is a name to give, like ${example}`);
  }
  const colon = text.lastIndexOf(":");
  const tagged = colon > text.lastIndexOf("/");
  const name = tagged ? text.slice(0, colon) : text;
  const tag = tagged ? text.slice(colon + 1) : "latest";
  const { host, path } = splitHost(name);
  if (/[A-Z]/.test(path)) {
    return (0, import_parsed.refused)(
      `\`${text}\` has upper-case letters in its repository; write \`${host === void 0 ? "" : `${host}/`}${path.toLowerCase()}:${tag}\``
    );
  }
  const sound = name.length <= longest && (host === void 0 || domain.test(host)) && path.split("/").every((part) => component.test(part)) && tagForm.test(tag);
  if (!sound) return (0, import_parsed.refused)(`\`${text}\` is not an image reference; one is ${example}`);
  return (0, import_parsed.parsed)({ repository: `${host ?? "docker.io"}/${withLibrary(host, path)}`, tag });
}
function splitHost(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(slash, 0));
  const isHost = first === "localhost" || /[.:]/.test(first);
  return isHost ? { host: first, path: name.slice(slash + 1) } : { host: void 0, path: name };
}
function withLibrary(host, path) {
  const official = (host === void 0 || host === "docker.io") && !path.includes("/");
  return official ? `library/${path}` : path;
}
function formatReference(reference) {
  return `${reference.repository}:${reference.tag}`;
}
