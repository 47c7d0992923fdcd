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
  CommandError: () => CommandError,
  FullDiskError: () => FullDiskError,
  InputError: () => InputError,
  NodeError: () => NodeError,
  RegistryError: () => RegistryError,
  TimeoutError: () => TimeoutError,
  UserError: () => UserError,
  VerificationError: () => VerificationError,
  formatDuration: () => formatDuration,
  parseDuration: () => parseDuration
});
module.exports = __toCommonJS(stdin_exports);
var import_parsed = require("./parsed.cjs");
var units = { h: 36e5, m: 6e4, s: 1e3, ms: 1 };
function parseDuration(text) {
  if (text === "0") return (0, import_parsed.parsed)(0);
  const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?(?:(\d{1,6})ms)?$/.exec(text);
  if (parts === null || text === "") {
    return (0, import_parsed.refused)(`\`${text}\` is not a duration; one is \`90s\`, \`5m\` or \`1h30m\``);
  }
  const [, hours = 0, minutes = 0, seconds = 0, rest = 0] = parts;
  return (0, import_parsed.parsed)(
    Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s + Number(rest)
  );
}
function formatDuration(milliseconds) {
  if (milliseconds < units.s) return `${Math.round(milliseconds)}ms`;
  const seconds = Math.round(milliseconds / units.s);
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds % 3600 / 60), "m"],
    [seconds % 60, "s"]
  ];
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`).join("");
}
var UserError = class extends Error {
  name = "UserError";
};
var InputError = class extends UserError {
  name = "InputError";
  problems;
  constructor(problems) {
    super(problems.join("\n"));
    this.problems = problems;
  }
};
var NodeError = class extends Error {
  name = "NodeError";
  cause;
  /** Name and address of each. */
  nodes;
  constructor(cause, nodes) {
    const names = nodes.map(({ name, endpoint }) => `${name} (${endpoint})`).join(", ");
    super(`${nodes.length === 1 ? "node" : "nodes"} ${names} of the builder did not answer`);
    this.cause = cause;
    this.nodes = nodes;
  }
};
var VerificationError = class extends Error {
  name = "VerificationError";
  problems;
  /** @param title what the problems come to: "the registry does not serve what was asked for" */
  constructor(title, problems) {
    super([title, ...problems.map((problem) => `- ${problem}`)].join("\n"));
    this.problems = problems;
  }
};
var RegistryError = class extends Error {
  name = "RegistryError";
  words;
  status;
  code;
  constructor(doing, { words, status, code, cause }) {
    super(`${doing} failed: ${words}`, { cause });
    this.words = words;
    this.status = status;
    this.code = code;
  }
};
var FullDiskError = class extends Error {
  name = "FullDiskError";
  cause;
  places;
  constructor(cause, places) {
    super("a disk is full");
    this.cause = cause;
    this.places = places;
  }
};
var TimeoutError = class extends Error {
  name = "TimeoutError";
  phase;
  /** In milliseconds. */
  bound;
  constructor(phase, bound) {
    super(`the ${phase} phase took longer than ${formatDuration(bound)}`);
    this.phase = phase;
    this.bound = bound;
  }
};
var CommandError = class extends Error {
  name = "CommandError";
  doing;
  command;
  exitCode;
  stderr;
  constructor(doing, failure) {
    const { command, exitCode, stderr } = failure;
    const end = exitCode === null ? "was killed by a signal" : `exited with code ${exitCode}`;
    super(`${command.slice(0, 2).join(" ")} ${end} while ${doing}`);
    this.doing = doing;
    this.command = command;
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
};
