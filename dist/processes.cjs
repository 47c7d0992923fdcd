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
  endProcesses: () => endProcesses,
  markOf: () => markOf
});
module.exports = __toCommonJS(stdin_exports);
var import_promises = require("node:fs/promises");
var import_promises2 = require("node:timers/promises");
var pollMilliseconds = 25;
var patienceMilliseconds = 2e3;
var graceMilliseconds = 1e3;
var killMilliseconds = 1e3;
var variable = "CROSSBUILD_RUN";
function markOf(folder) {
  return { [variable]: folder };
}
async function endProcesses(folder, starter = Promise.resolve()) {
  const asked = /* @__PURE__ */ new Set();
  const all = /* @__PURE__ */ new Map();
  const start = performance.now();
  let isStarting = true;
  void starter.finally(() => {
    isStarting = false;
  });
  for (; ; ) {
    const mayStart = isStarting;
    const found = await processesOf(folder);
    const passed = performance.now() - start;
    if (found.length === 0 && !mayStart) break;
    if (passed > patienceMilliseconds + graceMilliseconds + killMilliseconds) break;
    for (const { pid, command } of found) {
      all.set(pid, command);
      const patience = asksForContainer(command) ? patienceMilliseconds : 0;
      if (passed < patience) continue;
      if (passed > patience + graceMilliseconds) send(pid, "SIGKILL");
      else if (!asked.has(pid)) send(pid, "SIGTERM");
      asked.add(pid);
    }
    await (0, import_promises2.setTimeout)(pollMilliseconds);
  }
  return [...all.values()];
}
function asksForContainer(command) {
  return ["run", "create", "--bootstrap"].some((word) => command.includes(word));
}
async function processesOf(folder) {
  const names = await (0, import_promises.readdir)("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const found = await Promise.all(pids.map((pid) => ofRun(pid, folder)));
  return found.filter((one) => one !== void 0);
}
async function ofRun(pid, folder) {
  const [command, environment] = await Promise.all([list(pid, "cmdline"), list(pid, "environ")]);
  const isOurs = environment.includes(`${variable}=${folder}`) || command.some((word) => word.includes(folder));
  return isOurs ? { pid, command } : void 0;
}
async function list(pid, file) {
  const text = await (0, import_promises.readFile)(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  return text.split("\0");
}
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  endProcesses,
  markOf
});
