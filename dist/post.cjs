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
  post: () => post
});
module.exports = __toCommonJS(stdin_exports);
var import_clean_up = require("./clean-up.cjs");
var import_shell = require("./shell.cjs");
var import_remedy = require("./remedy.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_valibot = require("./valibot.cjs");
var import_errors = require("./errors.cjs");
var import_modules = require("./modules.cjs");
async function post({ undo: text, main }, doors) {
  if (text === void 0 || main === "undone") return;
  const { github } = doors;
  const undo = (0, import_shell.parseUndo)(text);
  try {
    const removal = await undoRun(undo, main === "ended", doors);
    if (undo.builder !== null) github.info(removal);
  } catch (error) {
    github.warning(`Not everything could be removed. ${(0, import_remedy.failureText)(error)}`);
  }
}
async function undoRun(undo, ended, { shell }) {
  const { builder, folder } = undo;
  if (undo.machine === "thrown away") {
    await (0, import_shell.removeFolder)(folder);
    return `Builder ${builder?.name} goes with the machine`;
  }
  const running = ended ? [] : await (0, import_clean_up.endProcesses)(folder);
  await (0, import_clean_up.cleanUp)((0, import_shell.withEnvironment)(shell, undo.environment), undo, running);
  return builder === null ? "" : (0, import_clean_up.removalText)(builder);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  post
});
