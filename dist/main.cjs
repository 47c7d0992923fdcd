require("./rolldown-runtime.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_errors = require("./errors.cjs");
const require_leg = require("./leg.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_template = require("./template.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_end = require("./end.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/export-options.ts
const olderForm = "oci-artifact=false";
const byDigestForm = ["push-by-digest=true", "name-canonical=true"];
function exportOptions(inputs, settings) {
	const { tags, push, load, outputs } = inputs;
	const { insecure, byDigest } = settings;
	const isApart = push && tags.some((tag) => insecure.includes(hostOf(tag)));
	if (outputs.length === 0 && !isApart && !byDigest) return [
		...tags.flatMap((tag) => ["--tag", require_pinned_images.formatReference(tag)]),
		...plainPush(push, settings),
		...plainLoad(load, settings)
	];
	const pushes = push && !outputs.some(require_template.takesPush) ? [exporter("image")] : [];
	const loads = load && !outputs.some(require_template.loadsImage) ? [exporter("docker")] : [];
	return [
		...pushes,
		...loads,
		...outputs
	].flatMap((output) => textsOf(output, inputs, settings).flatMap((text) => ["--output", text]));
}
function exporter(type) {
	return {
		type,
		text: `type=${type}`,
		fields: [{
			key: "type",
			value: type
		}]
	};
}
function plainPush(push, { epoch, olderAttestations }) {
	const more = [...epoch === void 0 ? [] : ["rewrite-timestamp=true"], ...olderAttestations ? [olderForm] : []];
	if (!push) return [];
	return more.length === 0 ? ["--push"] : ["--output", `type=image,push=true,${more.join(",")}`];
}
function plainLoad(load, { epoch }) {
	if (!load) return [];
	return epoch === void 0 ? ["--load"] : ["--output", "type=docker,rewrite-timestamp=true"];
}
function textsOf(output, inputs, settings) {
	if (!require_template.hasNames(output)) return [output.text];
	const { tags } = inputs;
	const isPush = inputs.push && require_template.takesPush(output);
	const pushes = isPush || require_template.pushesImage(output);
	const byDigest = isPush && settings.byDigest;
	const names = byDigest || require_template.pushesByDigest(output) ? require_template.repositoriesOf(inputs) : settings.byDigest ? [] : tags.map(require_pinned_images.formatReference);
	const isAbsent = (key) => require_template.attribute(output, key) === void 0;
	const more = [...settings.epoch !== void 0 && isAbsent("rewrite-timestamp") ? ["rewrite-timestamp=true"] : [], ...settings.olderAttestations && pushes && isAbsent("oci-artifact") ? [olderForm] : []];
	const push = isPush && !require_template.pushesImage(output) ? ["push=true"] : [];
	const text = (named, flags) => [
		output.text,
		...named.length === 0 ? [] : [require_builder_node.csvField(`name=${named.join(",")}`)],
		...byDigest ? byDigestForm : [],
		...[
			...push,
			...flags,
			...more
		]
	].join(",");
	if (names.length === 0 || require_template.ownNames(output).length > 0) return [text([], [])];
	if (!pushes || !require_template.isImage(output)) return [text(names, [])];
	return groupsOf(names, settings.insecure).map((group) => text(group.names, group.insecure ? ["registry.insecure=true"] : []));
}
function groupsOf(names, insecure) {
	const apart = [...new Set(names.map(hostIn))].filter((host) => insecure.includes(host));
	const rest = names.filter((name) => !apart.includes(hostIn(name)));
	return [...apart.map((host) => ({
		names: names.filter((name) => hostIn(name) === host),
		insecure: true
	})), ...rest.length === 0 ? [] : [{
		names: rest,
		insecure: false
	}]];
}
function hostOf({ repository }) {
	return hostIn(repository);
}
function hostIn(name) {
	return name.slice(0, name.indexOf("/"));
}
// src/plan/leg-plan.ts
function asLeg(build) {
	if (build.leg === "false") return build;
	const annotations = build.annotations.flatMap(manifestAnnotation);
	return {
		...build,
		annotations,
		leg: build.push ? build.leg : "false"
	};
}
function manifestAnnotation(text) {
	const levels = require_template.levelsOf(text);
	if (levels === void 0) return [text];
	const own = levels.filter((level) => /^manifest(?:\[|$)/.test(level));
	const pair = text.slice(levels.join(",").length + 1);
	return own.map((level) => `${level}:${pair}`);
}
function planLeg(build, run) {
	const [platform] = build.platforms;
	if (build.leg !== "tagged" || platform === void 0) return build;
	const tag = `crossbuild-${run}-${require_pinned_images.formatPlatform(platform).replaceAll("/", "-")}`;
	const repositories = new Set(build.tags.map(({ repository }) => repository));
	return {
		...build,
		tags: [...repositories].map((repository) => ({
			repository,
			tag
		}))
	};
}
function checkNodes(build, { nodes, insecure }) {
	const { leg, platforms, push, tags } = build;
	if (nodes < 2 || platforms.length < 2) return;
	if (leg === "true") throw new require_errors.UserError(`\`leg\`: the builder has ${nodes} nodes, and buildx moves the tag \`latest\` when several nodes push by digest`, { tryThis: "`leg: tagged`, one platform in this job, or a builder of one node" });
	const why = `the builder has ${nodes} nodes, and buildx makes one image of what they build for one exporter alone`;
	if (require_template.pushedNames(build).length > 1) throw new require_errors.UserError(`\`outputs\`: ${why}`, { tryThis: "all names in `tags`, with `push: true` and no exporter that pushes, or a builder of one node" });
	if (push && groupsOf(tags.map(require_pinned_images.formatReference), insecure).length > 1) throw new require_errors.UserError(`\`tags\`: ${why}, and these registries, some over plain HTTP or with \`insecure\`, need one each`, { tryThis: "one registry per step, registries with TLS, or a builder of one node" });
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
// src/effects/bake-source.ts
const usual = [
	...[
		"compose.yaml",
		"compose.yml",
		"docker-compose.yml",
		"docker-compose.yaml"
	],
	...["docker-bake.json", "docker-bake.hcl"],
	...["docker-bake.override.json", "docker-bake.override.hcl"]
];
async function chooseBakeSource(bake, commit, complain) {
	const given = {
		context: bake.source,
		buildContexts: []
	};
	if (commit === void 0 && namesCommit(given)) {
		complain("source", "`{{defaultContext}}` is the commit that a workflow runs for, and GITHUB_REPOSITORY is not set; take a URL, or leave it out");
		return planContext({
			...given,
			context: "."
		}, {
			commit,
			checkout: void 0
		});
	}
	const [found] = [...await definitionFiles(bake), ...await existing([".git"])];
	const chosen = planContext(given, {
		commit,
		checkout: found
	});
	if (!isRemote(chosen.context)) await complainOfFiles(bake, chosen.context, complain);
	return chosen;
}
async function definitionFiles({ files, workdir = "." }) {
	return await existing(files.length === 0 ? usual : files, workdir);
}
async function existing(paths, folder = ".") {
	const kinds = await Promise.all(paths.map(async (path) => await require_leg.kindOf((0, node_path.join)(folder, path))));
	return paths.filter((_, index) => kinds[index] !== "absent");
}
async function complainOfFiles({ files, workdir = "." }, source, complain) {
	if (source !== ".") complain("source", `\`${source}\` is no URL; write \`workdir: ${source}\` for a folder`);
	if (await require_leg.kindOf(workdir) !== "directory") {
		complain("workdir", `there is no folder \`${workdir}\`; is actions/checkout missing before this step?`);
		return;
	}
	const found = await definitionFiles({
		files,
		workdir
	});
	if (files.length === 0 && found.length === 0) complain("bake-files", `no file is named, and \`${workdir}\` has none of those that buildx looks for, such as \`docker-bake.hcl\` and \`compose.yaml\`; is actions/checkout missing before this step?`);
	for (const file of files.filter((one) => !found.includes(one) && !isElsewhere(one))) complain("bake-files", `there is no file \`${file}\`; take a path as seen from \`workdir\``);
}
function isElsewhere(file) {
	return isRemote(file) || file === "-";
}
// src/effects/builder-endpoints.ts
require_pinned_images.init_dist();
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
		if (await require_leg.kindOf(source) !== "absent") continue;
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
	if (await require_leg.kindOf(".git") !== "absent") return ".git";
	return await require_leg.kindOf(file) === "file" ? file : void 0;
}
function folderInstead(context) {
	if (context === "git" || context === "workflow") return "leave it out: `context` is what is built, and tags and labels come from event and checkout both";
	return "take a path as seen from the working directory, or a URL; is actions/checkout missing before this step?";
}
async function complainOfContext(context, file, complain) {
	if (isRemote(context) || [context, file].includes("-")) return;
	if (await require_leg.kindOf(context) !== "directory") {
		complain("context", `there is no folder \`${context}\`; ${folderInstead(context)}`);
		return;
	}
	const dockerfile = file ?? (0, node_path.join)(context, "Dockerfile");
	if (isRemote(dockerfile)) return;
	if (await require_leg.kindOf(dockerfile) === "file") {
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
	for (const { id, path } of files) if (await require_leg.kindOf(path) === "file") texts.push(...await linesOf(path));
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
async function checkAgent({ id, paths, key }, socket, complain) {
	if (key !== void 0) return;
	if (paths.length === 0 && !socket) complain("ssh", `\`${id}\` is the agent of SSH_AUTH_SOCK, which is not set; start one before this step, or name a key, as in \`${id}=keys/id_ed25519\``);
	for (const path of paths.length === 0 && socket ? [socket] : paths) {
		if (await require_leg.kindOf(path) === "file") continue;
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
	mask(require_leg.secretsOfTexts(raw));
	const { inputs, problems, names } = await require_read_inputs.readInputs(raw);
	mask(require_leg.secretsOf(inputs, around));
	const all = [...problems];
	const complain = (name, problem) => {
		all.push(require_read_inputs.complaintOf(name, problem));
	};
	const { bake } = inputs;
	const context = bake === void 0 ? await checkContext(inputs.build, workflow.commit, complain) : await chooseBakeSource(bake, workflow.commit, complain);
	const { secrets, texts } = await checkSecrets(inputs.build.secrets, variables, complain);
	mask(texts);
	const buildkitdConfig = await configOf(await require_leg.readGivenConfigs(inputs.builder.buildkitdConfigs, complain), {
		inputs: inputs.network,
		folder: files.certificates
	}, complain);
	const { driver, nodes } = inputs.builder;
	await require_leg.checkCertificates(buildkitdConfig, driver === "remote" ? nodes : [], complain);
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
	const [checked, payload] = await Promise.all([checkInputs(raw, {
		files,
		mask: require_leg.maskFor(github)
	}, runner), require_leg.readPayload(runner.event.path)]);
	const { login, build: given, bake } = checked.inputs;
	const token = given.secrets.githubToken;
	const { image, epoch, description } = await require_leg.nameImage(given, {
		...run,
		payload,
		token,
		hasOtherNames: bake !== void 0
	});
	const isPrivate = require_leg.isPrivateIn(payload.json);
	const job = {
		...runner,
		isPrivate,
		githubToken: token
	};
	const signing = bake === void 0 ? await require_leg.checkSigning(checked.inputs.signing, require_template.pushedNames(image).length > 0, job) : {
		inputs: checked.inputs.signing,
		problems: []
	};
	checkNamed(image, given.pushByEvent ? login : void 0, signing.problems);
	const build = asLeg(image);
	if (build.annotations.length < image.annotations.length) github.info("This is a leg: annotations of the index are left to the merge");
	for (const warning of checked.needless) github.warning(warning);
	for (const warning of checked.buildkitdConfig?.warnings ?? []) github.warning(warning);
	for (const leftOut of build.secrets.leftOut) github.warning(require_leg.leftOutText(leftOut));
	for (const leftOut of login.leftOut) github.notice(require_leg.noLoginText(leftOut));
	const inputs = {
		...checked.inputs,
		build,
		signing: signing.inputs
	};
	return {
		...checked,
		inputs,
		epoch,
		description,
		isPrivate,
		job
	};
}
function checkNamed(build, login, found) {
	const problems = [...found];
	const complain = (name, problem) => {
		problems.push(require_read_inputs.complaintOf(name, problem));
	};
	if (build.event.describes || login !== void 0) require_read_inputs.complainOfNameClashes(build, complain);
	if (login !== void 0) require_read_inputs.complainOfHalfLogins(login, require_read_inputs.pushedHosts(build), complain);
	if (problems.length > 0) throw new require_errors.InputError(problems);
}
function bakeNamesOf({ inputs, description }) {
	const { tags, labels, annotations, version } = description;
	if (tags.length + labels.length + annotations.length === 0) return void 0;
	return {
		tags,
		labels,
		annotations,
		version,
		images: require_template.repositoriesOf(inputs.build)
	};
}
// src/step/tell-merge.ts
const mostWords = 2e3;
async function tellingMerge({ github, runner: { workflowRun: run, job } }, { leg, call, platforms }, work) {
	if (leg === "false" || call !== void 0) return await work();
	const tell = (words) => {
		const text = require_leg.formatFailedLeg({
			run,
			job,
			words
		});
		for (const platform of platforms) github.setOutput(require_leg.legOutput(require_pinned_images.formatPlatform(platform)), text);
	};
	tell("it ended before it had pushed its image, as when it is cancelled or killed");
	try {
		await work();
	} catch (error) {
		tell(github.hide(require_end.failureText(error)).slice(0, mostWords));
		throw error;
	}
}
// src/main.ts
async function main(run) {
	const files = require_builder_node.runFiles(run.folder);
	const resolved = await resolveInputs(run, files);
	await tellingMerge(run, resolved.inputs.build, () => carryOut(run, files, resolved));
}
async function carryOut(run, files, resolved) {
	const { folder, runner, shell, github, timeline } = run;
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
	const known = await stages.withBake(run, resolved, async () => client.shell.with({ buildx: await buildx.ready() }));
	const { plan, facts, sharing } = await stages.planRun({
		...known,
		machine,
		client,
		buildx
	});
	const engine = stages.engineApi(machine.endpoint);
	const around = {
		shell: client.shell,
		buildx,
		plan,
		facts,
		inputs,
		folder
	};
	const { progress, pushed } = await stages.explainingFailure(around, async () => {
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
		const inFolder = withBuildx.with({ folder: inputs.bake?.workdir });
		const building = phases.run("build", inFolder, (own) => stages.withSecretFiles(plan.build.secretFiles, files.secrets, () => stages.runBuild(plan.build, plan.retry, {
			shell: own,
			github,
			timeline
		})));
		const dockerfiles = stages.dockerfilesIn({
			...inputs.build,
			...resolved.context
		}, {
			...runner.folders,
			workdir: inputs.bake?.workdir
		}, known.bake?.targets);
		return await stages.annotateBuild(building, {
			files,
			dockerfiles,
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
exports.bakeNamesOf = bakeNamesOf;
exports.checkNodes = checkNodes;
exports.definitionFiles = definitionFiles;
exports.exportOptions = exportOptions;
exports.isRemote = isRemote;
exports.main = main;
exports.planLeg = planLeg;
