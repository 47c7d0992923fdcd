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
  endProcesses: () => endProcesses,
  markOf: () => markOf,
  systemShell: () => systemShell,
  withEnvironment: () => withEnvironment,
  withOptions: () => withOptions
});
module.exports = __toCommonJS(stdin_exports);
var import_errors = require("./errors.cjs");
var import_promises = require("node:fs/promises");
var import_promises2 = require("node:timers/promises");
var import_node_crypto = require("node:crypto");
var pollMilliseconds = 25;
var patienceMilliseconds = 2e3;
var graceMilliseconds = 1e3;
var killMilliseconds = 1e3;
var variable = "CROSSBUILD_RUN";
var commandVariable = "CROSSBUILD_COMMAND";
function markOfCommand(id) {
  return { [commandVariable]: id };
}
async function endCommand(id) {
  const mark = `${commandVariable}=${id}`;
  const start = performance.now();
  for (let isFirst = true; ; isFirst = false) {
    const found = await processesWhere((environment) => environment.includes(mark));
    const passed = performance.now() - start;
    if (found.length === 0 || passed > graceMilliseconds + killMilliseconds) return;
    for (const { pid } of found) {
      if (passed > graceMilliseconds) send(pid, "SIGKILL");
      else if (isFirst) send(pid, "SIGTERM");
    }
    await (0, import_promises2.setTimeout)(pollMilliseconds);
  }
}
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
function processesOf(folder) {
  return processesWhere(
    (environment, command) => environment.includes(`${variable}=${folder}`) || command.some((word) => word.includes(folder))
  );
}
async function processesWhere(isMeant) {
  const names = await (0, import_promises.readdir)("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [command, environment] = await Promise.all([
        list(pid, "cmdline"),
        list(pid, "environ")
      ]);
      return isMeant(environment, command) ? { pid, command } : void 0;
    })
  );
  return found.filter((one) => one !== void 0);
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
var mostBytes = 131072;
var mostBytesInAll = 2097152;
function refuseTooLong(doing, command, environment) {
  const variables = Object.entries(environment).map((pair) => pair.join("="));
  const sizes = [...command, ...variables].map((text) => Buffer.byteLength(text) + 1);
  const all = sizes.reduce((sum, size) => sum + size + 8, 0);
  if (Math.max(...sizes) <= mostBytes && all <= mostBytesInAll) return;
  throw new import_errors.UserError(
    `the command for ${doing} has ${all} bytes with its environment, and its longest word ${Math.max(...sizes)}; Linux takes ${mostBytesInAll} and ${mostBytes}. What to try: shorten the inputs that it is made of, or put them into a file`
  );
}
function systemShell(base) {
  return {
    capture: (doing, command, { environment, ...options } = {}) => run({ doing, command, environment: { ...base, ...environment }, ...options }),
    stream: async (doing, command, { environment, ...options }) => {
      await run({ doing, command, environment: { ...base, ...environment }, ...options });
    }
  };
}
function withOptions(shell, common) {
  const both = (options) => ({
    ...common,
    ...options,
    environment: { ...common.environment, ...options.environment }
  });
  return {
    capture: (doing, command, options = {}) => shell.capture(doing, command, both(options)),
    stream: (doing, command, options) => shell.stream(doing, command, both(options))
  };
}
function withEnvironment(shell, environment) {
  return withOptions(shell, { environment });
}
async function run({ signal, ...given }) {
  if (signal === void 0) return await runToItsEnd(given);
  signal.throwIfAborted();
  const id = (0, import_node_crypto.randomUUID)();
  const environment = { ...given.environment, ...markOfCommand(id) };
  const end = () => void endCommand(id);
  signal.addEventListener("abort", end);
  return await runToItsEnd({ ...given, environment }).finally(() => {
    signal.removeEventListener("abort", end);
  });
}
async function runToItsEnd(given) {
  const { doing, command, environment, buildx, write, readError, input } = given;
  const [program = "", ...rest] = withoutDocker(command, buildx);
  const env = defined(environment);
  refuseTooLong(doing, command, env);
  const { getExecOutput } = await Promise.resolve().then(() => __toESM(require("./actions-exec.cjs")));
  const { exitCode, stdout, stderr } = await started(
    doing,
    program,
    () => getExecOutput(program, rest, {
      env,
      ignoreReturnCode: true,
      silent: true,
      ...input === void 0 ? {} : { input: Buffer.from(input) },
      listeners: {
        ...write === void 0 ? {} : { stdout: write, stderr: write },
        ...readError === void 0 ? {} : { errline: readError }
      }
    })
  );
  if (exitCode !== 0) {
    throw new import_errors.CommandError(doing, { command, exitCode, stderr });
  }
  return { stdout, stderr };
}
function withoutDocker(command, buildx) {
  const isBuildx = command[0] === "docker" && command[1] === "buildx";
  return isBuildx && buildx !== void 0 ? [buildx, ...command.slice(2)] : command;
}
async function started(doing, program, run2) {
  try {
    return await run2();
  } catch (error) {
    throw new import_errors.UserError(
      `\`${program}\` could not be started while ${doing}; install it on the runner, or put it on PATH`,
      { cause: error }
    );
  }
}
function defined(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry) => entry[1] !== void 0
    )
  );
}
