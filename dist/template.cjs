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
  isOnly: () => isOnly,
  parseTemplate: () => parseTemplate,
  renderTemplate: () => renderTemplate
});
module.exports = __toCommonJS(stdin_exports);
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_parsed = require("./parsed.cjs");
var names = {
  event: [
    ...["branch", "tag", "sha", "base_ref", "is_default_branch", "is_not_default_branch"],
    ...["date", "commit_date"]
  ],
  date: ["date", "commit_date"],
  version: ["raw", "version", "major", "minor", "patch"]
};
var pieces = /(\{\{\{[^{}]*\}\}\}|\{\{[^{}]*\}\})/;
var inside = /^\{\{(\{?)\s*([\w.]+)(.*?)\s*\}?\}\}$/s;
var argument = /\s+(?:(\w+)\s*=\s*)?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gy;
var example = "`{{date 'YYYYMMDD' tz='Europe/Paris'}}`";
function parseTemplate(text, place) {
  const template = [];
  for (const piece of text.split(pieces)) {
    if (!pieces.test(piece)) {
      if (piece.includes("{{"))
        return (0, import_parsed.refused)(
          `\`${text}\` has a \`{{\` that is not closed; what has a comma in it stands in \`"…"\` as a whole`
        );
      if (piece !== "") template.push(piece);
      continue;
    }
    const expression = parseExpression(piece, place);
    if (!expression.ok) return expression;
    template.push(expression.value);
  }
  return (0, import_parsed.parsed)(template);
}
function parseExpression(text, place) {
  const [, brace, name = "", rest = ""] = inside.exec(text) ?? [];
  const known = names[place];
  if (!known.includes(name)) {
    const near = (0, import_damerau_levenshtein.nearest)(name, known);
    const hint = near === void 0 ? "" : `did you mean \`{{${near}}}\`? `;
    const list = known.map((word) => `\`{{${word}}}\``).join(", ");
    return (0, import_parsed.refused)(`\`${text}\` is not an expression here; ${hint}There are ${list}`);
  }
  const found = [...rest.matchAll(argument)];
  const [first] = found.filter(([, key]) => key === void 0);
  const zone = found.find(([, key]) => key === "tz");
  const isDate = name === "date" || name === "commit_date";
  const wanted = isDate ? [first, ...zone === void 0 ? [] : [zone]] : [];
  const whole = found.map(([match]) => match).join("") === rest;
  if (!whole || found.length !== wanted.length || wanted.includes(void 0)) {
    return (0, import_parsed.refused)(
      isDate ? `\`${text}\` takes a format in quotes, and if need be a time zone, such as ${example}` : `\`${text}\` takes nothing but its name: \`{{${name}}}\``
    );
  }
  const tz = zone === void 0 ? "UTC" : textOf(zone);
  if (!isTimeZone(tz)) {
    return (0, import_parsed.refused)(`\`${text}\`: \`${tz}\` is not a time zone; one is \`Europe/Paris\``);
  }
  const format = first === void 0 ? void 0 : textOf(first);
  return (0, import_parsed.parsed)({ name, format, zone: tz, unescaped: brace !== "" });
}
function textOf([, , single, double]) {
  return single?.replaceAll("\\'", "'") ?? double?.replaceAll('\\"', '"') ?? "";
}
function isTimeZone(name) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== void 0;
  } catch {
    return false;
  }
}
function isOnly(template, name) {
  const [first, ...more] = template;
  return more.length === 0 && typeof first === "object" && first.name === name;
}
function renderTemplate(template, fill) {
  return template.map((part) => typeof part === "string" ? part : fill(part)).join("");
}
