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
  codeCell: () => codeCell,
  cut: () => cut,
  failedInExport: () => failedInExport,
  formatBytes: () => formatBytes,
  formatCommand: () => formatCommand,
  formatSeconds: () => formatSeconds,
  lastWords: () => lastWords,
  stepName: () => stepName,
  table: () => table,
  unbroken: () => unbroken
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
function cut(text, length) {
  const whole = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const characters = Array.from(whole);
  if (characters.length <= length) return whole;
  const start = characters.slice(0, length - 1).join("");
  const blank = start.lastIndexOf(" ");
  return blank < 0 ? "…" : `${start.slice(0, blank)} …`;
}
function stepName(name, length) {
  return cut(name.replace(/@sha256:[0-9a-f]{64}\b/g, ""), length);
}
function codeCell(text) {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return `${fence}${pad}${text.replaceAll("|", "\\|")}${pad}${fence}`;
}
function table(headings, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(headings.map((heading) => heading.replace(/:$/, ""))),
    line(headings.map((heading) => heading.endsWith(":") ? "---:" : "---")),
    ...rows.map(line)
  ];
}
function formatSeconds(seconds) {
  if (seconds < 60) return unbroken(`${seconds.toFixed(1)} s`);
  const whole = Math.round(seconds);
  return unbroken(`${Math.floor(whole / 60)} min ${whole % 60} s`);
}
function unbroken(text) {
  return text.replaceAll(" ", " ");
}
function formatBytes(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1e3 ** power;
  return unbroken(`${power === 0 ? number : number.toFixed(1)} ${units[power]}`);
}
