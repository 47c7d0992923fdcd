var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_remedy = require("./remedy.cjs");
var import_processes = require("./processes.cjs");
var import_build_failure = require("./build-failure.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_actions_core = require("./actions-core.cjs");
var import_modules = require("./modules.cjs");
var import_node_crypto = require("node:crypto");
var import_node_os = require("node:os");
var import_node_path = require("node:path");
var import_node_crypto2 = require("node:crypto");
var import_node_os2 = require("node:os");
function githubRunner(options) {
  return {
    group,
    endGroups: () => {
      for (const token of openGroups) end(token);
    },
    info: (line) => print(withoutCommands(line)),
    write,
    warning: import_actions_core.warning,
    annotate: ({ level, message, line, ...more }) => {
      const annotate = level === "error" ? import_actions_core.error : import_actions_core.warning;
      annotate(message, line === void 0 ? more : { ...more, startLine: line });
    },
    fail: import_actions_core.setFailed,
    setOutput: import_actions_core.setOutput,
    saveState: import_actions_core.saveState,
    mask: import_actions_core.setSecret,
    summarize: async (markdown) => {
      if (options.hasSummary) await import_actions_core.summary.addRaw(markdown, true).write();
    }
  };
}
var unfinished = false;
function write(bytes) {
  process.stdout.write(bytes);
  if (bytes.length > 0) unfinished = bytes.at(-1) !== 10;
}
function print(line) {
  if (unfinished) process.stdout.write("\n");
  unfinished = false;
  (0, import_actions_core.info)(line);
}
function withoutCommands(line) {
  return line.replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "# #[");
}
var openGroups = /* @__PURE__ */ new Set();
async function group(title, body) {
  const token = (0, import_node_crypto2.randomUUID)();
  (0, import_actions_core.startGroup)(title);
  print(`::stop-commands::${token}`);
  openGroups.add(token);
  try {
    return await body(print);
  } finally {
    end(token);
  }
}
function end(token) {
  if (!openGroups.delete(token)) return;
  print(`::${token}::`);
  (0, import_actions_core.endGroup)();
}
var prefix = "INPUT_";
function rawInputs(environment2) {
  const given = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(environment2)) {
    const text = value?.trim() ?? "";
    if (key.startsWith(prefix) && text !== "") {
      given.set(key.slice(prefix.length).toLowerCase(), text);
    }
  }
  return given;
}
var ours = /^(?:INPUT_|BUILDER_NODE_\d+_AUTH_TLS_)/;
function withoutInputs(environment2) {
  return Object.fromEntries(Object.entries(environment2).filter(([name]) => !ours.test(name)));
}
function closable(github2) {
  const state = /* @__PURE__ */ new Map();
  let isOpen = true;
  const gate = (act) => (...given) => {
    if (isOpen) act(...given);
  };
  return {
    group: (title, body) => isOpen ? github2.group(title, (print2) => body(gate(print2))) : body(() => {
    }),
    endGroups: gate(github2.endGroups),
    info: gate(github2.info),
    write: gate(github2.write),
    warning: gate(github2.warning),
    annotate: gate(github2.annotate),
    fail: gate(github2.fail),
    setOutput: gate(github2.setOutput),
    saveState: gate((name, value) => {
      state.set(name, value);
      github2.saveState(name, value);
    }),
    mask: github2.mask,
    summarize: async (markdown) => {
      if (isOpen) await github2.summarize(markdown);
    },
    close: () => {
      github2.endGroups();
      isOpen = false;
    },
    saved: (name) => state.get(name)
  };
}
var signals = ["SIGINT", "SIGTERM"];
function cancelSignal() {
  return new Promise((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(signal));
  });
}
var Stopped = class extends Error {
  name = "Stopped";
  constructor(doing) {
    super(`cancelled before ${doing}`);
  }
};
function stoppable(shell2) {
  const running = [];
  let isStopped = false;
  const run2 = async (doing, start) => {
    if (isStopped) throw new Stopped(doing);
    running.push(doing);
    return await start().finally(() => running.splice(running.indexOf(doing), 1));
  };
  return {
    capture: (doing, ...given) => run2(doing, () => shell2.capture(doing, ...given)),
    stream: (doing, ...given) => run2(doing, () => shell2.stream(doing, ...given)),
    stop: () => {
      isStopped = true;
      return [...new Set(running)];
    }
  };
}
async function runStep(step, given, { shell: shell2, github: github2 }) {
  const signal = cancelSignal();
  github2.saveState("main", "started");
  const { folder } = given;
  const own = stoppable((0, import_processes.withEnvironment)(shell2, (0, import_processes.markOf)(folder)));
  const log = closable(github2);
  const work = step({ ...given, shell: own, github: log });
  const end2 = await Promise.race([signal, Promise.allSettled([work])]);
  if (typeof end2 === "string") {
    const doing = own.stop();
    const { cancel } = await Promise.resolve().then(() => __toESM(require("./cancel.cjs")));
    const [phase] = given.timeline.running();
    await cancel({ folder, work, doing, phase, log }, { shell: shell2, github: github2 });
    return 128 + import_node_os2.constants.signals[end2];
  }
  github2.saveState("main", "ended");
  await work;
  return 0;
}
function startTimeline(clock) {
  const began = clock();
  const now = () => clock() - began;
  const phases = [];
  const running = /* @__PURE__ */ new Set();
  return {
    now,
    measure: async (name, phase) => {
      const begun = { name, start: now() };
      running.add(begun);
      return await phase.finally(() => {
        running.delete(begun);
        phases.push({ ...begun, end: now() });
      });
    },
    phases: () => phases,
    running: () => [...running].reverse().map(({ name }) => name)
  };
}
var goCertificateFolders = "/etc/ssl/certs:/etc/pki/tls/certs";
var proxyVariable = /^(?:https?|no)_proxy$/i;
var graceMilliseconds = 500;
var timeline = startTimeline(() => Number(process.hrtime.bigint() / 1000n) / 1e3);
var environment = { ...process.env };
var shell = (0, import_processes.systemShell)(withoutInputs(environment));
var github = githubRunner({ hasSummary: environment["GITHUB_STEP_SUMMARY"] !== void 0 });
var steps = {
  "merge.cjs": async (run2) => (await Promise.resolve().then(() => __toESM(require("./merge-parts.cjs")))).merge(run2),
  "matrix.cjs": async (run2) => (await Promise.resolve().then(() => __toESM(require("./matrix-parts.cjs")))).matrix(run2)
};
var main = async (run2) => (await Promise.resolve().then(() => __toESM(require("./main.cjs")))).main(run2);
async function run() {
  const state = environment["STATE_main"];
  if (state !== void 0) {
    const { post } = await Promise.resolve().then(() => __toESM(require("./post.cjs")));
    return post({ undo: environment["STATE_undo"], main: state }, { shell, github });
  }
  const runId = (0, import_node_crypto.randomBytes)(8).toString("hex");
  const folder = (0, import_node_path.join)(environment["RUNNER_TEMP"] ?? (0, import_node_os.tmpdir)(), `crossbuild-${runId}`);
  const raw = rawInputs(environment);
  const step = steps[(0, import_node_path.basename)(process.argv[1] ?? "")] ?? main;
  const given = { raw, runId, folder, runner: runnerFacts(), timeline };
  const exitCode = await runStep(step, given, { shell, github });
  if (exitCode !== 0) process.exit(exitCode);
}
function runnerFacts() {
  const home = variable("HOME") ?? accountHome();
  const folder = variable("DOCKER_CONFIG") ?? (home === void 0 ? home : (0, import_node_path.join)(home, ".docker"));
  const host = variable("DOCKER_HOST");
  const { platform, arch, config: build } = process;
  return {
    certificateFolders: variable("SSL_CERT_DIR") ?? goCertificateFolders,
    config: {
      folder,
      buildx: variable("BUILDX_CONFIG"),
      context: host === void 0 ? variable("DOCKER_CONTEXT") : "default"
    },
    engineHost: host,
    engineTls: engineTls(host, folder),
    host: { platform, arch, armVersion: armVersionOf(build.variables) },
    event: {
      name: variable("GITHUB_EVENT_NAME"),
      path: variable("GITHUB_EVENT_PATH"),
      ref: variable("GITHUB_REF") ?? "",
      sha: variable("GITHUB_SHA") ?? "",
      repository: variable("GITHUB_REPOSITORY") ?? "",
      serverUrl: variable("GITHUB_SERVER_URL") ?? "https://github.com",
      apiUrl: variable("GITHUB_API_URL") ?? "https://api.github.com",
      shortShaLength: variable("DOCKER_METADATA_SHORT_SHA_LENGTH"),
      prHeadSha: /true/i.test(variable("DOCKER_METADATA_PR_HEAD_SHA") ?? "")
    },
    toolCache: variable("RUNNER_TOOL_CACHE"),
    folders: { working: process.cwd(), workspace: variable("GITHUB_WORKSPACE") },
    proxies: Object.fromEntries(
      Object.entries(environment).filter(
        (entry) => proxyVariable.test(entry[0]) && !!entry[1]
      )
    ),
    nodeCertificates: nodeCertificates(),
    workflow: workflow(),
    variables: environment,
    workflowRun: variable("GITHUB_RUN_ID") ?? "0",
    machine: variable("RUNNER_ENVIRONMENT") === "github-hosted" ? "thrown away" : "kept"
  };
}
function workflow() {
  const server = variable("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = variable("GITHUB_REPOSITORY");
  const [id, attempt] = [variable("GITHUB_RUN_ID"), variable("GITHUB_RUN_ATTEMPT")];
  const [ref = "", sha = ""] = [variable("GITHUB_REF"), variable("GITHUB_SHA")];
  const run2 = `${server}/${repository}/actions/runs/${id}`;
  const isRun = repository !== void 0 && id !== void 0;
  const hasCommit = repository !== void 0 && ref + sha !== "";
  return {
    runUrl: isRun ? attempt === void 0 ? run2 : `${run2}/attempts/${attempt}` : void 0,
    commit: hasCommit ? { server, repository, ref, sha } : void 0,
    attestsByDefault: !isTrue(variable("BUILDX_NO_DEFAULT_ATTESTATIONS"))
  };
}
function isTrue(text = "") {
  return ["1", "t", "T", "true", "TRUE", "True"].includes(text);
}
function variable(name) {
  return environment[name] || void 0;
}
function accountHome() {
  try {
    return (0, import_node_os.userInfo)().homedir;
  } catch {
    return void 0;
  }
}
function engineTls(host = "", config) {
  const verify = variable("DOCKER_TLS_VERIFY") !== void 0;
  const tls = verify || variable("DOCKER_TLS") !== void 0;
  const folder = variable("DOCKER_CERT_PATH") ?? config;
  if (!host.startsWith("tcp://") || !tls || folder === void 0) return void 0;
  return { host, folder, skipVerify: !verify };
}
function nodeCertificates() {
  const nodes = [];
  for (const [name, text] of Object.entries(environment)) {
    const [, index, part = ""] = /^BUILDER_NODE_(\d{1,3})_AUTH_TLS_(CACERT|CERT|KEY)$/.exec(name) ?? [];
    if (index === void 0 || !text) continue;
    nodes[Number(index)] = { ...nodes[Number(index)], [part.toLowerCase()]: text };
  }
  return Array.from(nodes, (node) => node ?? {});
}
function armVersionOf(variables) {
  const version = "arm_version" in variables ? variables.arm_version : void 0;
  return version === void 0 ? void 0 : String(version);
}
run().catch((error2) => github.fail((0, import_remedy.failureText)(error2))).finally(() => setTimeout(() => process.exit(), graceMilliseconds).unref());
