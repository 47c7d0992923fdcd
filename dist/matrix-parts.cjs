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
  matrix: () => matrix
});
module.exports = __toCommonJS(stdin_exports);
var import_build_inputs = require("./build-inputs.cjs");
var import_template = require("./template.cjs");
var import_output_inputs = require("./output-inputs.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_valibot = require("./valibot.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var example = "`linux/arm64 = self-hosted, linux, arm64`";
function readMatrix(raw) {
  const problems = [];
  const complain = (name, problem) => problems.push((0, import_build_inputs.complaintOf)(name, problem));
  const fields = (0, import_build_inputs.fieldsOf)(raw, complain);
  const platforms = fields.parsedList("platforms", import_csv_parse.parsePlatform);
  if (fields.text("platforms") === void 0) {
    complain("platforms", "each platform gets a job; give some, as in `linux/amd64,linux/arm64`");
  }
  const runners = readRunners(fields);
  const names = fields.names();
  problems.push(...(0, import_build_inputs.unknownInputs)(raw, names));
  return { inputs: { platforms, runners }, problems, names };
}
function readRunners({ list, complain }) {
  const runners = /* @__PURE__ */ new Map();
  for (const line of list("runners", { commas: false })) {
    const [, name = "", text = ""] = /^([^=\s]+)\s*=\s*(.+)$/.exec(line) ?? [];
    const labels = (0, import_csv_parse.splitList)(text, { commas: true });
    const platform = (0, import_csv_parse.parsePlatform)(name);
    if (labels.length === 0) {
      complain("runners", `\`${line}\` is not \`platform = label\`, as in ${example}`);
    } else if (!platform.ok) {
      complain("runners", platform.problem);
    } else if (runners.has((0, import_csv_parse.formatPlatform)(platform.value))) {
      complain("runners", `has ${(0, import_csv_parse.formatPlatform)(platform.value)} twice; keep one`);
    } else {
      runners.set((0, import_csv_parse.formatPlatform)(platform.value), labels);
    }
  }
  return runners;
}
var hosted = { amd64: "ubuntu-24.04", arm64: "ubuntu-24.04-arm" };
function planMatrix({ platforms, runners }) {
  const byName = new Map(platforms.map((platform) => [(0, import_csv_parse.formatPlatform)(platform), platform]));
  const include = [...byName].map(([name, platform]) => ({
    platform: name,
    runner: runners.get(name) ?? [hostedRunner(platform)]
  }));
  return { include };
}
function hostedRunner({ os, architecture }) {
  return os === "linux" && architecture === "arm64" ? hosted.arm64 : hosted.amd64;
}
async function matrix({ raw, github }) {
  const { inputs, problems } = readMatrix(raw);
  if (problems.length > 0) throw new import_errors.InputError(problems);
  const { include } = planMatrix(inputs);
  await github.group(`${include.length} jobs`, async (print) => {
    for (const { platform, runner } of include) print(`${platform} on ${runner.join(", ")}`);
  });
  github.setOutput("matrix", JSON.stringify({ include }));
  github.setOutput("platforms", include.map(({ platform }) => platform).join(","));
}
