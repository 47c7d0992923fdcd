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
  cancel: () => cancel
});
module.exports = __toCommonJS(stdin_exports);
var import_clean_up = require("./clean-up.cjs");
var import_undo = require("./undo.cjs");
var import_together = require("./together.cjs");
var import_run_files = require("./run-files.cjs");
var import_valibot = require("./valibot.cjs");
var import_remedy = require("./remedy.cjs");
var import_processes = require("./processes.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_modules = require("./modules.cjs");
var import_promises = require("node:timers/promises");
var settleMilliseconds = 500;
var phaseWords = {
  probe: "the look around",
  buildx: "the installation of buildx",
  login: "the login",
  emulators: "the installation of emulators",
  builder: "the builder's creation",
  build: "the build",
  verification: "the proof"
};
async function cancel({ folder, doing, phase, work, log }, { shell, github }) {
  const settled = Promise.race([work.catch(() => {
  }), (0, import_promises.setTimeout)(settleMilliseconds)]);
  const ended = await (0, import_processes.endProcesses)(folder, settled);
  log.close();
  const at = phase === void 0 ? "" : ` during ${phaseWords[phase]}`;
  const what = doing.length === 0 ? at : ` while ${doing.slice(0, 2).join(" and ")}`;
  const text = log.saved("undo");
  const removal = text === void 0 ? "" : await undoRun(text, ended, { shell, github });
  github.info(`Cancelled${what}${removal}`);
}
async function undoRun(text, running, { shell, github }) {
  const undo = (0, import_undo.parseUndo)(text);
  try {
    await (0, import_clean_up.cleanUp)((0, import_processes.withEnvironment)(shell, undo.environment), undo, running);
  } catch (error) {
    github.warning(`Not everything could be removed. ${(0, import_remedy.failureText)(error)}`);
    return "";
  }
  github.saveState("main", "undone");
  return undo.builder === null ? "" : `. ${(0, import_clean_up.removalText)(undo.builder)}`;
}
