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
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  main: () => main
});
module.exports = __toCommonJS(stdin_exports);
var import_check_paths = require("./check-paths.cjs");
var import_build_inputs = require("./build-inputs.cjs");
var import_template = require("./template.cjs");
var import_remote = require("./remote.cjs");
var import_node = require("./node.cjs");
var import_owner_parts = require("./owner-parts.cjs");
var import_build_files = require("./build-files.cjs");
var import_output_inputs = require("./output-inputs.cjs");
var import_csv_parse = require("./csv-parse.cjs");
var import_reference = require("./reference.cjs");
var import_damerau_levenshtein = require("./damerau-levenshtein.cjs");
var import_run_files = require("./run-files.cjs");
var import_valibot = require("./valibot.cjs");
var import_url_passwords = require("./url-passwords.cjs");
var import_errors = require("./errors.cjs");
var import_parsed = require("./parsed.cjs");
var import_semver = require("./semver.cjs");
var import_modules = require("./modules.cjs");
var import_node_path = require("node:path");
var import_promises = require("node:fs/promises");
var import_promises2 = require("node:fs/promises");
var import_promises3 = require("node:timers/promises");
var template = /\{\{\s*defaultContext\s*\}\}/g;
function namesCommit({ context = "", buildContexts }) {
  return [context, ...buildContexts.map(({ source }) => source)].some(
    (text2) => text2.search(template) >= 0
  );
}
function planContext(inputs, {
  commit: commit2,
  checkout
}) {
  const git = commit2 === void 0 ? void 0 : gitContext(commit2);
  const filled = (text2) => text2.replaceAll(template, () => git ?? "");
  const named = inputs.buildContexts.map(({ name, source }) => ({ name, source: filled(source) }));
  const { context, why } = choose(inputs.context, { git, checkout });
  const sources = [filled(context), ...named.map(({ source }) => source)];
  return {
    context: filled(context),
    named,
    why,
    needsToken: sources.some((source) => isFrom(source, commit2))
  };
}
function isFrom(source, commit2) {
  if (commit2 === void 0) return false;
  const start = `${commit2.server}/${commit2.repository}`.toLowerCase();
  return source.toLowerCase().startsWith(start) && /^(?:\.git)?(?:[#?]|$)/.test(source.slice(start.length));
}
function choose(given, { git, checkout }) {
  if (given !== void 0) return { context: given, why: void 0 };
  if (checkout !== void 0 || git === void 0) {
    const reason2 = checkout === void 0 ? "no event names a commit" : `it has ${checkout}`;
    return { context: ".", why: `Context: the working directory, as ${reason2}` };
  }
  const reason = "the working directory holds neither .git nor the Dockerfile";
  return { context: git, why: `Context: ${git}, which BuildKit fetches, as ${reason}` };
}
function gitContext({ server, repository: repository2, ref, sha }) {
  const full = ref.startsWith("refs/") || ref === "" ? ref : `refs/heads/${ref}`;
  const byRef = full.startsWith("refs/pull/") || sha === "";
  return `${server}/${repository2}.git#${byRef ? full : sha}`;
}
var otherImage = /^(?:docker-image|oci-layout|target|input):/;
async function checkContext(build, commit2, complain) {
  const unknown = commit2 === void 0;
  const [own2, named] = [
    { ...build, buildContexts: [] },
    { ...build, context: void 0 }
  ];
  for (const [input, given] of Object.entries({ context: own2, "build-contexts": named })) {
    if (!unknown || !namesCommit(given)) continue;
    complain(
      input,
      "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a path or a URL"
    );
  }
  const chosen = planContext(build, { commit: commit2, checkout: await checkoutOf(build) });
  if (!unknown || !namesCommit(own2)) await complainOfContext(chosen.context, build.file, complain);
  if (!unknown || !namesCommit(named)) await complainOfNamed(chosen.named, complain);
  return chosen;
}
async function complainOfNamed(contexts, complain) {
  for (const { name, source } of contexts) {
    if ((0, import_remote.isRemote)(source) || otherImage.test(source)) continue;
    if (await (0, import_check_paths.kindOf)(source) !== "absent") continue;
    complain(
      "build-contexts",
      `\`${name}\`: there is no folder \`${source}\`; take a path as seen from the working directory, a URL, or \`docker-image://…\``
    );
  }
}
async function checkoutOf({ file = "Dockerfile" }) {
  if (await (0, import_check_paths.kindOf)(".git") !== "absent") return ".git";
  return await (0, import_check_paths.kindOf)(file) === "file" ? file : void 0;
}
async function complainOfContext(context, file, complain) {
  if ((0, import_remote.isRemote)(context)) return;
  if (await (0, import_check_paths.kindOf)(context) !== "directory") {
    complain(
      "context",
      `there is no folder \`${context}\`; take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?`
    );
    return;
  }
  const dockerfile = file ?? (0, import_node_path.join)(context, "Dockerfile");
  if ((0, import_remote.isRemote)(dockerfile) || await (0, import_check_paths.kindOf)(dockerfile) === "file") return;
  complain(
    "file",
    `there is no file \`${dockerfile}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``
  );
}
async function checkSecrets({ files, variables, ssh }, environment, complain) {
  const texts = [];
  for (const { id, path } of files) {
    if (await (0, import_check_paths.kindOf)(path) === "file") texts.push(...await linesOf(path));
    else complain("secret-files", `\`${id}\`: there is no file \`${path}\`; ${asSeen}`);
  }
  for (const { id, name } of variables) {
    const text2 = environment[name];
    if (text2) texts.push(text2);
    else complain("secret-envs", `\`${id}\`: the variable \`${name}\` is not set; ${inEnv}`);
  }
  for (const agent of ssh) await checkAgent(agent, environment["SSH_AUTH_SOCK"], complain);
  return texts;
}
var asSeen = "take a path as seen from the working directory";
var inEnv = "put it into the step's `env:`";
async function checkAgent({ id, paths }, socket, complain) {
  if (paths.length === 0 && !socket) {
    complain(
      "ssh",
      `\`${id}\` is the agent of SSH_AUTH_SOCK, which is not set; start one before this step, or name a key, as in \`${id}=keys/id_ed25519\``
    );
  }
  for (const path of paths.length === 0 && socket ? [socket] : paths) {
    if (await (0, import_check_paths.kindOf)(path) === "file") continue;
    complain("ssh", `\`${id}\`: there is neither a socket nor a key \`${path}\`; ${asSeen}`);
  }
}
var shortest = 8;
var longest = 65536;
async function linesOf(path) {
  if ((await (0, import_promises.stat)(path)).size > longest) return [];
  const lines = (await (0, import_promises.readFile)(path, "utf8")).split("\n").map((line) => line.trim());
  return lines.filter((line) => line.length >= shortest);
}
async function checkInputs(raw, { files, mask }, around) {
  const { workflow, variables } = around;
  mask((0, import_check_paths.secretsOfTexts)(raw));
  const { inputs, problems } = await (0, import_build_inputs.readInputs)(raw);
  mask((0, import_check_paths.secretsOf)(inputs, around));
  const all = [...problems];
  const complain = (name, problem) => {
    all.push((0, import_build_inputs.complaintOf)(name, problem));
  };
  const context = await checkContext(inputs.build, workflow.commit, complain);
  mask(await checkSecrets(inputs.build.secrets, variables, complain));
  const given = await (0, import_check_paths.readGivenConfigs)(inputs.builder.buildkitdConfigs, complain);
  const to = { inputs: inputs.network, folder: files.certificates };
  const buildkitdConfig = await configOf(given, to, complain);
  await (0, import_check_paths.checkCertificates)(buildkitdConfig, inputs.builder, complain);
  if (all.length > 0) throw new import_errors.InputError(all);
  return { inputs, buildkitdConfig, context };
}
async function configOf(given, to, complain) {
  const { registries, mirrors, dns } = to.inputs;
  if ([given, registries, mirrors, dns].every(({ length }) => length === 0)) return void 0;
  const { composeBuildkitdConfig } = await Promise.resolve().then(() => __toESM(require("./buildkitd-config.cjs")));
  return composeBuildkitdConfig(given, to, complain);
}
var own = [
  ...["push", "create", "schedule", "workflow_dispatch", "repository_dispatch"],
  ...["release", "merge_group"]
];
function decidePush({ name, repository: repository2, head, deleted }, tags) {
  const here = repository2 === "" ? "the repository" : repository2;
  if (name.startsWith("pull_request")) {
    const fork = head !== void 0 && head !== repository2;
    const from = fork ? `from a fork, ${head}` : `within ${here}`;
    return { push: false, why: `this is a pull request ${from}, and pull requests are not pushed` };
  }
  if (deleted) return { push: false, why: "the event tells that a branch or tag is gone" };
  if (!own.includes(name)) {
    const event = name === "" ? "no event is known" : `\`${name}\` may come from outside ${here}`;
    return { push: false, why: `${event}; \`push: true\` pushes all the same` };
  }
  if (tags === 0) return { push: false, why: "this event makes no tag" };
  return { push: true, why: `\`${name}\` is an event of ${here} itself` };
}
var text = (0, import_valibot.nullish)((0, import_valibot.string)(), "");
var license = (0, import_valibot.nullish)((0, import_valibot.looseObject)({ spdx_id: text }));
var repository = (0, import_valibot.looseObject)({
  name: text,
  description: text,
  html_url: text,
  license,
  default_branch: text
});
var commit = (0, import_valibot.looseObject)({ id: (0, import_valibot.string)(), timestamp: (0, import_valibot.string)() });
var answeredCommit = (0, import_valibot.looseObject)({
  commit: (0, import_valibot.looseObject)({ committer: (0, import_valibot.looseObject)({ date: (0, import_valibot.string)() }) })
});
var side = (0, import_valibot.looseObject)({
  ref: text,
  sha: text,
  repo: (0, import_valibot.nullish)((0, import_valibot.looseObject)({ full_name: text }))
});
var payload = (0, import_valibot.looseObject)({
  base_ref: text,
  deleted: (0, import_valibot.nullish)((0, import_valibot.boolean)(), false),
  number: (0, import_valibot.nullish)((0, import_valibot.number)()),
  pull_request: (0, import_valibot.nullish)((0, import_valibot.looseObject)({ base: (0, import_valibot.nullish)(side), head: (0, import_valibot.nullish)(side) })),
  repository: (0, import_valibot.nullish)(repository),
  commits: (0, import_valibot.nullish)((0, import_valibot.array)(commit), []),
  head_commit: (0, import_valibot.nullish)(commit)
});
function eventOf(variables, json) {
  const read = (0, import_valibot.safeParse)(payload, json);
  const told = read.success ? read.output : (0, import_valibot.parse)(payload, {});
  const { name = "", prHeadSha } = variables;
  const { pull_request: pull } = told;
  const ref = name.includes("pull_request_target") ? `refs/pull/${told.number}/merge` : variables.ref;
  const headSha = prHeadSha && name.includes("pull_request") ? pull?.head?.sha : "";
  const sha = headSha || variables.sha;
  const commits = [...told.commits, ...told.head_commit ? [told.head_commit] : []];
  const timestamp = commits.find(({ id }) => id === sha)?.timestamp;
  return {
    ...{ name, ref, sha, repository: variables.repository },
    shortSha: shortened(sha, variables.shortShaLength),
    baseRef: baseRefOf(ref, told.base_ref, pull?.base?.ref ?? ""),
    head: pull ? pull.head?.repo?.full_name || "a repository that is gone" : void 0,
    deleted: told.deleted || name === "delete",
    about: told.repository ? repositoryFacts(told.repository) : void 0,
    committed: timestamp === void 0 ? void 0 : Date.parse(timestamp)
  };
}
function repositoryFactsIn(json) {
  const read = (0, import_valibot.safeParse)(repository, json);
  return read.success ? repositoryFacts(read.output) : void 0;
}
function committedIn(json) {
  const read = (0, import_valibot.safeParse)(answeredCommit, json);
  return read.success ? Date.parse(read.output.commit.committer.date) : void 0;
}
function repositoryFacts(told) {
  return {
    name: told.name,
    description: told.description,
    url: told.html_url,
    license: told.license?.spdx_id ?? "",
    defaultBranch: told.default_branch
  };
}
function baseRefOf(ref, pushed, pulled) {
  if (ref.startsWith("refs/tags/") && pushed !== "") return pushed.replace(/^refs\/heads\//, "");
  return ref.startsWith("refs/pull/") ? pulled : "";
}
function shortened(sha, digits = "7") {
  if (/^\d+$/.test(digits)) return sha.slice(0, Number(digits));
  throw new import_errors.UserError(
    `DOCKER_METADATA_SHORT_SHA_LENGTH is \`${digits}\`; it takes a number, such as 12`
  );
}
var seconds = 10;
async function askApi(url, token) {
  const { HttpClient } = await Promise.resolve().then(() => __toESM(require("./actions-http-client.cjs")));
  const client = new HttpClient("crossbuild", [], { socketTimeout: seconds * 1e3 });
  const headers = { accept: "application/vnd.github+json", authorization: `Bearer ${token}` };
  const { statusCode, result } = await Promise.race([
    client.getJson(url, headers),
    tooLate()
  ]);
  if (statusCode !== 200) throw new Error(`the server answered ${statusCode}`);
  return result;
}
async function tooLate() {
  await (0, import_promises3.setTimeout)(seconds * 1e3, void 0, { ref: false });
  throw new Error(`no answer came within ${seconds} seconds`);
}
async function readEvent(variables, github) {
  return eventOf(variables, await payloadAt(variables.path, github));
}
async function payloadAt(path, github) {
  if (path === void 0) return {};
  try {
    return JSON.parse(await (0, import_promises2.readFile)(path, "utf8"));
  } catch (error) {
    github.warning(`The event's payload at ${path} can't be read: ${wordsOf(error)}`);
    return {};
  }
}
async function completeEvent(event, asking, doors) {
  const [about, committed] = await Promise.all([
    event.about ?? aboutRepository(asking, doors.github),
    event.committed ?? commitTime(event.sha, asking, doors)
  ]);
  return { ...event, about, committed };
}
async function aboutRepository({ variables, token }, github) {
  const { apiUrl, serverUrl, repository: repository2 } = variables;
  if (repository2 === "") return void 0;
  const url = `${apiUrl}/repos/${repository2}`;
  const told = await asked(url, { token, github, what: "the repository" });
  const name = repository2.slice(repository2.indexOf("/") + 1);
  const guess = { name, description: "", license: "", defaultBranch: "" };
  return repositoryFactsIn(told) ?? { ...guess, url: `${serverUrl}/${repository2}` };
}
async function commitTime(sha, { variables, token }, { shell, github }) {
  const git = ["git", "-c", "safe.directory=*", "log", "-1", "--format=%cI", sha || "HEAD"];
  const time = await shell.capture("looking for the commit's time", git).then(
    ({ stdout }) => Date.parse(stdout.trim()),
    () => Number.NaN
  );
  if (!Number.isNaN(time)) return time;
  const { apiUrl, repository: repository2 } = variables;
  if (repository2 === "" || sha === "") return void 0;
  const url = `${apiUrl}/repos/${repository2}/commits/${sha}`;
  return committedIn(await asked(url, { token, github, what: "the commit" }));
}
async function asked(url, { token, github, what }) {
  if (token === void 0) return void 0;
  try {
    return await askApi(url, token);
  } catch (error) {
    github.warning(`GitHub's API does not tell about ${what}: ${wordsOf(error)}`);
    return void 0;
  }
}
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
async function nameBuild(build, run) {
  const { describes, reproducible } = build.event;
  const { githubToken: token } = build.secrets;
  if (!describes && !reproducible && !build.pushByEvent) {
    return { build, epoch: void 0, description: (0, import_node.describe)(build) };
  }
  const { event: variables } = run.runner;
  const told = await readEvent(variables, run.github);
  const needsMore = describes || reproducible;
  const event = needsMore ? await completeEvent(told, { variables, token }, run) : told;
  if (reproducible && event.committed === void 0) {
    throw new import_errors.UserError(
      "`reproducible: true` needs the commit's time, and neither the event, nor Git in the working directory, nor GitHub's API tells it; is actions/checkout missing before this step?"
    );
  }
  const named = describes ? await applyEvent(build, event, run.github) : plainly(build);
  const decided = await decide(named, event, run.github);
  const epoch = reproducible ? Math.floor((event.committed ?? 0) / 1e3) : void 0;
  return { ...decided, epoch };
}
function plainly(build) {
  return { build, description: (0, import_node.describe)(build) };
}
async function applyEvent(build, event, github) {
  const { annotationsOf, labelsOf, namesOf } = await Promise.resolve().then(() => __toESM(require("./naming.cjs")));
  const now = Date.now();
  const moment = { event, now, committed: event.committed ?? now };
  const { version, tagNames, texts, tags, warnings } = namesOf(build, moment);
  const labels = labelsOf(build.event.labels, moment, version);
  const { annotations: given, annotationLevels } = build.event;
  const annotations = annotationsOf(given, annotationLevels, { moment, version });
  await github.group("Names from the event", async (print) => {
    print(`${event.name || "no event"}, ${event.ref || "no ref"}, ${event.sha || "no commit"}`);
    for (const { given: written, name } of build.names.images) {
      if (written !== name) print(`Written in lower case: ${written} → ${name}`);
    }
    for (const line of [...texts, ...labels, ...annotations]) print(line);
  });
  for (const warning of warnings) github.warning(warning);
  if (event.committed === void 0) {
    github.warning("The commit's time is not known; the present time stands in for it.");
  }
  return {
    build: { ...build, tags, labels, annotations },
    description: { version: version ?? "", tags: texts, tagNames, labels, annotations }
  };
}
async function decide(named, event, github) {
  const { build } = named;
  if (build.push && build.tags.length === 0) {
    throw new import_errors.UserError(
      `\`tags\`: no rule makes a tag of this event, \`${event.name}\` of \`${event.ref}\`, and \`push: true\` needs one; add a rule such as \`type=ref,event=branch\`, or write \`push: auto\``
    );
  }
  if (!build.pushByEvent) return named;
  const { push, why } = decidePush(event, build.tags.length);
  await github.group(push ? "Will push" : "Will not push", async (print) => print(why));
  return { ...named, build: { ...build, push } };
}
async function ask(run, files) {
  const { raw, runner, github } = run;
  const checked = await checkInputs(raw, { files, mask: (0, import_check_paths.maskFor)(github) }, runner);
  const { build, epoch, description } = await nameBuild(checked.inputs.build, run);
  for (const warning of checked.buildkitdConfig?.warnings ?? []) github.warning(warning);
  return { ...checked, inputs: { ...checked.inputs, build }, epoch, description };
}
async function main(run) {
  const files = (0, import_run_files.runFiles)(run.folder);
  const asked2 = await ask(run, files);
  const { carryOut } = await Promise.resolve().then(() => __toESM(require("./carry-out.cjs")));
  await carryOut(run, files, asked2);
}
