const require_leg = require("./leg.cjs");
const require_buildx_probe = require("./buildx-probe.cjs");
const require_docker_config_folder = require("./docker-config-folder.cjs");
const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_markdown = require("./markdown.cjs");
const require_proof_read_back = require("./proof-read-back.cjs");
const require_registry_connections = require("./registry-connections.cjs");
const require_together = require("./together.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_registry_access = require("./registry-access.cjs");
const require_check_paths = require("./check-paths.cjs");
const require_buildkitd_config = require("./buildkitd-config.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_parsed = require("./parsed.cjs");
// src/result/leg-merged-index.ts
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
	const { create, tags, platforms, retry } = plan;
	const { environment } = plan.readBack;
	await require_proof_read_back.noteRegistries(plan.readBack);
	const index = await github.group("Merging the legs", async (print) => {
		const merged = await preview(plan, shell, print);
		print(require_markdown.formatCommand(create));
		const run = {
			environment,
			write: github.write
		};
		await require_proof_read_back.retrying(() => shell.stream("merging the legs", create, run), {
			...retry,
			print
		});
		return merged;
	});
	const metadata = {
		"containerimage.digest": require_registry_connections.digestOf(index),
		"image.name": tags.map(require_pinned_images.formatReference).join(",")
	};
	return await require_proof_read_back.readBack({
		proof: {
			verify: "true",
			strict: false,
			platforms,
			names: tags,
			layouts: [],
			exports: "image"
		},
		builder: { name: "" },
		readBack: plan.readBack,
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
// src/plan/leg-merge.ts
function planMerge({ inputs, config, client }, { userConfig }, { files, proxies }) {
	const { legs, tags, platforms, annotations } = inputs;
	const { environment } = client;
	const settings = {
		config,
		environment,
		access: require_registry_access.planAccess({
			settings: [config?.settings],
			dockerConfig: client.dockerConfig,
			userConfig,
			proxies
		})
	};
	const readBack = require_leg.planReadBack({
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
	const parts = [
		...annotations.flatMap((annotation) => ["--annotation", `index:${annotation}`]),
		...tags.flatMap((tag) => ["--tag", require_pinned_images.formatReference(tag)]),
		...new Set(legs.map(({ leg }) => `${leg.repository}@${leg.digest}`))
	];
	const kept = legs.flatMap(({ leg: { repository, tag, digest } }) => tag === void 0 ? [] : [{
		repository,
		tag,
		digest
	}]);
	return {
		preview: [
			...command,
			"--dry-run",
			...parts
		],
		create: [...command, ...parts],
		platforms,
		tags,
		legTags: [...new Map(kept.map((leg) => [require_pinned_images.formatReference(leg), leg])).values()],
		readBack,
		retry: { bound: inputs.retryTimeout }
	};
}
// src/report/leg-tags.ts
function legTagsText(tags) {
	return `The legs are merged, but their temporary tags could not be removed: ${tags.map(({ tag, why }) => `${tag} (${why})`).join(", ")}. They are no longer needed: remove them by hand, or with a cleanup rule in the registry for tags that begin with \`crossbuild-\``;
}
// src/step/report-merge.ts
async function reportMerge({ github }, result, { inputs, plan }) {
	for (const warning of result.warnings) github.warning(warning);
	const description = require_check_paths.describe({
		...inputs,
		labels: []
	});
	for (const [name, value] of require_check_paths.outputsOf(result, description)) github.setOutput(name, value);
	await github.summarize(require_leg.summaryOf(result, {
		places: {
			engine: void 0,
			elsewhere: "all",
			nodes: []
		},
		asked: plan.platforms,
		progress: require_leg.progressOf([]),
		phases: []
	}));
	const platforms = plan.platforms.map(require_pinned_images.formatPlatform).join(", ");
	github.info(`Pushed ${result.images[0]?.digest} for ${platforms}`);
}
// src/inputs/leg-texts.ts
const outputs = require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown());
const oneOrMore = require_pinned_images.union([require_pinned_images.array(outputs), outputs]);
const example = "${{ toJSON(needs.build.outputs) }}";
const empty = "has no leg; each job that builds one has to declare `leg-linux-amd64`, `leg-linux-arm64`, … under its `outputs:`. GitHub drops an output that contains a secret, such as the registry's name if that is a secret";
function readLegs(text, run, complain) {
	const jobs = parseJobs(text);
	if (!jobs.ok) {
		complain(jobs.problem);
		return [];
	}
	const filled = jobs.value.flatMap(Object.entries).filter(([name]) => isLegName(name)).filter(([, value]) => value !== "");
	if (filled.length === 0) complain(empty);
	return withoutClashes(filled.flatMap(([name, value]) => {
		const read = readLeg(name, value, run);
		if (!read.ok) complain(read.problem);
		return read.ok ? [read.value] : [];
	}), complain);
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
function readLeg(name, value, run) {
	const platform = require_leg.platformOfLegOutput(name);
	if (platform === void 0 || !platform.ok) return require_parsed.refused(`\`${name}\`: ${platform?.problem}`);
	const leg = require_leg.parseLeg(String(value));
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
	const legs = readDigests(fields, run);
	const tags = require_pinned_images.distinctReferences(fields.parsedList("tags", require_pinned_images.parseReference));
	if (fields.text("tags") === void 0) complain("tags", "the image needs a name, such as `ghcr.io/owner/image:1.0`");
	const annotations = readAnnotations(fields);
	const platforms = readPlatforms(fields, legs);
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
	require_read_inputs.complainOfHalfLogins(login, require_read_inputs.hostsOf(tags), complain);
	require_read_inputs.complainOfPasswords(fields);
	const inputs = {
		legs,
		tags,
		annotations,
		platforms,
		retryTimeout,
		buildx,
		network,
		login
	};
	const names = fields.names();
	return {
		inputs,
		problems: [...problems, ...require_read_inputs.unknownInputs(raw, names)],
		names
	};
}
function readDigests({ text, complain }, run) {
	const tell = (problem) => complain("digests", problem);
	return readLegs(text("digests") ?? "{}", run, tell);
}
function readAnnotations({ list, complain }) {
	return list("annotations", {
		commas: false,
		comments: true
	}).flatMap((item) => {
		const [, level = "index", annotation = ""] = /^(?:(index|manifest|index-descriptor|manifest-descriptor)(?:\[[^\]]*\])?:)?(.*)$/s.exec(item) ?? [];
		if (!/^[^=\s]+=/.test(annotation)) complain("annotations", `\`${item}\` is not \`key=value\`, as in \`org.opencontainers.image.title=App\``);
		else if (level !== "index") complain("annotations", `\`${item}\` is for ${level}s, which the legs have already pushed; the merge can only annotate the index`);
		else return [annotation];
		return [];
	});
}
function readPlatforms(fields, legs) {
	const wanted = require_read_inputs.readPlatformList(fields, "platforms").platforms;
	const built = legs.map(({ platform }) => platform);
	if (wanted.length === 0) return built;
	const names = {
		wanted: wanted.map(require_pinned_images.formatPlatform),
		built: built.map(require_pinned_images.formatPlatform)
	};
	for (const name of names.wanted.filter((one) => legs.length > 0 && !names.built.includes(one))) fields.complain("platforms", `${name} has no leg in \`digests\`; did its job fail, or does it not declare \`leg-…\` as an output?`);
	for (const name of names.built.filter((one) => !names.wanted.includes(one))) fields.complain("platforms", `${name} has a leg in \`digests\`, but is not in \`platforms\`; add it, or leave out the leg`);
	return wanted;
}
// src/step/resolve-merge.ts
async function resolveMerge({ raw, runner, github }, files) {
	const mask = require_check_paths.maskFor(github);
	mask(require_check_paths.secretsOfTexts(raw));
	const { inputs, problems, names } = await readMerge(raw, runner.workflowRun);
	mask(require_check_paths.secretsOf(inputs, runner));
	const all = [...problems];
	const complain = (name, problem) => {
		all.push(require_read_inputs.complaintOf(name, problem));
	};
	const to = {
		inputs: inputs.network,
		folder: files.certificates
	};
	const buildkitdConfig = require_buildkitd_config.composeBuildkitdConfig([], to, complain);
	await require_check_paths.checkCertificates(buildkitdConfig, [], complain);
	if (all.length > 0) throw new require_errors.InputError(all);
	for (const warning of require_read_inputs.needlessInputs(raw, names)) github.warning(warning);
	for (const leftOut of inputs.login.leftOut) github.notice(require_check_paths.noLoginText(leftOut));
	return {
		inputs,
		buildkitdConfig
	};
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
	const { inputs, buildkitdConfig } = await resolveMerge(run, files);
	const userConfig = await require_docker_config_folder.probeUserConfig(runner.config);
	const { host, proxies } = runner;
	const asked = {
		host,
		proxies,
		plugins: userConfig.buildxPlugins
	};
	const buildxPlan = require_buildx_probe.planBuildx(inputs.buildx, await require_buildx_probe.probeBuildx(run.shell, inputs.buildx, asked));
	const machine = {
		...noEngine,
		userConfig
	};
	const client = await require_leg.prepareClient(run, files, {
		inputs,
		buildkitdConfig,
		machine
	});
	const buildx = await require_leg.installBuildx(buildxPlan, {
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
		client: client.plan
	}, machine, client.own);
	const result = await require_leg.namingLeftOutLogins(inputs.login.leftOut, () => mergeLegs(plan, {
		shell,
		github
	}));
	await reportMerge(run, result, {
		inputs,
		plan
	});
	const kept = await removeLegTags(plan, result.images[0]?.digest, shell);
	if (kept.length > 0) github.warning(legTagsText(kept));
}
exports.merge = merge;
