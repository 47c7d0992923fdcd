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
  buildxNeedOf: () => buildxNeedOf,
  everyRun: () => everyRun,
  hasDockerExporter: () => hasDockerExporter,
  hasFilesOnly: () => hasFilesOnly,
  parseImageName: () => parseImageName,
  readOutputs: () => readOutputs
});
module.exports = __toCommonJS(stdin_exports);
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var import_semver2 = (0, import_modules.__toESM)((0, import_semver.require_semver)());
var everyRun = {
  version: "0.13.0",
  why: "`buildx ls --format`, `create --buildkitd-config` and several `outputs`"
};
var table = [
  {
    version: "0.15.1",
    why: "`call`; 0.15.0 has it too, and may exit with 0 where `check` finds something",
    by: ({ call }) => call !== void 0
  },
  {
    version: "0.22.0",
    why: "`allow: device`",
    by: ({ run }) => run.allow.some((name) => /^device(?:=|$)/.test(name))
  }
];
function buildxNeedOf(inputs) {
  return table.filter(({ by }) => by(inputs)).reduce((most, need) => (0, import_semver2.gt)(need.version, most.version) ? need : most, everyRun);
}
function parseImageName(text) {
  const [name = "", digest, ...more] = text.split("@");
  const reference = (0, import_reference.parseReference)(name);
  if (!reference.ok) return reference;
  if (more.length > 0 || /^(?:sha256:)?[0-9a-f]{64}$/.test(text)) {
    return (0, import_parsed.refused)(`\`${text}\` is not an image's name; one is \`ghcr.io/owner/image:1.0\``);
  }
  const { repository, tag } = reference.value;
  const slash = repository.indexOf("/");
  const place = { registry: repository.slice(0, slash), path: repository.slice(slash + 1) };
  if (digest === void 0) return (0, import_parsed.parsed)({ ...place, version: `:${tag}` });
  const read = (0, import_csv_parse.parseDigest)(digest);
  if (!read.ok) return read;
  const tagged = name.endsWith(`:${tag}`) ? `:${tag}` : "";
  return (0, import_parsed.parsed)({ ...place, version: `${tagged}@${digest}` });
}
var types = ["image", "registry", "local", "tar", "oci", "docker", "cacheonly"];
var example = "`type=local,dest=out`";
function readOutputs(fields) {
  const complain = (problem) => fields.complain("outputs", problem);
  return fields.list("outputs", { commas: false, quotes: false }).map((text) => {
    const attributes = (0, import_csv_parse.readAttributes)("outputs", text, fields.complain);
    const [first, ...others] = attributes.fields;
    if (first?.value === void 0 && others.length === 0) {
      if (text === "-") complain("`-` is standard output, which is the log; give a file as `dest`");
      return { ...attributes, type: "local" };
    }
    for (const { key, value } of attributes.fields) {
      if (value === void 0)
        complain(`\`${text}\`: \`${key}\` has no value; write \`key=value\``);
    }
    return { ...attributes, type: typeOf(attributes, complain) };
  });
}
function typeOf(output, complain) {
  const given = (0, import_csv_parse.attribute)(output, "type");
  const { text } = output;
  const type = types.find((known) => known === given);
  if (given === void 0) {
    complain(`\`${text}\` has no \`type=\`; one is ${example}`);
  } else if (type === void 0) {
    complain(`\`${text}\`: ${(0, import_csv_parse.notOneOf)(given, types, (0, import_damerau_levenshtein.nearest)(given, types))}`);
  } else {
    complainOfPlace(output, type, complain);
  }
  return type ?? "cacheonly";
}
function complainOfPlace(output, type, complain) {
  const { text } = output;
  const needs = type === "local" || type === "tar" || type === "oci";
  const place = (0, import_csv_parse.attribute)(output, "dest");
  if (place === "-") {
    complain(`\`${text}\`: \`dest=-\` is standard output, which is the log; name a file`);
  } else if (needs && (place === void 0 || place === "")) {
    complain(`\`${text}\` needs a place, such as \`type=${type},dest=out${fileOf(type)}\``);
  }
}
function fileOf(type) {
  return type === "local" ? "" : ".tar";
}
function hasFilesOnly(outputs) {
  return outputs.some(({ type }) => type === "local" || type === "tar");
}
function hasDockerExporter(outputs, load) {
  return load || outputs.some(({ type }) => type === "docker");
}
