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
  hostsOf: () => hostsOf,
  registrySettings: () => registrySettings
});
module.exports = __toCommonJS(stdin_exports);
var import_valibot = require("./valibot.cjs");
var registrySettings = (0, import_valibot.object)({
  registry: (0, import_valibot.optional)(
    (0, import_valibot.record)(
      (0, import_valibot.string)(),
      (0, import_valibot.object)({
        http: (0, import_valibot.optional)((0, import_valibot.boolean)(), false),
        insecure: (0, import_valibot.optional)((0, import_valibot.boolean)(), false),
        ca: (0, import_valibot.optional)((0, import_valibot.array)((0, import_valibot.string)()), []),
        keypair: (0, import_valibot.optional)((0, import_valibot.array)((0, import_valibot.object)({ key: (0, import_valibot.string)(), cert: (0, import_valibot.string)() })), [])
      })
    ),
    {}
  )
});
function hostsOf(settings) {
  const parsed = (0, import_valibot.safeParse)(registrySettings, settings);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.output.registry).map(([host, { keypair, ...others }]) => [
      host,
      { ...others, keyPairs: keypair }
    ])
  );
}
