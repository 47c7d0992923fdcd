require("./rolldown-runtime.cjs");
const require_build_progress = require("./build-progress.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_docker_config_folder = require("./docker-config-folder.cjs");
const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_template = require("./template.cjs");
const require_registry_access = require("./registry-access.cjs");
const require_leg = require("./leg.cjs");
const require_end = require("./end.cjs");
const require_proof_read_back = require("./proof-read-back.cjs");
const require_registry_connections = require("./registry-connections.cjs");
const require_together = require("./together.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_buildkitd_config = require("./buildkitd-config.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_parsed = require("./parsed.cjs");
// src/plan/leg-merge.ts
function planMerge({ inputs, config, client, job }, { userConfig }, { files, proxies }) {
	const { legs, platforms, verify } = inputs;
	const { tags, annotations } = inputs.image;
	const { environment } = client;
	const access = require_registry_access.planAccess({
		settings: [config?.settings],
		dockerConfig: client.dockerConfig,
		userConfig,
		proxies
	});
	const settings = {
		config,
		environment,
		access
	};
	const readBack = require_build_progress.planReadBack({
		name: userConfig.context,
		holds: false
	}, settings, files);
	const command = [
		"docker",
		"buildx",
		"imagetools",
		"create",
		"--builder",
		readBack.builder
	];
	const annotated = annotations.flatMap(mergedAnnotations).flatMap((one) => ["--annotation", one]);
	const names = new Set(inOrder(legs, platforms).map(({ leg }) => `${leg.repository}@${leg.digest}`));
	const kept = legs.flatMap(({ leg: { repository, tag, digest } }) => tag === void 0 ? [] : [{
		repository,
		tag,
		digest
	}]);
	return {
		preview: [
			...command,
			"--dry-run",
			...annotated,
			...names
		],
		create: {
			command: [...command, ...annotated],
			legs: [...names]
		},
		platforms,
		tags,
		proof: {
			verify,
			strict: false,
			builds: [{
				platforms,
				names: tags,
				layouts: [],
				exports: "image"
			}]
		},
		legTags: [...new Map(kept.map((leg) => [require_pinned_images.formatReference(leg), leg])).values()],
		readBack,
		signing: require_leg.planSigning(inputs.signing, job, {
			access,
			bound: inputs.retryTimeout,
			folder: files.folder
		}),
		retry: { bound: inputs.retryTimeout }
	};
}
function createCommand({ create, tags, proof }, digest) {
	const names = proof.verify === "before-tag" ? new Set(tags.map(({ repository }) => `${repository}@${digest}`)) : tags.map(require_pinned_images.formatReference);
	return [
		...create.command,
		...[...names].flatMap((name) => ["--tag", name]),
		...create.legs
	];
}
function inOrder(legs, platforms) {
	return platforms.flatMap((wanted) => legs.filter(({ platform }) => require_pinned_images.formatPlatform(platform) === require_pinned_images.formatPlatform(wanted)));
}
function mergedAnnotations(text) {
	const levels = require_template.levelsOf(text);
	if (levels === void 0) return [`index:${text}`];
	const pair = text.slice(levels.join(",").length + 1);
	return levels.filter((level) => !/^manifest(?:\[|$)/.test(level)).map((level) => `${level}:${pair}`);
}
// src/result/leg-merged-index.ts
require_pinned_images.init_dist();
const text = require_pinned_images.string();
const platform = require_pinned_images.object({
	os: text,
	architecture: text,
	variant: require_pinned_images.optional(text)
});
const index = require_pinned_images.object({ manifests: require_pinned_images.array(require_pinned_images.object({ platform: require_pinned_images.optional(platform) })) });
function problemsOfMerge(json, wanted) {
	const names = wanted.map(require_pinned_images.formatPlatform);
	const there = require_pinned_images.parse(index, JSON.parse(json)).manifests.flatMap(({ platform }) => platform === void 0 || platform.os === "unknown" ? [] : [require_pinned_images.formatPlatform(require_pinned_images.platformOf({
		...platform,
		variant: platform.variant
	}))]);
	const once = [...new Set(there)];
	const often = once.filter((name) => there.indexOf(name) !== there.lastIndexOf(name));
	return [
		...names.filter((name) => !there.includes(name)).map((name) => `no leg has ${name}`),
		...often.map((name) => `more than one leg has ${name}`),
		...once.filter((name) => !names.includes(name)).map((name) => `${name} was not asked for`)
	];
}
// src/effects/leg-merge-run.ts
async function mergeLegs(plan, ports) {
	const { shell, github } = ports;
	const { tags, proof, retry } = plan;
	const { environment } = plan.readBack;
	await require_proof_read_back.noteRegistries(plan.readBack);
	const metadata = {
		"containerimage.digest": await github.group("Merging the legs", async (print) => {
			const made = require_registry_connections.digestOf(await preview(plan, shell, print));
			const create = createCommand(plan, made);
			print(require_end.formatCommand(create));
			const doing = `merging the legs${proof.verify === "before-tag" ? "; no tag was moved" : ""}`;
			const run = {
				environment,
				write: github.write
			};
			await require_proof_read_back.retrying(() => shell.stream(doing, create, run), {
				...retry,
				print
			});
			return made;
		}),
		"image.name": tags.map(require_pinned_images.formatReference).join(",")
	};
	return await require_proof_read_back.readBack({
		proof,
		builder: { name: "" },
		readBack: plan.readBack,
		signing: plan.signing,
		retry
	}, {
		metadata: JSON.stringify(metadata),
		imageId: "",
		pushed: new Map()
	}, ports);
}
async function preview(plan, shell, print) {
	const { environment } = plan.readBack;
	const doing = "reading the legs; no tag was moved";
	const read = () => shell.capture(doing, plan.preview, { environment });
	const { stdout } = await require_proof_read_back.retrying(read, {
		...plan.retry,
		print
	});
	const index = stdout.replace(/\n$/, "");
	const problems = problemsOfMerge(index, plan.platforms);
	if (problems.length === 0) return index;
	throw new require_errors.VerificationError("the legs don't make the image that was asked for, and no tag was moved", problems);
}
// src/effects/registry-remove-tag.ts
async function removeTag({ repository, tag }, client) {
	try {
		const { status } = await client.ask("DELETE", repository, `manifests/${tag}`);
		return [
			200,
			202,
			204,
			404
		].includes(status) ? void 0 : `it answers ${status}`;
	} catch (error) {
		if (error instanceof require_errors.RegistryError) return error.words;
		throw error;
	}
}
// src/effects/leg-remove-tags.ts
async function removeLegTags({ legTags, readBack }, image, shell) {
	const client = require_proof_read_back.registryClient(readBack.access, shell);
	const why = ({ digest, ...reference }) => digest === image ? "the leg alone is the image" : removeTag(reference, client);
	const kept = legTags.map(async (leg) => {
		const words = await why(leg);
		return words === void 0 ? [] : [{
			tag: require_pinned_images.formatReference(leg),
			why: words
		}];
	});
	return (await require_together.together(kept)).flat();
}
// src/report/leg-failures.ts
function failedLegs(failed) {
	return {
		message: [`There is no leg for ${failed.map(({ platform }) => require_pinned_images.formatPlatform(platform)).join(", ")}, so nothing is merged, and no tag was moved.`, ...failed.map((one) => `${require_pinned_images.formatPlatform(one.platform)}: ${wordsOf(one)}`)].join("\n"),
		tryThis: "mend what failed there, and run the failed jobs again; the legs that are there stay. A platform in `optional-platforms` does not keep the others from being published"
	};
}
function missingLegText(missing) {
	return `The image is published without ${require_pinned_images.formatPlatform(missing.platform)}, which is optional: ${wordsOf(missing)}`;
}
function wordsOf({ failure }) {
	if (failure === void 0) return "its job says nothing; it may have ended before it began to build";
	return `${failure.job === "" ? "its job" : `its job, \`${failure.job}\`,`} failed: ${failure.words}`;
}
function legTagsText(tags) {
	return `The legs are merged, but their temporary tags could not be removed: ${tags.map(({ tag, why }) => `${tag} (${why})`).join(", ")}. They are no longer needed: remove them by hand, or with a cleanup rule in the registry for tags that begin with \`crossbuild-\``;
}
// src/step/report-merge.ts
async function reportMerge({ github }, result, { description, plan }) {
	for (const warning of result.warnings) github.warning(warning);
	for (const [name, value] of require_leg.outputsOf(result, description)) github.setOutput(name, value);
	await github.summarize(require_build_progress.summaryOf(result, {
		places: {
			engine: void 0,
			elsewhere: "all",
			nodes: []
		},
		asked: plan.proof.builds,
		progress: require_build_progress.progressOf([]),
		phases: []
	}));
	const platforms = plan.platforms.map(require_pinned_images.formatPlatform).join(", ");
	github.info(`Pushed ${result.images[0]?.digest} for ${platforms}`);
}
function reportNames(github, description) {
	for (const [name, value] of require_leg.descriptionOutputs(description)) github.setOutput(name, value);
	github.info("The image is not pushed, so nothing is merged");
}
// src/inputs/leg-platforms.ts
function readWanted(fields, { legs, failures }, complainOfLegs) {
	const given = require_read_inputs.readPlatformList(fields, "platforms").platforms;
	const optional = require_read_inputs.readPlatformList(fields, "optional-platforms").platforms.map(require_pinned_images.formatPlatform);
	const tried = [...legs, ...failures].map(({ platform }) => platform);
	const wanted = given.length > 0 ? given : tried;
	const names = new Set(wanted.map(require_pinned_images.formatPlatform));
	const built = new Set(legs.map(({ platform }) => require_pinned_images.formatPlatform(platform)));
	for (const name of given.length > 0 ? optional.filter((one) => !names.has(one)) : []) fields.complain("optional-platforms", `${name} is not in \`platforms\`; add it there too`);
	const isOptional = ({ platform }) => optional.includes(require_pinned_images.formatPlatform(platform));
	const absent = wanted.filter((platform) => !built.has(require_pinned_images.formatPlatform(platform))).map((platform) => failures.find((one) => require_pinned_images.formatPlatform(one.platform) === require_pinned_images.formatPlatform(platform)) ?? { platform });
	const required = absent.filter((one) => !isOptional(one));
	const needed = legs.length === 0 && required.length === 0 ? absent : required;
	const hasFailed = needed.some(({ failure }) => failure !== void 0);
	for (const { platform } of hasFailed || legs.length === 0 ? [] : required) complainOfLegs("platforms", `${require_pinned_images.formatPlatform(platform)} has no leg in \`digests\`; did its job fail, or does it not declare \`leg-…\` as an output?`);
	for (const name of [...built].filter((one) => !names.has(one))) complainOfLegs("platforms", `${name} has a leg in \`digests\`, but is not in \`platforms\`; add it, or leave out the leg`);
	return {
		platforms: wanted.filter((platform) => built.has(require_pinned_images.formatPlatform(platform))),
		failed: hasFailed ? needed : [],
		missing: absent.filter(isOptional)
	};
}
// src/inputs/leg-texts.ts
require_pinned_images.init_dist();
require_parsed.init_parsed();
const outputs = require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown());
const oneOrMore = require_pinned_images.union([require_pinned_images.array(outputs), outputs]);
const example = "${{ toJSON(needs.build.outputs) }}";
const empty = "has no leg; each job that builds one has to declare `leg-linux-amd64`, `leg-linux-arm64`, … under its `outputs:`, and to push it. GitHub drops an output that contains a secret, such as the registry's name if that is a secret";
function readLegs(text, run, complain) {
	const jobs = parseJobs(text);
	if (!jobs.ok) {
		complain(jobs.problem);
		return {
			legs: [],
			failures: []
		};
	}
	const filled = jobs.value.flatMap(Object.entries).filter(([name, value]) => isLegName(name) && value !== "");
	if (filled.length === 0) complain(empty);
	const read = filled.flatMap(([name, value]) => {
		const one = readOutput(name, value, run);
		if (!one.ok) complain(one.problem);
		return one.ok ? [one.value] : [];
	});
	const legs = withoutClashes(read.filter((one) => "leg" in one), complain);
	const built = new Set(legs.map(({ platform }) => require_pinned_images.formatPlatform(platform)));
	return {
		legs,
		failures: read.filter((one) => "failure" in one).filter(({ platform }) => !built.has(require_pinned_images.formatPlatform(platform)))
	};
}
function parseJobs(text) {
	try {
		const read = require_pinned_images.safeParse(oneOrMore, JSON.parse(text));
		if (read.success) return require_parsed.parsed([read.output].flat());
	} catch {}
	return require_parsed.refused(`is not a job's outputs as JSON; write \`${example}\``);
}
function isLegName(name) {
	return require_leg.platformOfLegOutput(name) !== void 0;
}
function readOutput(name, value, run) {
	const platform = require_leg.platformOfLegOutput(name);
	if (platform === void 0 || !platform.ok) return require_parsed.refused(`\`${name}\`: ${platform?.problem}`);
	const text = String(value);
	const failure = require_leg.parseFailedLeg(text);
	if (failure !== void 0) return require_parsed.parsed({
		platform: platform.value,
		failure
	});
	const leg = require_leg.parseLeg(text);
	if (!leg.ok) return require_parsed.refused(`\`${name}\`: ${leg.problem}`);
	if (leg.value.run !== run) return require_parsed.refused(`\`${name}\` is a leg of the workflow run ${leg.value.run}, and this is run ${run}; build all legs in the run that merges them`);
	return require_parsed.parsed({
		platform: platform.value,
		leg: leg.value
	});
}
function withoutClashes(legs, complain) {
	const byPlatform = new Map();
	for (const one of legs) {
		const name = require_pinned_images.formatPlatform(one.platform);
		const other = byPlatform.get(name);
		if (other !== void 0 && other.leg.digest !== one.leg.digest) complain(`has two legs for ${name}, ${other.leg.digest} and ${one.leg.digest}; build each platform in one job only`);
		byPlatform.set(name, other ?? one);
	}
	return [...byPlatform.values()];
}
// src/inputs/leg-merge-inputs.ts
async function readMerge(raw, run) {
	const problems = [];
	const complain = (name, problem) => problems.push(require_read_inputs.complaintOf(name, problem));
	const fields = require_read_inputs.fieldsOf(raw, complain);
	const legProblems = [];
	const complainOfLegs = (name, problem) => {
		legProblems.push(require_read_inputs.complaintOf(name, problem));
	};
	const built = readLegs(fields.text("digests") ?? "{}", run, (problem) => complainOfLegs("digests", problem));
	const image = readImage(fields);
	const wanted = readWanted(fields, built, complainOfLegs);
	const githubToken = fields.text("github-token");
	const verify = require_read_inputs.readVerify(fields);
	const signing = await require_read_inputs.readSigning(fields);
	const retryTimeout = require_read_inputs.readRetryTimeout(fields);
	const buildx = await require_read_inputs.readBuildx(fields);
	const registries = await require_read_inputs.readRegistries(fields);
	const network = {
		registries,
		mirrors: [],
		dns: [],
		proxy: false
	};
	const login = await require_read_inputs.readLogins(fields, registries);
	require_read_inputs.complainOfHalfLogins(login, require_read_inputs.pushedHosts({
		...image,
		outputs: []
	}), complain);
	require_read_inputs.complainOfPasswords(fields);
	const inputs = {
		image,
		githubToken,
		legs: built.legs,
		...wanted,
		verify,
		signing,
		retryTimeout,
		buildx,
		network,
		login
	};
	const names = fields.names();
	return {
		inputs,
		problems: [...problems, ...require_read_inputs.unknownInputs(raw, names)],
		legProblems,
		names
	};
}
function readImage(fields) {
	const { complain } = fields;
	const named = require_read_inputs.readNames(fields);
	if (fields.text("tags") === void 0 && named.names.images.length === 0) complain("tags", "the image needs a name, such as `ghcr.io/owner/image:1.0`");
	const push = require_read_inputs.readPush(fields, true);
	const labels = fields.list("labels", {
		commas: false,
		comments: true
	});
	const annotations = fields.list("annotations", {
		commas: false,
		comments: true
	});
	require_read_inputs.complainOfNames({
		buildArgs: [],
		labels,
		annotations
	}, complain);
	const event = require_read_inputs.readEventInputs(fields, {
		...named.names,
		labels,
		annotations
	});
	const ofLayout = [...event.annotationLevels.map((level) => ["annotation-levels", level]), ...annotations.flatMap((text) => (require_template.levelsOf(text) ?? []).map((one) => ["annotations", one]))];
	for (const [name, level] of ofLayout) {
		if (!level.startsWith("index-descriptor")) continue;
		complain(name, `\`${level}\` is part of an image layout, which a merge does not make; write \`index\``);
	}
	return {
		...named,
		labels,
		annotations,
		...push,
		event: {
			...event,
			annotations: [...labelsAsAnnotations(event), ...event.annotations]
		},
		reproducible: false
	};
}
function labelsAsAnnotations({ annotationLevels, labels }) {
	return annotationLevels.length === 0 ? [] : labels;
}
// src/step/resolve-merge.ts
async function resolveMerge(run, files) {
	const { raw, runner, github } = run;
	const mask = require_leg.maskFor(github);
	mask(require_leg.secretsOfTexts(raw));
	const { inputs: given, problems, legProblems, names } = await readMerge(raw, runner.workflowRun);
	mask(require_leg.secretsOf(given, runner));
	const all = [...problems, ...given.image.push ? legProblems : []];
	const complain = (name, problem) => {
		all.push(require_read_inputs.complaintOf(name, problem));
	};
	const to = {
		inputs: given.network,
		folder: files.certificates
	};
	const buildkitdConfig = require_buildkitd_config.composeBuildkitdConfig([], to, complain);
	await require_leg.checkCertificates(buildkitdConfig, [], complain);
	if (all.length > 0) throw new require_errors.InputError(all);
	for (const warning of require_read_inputs.needlessInputs(raw, names)) github.warning(warning);
	for (const leftOut of given.login.leftOut) github.notice(require_leg.noLoginText(leftOut));
	const payload = await require_leg.readPayload(runner.event.path);
	const named = await require_leg.nameImage(given.image, {
		...run,
		payload,
		token: given.githubToken
	});
	const job = {
		...runner,
		isPrivate: require_leg.isPrivateIn(payload.json),
		githubToken: given.githubToken
	};
	const signing = await require_leg.checkSigning(given.signing, named.image.push, job);
	if (signing.problems.length > 0) throw new require_errors.InputError(signing.problems);
	const inputs = {
		...given,
		image: named.image,
		signing: signing.inputs
	};
	if (named.image.push) {
		if (given.image.pushByEvent) checkMergedByEvent(inputs, legProblems);
		if (inputs.failed.length > 0) throw require_errors.explained(failedLegs(inputs.failed));
		for (const missing of inputs.missing) github.warning(missingLegText(missing));
	}
	return {
		inputs,
		buildkitdConfig,
		description: named.description,
		job
	};
}
function checkMergedByEvent({ image, login }, legProblems) {
	const problems = [...legProblems];
	require_read_inputs.complainOfHalfLogins(login, require_read_inputs.pushedHosts({
		...image,
		outputs: []
	}), (name, problem) => {
		problems.push(require_read_inputs.complaintOf(name, problem));
	});
	if (problems.length > 0) throw new require_errors.InputError(problems);
}
// src/merge.ts
const noEngine = {
	engine: void 0,
	endpoint: "",
	engineTls: void 0
};
async function merge(run) {
	const { folder, runner, github } = run;
	const files = require_builder_node.runFiles(folder);
	const { inputs, buildkitdConfig, description, job } = await resolveMerge(run, files);
	if (!inputs.image.push) return reportNames(github, description);
	const userConfig = await require_docker_config_folder.probeUserConfig(runner.config);
	const { host, proxies } = runner;
	const asked = {
		host,
		proxies,
		plugins: userConfig.buildxPlugins
	};
	const buildxPlan = require_build_progress.planBuildx(inputs.buildx, await require_emulators_handler.probeBuildx(run.shell, inputs.buildx, asked));
	const machine = {
		...noEngine,
		userConfig
	};
	const client = await require_build_progress.prepareClient(run, files, {
		inputs,
		buildkitdConfig,
		machine
	});
	const buildx = await require_build_progress.installBuildx(buildxPlan, {
		...client.plan,
		folder
	}, {
		...run,
		bound: inputs.retryTimeout,
		signal: void 0
	});
	const shell = client.shell.with({ buildx });
	await client.logIn(shell);
	const plan = planMerge({
		inputs,
		config: buildkitdConfig,
		client: client.plan,
		job
	}, machine, client.own);
	const result = await require_build_progress.namingLeftOutLogins(inputs.login.leftOut, () => mergeLegs(plan, {
		shell,
		github
	}));
	await reportMerge(run, result, {
		description,
		plan
	});
	const kept = await removeLegTags(plan, result.images[0]?.digest, shell);
	if (kept.length > 0) github.warning(legTagsText(kept));
}
exports.merge = merge;
