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
  composeBuildkitdConfig: () => import_buildkitd_config_parts.composeBuildkitdConfig
});
module.exports = __toCommonJS(stdin_exports);
var import_buildkitd_config_parts = require("./buildkitd-config-parts.cjs");
var import_iarna_toml = require("./iarna-toml.cjs");
var import_registry_hosts = require("./registry-hosts.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_valibot = require("./valibot.cjs");
var import_parsed = require("./parsed.cjs");
var import_modules = require("./modules.cjs");
