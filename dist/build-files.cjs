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
  builtImage: () => builtImage,
  compactMetadata: () => compactMetadata
});
module.exports = __toCommonJS(stdin_exports);
var import_csv_parse = require("./csv-parse.cjs");
var import_valibot = require("./valibot.cjs");
var metadata = (0, import_valibot.looseObject)({
  "containerimage.digest": (0, import_valibot.optional)((0, import_valibot.string)()),
  "containerimage.descriptor": (0, import_valibot.optional)(
    (0, import_valibot.object)({ mediaType: (0, import_valibot.string)(), digest: (0, import_valibot.string)(), size: (0, import_valibot.number)() })
  )
});
function builtImage(text) {
  if (text === "") return void 0;
  const read = (0, import_valibot.parse)(metadata, JSON.parse(text));
  const { "containerimage.digest": digest, "containerimage.descriptor": descriptor } = read;
  if (digest === void 0) return void 0;
  const parsed = (0, import_csv_parse.parseDigest)(digest);
  if (!parsed.ok) throw new Error(`buildx's metadata file: ${parsed.problem}`);
  const said = descriptor?.digest === digest ? descriptor : void 0;
  return { digest: parsed.value, size: said?.size, mediaType: said?.mediaType };
}
function compactMetadata(text, most) {
  if (text === "") return "";
  const entries = Object.entries((0, import_valibot.parse)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.unknown)()), JSON.parse(text))).filter(([name]) => !/^buildx\.build\.(?:provenance|warnings)/.test(name)).map(([name, value]) => ({ name, value, length: JSON.stringify([name, value]).length }));
  const shortest = entries.toSorted((one, other) => one.length - other.length);
  let length = 0;
  const kept = new Set(
    shortest.filter((entry) => {
      length += entry.length;
      return length <= most;
    })
  );
  return JSON.stringify(
    Object.fromEntries(
      entries.filter((entry) => kept.has(entry)).map(({ name, value }) => [name, value])
    )
  );
}
