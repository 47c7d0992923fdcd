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
  buildFailure: () => buildFailure,
  failedInExport: () => failedInExport,
  formatCommand: () => formatCommand,
  lastWords: () => lastWords
});
module.exports = __toCommonJS(stdin_exports);
var import_url_passwords = require("./url-passwords.cjs");
var rule = "--------------------";
var blockEnd = "------";
var lastLines = 5;
function buildFailure(stderr) {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  if (errorAt < 0) return void 0;
  const source = sourceOf(lines.slice(0, errorAt));
  const closing = lines.slice(lines.findLastIndex((line) => /^#\d+ /.test(line)) + 1, errorAt);
  const block = stepOf(closing);
  if (source === void 0 && block === void 0) return void 0;
  return {
    step: block?.step,
    output: block?.output ?? [],
    source,
    error: lines.slice(errorAt).join("\n")
  };
}
function lastWords(stderr) {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  return lines.slice(errorAt < 0 ? -lastLines : errorAt).join("\n");
}
function failedInExport(stderr) {
  const failure = buildFailure(stderr);
  return failure?.source === void 0 && /^(?:exporting|merging|pushing) /.test(failure?.step ?? "");
}
function stepOf(lines) {
  const start = lines.findIndex((line, index) => line === blockEnd && isTitle(lines[index + 1]));
  if (start < 0) return void 0;
  const [title = "", ...rest] = lines.slice(start + 1);
  const end = rest.indexOf(blockEnd);
  return {
    step: title.slice(" > ".length, -":".length),
    output: rest.slice(0, Math.max(0, end)).map((line) => line.replace(/^\d+\.\d+ /, ""))
  };
}
function isTitle(line) {
  return line !== void 0 && /^ > .+:$/.test(line);
}
function sourceOf(lines) {
  if (lines.at(-1) !== rule) return void 0;
  const start = lines.lastIndexOf(rule, -2);
  const [, file, number] = /^(.+):(\d+)$/.exec(lines[start - 1] ?? "") ?? [];
  if (file === void 0 || number === void 0) return void 0;
  const excerpt = lines.slice(start + 1, -1);
  const marked = excerpt.flatMap((text) => /^ *(\d+) \| >>>/.exec(text)?.[1] ?? []).map(Number);
  const line = marked[0] ?? Number(number);
  return { file, line, endLine: marked.at(-1) ?? line, excerpt };
}
function quote(s) {
  if (s === "") {
    return "''";
  }
  const unsafeRe = /[^\w@%\-+=:,./]/;
  if (!unsafeRe.test(s)) {
    return s;
  }
  return ("'" + s.replace(/('+)/g, `'"$1"'`) + "'").replace(/^''|''$/g, "");
}
function join(args) {
  if (!Array.isArray(args)) {
    throw new TypeError("args should be an array");
  }
  return args.map(quote).join(" ");
}
function formatCommand(command) {
  return (0, import_url_passwords.withoutPasswords)(join([...command]));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  buildFailure,
  failedInExport,
  formatCommand,
  lastWords
});
