const require_builder_node = require("./builder-node.cjs");
const require_errors = require("./errors.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_check_paths = require("./check-paths.cjs");
const require_pinned_images = require("./pinned-images.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/event-push.ts
const own = [...[
	"push",
	"create",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch"
], ...["release", "merge_group"]];
function decidePush({ name, repository, head, deleted }, tags) {
	const here = repository === "" ? "the repository" : repository;
	if (name.startsWith("pull_request")) return {
		push: false,
		why: `this is a pull request ${head !== void 0 && head !== repository ? `from a fork, ${head}` : `within ${here}`}, and pull requests are not pushed`
	};
	if (deleted) return {
		push: false,
		why: "the event tells that a branch or tag is gone"
	};
	if (!own.includes(name)) return {
		push: false,
		why: `${name === "" ? "no event is known" : `\`${name}\` may come from outside ${here}`}; \`push: true\` pushes all the same`
	};
	if (tags === 0) return {
		push: false,
		why: "this event makes no tag"
	};
	return {
		push: true,
		why: `\`${name}\` is an event of ${here} itself`
	};
}
// src/plan/event-facts.ts
const text = require_pinned_images.nullish(require_pinned_images.string(), "");
const license = require_pinned_images.nullish(require_pinned_images.looseObject({ spdx_id: text }));
const repository = require_pinned_images.looseObject({
	name: text,
	description: text,
	html_url: text,
	license,
	default_branch: text
});
const commit = require_pinned_images.looseObject({
	id: require_pinned_images.string(),
	timestamp: require_pinned_images.string()
});
const answeredCommit = require_pinned_images.looseObject({ commit: require_pinned_images.looseObject({ committer: require_pinned_images.looseObject({ date: require_pinned_images.string() }) }) });
const side = require_pinned_images.looseObject({
	ref: text,
	sha: text,
	repo: require_pinned_images.nullish(require_pinned_images.looseObject({ full_name: text }))
});
const payload = require_pinned_images.looseObject({
	base_ref: text,
	deleted: require_pinned_images.nullish(require_pinned_images.boolean(), false),
	number: require_pinned_images.nullish(require_pinned_images.number()),
	pull_request: require_pinned_images.nullish(require_pinned_images.looseObject({
		base: require_pinned_images.nullish(side),
		head: require_pinned_images.nullish(side)
	})),
	repository: require_pinned_images.nullish(repository),
	commits: require_pinned_images.nullish(require_pinned_images.array(commit), []),
	head_commit: require_pinned_images.nullish(commit)
});
function eventOf(variables, json) {
	const read = require_pinned_images.safeParse(payload, json);
	const told = read.success ? read.output : require_pinned_images.parse(payload, {});
	const { name = "", prHeadSha } = variables;
	const { pull_request: pull } = told;
	const ref = name.includes("pull_request_target") ? `refs/pull/${told.number}/merge` : variables.ref;
	const sha = (prHeadSha && name.includes("pull_request") ? pull?.head?.sha : "") || variables.sha;
	const timestamp = [...told.commits, ...told.head_commit ? [told.head_commit] : []].find(({ id }) => id === sha)?.timestamp;
	return {
		name,
		ref,
		sha,
		repository: variables.repository,
		shortSha: shortened(sha, variables.shortShaLength),
		baseRef: baseRefOf(ref, told.base_ref, pull?.base?.ref ?? ""),
		head: pull ? pull.head?.repo?.full_name || "a repository that is gone" : void 0,
		deleted: told.deleted || name === "delete",
		about: told.repository ? repositoryFacts(told.repository) : void 0,
		committed: timestamp === void 0 ? void 0 : Date.parse(timestamp)
	};
}
function repositoryFactsIn(json) {
	const read = require_pinned_images.safeParse(repository, json);
	return read.success ? repositoryFacts(read.output) : void 0;
}
function committedIn(json) {
	const read = require_pinned_images.safeParse(answeredCommit, json);
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
	throw new require_errors.UserError(`DOCKER_METADATA_SHORT_SHA_LENGTH is \`${digits}\`; it takes a number, such as 12`);
}
// src/effects/event-read.ts
async function readEvent(variables, github) {
	return eventOf(variables, await payloadAt(variables.path, github));
}
async function payloadAt(path, github) {
	if (path === void 0) return {};
	try {
		return JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8"));
	} catch (error) {
		github.warning(`The event's payload at ${path} can't be read: ${wordsOf(error)}`);
		return {};
	}
}
async function completeEvent(event, asking, ports) {
	const [about, committed] = await Promise.all([event.about ?? aboutRepository(asking, ports.github), event.committed ?? commitTime(event.sha, asking, ports)]);
	return {
		...event,
		about,
		committed
	};
}
async function aboutRepository({ variables, token, proxies }, github) {
	const { apiUrl, serverUrl, repository } = variables;
	if (repository === "") return void 0;
	const told = await asked(`${apiUrl}/repos/${repository}`, {
		token,
		proxies,
		github,
		what: "the repository"
	});
	const guess = {
		name: repository.slice(repository.indexOf("/") + 1),
		description: "",
		license: "",
		defaultBranch: ""
	};
	return repositoryFactsIn(told) ?? {
		...guess,
		url: `${serverUrl}/${repository}`
	};
}
async function commitTime(sha, { variables, token, proxies }, { shell, github }) {
	const git = [
		"git",
		"-c",
		"safe.directory=*",
		"log",
		"-1",
		"--format=%cI",
		sha || "HEAD"
	];
	const time = await shell.capture("looking for the commit's time", git).then(({ stdout }) => Date.parse(stdout.trim()), () => NaN);
	if (!Number.isNaN(time)) return time;
	const { apiUrl, repository } = variables;
	if (repository === "" || sha === "") return void 0;
	return committedIn(await asked(`${apiUrl}/repos/${repository}/commits/${sha}`, {
		token,
		proxies,
		github,
		what: "the commit"
	}));
}
async function asked(url, { token, proxies, github, what }) {
	if (token === void 0) return void 0;
	const { askApi } = await Promise.resolve().then(() => require("./event-github-api.cjs"));
	try {
		return await askApi(url, {
			token,
			proxies
		});
	} catch (error) {
		github.warning(`GitHub's API does not tell about ${what}: ${wordsOf(error)}`);
		return;
	}
}
function wordsOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/effects/names-build.ts
async function nameBuild(build, run) {
	const { describes, reproducible } = build.event;
	const { githubToken: token } = build.secrets;
	if (!describes && !reproducible && !build.pushByEvent) return {
		build,
		epoch: void 0,
		description: require_check_paths.describe(build)
	};
	const { event: variables, proxies } = run.runner;
	const told = await readEvent(variables, run.github);
	const event = describes || reproducible ? await completeEvent(told, {
		variables,
		token,
		proxies
	}, run) : told;
	if (reproducible && event.committed === void 0) throw new require_errors.UserError("`reproducible: true` needs the commit's time, and neither the event, nor Git in the working directory, nor GitHub's API tells it; is actions/checkout missing before this step?");
	const decided = await decide(describes ? await applyEvent(build, event, run.github) : plainly(build), event, run.github);
	refuseClashes(decided.build);
	const epoch = reproducible ? Math.floor((event.committed ?? 0) / 1e3) : void 0;
	return {
		...decided,
		epoch
	};
}
function refuseClashes(build) {
	const problems = [];
	require_read_inputs.complainOfNameClashes(build, (name, problem) => {
		problems.push(require_read_inputs.complaintOf(name, problem));
	});
	if (problems.length > 0) throw new require_errors.InputError(problems);
}
function plainly(build) {
	return {
		build,
		description: require_check_paths.describe(build)
	};
}
async function applyEvent(build, event, github) {
	const { annotationsOf, labelsOf, namesOf } = await Promise.resolve().then(() => require("./names-loaded.cjs"));
	const now = Date.now();
	const moment = {
		event,
		now,
		committed: event.committed ?? now
	};
	const { version, tagNames, texts, tags, warnings } = namesOf(build, moment);
	const labels = labelsOf(build.event.labels, moment, version);
	const { annotations: given, annotationLevels } = build.event;
	const annotations = annotationsOf(given, annotationLevels, {
		moment,
		version
	});
	await github.group("Names from the event", async (print) => {
		print(`${event.name || "no event"}, ${event.ref || "no ref"}, ${event.sha || "no commit"}`);
		for (const { given: written, name } of build.names.images) if (written !== name) print(`Written in lower case: ${written} → ${name}`);
		for (const line of [
			...texts,
			...labels,
			...annotations
		]) print(line);
	});
	for (const warning of warnings) github.warning(warning);
	if (event.committed === void 0) github.warning("The commit's time is not known; the present time stands in for it.");
	return {
		build: {
			...build,
			tags,
			labels,
			annotations
		},
		description: {
			version: version ?? "",
			tags: texts,
			tagNames,
			labels,
			annotations
		}
	};
}
async function decide(named, event, github) {
	const { build } = named;
	if (build.push && build.tags.length === 0) throw new require_errors.UserError(`\`tags\`: no rule makes a tag of this event, \`${event.name}\` of \`${event.ref}\`, and \`push: true\` needs one; add a rule such as \`type=ref,event=branch\`, or write \`push: auto\``);
	if (!build.pushByEvent) return named;
	const { push, why } = decidePush(event, build.tags.length);
	await github.group(push ? "Will push" : "Will not push", async (print) => print(why));
	return {
		...named,
		build: {
			...build,
			push
		}
	};
}
// src/effects/builder-endpoints.ts
async function checkEndpoints({ existing, driver, nodes }, folder, complain) {
	if (existing !== void 0 || driver !== "docker-container") return;
	if (nodes.map(({ endpoint }) => endpoint).filter(isWord).length === 0) return;
	const contexts = ["default", ...await contextsIn(folder)];
	for (const [index, { endpoint }] of nodes.entries()) {
		if (!isWord(endpoint) || contexts.includes(endpoint)) continue;
		const [input, place] = index === 0 ? ["endpoint", ""] : ["append", `\`${index - 1}.endpoint\`: `];
		const list = contexts.map((name) => `\`${name}\``).join(", ");
		complain(input, `${place}there is no context \`${endpoint}\` on this runner${require_pinned_images.didYouMean(endpoint, contexts) || ";"} there are ${list}. An engine's address is written like \`tcp://arm.internal:2375\` or \`ssh://me@arm.internal\``);
	}
}
function isWord(endpoint) {
	return endpoint !== void 0 && !/[:/]/.test(endpoint);
}
const metadata = require_pinned_images.object({ Name: require_pinned_images.string() });
async function contextsIn(folder) {
	if (folder === void 0) return [];
	const place = (0, node_path.join)(folder, "contexts/meta");
	const names = (await (0, node_fs_promises.readdir)(place).catch(() => [])).map(async (id) => {
		try {
			const text = await (0, node_fs_promises.readFile)((0, node_path.join)(place, id, "meta.json"), "utf8");
			return [require_pinned_images.parse(metadata, JSON.parse(text)).Name];
		} catch {
			return [];
		}
	});
	return (await Promise.all(names)).flat();
}
// src/domain/remote.ts
const form = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;
function isRemote(text) {
	return form.test(text);
}
// src/plan/context-plan.ts
const template = /\{\{\s*defaultContext\s*\}\}/g;
function namesCommit({ context = "", buildContexts }) {
	return [context, ...buildContexts.map(({ source }) => source)].some((text) => text.search(template) >= 0);
}
function planContext(inputs, { commit, checkout }) {
	const git = commit === void 0 ? void 0 : gitContext(commit);
	const filled = (text) => text.replaceAll(template, () => git ?? "");
	const named = inputs.buildContexts.map(({ name, source }) => ({
		name,
		source: filled(source)
	}));
	const { context, why } = choose(inputs.context, {
		git,
		checkout
	});
	const sources = [filled(context), ...named.map(({ source }) => source)];
	return {
		context: filled(context),
		named,
		why,
		tokenHosts: [...new Set(sources.flatMap((source) => hostsOf(source, commit)))]
	};
}
function hostsOf(source, commit) {
	if (commit === void 0) return [];
	const start = `${commit.server}/${commit.repository}`.toLowerCase();
	return source.toLowerCase().startsWith(start) && /^(?:\.git)?(?:[#?]|$)/.test(source.slice(start.length)) ? [/^[a-z]+:\/\/([^/]+)/i.exec(source)?.[1] ?? ""] : [];
}
function choose(given, { git, checkout }) {
	if (given !== void 0) return {
		context: given,
		why: void 0
	};
	if (checkout !== void 0 || git === void 0) return {
		context: ".",
		why: `Context: the working directory, as ${checkout === void 0 ? "no event names a commit" : `it has ${checkout}`}`
	};
	return {
		context: git,
		why: `Context: ${git}, which BuildKit fetches, as the working directory holds neither .git nor the Dockerfile`
	};
}
function gitContext({ server, repository, ref, sha }) {
	const full = ref.startsWith("refs/") || ref === "" ? ref : `refs/heads/${ref}`;
	return `${server}/${repository}.git#${sha === "" ? full : sha}`;
}
// src/effects/context-check.ts
const otherImage = /^(?:docker-image|oci-layout|target|input):/;
async function checkContext(build, commit, complain) {
	const unknown = commit === void 0;
	const [own, named] = [{
		...build,
		buildContexts: []
	}, {
		...build,
		context: void 0
	}];
	for (const [input, given] of Object.entries({
		context: own,
		"build-contexts": named
	})) {
		if (!unknown || !namesCommit(given)) continue;
		complain(input, "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a path or a URL");
	}
	const chosen = planContext(build, {
		commit,
		checkout: await checkoutOf(build)
	});
	if (!unknown || !namesCommit(own)) await complainOfContext(chosen.context, build.file, complain);
	if (!unknown || !namesCommit(named)) await complainOfNamed(chosen.named, complain);
	return chosen;
}
async function complainOfNamed(contexts, complain) {
	for (const { name, source } of contexts) {
		if (isRemote(source) || otherImage.test(source)) continue;
		if (await require_check_paths.kindOf(source) !== "absent") continue;
		complain("build-contexts", `\`${name}\`: there is no folder \`${source}\`; take a path as seen from the working directory, a URL, or \`docker-image://…\``);
	}
}
async function foreignTarget(path) {
	if (!(await (0, node_fs_promises.lstat)(path)).isSymbolicLink()) return void 0;
	const [folder, target, text] = await Promise.all([
		(0, node_fs_promises.realpath)((0, node_path.dirname)(path)),
		(0, node_fs_promises.realpath)(path),
		(0, node_fs_promises.readlink)(path)
	]);
	return target.startsWith(folder + node_path.sep) && !(0, node_path.isAbsolute)(text) ? void 0 : (0, node_path.relative)(await (0, node_fs_promises.realpath)("."), target);
}
async function checkoutOf({ file = "Dockerfile" }) {
	if (await require_check_paths.kindOf(".git") !== "absent") return ".git";
	return await require_check_paths.kindOf(file) === "file" ? file : void 0;
}
function folderInstead(context) {
	if (context === "git" || context === "workflow") return "leave it out: `context` is what is built, and tags and labels come from event and checkout both";
	return "take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?";
}
async function complainOfContext(context, file, complain) {
	if (isRemote(context) || [context, file].includes("-")) return;
	if (await require_check_paths.kindOf(context) !== "directory") {
		complain("context", `there is no folder \`${context}\`; ${folderInstead(context)}`);
		return;
	}
	const dockerfile = file ?? (0, node_path.join)(context, "Dockerfile");
	if (isRemote(dockerfile)) return;
	if (await require_check_paths.kindOf(dockerfile) === "file") {
		const target = await foreignTarget(dockerfile);
		if (target === void 0) return;
		complain("file", `\`${dockerfile}\` is a link out of its folder, or has a whole path in it, and BuildKit gets the folder alone; name the file that it leads to, as in \`file: ${target}\``);
		return;
	}
	complain("file", `there is no file \`${dockerfile}\`; take a path as seen from the working directory, such as \`docker/app.Dockerfile\``);
}
// src/effects/secret-check.ts
async function checkSecrets(secrets, environment, complain) {
	const { files, variables, ssh } = secrets;
	const texts = [];
	const leftOut = [...secrets.leftOut];
	for (const { id, path } of files) if (await require_check_paths.kindOf(path) === "file") texts.push(...await linesOf(path));
	else complain("secret-files", `\`${id}\`: there is no file \`${path}\`; ${asSeen}`);
	for (const { id, name } of variables) {
		const text = environment[name];
		if (text) texts.push(text);
		else if (text === "") leftOut.push({
			input,
			what: `\`${id}\`: \`${name}\` is empty`
		});
		else complain(input, `\`${id}\`: the variable \`${name}\` is not set; ${inEnv}`);
	}
	for (const agent of ssh) await checkAgent(agent, environment["SSH_AUTH_SOCK"], complain);
	const given = variables.filter(({ name }) => environment[name] !== "");
	return {
		secrets: {
			...secrets,
			variables: given,
			leftOut
		},
		texts
	};
}
const input = "secret-envs";
const asSeen = "take a path as seen from the working directory";
const inEnv = "put it into the step's `env:`";
async function checkAgent({ id, paths }, socket, complain) {
	if (paths.length === 0 && !socket) complain("ssh", `\`${id}\` is the agent of SSH_AUTH_SOCK, which is not set; start one before this step, or name a key, as in \`${id}=keys/id_ed25519\``);
	for (const path of paths.length === 0 && socket ? [socket] : paths) {
		if (await require_check_paths.kindOf(path) === "file") continue;
		complain("ssh", `\`${id}\`: there is neither a socket nor a key \`${path}\`; ${asSeen}`);
	}
}
const shortest = 8;
const longest = 65536;
async function linesOf(path) {
	if ((await (0, node_fs_promises.stat)(path)).size > longest) return [];
	return (await (0, node_fs_promises.readFile)(path, "utf8")).split("\n").map((line) => line.trim()).filter((line) => line.length >= shortest);
}
// src/step/check-inputs.ts
async function checkInputs(raw, { files, mask }, around) {
	const { workflow, variables } = around;
	mask(require_check_paths.secretsOfTexts(raw));
	const { inputs, problems, names } = await require_read_inputs.readInputs(raw);
	mask(require_check_paths.secretsOf(inputs, around));
	const all = [...problems];
	const complain = (name, problem) => {
		all.push(require_read_inputs.complaintOf(name, problem));
	};
	const context = await checkContext(inputs.build, workflow.commit, complain);
	const { secrets, texts } = await checkSecrets(inputs.build.secrets, variables, complain);
	mask(texts);
	const buildkitdConfig = await configOf(await require_check_paths.readGivenConfigs(inputs.builder.buildkitdConfigs, complain), {
		inputs: inputs.network,
		folder: files.certificates
	}, complain);
	const { driver, nodes } = inputs.builder;
	await require_check_paths.checkCertificates(buildkitdConfig, driver === "remote" ? nodes : [], complain);
	await checkEndpoints(inputs.builder, around.config.folder, complain);
	if (all.length > 0) throw new require_errors.InputError(all);
	const build = {
		...inputs.build,
		secrets
	};
	return {
		inputs: {
			...inputs,
			build
		},
		buildkitdConfig,
		context,
		needless: require_read_inputs.needlessInputs(raw, names)
	};
}
async function configOf(given, to, complain) {
	const { registries, mirrors, dns } = to.inputs;
	if ([
		given,
		registries,
		mirrors,
		dns
	].every(({ length }) => length === 0)) return void 0;
	const { composeBuildkitdConfig } = await Promise.resolve().then(() => require("./buildkitd-config.cjs")).then((n) => n.buildkitd_config_exports);
	return composeBuildkitdConfig(given, to, complain);
}
// src/step/resolve-inputs.ts
async function resolveInputs(run, files) {
	const { raw, runner, github } = run;
	const checked = await checkInputs(raw, {
		files,
		mask: require_check_paths.maskFor(github)
	}, runner);
	const { build, epoch, description } = await nameBuild(checked.inputs.build, run);
	for (const warning of checked.needless) github.warning(warning);
	for (const warning of checked.buildkitdConfig?.warnings ?? []) github.warning(warning);
	for (const leftOut of build.secrets.leftOut) github.warning(require_check_paths.leftOutText(leftOut));
	const { login } = checked.inputs;
	if (build.pushByEvent) checkLogins(login, build);
	for (const leftOut of login.leftOut) github.notice(require_check_paths.noLoginText(leftOut));
	return {
		...checked,
		inputs: {
			...checked.inputs,
			build
		},
		epoch,
		description
	};
}
function checkLogins(login, build) {
	const problems = [];
	require_read_inputs.complainOfHalfLogins(login, require_read_inputs.pushedHosts(build), (name, problem) => {
		problems.push(require_read_inputs.complaintOf(name, problem));
	});
	if (problems.length > 0) throw new require_errors.InputError(problems);
}
// src/main.ts
async function main(run) {
	const { folder, runner, shell, github, timeline } = run;
	const files = require_builder_node.runFiles(folder);
	const resolved = await resolveInputs(run, files);
	const { inputs } = resolved;
	const { lookAround, phasesOf, start } = await Promise.resolve().then(() => require("./look-around.cjs"));
	const phases = phasesOf(timeline, inputs.patience.bounds);
	const { machine, buildxFacts } = await lookAround(run, inputs, phases);
	const stages = await Promise.resolve().then(() => require("./stages.cjs"));
	stages.checkLoad(inputs.build, machine);
	const buildxPlan = start(buildxFacts.ready().then((found) => stages.planBuildx(inputs.buildx, found, stages.buildxNeedOf(inputs.build))));
	if (inputs.buildx.version.kind !== "any") await buildxPlan.ready();
	const client = await stages.prepareClient(run, files, {
		...resolved,
		machine
	});
	const bound = inputs.patience.retryTimeout;
	const buildx = start(buildxPlan.ready().then((plan) => phases.run("buildx", shell, async (own, signal) => {
		const ports = {
			...run,
			shell: own,
			signal,
			bound
		};
		const path = await stages.installBuildx(plan, {
			...client.plan,
			folder
		}, ports);
		client.undo.change({ buildx: path ?? null });
		return path;
	})));
	const login = start(phases.run("login", client.shell, client.logIn));
	const { plan, facts, sharing } = await stages.planRun({
		...resolved,
		machine,
		client,
		buildx
	});
	const engine = stages.engineApi(machine.endpoint);
	const known = {
		shell: client.shell,
		buildx,
		plan,
		facts,
		inputs,
		folder
	};
	const { progress, pushed } = await stages.explainingFailure(known, async () => {
		const pull = {
			pullBound: plan.pullBound,
			access: plan.readBack.access
		};
		const ports = {
			shell: client.shell,
			github,
			engine,
			login,
			pull
		};
		await stages.together([
			buildx.ready(),
			login.ready(),
			phases.run("emulators", client.shell, (own) => stages.setUpEmulators(plan.emulation, {
				...ports,
				shell: own
			})),
			stages.setUpBuilder(plan.builder, {
				...ports,
				phases,
				buildx,
				sharing
			}),
			Promise.resolve().then(() => require("./proof-read-back.cjs")).then((n) => n.proof_read_back_exports)
		]);
		const withBuildx = client.shell.with({ buildx: await buildx.ready() });
		if (plan.builder.use) await stages.useBuilder(withBuildx, plan.builder.name);
		const building = phases.run("build", withBuildx, (own) => stages.withSecretFiles(plan.build.secretFiles, files.secrets, () => stages.runBuild(plan.build, plan.retry, {
			shell: own,
			github,
			timeline
		})));
		const dockerfile = stages.dockerfilePath({
			...inputs.build,
			...resolved.context
		}, runner.folders);
		return await stages.annotateBuild(building, {
			files,
			dockerfile,
			github
		});
	});
	const built = await stages.readBuildFiles(files);
	stages.checkBuilt(built, await buildx.ready());
	if (plan.build.call !== void 0) return github.setOutput("builder", plan.builder.name);
	const { readBack } = await Promise.resolve().then(() => require("./proof-read-back.cjs")).then((n) => n.proof_read_back_exports);
	const withBuildx = client.shell.with({ buildx: await buildx.ready() });
	const result = await phases.run("verification", withBuildx, (own) => readBack(plan, {
		...built,
		pushed
	}, {
		shell: own,
		github,
		engine
	}));
	await stages.reportResult(run, result, {
		...resolved,
		plan,
		facts,
		progress
	});
}
exports.isRemote = isRemote;
exports.main = main;
