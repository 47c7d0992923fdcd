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
  formatOwner: () => formatOwner,
  isGone: () => isGone,
  ownerVariable: () => ownerVariable,
  parseOwner: () => parseOwner
});
module.exports = __toCommonJS(stdin_exports);
var ownerVariable = "CROSSBUILD_OWNER";
function formatOwner({ boot, namespace, pid, started }) {
  return [boot, namespace, pid, started].join(":");
}
function parseOwner(text) {
  const [, boot = "", namespace = "", pid = "", started = ""] = /^([0-9a-f-]{36}):(\d+):(\d+):(\d+)$/.exec(text) ?? [];
  return boot === "" ? void 0 : { boot, namespace, pid, started };
}
var longestJob = 5 * 24 * 60 * 60 * 1e3;
function isGone({ boot, namespace, pid, started }, made, { here, ...found }) {
  if (here.isEngineHere && boot !== here.boot && made < here.booted) return true;
  const isSeen = here.isEngineHere && boot === here.boot && namespace === here.namespace;
  if (isSeen && pid !== "0") return found.started !== started;
  return here.now - made > longestJob;
}
