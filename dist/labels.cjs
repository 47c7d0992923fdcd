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
  annotationsOf: () => annotationsOf,
  labelsOf: () => labelsOf
});
module.exports = __toCommonJS(stdin_exports);
var import_dayjs = require("./dayjs.cjs");
var import_template = require("./template.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_errors = require("./errors.cjs");
var import_modules = require("./modules.cjs");
function labelsOf(given, moment, version) {
  const labels = new Map(Object.entries(generated(moment, version)));
  for (const template of given) {
    const { key, value } = pairOf((0, import_dayjs.render)(template, moment));
    labels.set(key, value);
  }
  return Array.from(labels).sort(([one], [other]) => one.localeCompare(other)).map(([key, value]) => `${key}=${value}`);
}
function annotationsOf(given, levels, { moment, version }) {
  const texts = given.map((template) => (0, import_dayjs.render)(template, moment));
  if (levels.length === 0) return texts;
  const own = texts.filter((text) => levelsOf(text) !== void 0);
  const common = given.filter((_, index) => levelsOf(texts[index] ?? "") === void 0);
  const taken = new Set(
    own.flatMap((text) => {
      const { key } = pairOf(text.slice(text.indexOf(":") + 1));
      return levelsOf(text)?.map((level) => `${level}:${key}`) ?? [];
    })
  );
  const all = labelsOf(common, moment, version);
  const made = levels.flatMap((level) => all.map((label) => `${level}:${label}`));
  return [...made.filter((text) => !taken.has(pairOf(text).key)), ...own];
}
function levelsOf(annotation) {
  const [, levels] = /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):[^=]*=/.exec(annotation) ?? [];
  return levels?.split(/,(?![^[]*\])/);
}
function pairOf(text) {
  const [key = "", ...value] = text.split("=");
  return { key, value: value.join("=") };
}
function generated({ event, committed }, version) {
  const { about, sha } = event;
  const prefix = "org.opencontainers.image";
  return {
    [`${prefix}.title`]: about?.name ?? "",
    [`${prefix}.description`]: about?.description ?? "",
    [`${prefix}.url`]: about?.url ?? "",
    [`${prefix}.source`]: about?.url ?? "",
    [`${prefix}.version`]: version ?? "",
    // The commit's time, so that one commit makes one image.
    [`${prefix}.created`]: new Date(committed).toISOString(),
    [`${prefix}.revision`]: sha,
    [`${prefix}.licenses`]: about?.license ?? ""
  };
}
