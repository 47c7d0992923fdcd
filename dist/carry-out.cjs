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
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
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
  carryOut: () => carryOut
});
module.exports = __toCommonJS(stdin_exports);
var import_buildx_releases = require("./buildx-releases.cjs");
var import_owner = require("./owner.cjs");
var import_docker_config = require("./docker-config.cjs");
var import_iarna_toml = require("./iarna-toml.cjs");
var import_registry_hosts = require("./registry-hosts.cjs");
var import_remote = require("./remote.cjs");
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
var import_processes = require("./processes.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var import_promises = require("node:timers/promises");
var import_promises2 = require("node:fs/promises");
var import_node_path = require("node:path");
var import_promises3 = require("node:fs/promises");
var import_node_path2 = require("node:path");
var import_promises4 = require("node:fs/promises");
var import_promises5 = require("node:fs/promises");
var import_node_child_process = require("node:child_process");
var import_promises6 = require("node:fs/promises");
var import_node_path3 = require("node:path");
var import_node_util = require("node:util");
var import_promises7 = require("node:timers/promises");
var import_promises8 = require("node:timers/promises");
var import_node_path4 = require("node:path");
var most = 10;
function warningAnnotations(warnings, dockerfile) {
  const all = warnings.map(({ rule, text: text2, url, ...lines }) => {
    const more = url === void 0 ? "" : `
${url}`;
    return {
      level: "warning",
      title: rule ?? "Dockerfile",
      message: `${text2}${more}`,
      ...placeOf(lines, dockerfile)
    };
  });
  if (all.length <= most) return all;
  const left = all.length - (most - 1);
  return [
    ...all.slice(0, most - 1),
    {
      level: "warning",
      title: "Dockerfile",
      message: `${left} more warnings are in the log`
    }
  ];
}
function failureAnnotations(failure2, dockerfile) {
  if (failure2?.source === void 0) return [];
  const { step, output, source, error } = failure2;
  return [
    {
      level: "error",
      title: step ?? "Dockerfile",
      message: [...output, error].join("\n"),
      ...placeOf(source, dockerfile)
    }
  ];
}
function placeOf({ file, line, endLine }, dockerfile) {
  if (dockerfile === void 0 || line === void 0 || file !== dockerfile.name) return {};
  return { file: dockerfile.path, line, endLine: endLine ?? line };
}
var key = "buildx.build.warnings";
var text = (0, import_valibot.pipe)(
  (0, import_valibot.string)(),
  (0, import_valibot.transform)((base64) => Buffer.from(base64, "base64").toString("utf8"))
);
var range = (0, import_valibot.object)({
  start: (0, import_valibot.object)({ line: (0, import_valibot.number)() }),
  end: (0, import_valibot.nullish)((0, import_valibot.object)({ line: (0, import_valibot.number)() }))
});
var built = (0, import_valibot.object)({
  short: text,
  url: (0, import_valibot.nullish)((0, import_valibot.string)()),
  sourceInfo: (0, import_valibot.nullish)((0, import_valibot.object)({ filename: (0, import_valibot.nullish)((0, import_valibot.string)()) })),
  range: (0, import_valibot.nullish)((0, import_valibot.array)(range))
});
var checked = (0, import_valibot.object)({
  ruleName: (0, import_valibot.string)(),
  detail: (0, import_valibot.nullish)((0, import_valibot.string)()),
  description: (0, import_valibot.nullish)((0, import_valibot.string)()),
  url: (0, import_valibot.nullish)((0, import_valibot.string)()),
  location: (0, import_valibot.nullish)(
    (0, import_valibot.object)({ sourceIndex: (0, import_valibot.nullish)((0, import_valibot.number)()), ranges: (0, import_valibot.nullish)((0, import_valibot.array)(range)) })
  )
});
var check = (0, import_valibot.object)({
  warnings: (0, import_valibot.array)((0, import_valibot.unknown)()),
  sources: (0, import_valibot.nullish)((0, import_valibot.array)((0, import_valibot.object)({ filename: (0, import_valibot.nullish)((0, import_valibot.string)()) })))
});
var metadata = (0, import_valibot.looseObject)({
  [key]: (0, import_valibot.optional)((0, import_valibot.unknown)()),
  "result.json": (0, import_valibot.optional)((0, import_valibot.unknown)())
});
function buildWarnings(file) {
  const read = (0, import_valibot.parse)(metadata, jsonOf(file));
  const found = [...builtWarnings(read[key]), ...checkWarnings(read["result.json"])];
  const once = new Map(found.map((warning) => [JSON.stringify(warning), warning]));
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
function jsonOf(file) {
  try {
    return JSON.parse(file);
  } catch {
    return {};
  }
}
function builtWarnings(given) {
  return itemsOf(given).flatMap((item) => {
    const read = (0, import_valibot.safeParse)(built, item);
    if (!read.success) return [];
    const { short, url, sourceInfo, range: ranges } = read.output;
    const [, rule, words = short] = /^([A-Z][A-Za-z]+): (.+)$/s.exec(short) ?? [];
    const place = { url: url ?? void 0, file: sourceInfo?.filename ?? void 0 };
    return [{ rule, text: words.replace(/ \(line \d+\)$/, ""), ...place, ...linesOf(ranges) }];
  });
}
function checkWarnings(given) {
  const whole = (0, import_valibot.safeParse)(check, given);
  if (!whole.success) return [];
  const { warnings, sources } = whole.output;
  return warnings.flatMap((item) => {
    const read = (0, import_valibot.safeParse)(checked, item);
    if (!read.success) return [];
    const { ruleName, detail, description, url, location } = read.output;
    const file = sources?.[location?.sourceIndex ?? 0]?.filename ?? void 0;
    const words = detail ?? description ?? ruleName;
    const place = { url: url ?? void 0, file, ...linesOf(location?.ranges) };
    return [{ rule: ruleName, text: words, ...place }];
  });
}
function itemsOf(given) {
  return Array.isArray(given) ? given : [];
}
function linesOf(ranges) {
  const [first] = ranges ?? [];
  const last = ranges?.at(-1);
  return { line: first?.start.line, endLine: last?.end?.line ?? last?.start.line };
}
async function annotateBuild(build2, { files, dockerfile, github }) {
  const [end] = await Promise.allSettled([build2]);
  const { metadata: metadata2 } = await (0, import_run_files.readBuildFiles)(files);
  const warnings = warningAnnotations(buildWarnings(metadata2), dockerfile);
  for (const annotation of warnings) github.annotate(annotation);
  if (end.status === "fulfilled") return end.value;
  const failure2 = end.reason instanceof import_errors.CommandError ? (0, import_build_failure.buildFailure)(end.reason.stderr) : void 0;
  for (const annotation of failureAnnotations(failure2, dockerfile)) github.annotate(annotation);
  throw end.reason;
}
var reasons = {
  passing: "a registry or the network failed, as it may for a moment",
  limited: "a registry limits how often it is asked",
  refused: "a registry refused the credentials, as it may by mistake, so this is tried once",
  stalled: "BuildKit said nothing for as long as `timeout: push=…` allows while it pushed",
  lost: "BuildKit went away and is started again, which is tried once"
};
function nextBuild(failed, build2, { bound, reboots }) {
  const { stepsDone, verdicts } = failed;
  const [last = "lasting"] = verdicts.slice(-1);
  const { compatible } = build2;
  const steppedDown = verdicts.filter((verdict) => verdict === "artifacts").length;
  const { command: anew, again } = steppedDown > 0 && compatible ? compatible : build2;
  const command = stepsDone ? again : anew;
  if (last === "artifacts" && steppedDown === 1 && compatible !== void 0) {
    return { command, pause: 0, why: steppedDownText };
  }
  const pause = (0, import_docker_config.pauseBeforeNext)(failed, bound);
  if (pause === void 0 || last === "lasting" || last === "artifacts") return void 0;
  if (last === "lost" && !reboots) return void 0;
  const leaves = command.length < anew.length ? "; without `no-cache`, as all steps are done" : "";
  return { command, pause, why: `${reasons[last]}${leaves}` };
}
var steppedDownText = "the registry refuses attestations that are OCI artifacts, so they are pushed in the older form";
var begins = /^#(\d+) ((?:importing cache manifest from|exporting cache to) .+)$/;
var fails = /^#(\d+) ERROR: (.+)$/;
var isAbsent = /: not found$|manifest unknown/i;
function cacheFailures(lines) {
  const names2 = /* @__PURE__ */ new Map();
  return lines.flatMap(({ text: text2 }) => {
    const [, id = "", name] = begins.exec(text2) ?? [];
    if (name !== void 0) names2.set(id, name);
    const [, failed = "", words = ""] = fails.exec(text2) ?? [];
    const what = names2.get(failed);
    return what === void 0 || isAbsent.test(words) ? [] : [`${what}: ${words}`];
  });
}
var transfer = /^(#\d+) (?:pushing|writing) .+$/;
var done = / (?:\d+\.\d+s )?done$/;
var ended = /^(#\d+) (?:DONE|ERROR|CANCELED)/;
function watchPush(silence) {
  const stalled = new AbortController();
  let timer;
  let running = [];
  return {
    signal: stalled.signal,
    hear: (line) => {
      running = afterLine(running, line);
      clearTimeout(timer);
      if (running.length === 0 || silence === void 0) return;
      timer = setTimeout(() => stalled.abort(), silence);
    },
    end: () => clearTimeout(timer)
  };
}
function afterLine(running, line) {
  const [, id] = ended.exec(line) ?? [];
  if (id !== void 0) return running.filter((one) => !one.startsWith(`${id} `));
  if (!transfer.test(line)) return running;
  const name = line.replace(done, "");
  const others = running.filter((one) => one !== name);
  return done.test(line) ? others : [...others, name];
}
async function buildOnce(plan, { failures, silence }, { shell, github, timeline, print }) {
  const what = plan.call === void 0 ? "building the image" : "reading the Dockerfile";
  const doing = failures === 0 ? what : `${what}, try ${failures + 1}`;
  const lines = [];
  print(commandText(plan));
  const watch = watchPush(silence);
  const ended2 = shell.stream(doing, plan.command, {
    environment: {
      ...plan.environment,
      // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
      BUILDX_METADATA_PROVENANCE: "false",
      BUILDX_METADATA_WARNINGS: "true"
    },
    write: github.write,
    signal: watch.signal,
    readError: (text2) => {
      watch.hear(text2);
      if ((0, import_buildx_releases.isProgress)(text2)) lines.push({ text: text2, at: timeline.now() });
    }
  });
  const error = await ended2.then(
    () => void 0,
    (reason) => {
      if (reason instanceof import_errors.CommandError) return reason;
      throw reason;
    }
  );
  watch.end();
  return {
    ...{ error, stalled: watch.signal.aborted },
    ...{ progress: (0, import_buildx_releases.progressOf)(lines), cacheFailures: cacheFailures(lines) }
  };
}
function commandText({ command, environment }) {
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  const text2 = (0, import_build_failure.formatCommand)(command);
  return epoch === void 0 ? text2 : `SOURCE_DATE_EPOCH=${epoch} ${text2}`;
}
var timeout = 1e4;
var accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
async function askRetryAfter(manifestUrl) {
  if (manifestUrl === void 0) return void 0;
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(manifestUrl, { headers: { accept }, signal });
    await response.body?.cancel();
    const text2 = response.headers.get("retry-after");
    return response.ok || text2 === null ? void 0 : (0, import_docker_config.parseRetryAfter)(text2.trim(), Date.now());
  } catch {
    return void 0;
  }
}
async function runBuild(plan, retry, doors) {
  const { github } = doors;
  const tries2 = await github.group(titleOf(plan), async (print) => {
    for (const note of plan.notes) print(note);
    return await buildPatiently(plan, retry, { ...doors, print });
  });
  for (const failure2 of tries2.cacheFailures) github.warning(`The build did without: ${failure2}`);
  if (tries2.verdicts.includes("artifacts")) {
    github.warning(
      `${steppedDownText}; \`compat: no-oci-artifact\` or \`provenance: false\` does so at once`
    );
  }
  return tries2.progress;
}
async function buildPatiently(plan, retry, doors) {
  const verdicts = [];
  let command = plan.command;
  let since;
  let steps;
  for (; ; ) {
    const { error, stalled, progress, cacheFailures: cacheFailures2 } = await buildOnce(
      { ...plan, command },
      { failures: verdicts.length, silence: retry.silence },
      doors
    );
    if (error === void 0) {
      return {
        ...{ verdicts, cacheFailures: cacheFailures2 },
        progress: { ...progress, steps: steps ?? progress.steps }
      };
    }
    since ??= performance.now();
    const stepsDone = steps !== void 0 || stalled || (0, import_build_failure.failedInExport)(error.stderr);
    if (stepsDone) steps ??= progress.steps;
    const words = (0, import_build_failure.lastWords)(error.stderr);
    const verdict = stalled ? "stalled" : error.exitCode === null ? "lasting" : (0, import_docker_config.judge)(words);
    verdicts.push(verdict);
    const retryAfter = await waitOf(verdict, words, plan, retry);
    const failed = { verdicts, stepsDone, elapsed: performance.now() - since, retryAfter };
    const next = nextBuild(failed, plan, retry);
    if (next === void 0) {
      if (waits.includes(verdict)) doors.print(endText(retryAfter, retry));
      throw verdict === "stalled" ? new import_errors.TimeoutError("push", retry.silence ?? 0) : error;
    }
    doors.print(nextText(next, verdicts.length + 1, retryAfter));
    await (0, import_promises.setTimeout)(next.pause);
    command = next.command;
  }
}
async function waitOf(verdict, words, { tags }, { plainHosts }) {
  return verdict === "limited" ? await askRetryAfter((0, import_buildx_releases.limitedUrl)(words, tags, plainHosts)) : void 0;
}
function nextText({ pause, why }, number2, retryAfter) {
  const asked = retryAfter === void 0 ? "" : ", as the registry asks";
  const when = pause === 0 ? "now" : `in ${(0, import_errors.formatDuration)(pause)}${asked}`;
  return `Try ${number2} ${when}: ${why}`;
}
var waits = ["passing", "limited", "stalled"];
function endText(retryAfter, { bound }) {
  const wait = retryAfter === void 0 ? "" : `the registry wants ${(0, import_errors.formatDuration)(retryAfter)}, and `;
  return `Not tried again: ${wait}\`retry-timeout\` is ${bound === 0 ? "0" : (0, import_errors.formatDuration)(bound)}`;
}
function titleOf({ call, push }) {
  if (call !== void 0) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
var import_toml = (0, import_modules.__toESM)((0, import_iarna_toml.require_toml)());
var node = (0, import_valibot.object)({
  Name: (0, import_valibot.string)(),
  Endpoint: (0, import_valibot.optional)((0, import_valibot.string)(), ""),
  Status: (0, import_valibot.optional)((0, import_valibot.string)(), ""),
  DriverOpts: (0, import_valibot.optional)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()), {}),
  Flags: (0, import_valibot.optional)((0, import_valibot.array)((0, import_valibot.string)()), []),
  Platforms: (0, import_valibot.optional)((0, import_valibot.nullable)((0, import_valibot.array)((0, import_valibot.string)()), []), []),
  // Base64 by the file's name.
  Files: (0, import_valibot.optional)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()), {})
});
var listed = (0, import_valibot.object)({
  Name: (0, import_valibot.string)(),
  Driver: (0, import_valibot.optional)((0, import_valibot.string)(), ""),
  Current: (0, import_valibot.optional)((0, import_valibot.boolean)(), false),
  Nodes: (0, import_valibot.nullish)((0, import_valibot.array)(node))
});
async function probeBuilders(shell, { existing, name, use }, folder) {
  if (existing === void 0 && name === void 0 && !use) return void 0;
  const kept = existing === void 0 && !use ? await readBuilder(`${name}`, folder) : void 0;
  return kept === void 0 ? await listBuilders(shell) : { all: [kept], current: "default" };
}
async function readBuilder(name, folder) {
  try {
    const text2 = await (0, import_promises2.readFile)((0, import_node_path.join)(folder, "instances", name), "utf8");
    const builder = (0, import_valibot.parse)(listed, JSON.parse(text2));
    return builder.Nodes?.length === 1 ? builderOf(builder) : void 0;
  } catch {
    return void 0;
  }
}
async function listBuilders(shell) {
  const list = ["docker", "buildx", "ls", "--format", "{{json .}}"];
  const { stdout } = await shell.capture("listing the builders", list);
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const builders = lines.map((line) => (0, import_valibot.parse)(listed, JSON.parse(line)));
  return {
    all: builders.map(builderOf),
    current: builders.find(({ Current }) => Current)?.Name ?? "default"
  };
}
function builderOf({ Name, Driver, Nodes }) {
  const nodes = (Nodes ?? []).map((found) => ({
    name: found.Name,
    endpoint: found.Endpoint,
    status: found.Status,
    driverOpts: found.DriverOpts,
    flags: found.Flags,
    platforms: found.Platforms,
    ...configOf(found.Files)
  }));
  return { name: Name, driver: Driver, nodes };
}
var certificates = "/etc/buildkit/certs/";
function configOf(files) {
  const decoded = (name) => Buffer.from(files[name] ?? "", "base64").toString("utf8");
  try {
    const config = (0, import_toml.parse)(decoded("buildkitd.toml"));
    const withTexts = (_, value) => typeof value === "string" && value.startsWith(certificates) ? decoded(`certs/${value.slice(certificates.length)}`) : value;
    const access = JSON.parse(JSON.stringify(config, withTexts));
    return files["buildkitd.toml"] === void 0 ? none : { config, access };
  } catch {
    return none;
  }
}
var none = { config: void 0, access: void 0 };
var disconnected = /deadline exceeded|code = Unavailable|connection refused|error reading from server|closing transport|no such container|is not running/i;
async function namingDeadNodes(shell, { name }, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof import_errors.CommandError) || !disconnected.test(error.stderr)) throw error;
    const builders = await listBuilders(shell).catch(() => void 0);
    const nodes = builders?.all.find((builder) => builder.name === name)?.nodes ?? [];
    const dead = nodes.filter(({ status: status2 }) => status2 !== "running");
    throw dead.length === 0 ? error : new import_errors.NodeError(error, dead);
  }
}
var full = /no space left on device|disk quota exceeded/i;
async function namingFullDisks(shell, disks, work) {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
    throw new import_errors.FullDiskError(error, await placesOf(shell, disks));
  }
}
function isFull(error) {
  if (error instanceof import_errors.CommandError) return full.test(error.stderr);
  if (error instanceof import_errors.NodeError) return isFull(error.cause);
  const { code } = error;
  return error instanceof Error && (code === "ENOSPC" || code === "EDQUOT");
}
async function placesOf(shell, disks) {
  const asked = await Promise.all([
    disks.engineIsHere ? enginePlace(shell, disks.builder) : void 0,
    placeAt("the runner's temporary files", disks.folder)
  ]);
  return asked.filter((place) => place !== void 0);
}
async function enginePlace(shell, builder) {
  const volume = builder.kind === "create" && builder.here ? `${builder.here.container}_state` : "";
  const look = ["docker", "volume", "inspect", "--format", "{{.Mountpoint}}", volume];
  const state = volume === "" ? void 0 : await answer(shell, look);
  if (state !== void 0) return await placeAt("what BuildKit keeps", state);
  const root = await answer(shell, ["docker", "info", "--format", "{{.DockerRootDir}}"]);
  return root === void 0 ? void 0 : await placeAt("what the engine keeps", root);
}
async function answer(shell, command) {
  const output = await shell.capture("looking for the full disk", command).catch(() => void 0);
  return output?.stdout.trim() || void 0;
}
async function placeAt(what, path) {
  try {
    const { bavail, blocks, bsize } = await (0, import_promises3.statfs)(path);
    return { what, path, free: bavail * bsize, size: blocks * bsize };
  } catch {
    return path === (0, import_node_path2.dirname)(path) ? void 0 : await placeAt(what, (0, import_node_path2.dirname)(path));
  }
}
async function withSecretFiles(files, folder, body) {
  if (files.length === 0) return await body();
  try {
    await (0, import_promises4.mkdir)(folder, { mode: 448 });
    for (const { path, text: text2 } of files) await (0, import_promises4.writeFile)(path, text2, { mode: 384 });
    return await body();
  } finally {
    await (0, import_run_files.removeFolder)(folder);
  }
}
async function createBuilder(shell, plan) {
  const { context, boot } = plan;
  for (const { path, text: text2 } of plan.files) await (0, import_promises5.writeFile)(path, text2, { mode: 384 });
  const ran = [];
  const run2 = async (doing2, command) => {
    ran.push({ command, output: await shell.capture(doing2, command) });
  };
  if (context !== void 0) await run2("telling Docker of the engine behind TLS", context.create);
  const doing = boot === void 0 ? "creating and booting the builder" : "creating the builder";
  for (const command of plan.create) await run2(doing, command);
  if (plan.secretOptions !== void 0) await addSecretOptions(plan.secretOptions);
  if (boot !== void 0) {
    const { stderr } = await shell.capture("booting the builder", boot);
    ran.push({ command: boot, output: { stderr, stdout: "" } });
  }
  return ran;
}
var options = (0, import_valibot.nullish)((0, import_valibot.record)((0, import_valibot.string)(), (0, import_valibot.string)()));
var instance = (0, import_valibot.looseObject)({ Nodes: (0, import_valibot.array)((0, import_valibot.looseObject)({ DriverOpts: options })) });
async function addSecretOptions({ file, ofNodes }) {
  const builder = (0, import_valibot.parse)(instance, JSON.parse(await (0, import_promises5.readFile)(file, "utf8")));
  const nodes = builder.Nodes.map((node2, index) => ({
    ...node2,
    DriverOpts: { ...node2.DriverOpts, ...ofNodes[index] }
  }));
  await (0, import_promises5.writeFile)(file, JSON.stringify({ ...builder, Nodes: nodes }), { mode: 384 });
}
async function useBuilder(shell, name) {
  await shell.capture(`making \`${name}\` the current builder`, ["docker", "buildx", "use", name]);
}
var names = (0, import_valibot.nullish)((0, import_valibot.array)((0, import_valibot.string)()), []);
var status = (0, import_valibot.pipe)((0, import_valibot.string)(), (0, import_valibot.parseJson)(), (0, import_valibot.object)({ supported: names, emulators: names }));
function parseBinfmtStatus(stdout) {
  const read = (0, import_valibot.safeParse)(status, /\{[\s\S]*\}/.exec(stdout)?.[0]);
  if (!read.success) return void 0;
  const { supported, emulators } = read.output;
  const architectures = supported.map((platform) => platform.split("/")[1] ?? "");
  return { runs: [...new Set(architectures)], handlers: emulators };
}
function emulatorFailure(trouble, engine, said) {
  const words = said.trim();
  const theirs = trouble.kind === "no-container" ? "docker" : "binfmt";
  return [
    `${problemOf(trouble, engine)}.`,
    words === "" ? `${theirs} gave no reason.` : `${theirs} said: ${words}`,
    `What to try: ${remedyOf(trouble, engine, words)}`
  ].join("\n");
}
function problemOf(trouble, { rootless, elsewhere }) {
  const where = elsewhere === void 0 ? "" : ` by the engine at ${elsewhere}`;
  if (trouble.kind === "broken") {
    const list = trouble.emulators.map(({ architecture, words }) => {
      const cause = words === void 0 ? "" : ` (the kernel says: ${words})`;
      return `${architecture}${cause}`;
    });
    const at = elsewhere === void 0 ? "" : ` on the machine of the engine at ${elsewhere}`;
    return `an emulator is registered, and runs nothing${at}: ${list.join(", ")}`;
  }
  if (rootless) return "the engine is rootless, and so cannot register emulators with the kernel";
  if (trouble.kind === "unregistered") {
    const list = trouble.emulators.map(({ architecture }) => architecture);
    return `no emulator was registered${where} for ${list.join(", ")}`;
  }
  return `no emulator could be registered${where}`;
}
var avoid = "or build on nodes of these architectures, with `qemu: off`";
function remedyOf(trouble, engine, words) {
  const { elsewhere, rootless } = engine;
  const there = elsewhere === void 0 ? "this machine" : "the engine's machine";
  if (rootless) {
    return `register them as root on ${there} (package \`qemu-user-static\`, or binfmt's image in an engine that runs as root), ${avoid}`;
  }
  if (/permission denied|operation not permitted|\bEPERM\b|privileged/i.test(words)) {
    return `the engine refuses privileged containers: allow them on ${there}, or register the emulators there as root and set \`qemu: off\``;
  }
  if (trouble.kind === "no-list") {
    return `the kernel of ${there} offers no binfmt_misc: load it there as root (\`modprobe binfmt_misc\`), ${avoid}`;
  }
  if (/already registered/i.test(words)) {
    return "what is registered under these names is switched off, or does not reach into containers (it has no flag F): `reset: true` replaces it";
  }
  if (trouble.kind === "broken") {
    return "`reset: true` registers them anew; if that does not help, name another `binfmt-image`";
  }
  return "check that `binfmt-image` has these emulators, or name others in `qemu`";
}
var tinyExitCode = 86;
var machines = /* @__PURE__ */ new Map([
  // mov ebx, 86; mov eax, 1; int 0x80
  ["386", { bits: 32, machine: 3, code: "bb56000000 b801000000 cd80" }],
  // mov edi, 86; mov eax, 60; syscall
  ["amd64", { bits: 64, machine: 62, code: "bf56000000 b83c000000 0f05" }],
  // mov r0, #86; mov r7, #1; svc #0
  ["arm", { bits: 32, machine: 40, flags: 83886080, code: "5600a0e3 0170a0e3 000000ef" }],
  // mov x0, #86; mov x8, #93; svc #0
  ["arm64", { bits: 64, machine: 183, code: "c00a80d2 a80b80d2 010000d4" }],
  // li.w $a0, 86; li.w $a7, 93; syscall 0
  ["loong64", { bits: 64, machine: 258, flags: 67, code: "04588102 0b748102 00002b00" }],
  // li $a0, 86; li $v0, 5058; syscall
  [
    "mips64",
    {
      ...{ bits: 64, bigEndian: true, machine: 8, flags: 1610612736 },
      code: "24040056 240213c2 0000000c"
    }
  ],
  ["mips64le", { bits: 64, machine: 8, flags: 1610612736, code: "56000424 c2130224 0c000000" }],
  // li r3, 86; li r0, 1; sc
  ["ppc64le", { bits: 64, machine: 21, flags: 2, code: "56006038 01000038 02000044" }],
  // li a0, 86; li a7, 93; ecall
  ["riscv64", { bits: 64, machine: 243, code: "13056005 9308d005 73000000" }],
  // lghi %r2, 86; svc 1
  ["s390x", { bits: 64, bigEndian: true, machine: 22, code: "a7290056 0a01" }]
]);
var address = 4194304;
var pageSize = 65536;
var headerBytes = { 32: { file: 52, segment: 32 }, 64: { file: 64, segment: 56 } };
function tinyProgram(architecture) {
  const machine = machines.get(architecture);
  if (machine === void 0) return void 0;
  const code = machine.code.match(/[0-9a-f]{2}/g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const { file, segment } = headerBytes[machine.bits];
  const entry = file + segment;
  const bytes = new Uint8Array(entry + code.length);
  write(bytes, machine.bigEndian !== true, [
    ...fileHeader(machine, entry),
    ...segmentHeader(machine.bits, bytes.length)
  ]);
  bytes.set(code, entry);
  return bytes;
}
function fileHeader({ bits, bigEndian, machine, flags = 0 }, entry) {
  const word = bits === 64 ? 8 : 4;
  const { file, segment } = headerBytes[bits];
  const magic = [127, 69, 76, 70, bits / 32, bigEndian === true ? 2 : 1, 1];
  const identity = [...magic, 0, 0, 0, 0, 0, 0, 0, 0, 0].map((byte) => [byte, 1]);
  const kind = [
    [2, 2],
    [machine, 2],
    [1, 4]
  ];
  const places = [
    [address + entry, word],
    [file, word],
    [0, word],
    [flags, 4]
  ];
  const sizes = [
    [file, 2],
    [segment, 2],
    [1, 2],
    [0, 2],
    [0, 2],
    [0, 2]
  ];
  return [...identity, ...kind, ...places, ...sizes];
}
function segmentHeader(bits, length) {
  const word = bits === 64 ? 8 : 4;
  const flags = [5, 4];
  const places = [0, address, address, length, length].map((value) => [value, word]);
  const middle = bits === 64 ? [flags, ...places] : [...places, flags];
  return [[1, 4], ...middle, [pageSize, word]];
}
function write(bytes, littleEndian, fields) {
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value, littleEndian);
    else if (size === 4) view.setUint32(at, value, littleEndian);
    else view.setBigUint64(at, BigInt(value), littleEndian);
    at += size;
  }
}
var shellTookOver = 85;
var timeout2 = 1e4;
async function tryEmulator(architecture, folder) {
  const program = tinyProgram(architecture);
  if (program === void 0) return { kind: "untried" };
  const path = (0, import_node_path3.join)(folder, `tiny-${architecture}`);
  const script = `${path}.sh`;
  try {
    await (0, import_promises6.writeFile)(path, program, { mode: 448 });
    await (0, import_promises6.writeFile)(script, `#!${path}
exit ${shellTookOver}
`, { mode: 448 });
    return await run(script);
  } finally {
    await Promise.all([path, script].map((file) => (0, import_promises6.rm)(file, { force: true })));
  }
}
function run(file) {
  return new Promise((resolve2) => {
    (0, import_node_child_process.execFile)(file, { timeout: timeout2, killSignal: "SIGKILL" }, (error, _, stderr) => {
      if (error === null) return resolve2({ kind: "failed", words: "it ended too early" });
      const { code, signal, killed } = error;
      if (code === tinyExitCode) return resolve2({ kind: "ran" });
      if (code === "EACCES" || code === "ETXTBSY") return resolve2({ kind: "untried" });
      const said = stderr.trim();
      const cause = killed === true ? "it did not end" : signal ?? systemError(code);
      resolve2({ kind: "failed", words: said === "" ? cause : `${cause}: ${said}` });
    });
  });
}
function systemError(code) {
  const name = code === shellTookOver ? "ENOEXEC" : code;
  const known = [...(0, import_node_util.getSystemErrorMap)().values()].find(([known2]) => known2 === name);
  return known === void 0 ? `exit code ${name}` : `${name}, ${known[1]}`;
}
async function installEmulators(shell, plan, image) {
  const command = (0, import_buildx_releases.installCommand)(plan, image);
  const output = await runBinfmt(shell, plan, command);
  const status2 = parseBinfmtStatus(output.stdout);
  const fail = async (trouble) => {
    throw await failure(shell, plan, { trouble, said: output.stderr });
  };
  if (status2 === void 0) return await fail({ kind: "no-list" });
  const unproven = wanted(plan, status2).filter((name) => !status2.runs.includes(name));
  const unregistered = unproven.filter((name) => !status2.handlers.includes((0, import_buildx_releases.handlerName)(name)));
  if (unregistered.length > 0) {
    const emulators = unregistered.map((architecture) => ({ architecture }));
    return await fail({ kind: "unregistered", emulators });
  }
  const broken = await brokenOf(plan, unproven);
  if (broken.length > 0) {
    const removal = removeNew(shell, broken, { image, said: output.stderr });
    await (0, import_together.together)([removal, fail({ kind: "broken", emulators: broken })]);
  }
  return { command, output };
}
function wanted({ emulators }, status2) {
  if (emulators !== "all") return emulators;
  return status2.handlers.map(import_buildx_releases.architectureOf).filter((name) => name !== void 0);
}
async function runBinfmt(shell, plan, command) {
  try {
    return await shell.capture("installing emulators for foreign CPUs", command);
  } catch (error) {
    if (!(error instanceof import_errors.CommandError)) throw error;
    const words = error.stderr.trim() || error.message;
    const said = `${words}
The command was: ${(0, import_build_failure.formatCommand)(command)}`;
    throw await failure(shell, plan, { trouble: { kind: "no-container" }, said });
  }
}
async function brokenOf({ engine }, names2) {
  if (engine.kind === "elsewhere") return names2.map((architecture) => ({ architecture }));
  const outOfContainers = (0, import_buildx_releases.lacking)(names2, await (0, import_buildx_releases.probeHandlers)() ?? []);
  const broken = [];
  for (const architecture of names2) {
    const trial = await tryEmulator(architecture, engine.folder);
    if (trial.kind === "ran" && !outOfContainers.includes(architecture)) continue;
    broken.push({ architecture, words: trial.kind === "failed" ? trial.words : void 0 });
  }
  return broken;
}
async function removeNew(shell, broken, { image, said }) {
  const names2 = broken.map(({ architecture }) => architecture);
  const ours = names2.filter((name) => said.includes(`installing: ${name} OK`));
  if (ours.length === 0) return;
  await shell.capture("removing emulators that do not run", (0, import_buildx_releases.uninstallCommand)(ours, image));
}
async function failure(shell, { engine }, { trouble, said }) {
  const elsewhere = engine.kind === "elsewhere" ? engine.endpoint : void 0;
  const rootless = await isRootless(shell);
  return new import_errors.UserError(emulatorFailure(trouble, { rootless, elsewhere }, said));
}
async function isRootless(shell) {
  const command = ["docker", "info", "--format", "{{json .SecurityOptions}}"];
  const { stdout } = await shell.capture("asking the engine for its privileges", command).catch(() => ({ stdout: "" }));
  return stdout.includes("name=rootless");
}
var patience = 12e4;
var tries = 4;
var firstPause = 1e3;
function queueOf(candidates) {
  return candidates.map((candidate) => ({ candidate, failures: 0, due: 0 }));
}
function nextOf(queue) {
  return queue.toSorted((one, other) => one.due - other.due)[0];
}
function afterFailure(queue, failed, { words, now, retryAfter }) {
  const pause = Math.max(firstPause * 2 ** failed.failures, retryAfter ?? 0);
  const again = { ...failed, failures: failed.failures + 1, due: now + pause };
  const passes = ["passing", "limited"].includes((0, import_docker_config.judge)(words));
  const worthIt = passes && again.failures < tries && again.due <= patience;
  return queue.flatMap((waiting) => {
    if (waiting !== failed) return [waiting];
    return worthIt ? [again] : [];
  });
}
var remedies = [
  [
    /server gave HTTP response to HTTPS client/i,
    "the engine pulls this image, so a mirror over plain HTTP has to be among `insecure-registries` in the engine's own daemon.json"
  ],
  [
    /x509|certificate/i,
    "the engine pulls this image, so a registry's own certificate authority has to be in `/etc/docker/certs.d/HOST:PORT/ca.crt` on the engine's machine"
  ],
  [
    /denied|unauthorized|no basic auth|forbidden|toomanyrequests|\b429\b/i,
    "log in to the registry with `registry-auth`"
  ]
];
var always = "name registries that have the image in `mirrors`, or pull it on the engine's machine beforehand";
function imageFailure(what, tried) {
  const last = new Map(tried.map(({ reference, words }) => [reference, words]));
  const all = [...last.values()].join("\n");
  const fitting = remedies.filter(([cause]) => cause.test(all)).map(([, remedy]) => remedy);
  return [
    `${what} is nowhere to be had. Tried, in this order:`,
    ...[...last].map(([reference, words]) => `- ${reference}: ${words.replaceAll("\n", " ")}`),
    `What to try: ${[always, ...fitting].join("; ")}`
  ].join("\n");
}
async function getToolImage(shell, image, pullBound) {
  const { local } = image;
  return local === void 0 ? await pullFirst(shell, image, pullBound) : { ...local, transcript: [] };
}
async function pullFirst(shell, image, pullBound) {
  const start = performance.now();
  const transcript2 = [];
  const tried = [];
  let queue = queueOf(image.candidates);
  for (let next = nextOf(queue); next !== void 0; next = nextOf(queue)) {
    await (0, import_promises7.setTimeout)(Math.max(0, next.due - (performance.now() - start)));
    const { candidate } = next;
    const command = pullCommand(candidate);
    transcript2.push((0, import_build_failure.formatCommand)(command));
    const words = await failureOf(shell, { what: image.what, command, bound: pullBound });
    const found = words === void 0 ? await (0, import_buildx_releases.inspectImage)(candidate.reference, { shell }) : void 0;
    if (found?.os === image.os && found.architecture === image.architecture)
      return { ...found, transcript: transcript2 };
    const failure2 = words ?? `it is not for ${image.os}/${image.architecture}`;
    const retryAfter = (0, import_docker_config.isLimited)(failure2) ? await askRetryAfter(candidate.manifestUrl) : void 0;
    const told = retryAfter === void 0 ? [] : [waitText(retryAfter)];
    transcript2.push(failure2, ...told);
    tried.push({ reference: candidate.reference, words: [failure2, ...told].join("; ") });
    const now = performance.now() - start;
    queue = afterFailure(queue, next, { words: failure2, now, retryAfter });
  }
  throw new import_errors.UserError(imageFailure(image.what, tried));
}
function pullCommand({ reference }) {
  return ["docker", "pull", "--quiet", reference];
}
async function failureOf(shell, { what, command, bound }) {
  const signal = bound === void 0 ? void 0 : AbortSignal.timeout(bound);
  try {
    await shell.capture(`pulling ${what}`, command, signal && { signal });
    return void 0;
  } catch (error) {
    if (!(error instanceof import_errors.CommandError)) throw error;
    if (bound !== void 0 && signal?.aborted) return stalledText(bound);
    return error.stderr.trim() || error.message;
  }
}
function stalledText(bound) {
  return `the pull did not end within ${(0, import_errors.formatDuration)(bound)} (\`timeout: pull=…\`)`;
}
function waitText(milliseconds) {
  return `the registry wants to be asked again in ${Math.ceil(milliseconds / 1e3)} s`;
}
async function provideImage(image, { shell, github, login, pullBound }) {
  if (image.local === void 0) await login;
  const found = await getToolImage(shell, image, pullBound);
  const { reference, transcript: transcript2 } = found;
  if (transcript2.length === 0) github.info(`${image.what}: ${reference}, which the engine has`);
  else {
    await github.group(`${image.what}: ${reference}, pulled`, async (print) => {
      for (const line of transcript2) print(line);
    });
  }
  return found;
}
async function provideBuildkitImage(plan, doors) {
  const [first, ...others] = plan.create;
  if (plan.image === void 0 || first === void 0) return plan;
  const { id, reference } = await provideImage(plan.image, doors);
  const stays = plan.cleanup === "nothing";
  if (!stays)
    doors.github.info(`buildx gets it by its ID, ${shortId(id)}, so that it pulls nothing`);
  return { ...plan, create: [(0, import_buildx_releases.createWithImage)(first, stays ? reference : id), ...others] };
}
function shortId(id) {
  return id.replace(/^sha256:/, "").slice(0, 12);
}
async function setUp({ emulation, builder, pullBound }, { phases, ...doors }) {
  await (0, import_together.together)([
    doors.login,
    phases.run(
      "emulators",
      doors.shell,
      (shell) => setUpEmulators(emulation, { ...doors, pullBound, shell })
    ),
    phases.run(
      "builder",
      doors.shell,
      (shell) => setUpBuilder(builder, { ...doors, pullBound, shell })
    )
  ]);
  if (builder.use) await useBuilder(doors.shell, builder.name);
}
async function setUpBuilder(plan, doors) {
  const { shell, github } = doors;
  switch (plan.kind) {
    case "engine":
      github.info(`The engine itself builds, as builder ${plan.name}`);
      return;
    case "existing":
      github.info(`Builder ${plan.name} exists and is used as it is`);
      if (plan.differences.length > 0) {
        github.warning(
          `Builder ${plan.name} is not what the inputs ask for: ${plan.differences.join("; ")}. Remove it (docker buildx rm ${plan.name}), or take another \`name\``
        );
      }
      return;
    case "create": {
      const ready = await provideBuildkitImage(plan, doors);
      await transcript(github, `Builder ${plan.name} ${plan.boots ? "booted" : "created"}`, {
        ran: await createBuilder(shell, ready),
        config: plan.config
      });
    }
  }
}
async function setUpEmulators(plan, doors) {
  const { shell, github } = doors;
  if (plan.kind === "none") {
    github.info(`No emulator to install: ${plan.why}`);
    return;
  }
  const image = await provideImage(plan.image, doors);
  const installed = await installEmulators(shell, plan, image.reference);
  const names2 = plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none";
  await transcript(github, `Emulators installed: ${names2}`, { ran: [installed] });
}
async function transcript(github, title, { ran, config }) {
  await github.group(title, async (print) => {
    if (config !== void 0) print(`buildkitd.toml:

${config.trimEnd()}
`);
    for (const { command, output } of ran) {
      print((0, import_build_failure.formatCommand)(command));
      for (const text2 of [output.stderr, output.stdout]) {
        if (text2.trim() !== "") print(text2.trimEnd());
      }
    }
  });
}
var graceMilliseconds = 1500;
function phasesOf(timeline, bounds) {
  return {
    run: (name, shell, work) => timeline.measure(
      name,
      bounded(name, bounds[name], (signal) => work(signal ? withSignal(shell, signal) : shell))
    )
  };
}
async function bounded(name, bound, work) {
  if (bound === void 0) return await work(void 0);
  const late = new AbortController();
  const over = new AbortController();
  const done2 = work(late.signal);
  const expired = (0, import_promises8.setTimeout)(bound, void 0, { signal: over.signal, ref: false }).then(
    async () => {
      const error = new import_errors.TimeoutError(name, bound);
      late.abort(error);
      await Promise.race([done2.catch(() => {
      }), (0, import_promises8.setTimeout)(graceMilliseconds)]);
      throw error;
    },
    // The work was done in time.
    () => done2
  );
  const inTime = done2.catch(
    (error) => late.signal.aborted ? expired : Promise.reject(error)
  );
  return await Promise.race([inTime, expired]).finally(() => over.abort());
}
function withSignal(shell, signal) {
  const joined = (own) => own === void 0 ? signal : AbortSignal.any([own, signal]);
  return {
    capture: (doing, command, options2 = {}) => shell.capture(doing, command, { ...options2, signal: joined(options2.signal) }),
    stream: (doing, command, options2) => shell.stream(doing, command, { ...options2, signal: joined(options2.signal) })
  };
}
function planAttestations(inputs, workflow) {
  const { provenance, sbom, attests } = inputs.attestations;
  const kinds = attests.map((attest) => (0, import_csv_parse.attribute)(attest, "type"));
  const wanted2 = provenance ?? defaultProvenance(inputs, workflow, kinds.includes("provenance"));
  const first = [
    ...wanted2 === void 0 ? [] : [provenanceText(wanted2, workflow)],
    ...sbom === void 0 ? [] : [sbomText(sbom)]
  ];
  const rest = attests.filter((_, index) => {
    const kind = kinds[index];
    return !(kind === "provenance" && provenance) && !(kind === "sbom" && sbom);
  });
  return [...first, ...rest.map((attest) => restText(attest, workflow))].flatMap((text2) => [
    "--attest",
    text2
  ]);
}
function defaultProvenance({ outputs, load }, { isPrivate, byDefault }, isThere) {
  if (isThere || !byDefault || (0, import_output_inputs.hasDockerExporter)(outputs, load)) return void 0;
  const fields = isPrivate ? [
    { key: "mode", value: "min" },
    { key: "inline-only", value: "true" }
  ] : [{ key: "mode", value: "max" }];
  const text2 = fields.map(({ key: key2, value }) => `${key2}=${value}`).join(",");
  return { kind: "attributes", attributes: { text: text2, fields } };
}
function provenanceText(provenance, workflow) {
  switch (provenance.kind) {
    case "off":
      return "type=provenance,disabled=true";
    case "on":
      return withBuilder({ text: "type=provenance", fields: [] }, workflow);
    case "attributes": {
      const { text: text2, fields } = provenance.attributes;
      return withBuilder({ text: `type=provenance,${text2}`, fields }, workflow);
    }
  }
}
function withBuilder(attributes, { runUrl }) {
  const { text: text2 } = attributes;
  if (runUrl === void 0 || (0, import_csv_parse.attribute)(attributes, "builder-id") !== void 0) return text2;
  return `${text2},${(0, import_node.csvField)(`builder-id=${runUrl}`)}`;
}
function sbomText(sbom) {
  return sbom.kind === "attributes" ? `type=sbom,${sbom.attributes.text}` : `type=sbom,disabled=${sbom.kind === "off"}`;
}
function restText(attest, workflow) {
  return (0, import_csv_parse.attribute)(attest, "type") === "provenance" ? withBuilder(attest, workflow) : attest.text;
}
var gitToken = "GIT_AUTH_TOKEN";
function planBuildSecrets({ secrets, files, variables: variables2, ssh, githubToken }, { folder, needsToken }) {
  const hasToken = [...secrets, ...files, ...variables2].some(({ id }) => id === gitToken);
  const token = needsToken && !hasToken && githubToken !== void 0 ? [{ id: gitToken, value: githubToken }] : [];
  const written = [...secrets, ...token].map(({ id, value }, index) => ({
    id,
    file: { path: `${folder}/${index}`, text: value }
  }));
  const named = [
    ...variables2.map(({ id, name }) => `id=${id},${(0, import_node.csvField)(`env=${name}`)}`),
    ...written.map(({ id, file }) => `id=${id},${(0, import_node.csvField)(`src=${file.path}`)}`),
    ...files.map(({ id, path }) => `id=${id},${(0, import_node.csvField)(`src=${path}`)}`)
  ];
  return {
    arguments: [
      ...named.flatMap((secret) => ["--secret", secret]),
      ...ssh.flatMap(({ text: text2 }) => ["--ssh", text2])
    ],
    files: written.map(({ file }) => file)
  };
}
var variables = {
  s3: {
    access_key_id: "AWS_ACCESS_KEY_ID",
    secret_access_key: "AWS_SECRET_ACCESS_KEY",
    session_token: "AWS_SESSION_TOKEN"
  },
  gha: { token: "ACTIONS_RUNTIME_TOKEN" }
};
function withoutCredentials(entry) {
  const names2 = new Map(Object.entries(variables[entry.type] ?? {}));
  const taken = entry.fields.flatMap(({ key: key2, value }) => {
    const name = names2.get(key2.toLowerCase());
    return name === void 0 || !value ? [] : [[name, value]];
  });
  if (taken.length === 0) return { entry, environment: {} };
  const fields = entry.fields.filter(({ key: key2, value }) => !names2.has(key2.toLowerCase()) || !value);
  const text2 = fields.map(({ key: key2, value }) => (0, import_node.csvField)(`${key2}=${value}`)).join(",");
  return { entry: { ...entry, text: text2, fields }, environment: Object.fromEntries(taken) };
}
var ignoresErrors = ["registry", "local", "gha", "s3", "azblob"];
function planCache(inputs, owner) {
  const scope = scopeOf(inputs, owner);
  const from = inputs.cache.from.map(withoutCredentials);
  const to = inputs.call === void 0 ? inputs.cache.to.map(withoutCredentials) : [];
  const entries = { from: from.map(({ entry }) => entry), to: to.map(({ entry }) => entry) };
  const credentials = [...from, ...to].map(({ environment }) => environment);
  return {
    arguments: argumentsOf(entries, scope),
    environment: Object.assign({}, ...credentials),
    notes: notesOf(entries, scope)
  };
}
function argumentsOf({ from, to }, scope) {
  const scopeFor = (entry) => lacksScope(entry) ? [`scope=${scope}`] : [];
  return [
    ...from.flatMap((entry) => ["--cache-from", extended(entry, scopeFor(entry))]),
    ...to.flatMap((entry) => [
      "--cache-to",
      extended(entry, [...scopeFor(entry), ...failsBuild(entry) ? ["ignore-error=true"] : []])
    ])
  ];
}
function notesOf({ from, to }, scope) {
  return [
    ...[...from, ...to].some(lacksScope) ? [
      `Cache: scope=${scope}, of this image and these platforms alone; \`scope=…\` in the input takes another`
    ] : [],
    ...to.some(failsBuild) ? [
      "Cache: an export that fails does not fail the build; `ignore-error=false` in `cache-to` makes it"
    ] : []
  ];
}
function lacksScope(entry) {
  return entry.type === "gha" && (0, import_csv_parse.attribute)(entry, "scope") === void 0;
}
function failsBuild(entry) {
  return ignoresErrors.includes(entry.type) && (0, import_csv_parse.attribute)(entry, "ignore-error") === void 0;
}
function extended({ text: text2 }, more) {
  return [text2, ...more.map(import_node.csvField)].join(",");
}
function scopeOf({ tags, platforms, outputs, target }, owner) {
  const [output] = outputs.flatMap((given) => (0, import_csv_parse.attribute)(given, "name") ?? []);
  const image = tags[0]?.repository ?? output?.split(",")[0];
  const name = image ?? [owner.repository ?? "image", target ?? ""].filter(Boolean).join("-");
  const list = platforms.map(import_csv_parse.formatPlatform).sort();
  const built2 = list.length > 0 ? list : [owner.platform ?? "native"];
  return [name, ...built2].join("-").replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
var olderAttestations = "oci-artifact=false";
function exportOptions(inputs, settings) {
  const { tags, push, load } = inputs;
  const { insecure, byDigest, epoch } = settings;
  const rewrite = epoch === void 0 ? "" : ",rewrite-timestamp=true";
  const more = settings.olderAttestations ? `${rewrite},${olderAttestations}` : rewrite;
  const loads = rewrite === "" ? ["--load"] : ["--output", `type=docker${rewrite}`];
  const hosts = push ? [...new Set(tags.map(hostOf))] : [];
  const apart = hosts.filter((host) => insecure.includes(host));
  if (apart.length === 0 && !byDigest) {
    const names2 = tags.flatMap((tag) => ["--tag", (0, import_reference.formatReference)(tag)]);
    const pushes = more === "" ? ["--push"] : ["--output", `type=image,push=true${more}`];
    return [...names2, ...push ? pushes : [], ...load ? loads : []];
  }
  const rest = tags.filter((tag) => !apart.includes(hostOf(tag)));
  const groups = [
    ...apart.map((host) => ({ tags: tags.filter((tag) => hostOf(tag) === host), insecure: true })),
    ...rest.length === 0 ? [] : [{ tags: rest, insecure: false }]
  ];
  const outputs = groups.flatMap((group) => {
    const names2 = (0, import_node.csvField)(`name=${namesFor(group.tags, byDigest).join(",")}`);
    const nameless = byDigest ? ",push-by-digest=true,name-canonical=true" : "";
    const flags = group.insecure ? ",registry.insecure=true" : "";
    return ["--output", `type=image,${names2}${nameless},push=true${flags}${more}`];
  });
  return [...outputs, ...load ? loads : []];
}
function namesFor(tags, byDigest) {
  if (!byDigest) return tags.map(import_reference.formatReference);
  return [...new Set(tags.map(({ repository }) => repository))];
}
function hostOf({ repository }) {
  return repository.slice(0, repository.indexOf("/"));
}
function runOptions(run2) {
  const { addHosts, allow, network, shmSize, ulimits, cgroupParent } = run2;
  return [
    ...addHosts.flatMap((host) => ["--add-host", host]),
    ...allow.flatMap((entitlement) => ["--allow", entitlement]),
    ...network === "default" ? [] : ["--network", network],
    ...shmSize === void 0 ? [] : ["--shm-size", shmSize],
    ...ulimits.flatMap((limit) => ["--ulimit", limit]),
    ...cgroupParent === void 0 ? [] : ["--cgroup-parent", cgroupParent]
  ];
}
function entitlementsOf({ allow, network }) {
  const names2 = [...allow.map((name) => name.split("=")[0] ?? name)];
  return [.../* @__PURE__ */ new Set([...names2, ...network === "host" ? ["network.host"] : []])];
}
function planBuild(inputs, settings) {
  const { platforms, tags, call } = inputs;
  const { files, context, epoch } = settings;
  const time = epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
  const cache = planCache(inputs, settings.cacheOwner);
  const environment = { ...settings.environment, ...time, ...cache.environment };
  const { needsToken } = context;
  const secrets = planBuildSecrets(inputs.secrets, { folder: files.secrets, needsToken });
  const commandWith = ({ olderAttestations: olderAttestations2, anew }) => [
    ...["docker", "buildx", "build", "--builder", settings.builder],
    ...call === void 0 ? [] : ["--call", call.text],
    ...platforms.length === 0 ? [] : ["--platform", platforms.map(import_csv_parse.formatPlatform).join(",")],
    ...call === void 0 ? whatComesOut(inputs, { ...settings, olderAttestations: olderAttestations2 }) : [],
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...context.named.flatMap(({ name, source }) => ["--build-context", `${name}=${source}`]),
    ...inputs.cache.pull ? ["--pull"] : [],
    ...anew ? anewOptions(inputs.cache) : [],
    ...cache.arguments,
    ...secrets.arguments,
    ...runOptions(inputs.run),
    ...filesFor(inputs, files),
    // What follows is the context, whatever it begins with.
    ...["--", context.context]
  ];
  const commandsWith = (olderAttestations2) => ({
    command: commandWith({ olderAttestations: olderAttestations2, anew: true }),
    again: commandWith({ olderAttestations: olderAttestations2, anew: false })
  });
  const { compat } = inputs.attestations;
  return {
    ...commandsWith(compat === "no-oci-artifact"),
    compatible: compat === "auto" ? commandsWith(true) : void 0,
    ...{ environment, platforms, tags, call },
    push: inputs.push && call === void 0,
    notes: [...context.why === void 0 ? [] : [context.why], ...cache.notes],
    secretFiles: secrets.files
  };
}
function anewOptions({ noCache, noCacheFilters }) {
  return [
    ...noCache ? ["--no-cache"] : [],
    ...noCacheFilters.flatMap((stage) => ["--no-cache-filter", stage])
  ];
}
function whatComesOut(inputs, settings) {
  const form = (output) => settings.olderAttestations && (0, import_csv_parse.pushesImage)(output) && (0, import_csv_parse.attribute)(output, "oci-artifact") === void 0 ? `,${olderAttestations}` : "";
  return [
    ...exportOptions(inputs, settings),
    ...inputs.outputs.flatMap((output) => ["--output", `${output.text}${form(output)}`]),
    ...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
    ...planAttestations(inputs, settings.workflow)
  ];
}
function filesFor({ call, outputs }, files) {
  const hasImage = call === void 0 && !(0, import_output_inputs.hasFilesOnly)(outputs);
  return [
    ...hasImage ? ["--iidfile", files.imageId] : [],
    ...["--metadata-file", files.metadata]
  ];
}
function option(name, value) {
  return value === void 0 ? [] : [name, value];
}
function planLeg(build2, run2) {
  const [platform] = build2.platforms;
  if (build2.leg !== "tagged" || platform === void 0) return build2;
  const tag = `crossbuild-${run2}-${(0, import_csv_parse.formatPlatform)(platform).replaceAll("/", "-")}`;
  const repositories = new Set(build2.tags.map(({ repository }) => repository));
  return { ...build2, tags: [...repositories].map((repository) => ({ repository, tag })) };
}
function checkNodes({ leg, platforms }, nodes) {
  if (leg !== "true" || nodes < 2 || platforms.length < 2) return;
  throw new import_errors.UserError(
    `\`leg\`: the builder has ${nodes} nodes, and buildx moves the tag \`latest\` when several nodes push by digest. What to try: \`leg: tagged\`, one platform in this job, or a builder of one node`
  );
}
function makePlan(asked, facts, run2) {
  const { inputs, config, client, context, epoch } = asked;
  const { network } = inputs;
  const build2 = planLeg(inputs.build, run2.workflowRun);
  const { dockerConfig, environment } = client;
  const wanted2 = inputs.builder.existing ?? inputs.builder.name;
  const existing = facts.builders?.all.find(({ name }) => name === wanted2);
  const driver = existing?.driver ?? inputs.builder.driver;
  checkNodes(build2, (existing ?? inputs.builder).nodes.length);
  const elsewhere = (0, import_buildx_releases.platformsElsewhere)(inputs.builder, existing);
  const entitlements = entitlementsOf(build2.run);
  const builder = (0, import_buildx_releases.planBuilder)(inputs.builder, {
    ...{ facts, run: run2, config, network, dockerConfig, entitlements }
  });
  const holds = inputs.builder.existing === void 0 && driver !== "remote";
  const insecure = holds || driver === "docker" ? [] : config?.insecureHosts ?? [];
  return {
    emulation: (0, import_buildx_releases.planEmulation)(
      inputs.emulation,
      emulated(asked).filter((platform) => !(0, import_buildx_releases.isElsewhere)(platform, elsewhere)),
      {
        ...{ ...run2, facts, network, folder: run2.files.folder },
        asItIs: inputs.builder.existing
      }
    ),
    elsewhere,
    nodes: (0, import_buildx_releases.buildNodes)(builder.name, inputs.builder, existing),
    builder,
    build: planBuild(build2, {
      builder: builder.name,
      files: run2.files,
      environment: config === void 0 ? {} : environment,
      // Where the builder does not hold the registries' settings, each export has to say it.
      insecure,
      context,
      byDigest: inputs.proof.verify === "before-tag" || build2.leg === "true",
      epoch,
      ...planAround(driver, facts, run2)
    }),
    proof: (0, import_docker_config.planProof)(build2, inputs.proof, {
      driver,
      nodes: existing?.nodes.length ?? inputs.builder.nodes.length
    }),
    retry: {
      bound: inputs.patience.retryTimeout,
      silence: inputs.patience.bounds.push,
      reboots: driver === "docker-container",
      plainHosts: (0, import_buildx_releases.plainHostsOf)(network.registries)
    },
    pullBound: inputs.patience.bounds.pull,
    readBack: (0, import_buildx_releases.planReadBack)(
      { name: builder.name, holds: holds && driver !== "docker" },
      {
        config,
        environment,
        access: (0, import_docker_config.planAccess)({
          ...facts,
          ...run2,
          settings: [existing?.nodes[0]?.access, config?.settings],
          dockerConfig
        })
      },
      run2.files
    )
  };
}
function planAround(driver, { isPrivate, keepsIndexes, engine }, { workflow: { runUrl, commit, attestsByDefault } }) {
  const byDefault = attestsByDefault && (driver !== "docker" || keepsIndexes);
  const platform = engine && `${engine.os}/${engine.architecture}`;
  return {
    workflow: { runUrl, isPrivate, byDefault },
    cacheOwner: { repository: commit?.repository, platform }
  };
}
function emulated({ inputs: { build: build2 } }) {
  return build2.call === void 0 ? build2.platforms : [];
}
async function prepare(run2, files, asked) {
  const { runId, folder, runner, github, timeline } = run2;
  const { inputs, context, epoch, buildkitdConfig: config } = asked;
  const phases = phasesOf(timeline, inputs.patience.bounds);
  const machine = await phases.run("probe", run2.shell, (shell2) => (0, import_buildx_releases.probe)(shell2, inputs, runner));
  (0, import_buildx_releases.checkLoad)(inputs.build, machine);
  const own = { runId, files, owner: await (0, import_owner.ownerOn)(runner.machine), ...runner };
  const client = (0, import_buildx_releases.planClient)(inputs, machine, own);
  if (machine.engine !== void 0) github.info(engineText(machine.engine));
  const undo = (0, import_undo.undoClient)(client, { ...own, endpoint: machine.endpoint });
  github.saveState("undo", JSON.stringify(undo));
  await (0, import_run_files.makeRunFiles)(own, config);
  await phases.run(
    "buildx",
    run2.shell,
    (shell2) => (0, import_buildx_releases.installBuildx)(client, folder, { ...run2, shell: shell2 })
  );
  const user = machine.userConfig;
  const doors = { github, shell: (0, import_processes.withOptions)(run2.shell, { buildx: client.program }) };
  const { shell, logIn } = await (0, import_buildx_releases.setUpCredentials)(client, { inputs, user }, doors);
  const login = phases.run("login", shell, logIn);
  login.catch(() => {
  });
  const { buildxFolder } = client.dockerConfig;
  const builders = await probeBuilders(shell, inputs.builder, buildxFolder);
  const facts = { ...machine, builders };
  const plan = makePlan({ inputs, config, client, context, epoch }, facts, own);
  const all = (0, import_undo.undoAll)(undo, plan, { ...facts, ...own, ...client.dockerConfig });
  github.saveState("undo", JSON.stringify(all));
  return { plan, facts, shell, login, phases };
}
function engineText({ version, os, architecture }) {
  return `Docker engine ${version} on ${os}/${architecture}`;
}
function dockerfilePath({ context, file }, { working, workspace }) {
  const given = file ?? (0, import_node_path4.join)(context, "Dockerfile");
  if (workspace === void 0 || (0, import_remote.isRemote)(context) || (0, import_remote.isRemote)(given)) return void 0;
  const path = (0, import_node_path4.relative)((0, import_node_path4.resolve)(workspace), (0, import_node_path4.resolve)(working, given));
  if (path.startsWith("..") || (0, import_node_path4.isAbsolute)(path)) return void 0;
  return { path: path.split(import_node_path4.sep).join("/"), name: (0, import_node_path4.basename)(path) };
}
function legOutputs(result, run2) {
  const { image, repositories, tags, digest } = result;
  const [repository] = repositories;
  if (image === void 0 || digest === void 0 || repository === void 0) return /* @__PURE__ */ new Map();
  const leg = (0, import_buildx_releases.formatLeg)({ repository, tag: tags[0]?.tag, digest, run: run2 });
  return new Map(
    image.manifests.map(({ platform }) => [(0, import_buildx_releases.legOutput)((0, import_csv_parse.formatPlatform)(platform)), leg])
  );
}
async function carryOut(run2, files, asked) {
  const { github } = run2;
  const prepared = await prepare(run2, files, asked);
  const progress = await build(run2, files, { ...asked, ...prepared });
  const { plan, shell, phases } = prepared;
  if (plan.build.call !== void 0) return github.setOutput("builder", plan.builder.name);
  const built2 = await (0, import_run_files.readBuildFiles)(files);
  const { readBack } = await Promise.resolve().then(() => __toESM(require("./read-back.cjs")));
  const result = await phases.run(
    "verification",
    shell,
    (own) => readBack(plan, built2, { shell: own, github })
  );
  await tell(run2, result, { ...asked, ...prepared, progress });
}
async function build({ github, timeline, runner }, files, { inputs, context, plan, facts, shell, login, phases }) {
  const dockerfile = dockerfilePath({ ...inputs.build, ...context }, runner.folders);
  const { secretFiles } = plan.build;
  const engineIsHere = facts.engine !== void 0 && facts.engine.elsewhere === void 0;
  const disks = { builder: plan.builder, engineIsHere, folder: files.folder };
  const naming = (work) => namingFullDisks(shell, disks, () => namingDeadNodes(shell, plan.builder, work));
  return await naming(async () => {
    const doors = { shell, github, login, phases };
    await (0, import_together.together)([setUp(plan, doors), Promise.resolve().then(() => __toESM(require("./read-back.cjs")))]);
    const built2 = phases.run(
      "build",
      shell,
      (own) => withSecretFiles(
        secretFiles,
        files.secrets,
        () => runBuild(plan.build, plan.retry, { shell: own, github, timeline })
      )
    );
    return await annotateBuild(built2, { files, dockerfile, github });
  });
}
async function tell({ github, timeline, runner }, result, { inputs, description, plan, facts, progress }) {
  for (const warning of result.warnings) github.warning(warning);
  const isLeg = inputs.build.leg !== "false";
  const legs = isLeg ? legOutputs(result, runner.workflowRun) : [];
  for (const [name, value] of [...(0, import_node.outputsOf)(result, description), ...legs]) {
    github.setOutput(name, value);
  }
  const places = { engine: facts.engine, elsewhere: plan.elsewhere, nodes: plan.nodes };
  const phases = timeline.phases();
  await github.summarize(
    (0, import_buildx_releases.summaryOf)(result, { places, asked: plan.build.platforms, progress, phases })
  );
  const platforms = result.image?.manifests.map(({ platform }) => (0, import_csv_parse.formatPlatform)(platform)) ?? [];
  const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
  if (result.repositories.length > 0) github.info(`Pushed ${result.digest}${forThem}`);
}
