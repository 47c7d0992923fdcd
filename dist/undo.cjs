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
  engineApi: () => engineApi,
  parseUndo: () => parseUndo,
  undoAll: () => undoAll,
  undoClient: () => undoClient
});
module.exports = __toCommonJS(stdin_exports);
var import_valibot = require("./valibot.cjs");
var timeoutMilliseconds = { GET: 5e3, DELETE: 6e4 };
function engineApi(endpoint) {
  const [, socketPath] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
  return async (path, method = "GET") => {
    if (socketPath === void 0) return void 0;
    const { request: ask } = await Promise.resolve().then(() => __toESM(require("node:http")));
    return await new Promise((resolve) => {
      const options = { socketPath, path, method, timeout: timeoutMilliseconds[method] };
      const request = ask(options, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        response.on("error", () => resolve(void 0));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, json: jsonOf(text) }));
      });
      request.on("timeout", () => request.destroy());
      request.on("error", () => resolve(void 0)).end();
    });
  };
}
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var undo = (0, import_valibot.object)({
  folder: (0, import_valibot.string)(),
  /** Files elsewhere that a run which was cut short may have left. */
  files: (0, import_valibot.array)((0, import_valibot.string)()),
  /** What the commands that undo need in their environment. */
  environment: (0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()),
  builder: (0, import_valibot.nullable)(
    (0, import_valibot.object)({
      name: (0, import_valibot.string)(),
      cleanup: (0, import_valibot.picklist)(["all", "all-but-state", "nothing"]),
      /** Its container in this client's engine, and buildx's files; null where only buildx can. */
      here: (0, import_valibot.nullable)((0, import_valibot.object)({ container: (0, import_valibot.string)(), files: (0, import_valibot.array)((0, import_valibot.string)()) }))
    })
  ),
  /** The container that installs emulators, which a run that was cut short may have left. */
  emulators: (0, import_valibot.nullable)((0, import_valibot.string)()),
  /** Where to look for what dead runs left; null where nobody does. */
  sweep: (0, import_valibot.nullable)((0, import_valibot.object)({ buildx: (0, import_valibot.string)(), isEngineHere: (0, import_valibot.boolean)() })),
  /** Whether what is left on the machine matters to anybody. */
  machine: (0, import_valibot.picklist)(["kept", "thrown away"]),
  /** Where the engine is: `unix:///var/run/docker.sock`. */
  endpoint: (0, import_valibot.string)(),
  /** The builder that was the current one, where ours takes its place. */
  formerBuilder: (0, import_valibot.nullable)((0, import_valibot.string)())
});
function undoClient({ buildx, plugin, dockerConfig }, { files, machine, endpoint }) {
  return {
    folder: files.folder,
    files: buildx.kind === "install" ? [plugin.halfWritten] : [],
    environment: dockerConfig.environment,
    builder: null,
    emulators: null,
    sweep: null,
    machine,
    endpoint,
    formerBuilder: null
  };
}
function undoAll(client, { builder, emulation }, { builders, engine, owner, buildxFolder }) {
  const sweeps = owner !== void 0 && engine !== void 0 && builder.kind === "create";
  return {
    ...client,
    sweep: sweeps ? { buildx: buildxFolder, isEngineHere: engine.elsewhere === void 0 } : null,
    emulators: emulation.kind === "install" ? emulation.container : null,
    builder: builder.kind === "create" ? builderOf(builder) : null,
    formerBuilder: builder.use ? builders?.current ?? null : null
  };
}
function builderOf({ name, here, cleanup }) {
  return { name, cleanup, here: here === void 0 ? null : { ...here, files: [...here.files] } };
}
function parseUndo(text) {
  return (0, import_valibot.parse)(undo, JSON.parse(text));
}
