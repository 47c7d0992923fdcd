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
  merge: () => merge
});
module.exports = __toCommonJS(stdin_exports);
var import_registry_client = require("./registry-client.cjs");
var import_buildkitd_config_parts = require("./buildkitd-config-parts.cjs");
var import_buildx_releases = require("./buildx-releases.cjs");
var import_owner = require("./owner.cjs");
var import_docker_config = require("./docker-config.cjs");
var import_iarna_toml = require("./iarna-toml.cjs");
var import_registry_hosts = require("./registry-hosts.cjs");
var import_check_paths = require("./check-paths.cjs");
var import_build_inputs = require("./build-inputs.cjs");
var import_template = require("./template.cjs");
var import_node = require("./node.cjs");
var import_owner_parts = require("./owner-parts.cjs");
var import_build_files = require("./build-files.cjs");
var import_output_inputs = require("./output-inputs.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_undo = require("./undo.cjs");
var import_together = require("./together.cjs");
var import_run_files = require("./run-files.cjs");
var import_valibot = require("./valibot.cjs");
var import_remedy = require("./remedy.cjs");
var import_processes = require("./processes.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var text = (0, import_valibot.string)();
var platform = (0, import_valibot.object)({ os: text, architecture: text, variant: (0, import_valibot.optional)(text) });
var index = (0, import_valibot.object)({ manifests: (0, import_valibot.array)((0, import_valibot.object)({ platform: (0, import_valibot.optional)(platform) })) });
function problemsOfMerge(json, wanted) {
  const names = wanted.map(import_csv_parse.formatPlatform);
  const there = (0, import_valibot.parse)(index, JSON.parse(json)).manifests.flatMap(
    ({ platform: platform2 }) => (
      // An attestation is of no platform.
      platform2 === void 0 || platform2.os === "unknown" ? [] : [(0, import_csv_parse.formatPlatform)((0, import_csv_parse.platformOf)({ ...platform2, variant: platform2.variant }))]
    )
  );
  const once = [...new Set(there)];
  const often = once.filter((name) => there.indexOf(name) !== there.lastIndexOf(name));
  return [
    ...names.filter((name) => !there.includes(name)).map((name) => `no leg has ${name}`),
    ...often.map((name) => `more than one leg has ${name}`),
    ...once.filter((name) => !names.includes(name)).map((name) => `${name} was not asked for`)
  ];
}
async function mergeLegs(plan, doors) {
  const { shell, github } = doors;
  const { create, tags, platforms, repositories, retry } = plan;
  const { environment } = plan.readBack;
  await (0, import_registry_client.noteRegistries)(plan.readBack);
  const index2 = await github.group("Merging the legs", async (print) => {
    const merged = await preview(plan, shell, print);
    print((0, import_build_failure.formatCommand)(create));
    const run = { environment, write: github.write };
    await (0, import_registry_client.retrying)(() => shell.stream("merging the legs", create, run), { ...retry, print });
    return merged;
  });
  const digest = (0, import_docker_config.digestOf)(index2);
  const metadata = {
    "containerimage.digest": digest,
    "image.name": tags.map(import_reference.formatReference).join(",")
  };
  const proof = {
    ...{ verify: "true", strict: false, platforms, tags, repositories },
    ...{ layouts: [], exports: "image" }
  };
  return await (0, import_registry_client.readBack)(
    { proof, builder: { name: "" }, readBack: plan.readBack, retry },
    { metadata: JSON.stringify(metadata), imageId: "" },
    doors
  );
}
async function preview(plan, shell, print) {
  const { environment } = plan.readBack;
  const doing = "reading the legs; no tag was moved";
  const read = () => shell.capture(doing, plan.preview, { environment });
  const { stdout } = await (0, import_registry_client.retrying)(read, { ...plan.retry, print });
  const index2 = stdout.replace(/\n$/, "");
  const problems = problemsOfMerge(index2, plan.platforms);
  if (problems.length === 0) return index2;
  throw new import_errors.VerificationError(
    "the legs don't make the image that was asked for, and no tag was moved",
    problems
  );
}
async function removeTag({ repository, tag }, client) {
  try {
    const { status } = await client.ask("DELETE", repository, `manifests/${tag}`);
    return [200, 202, 204, 404].includes(status) ? void 0 : `it answers ${status}`;
  } catch (error) {
    if (error instanceof import_errors.RegistryError) return error.words;
    throw error;
  }
}
async function removeLegTags({ legTags, readBack: readBack2 }, image, shell) {
  const client = (0, import_registry_client.registryClient)(readBack2.access, shell);
  const why = ({ digest, ...reference }) => digest === image ? "the leg alone is the image" : removeTag(reference, client);
  const kept = legTags.map(async (leg) => {
    const words = await why(leg);
    return words === void 0 ? [] : [{ tag: (0, import_reference.formatReference)(leg), why: words }];
  });
  return (await (0, import_together.together)(kept)).flat();
}
var outputs = (0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.unknown)());
var oneOrMore = (0, import_valibot.union)([(0, import_valibot.array)(outputs), outputs]);
var example = "${{ toJSON(needs.build.outputs) }}";
var empty = "has no leg; each job that builds one hands on its `leg-linux-amd64`, `leg-linux-arm64`, … among its `outputs:`. GitHub leaves out an output that has a secret in it, such as the registry's name where that is one";
function readLegs(text2, run, complain) {
  const jobs = parseJobs(text2);
  if (!jobs.ok) {
    complain(jobs.problem);
    return [];
  }
  const given = jobs.value.flatMap(Object.entries).filter(([name]) => isLegName(name));
  const filled = given.filter(([, value]) => value !== "");
  if (filled.length === 0) complain(empty);
  const legs = filled.flatMap(([name, value]) => {
    const read = readLeg(name, value, run);
    if (!read.ok) complain(read.problem);
    return read.ok ? [read.value] : [];
  });
  return withoutClashes(legs, complain);
}
function parseJobs(text2) {
  try {
    const read = (0, import_valibot.safeParse)(oneOrMore, JSON.parse(text2));
    if (read.success) return (0, import_parsed.parsed)([read.output].flat());
  } catch {
  }
  return (0, import_parsed.refused)(`is not the JSON of a job's outputs; write \`${example}\``);
}
function isLegName(name) {
  return (0, import_buildx_releases.platformOfLegOutput)(name) !== void 0;
}
function readLeg(name, value, run) {
  const platform2 = (0, import_buildx_releases.platformOfLegOutput)(name);
  if (platform2 === void 0 || !platform2.ok) {
    return (0, import_parsed.refused)(`\`${name}\`: ${platform2?.problem}`);
  }
  const leg = (0, import_buildx_releases.parseLeg)(String(value));
  if (!leg.ok) return (0, import_parsed.refused)(`\`${name}\`: ${leg.problem}`);
  if (leg.value.run !== run) {
    return (0, import_parsed.refused)(
      `\`${name}\` is a leg of the workflow run ${leg.value.run}, and this is run ${run}; build all legs in the run that merges them`
    );
  }
  return (0, import_parsed.parsed)({ platform: platform2.value, leg: leg.value });
}
function withoutClashes(legs, complain) {
  const byPlatform = /* @__PURE__ */ new Map();
  for (const one of legs) {
    const name = (0, import_csv_parse.formatPlatform)(one.platform);
    const other = byPlatform.get(name);
    if (other !== void 0 && other.leg.digest !== one.leg.digest) {
      complain(
        `has two legs for ${name}, ${other.leg.digest} and ${one.leg.digest}; one job is to build a platform`
      );
    }
    byPlatform.set(name, other ?? one);
  }
  return [...byPlatform.values()];
}
async function readMerge(raw, run) {
  const problems = [];
  const complain = (name, problem) => problems.push((0, import_build_inputs.complaintOf)(name, problem));
  const fields = (0, import_build_inputs.fieldsOf)(raw, complain);
  const legs = readDigests(fields, run);
  const tags = fields.parsedList("tags", import_reference.parseReference);
  if (fields.text("tags") === void 0) {
    complain("tags", "the image needs a name, such as `ghcr.io/owner/image:1.0`");
  }
  const annotations = readAnnotations(fields);
  const platforms = readPlatforms(fields, legs);
  const retryTimeout = (0, import_build_inputs.readRetryTimeout)(fields);
  const buildx = (0, import_build_inputs.readBuildx)(fields);
  const registries = await (0, import_build_inputs.readRegistries)(fields);
  const network = { registries, mirrors: [], dns: [], proxy: false };
  const login = await (0, import_build_inputs.readLogins)(fields, registries);
  (0, import_build_inputs.complainOfPasswords)(fields);
  const inputs = { legs, tags, annotations, platforms, retryTimeout, buildx, network, login };
  const names = fields.names();
  return { inputs, problems: [...problems, ...(0, import_build_inputs.unknownInputs)(raw, names)], names };
}
function readDigests({ text: text2, complain }, run) {
  const tell = (problem) => complain("digests", problem);
  return readLegs(text2("digests") ?? "{}", run, tell);
}
function readAnnotations({ list, complain }) {
  return list("annotations", { commas: false }).flatMap((item) => {
    const [, level = "index", annotation = ""] = /^(?:(index|manifest|index-descriptor|manifest-descriptor)(?:\[[^\]]*\])?:)?(.*)$/s.exec(
      item
    ) ?? [];
    if (!/^[^=\s]+=/.test(annotation)) {
      complain(
        "annotations",
        `\`${item}\` is not \`key=value\`, as in \`org.opencontainers.image.title=App\``
      );
    } else if (level !== "index") {
      complain(
        "annotations",
        `\`${item}\` is for ${level}s, which the legs have pushed already; here only the index takes some`
      );
    } else return [annotation];
    return [];
  });
}
function readPlatforms(fields, legs) {
  const wanted = fields.parsedList("platforms", import_csv_parse.parsePlatform);
  const built = legs.map(({ platform: platform2 }) => platform2);
  if (wanted.length === 0) return built;
  const names = { wanted: wanted.map(import_csv_parse.formatPlatform), built: built.map(import_csv_parse.formatPlatform) };
  for (const name of names.wanted.filter((one) => legs.length > 0 && !names.built.includes(one))) {
    fields.complain(
      "platforms",
      `${name} has no leg in \`digests\`; did its job fail, or does it not hand on its \`leg-…\`?`
    );
  }
  for (const name of names.built.filter((one) => !names.wanted.includes(one))) {
    fields.complain("platforms", `${name} has a leg in \`digests\`, and is not asked for`);
  }
  return wanted;
}
function planMerge({ inputs, config, client }, { userConfig }, { files, proxies }) {
  const { legs, tags, platforms, annotations } = inputs;
  const { environment } = client;
  const access = (0, import_docker_config.planAccess)({
    ...{ settings: [config?.settings], dockerConfig: client.dockerConfig, userConfig, proxies }
  });
  const settings = { config, environment, access };
  const readBack2 = (0, import_buildx_releases.planReadBack)({ name: userConfig.context, holds: false }, settings, files);
  const command = ["docker", "buildx", "imagetools", "create", "--builder", readBack2.builder];
  const parts = [
    ...annotations.flatMap((annotation) => ["--annotation", `index:${annotation}`]),
    ...tags.flatMap((tag) => ["--tag", (0, import_reference.formatReference)(tag)]),
    ...new Set(legs.map(({ leg }) => `${leg.repository}@${leg.digest}`))
  ];
  const kept = legs.flatMap(
    ({ leg: { repository, tag, digest } }) => tag === void 0 ? [] : [{ repository, tag, digest }]
  );
  return {
    preview: [...command, "--dry-run", ...parts],
    create: [...command, ...parts],
    platforms,
    tags,
    repositories: [...new Set(tags.map(({ repository }) => repository))],
    legTags: [...new Map(kept.map((leg) => [(0, import_reference.formatReference)(leg), leg])).values()],
    readBack: readBack2,
    retry: { bound: inputs.retryTimeout }
  };
}
function legTagsText(tags) {
  const list = tags.map(({ tag, why }) => `${tag} (${why})`).join(", ");
  return `The legs are merged, but tags that kept them could not be removed: ${list}. They are of no more use: remove them by hand, or let a rule of the registry's remove those that begin with \`crossbuild-\``;
}
var nothingBuilt = {
  builder: {
    ...{ existing: void 0, name: void 0, driver: "remote", nodes: [], buildkitdConfigs: [] },
    ...{ use: false, bootstrap: false, keepState: false, cleanup: false }
  },
  emulation: { qemu: { kind: "off" }, images: [], reset: false }
};
async function merge(run) {
  const { runId, folder, runner, github } = run;
  const files = (0, import_run_files.runFiles)(folder);
  const { inputs, config } = await checkMerge(run, files);
  const build = { load: false, outputs: [], platforms: [], call: void 0 };
  const machine = await (0, import_buildx_releases.probe)(run.shell, { ...inputs, ...nothingBuilt, build }, runner);
  const own = { runId, files, owner: await (0, import_owner.ownerOn)(runner.machine), ...runner };
  const client = (0, import_buildx_releases.planClient)({ ...inputs, ...nothingBuilt, build: void 0 }, machine, own);
  github.saveState(
    "undo",
    JSON.stringify((0, import_undo.undoClient)(client, { ...own, endpoint: machine.endpoint }))
  );
  await (0, import_run_files.makeRunFiles)(own, config);
  await (0, import_buildx_releases.installBuildx)(client, folder, run);
  const doors = { github, shell: (0, import_processes.withOptions)(run.shell, { buildx: client.program }) };
  const user = machine.userConfig;
  const { shell, logIn } = await (0, import_buildx_releases.setUpCredentials)(client, { inputs, user }, doors);
  await logIn(shell);
  const plan = planMerge({ inputs, config, client }, machine, own);
  const result = await mergeLegs(plan, { shell, github });
  for (const warning of result.warnings) github.warning(warning);
  const description = (0, import_node.describe)({ ...inputs, labels: [] });
  for (const [name, value] of (0, import_node.outputsOf)(result, description)) github.setOutput(name, value);
  await github.summarize(
    (0, import_buildx_releases.summaryOf)(result, {
      places: { engine: void 0, elsewhere: "all", nodes: [] },
      asked: plan.platforms,
      progress: (0, import_buildx_releases.progressOf)([]),
      phases: []
    })
  );
  const kept = await removeLegTags(plan, result.digest, shell);
  if (kept.length > 0) github.warning(legTagsText(kept));
  const platforms = plan.platforms.map(import_csv_parse.formatPlatform).join(", ");
  github.info(`Pushed ${result.digest} for ${platforms}`);
}
async function checkMerge({ raw, runner, github }, files) {
  const mask = (0, import_check_paths.maskFor)(github);
  mask((0, import_check_paths.secretsOfTexts)(raw));
  const { inputs, problems } = await readMerge(raw, runner.workflowRun);
  mask((0, import_check_paths.secretsOf)(inputs, runner));
  const all = [...problems];
  const complain = (name, problem) => {
    all.push((0, import_build_inputs.complaintOf)(name, problem));
  };
  const to = { inputs: inputs.network, folder: files.certificates };
  const config = (0, import_buildkitd_config_parts.composeBuildkitdConfig)([], to, complain);
  await (0, import_check_paths.checkCertificates)(config, nothingBuilt.builder, complain);
  if (all.length > 0) throw new import_errors.InputError(all);
  return { inputs, config };
}
