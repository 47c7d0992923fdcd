require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_main = require("./main.cjs");
const require_bake_names_write = require("./bake-names-write.cjs");
const require_message_of = require("./message-of.cjs");
const require_end = require("./end.cjs");
const require_leg = require("./leg.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_template = require("./template.cjs");
const require_stages = require("./stages.cjs");
const require_builder_node = require("./builder-node.cjs");
async function readBakeDefinition(command, environment, { shell, github }) {
	return await github.group("The bake definition", async (print) => {
		print(require_end.formatCommand(command));
		const { stdout } = await shell.capture("reading the bake definition", command, { environment });
		for (const line of stdout.trimEnd().split("\n")) print(line);
		try {
			return require_bake_names_write.readDefinition(stdout);
		} catch (cause) {
			throw new Error(`buildx printed no bake definition: ${require_message_of.messageOf(cause)}`, { cause });
		}
	});
}
// src/plan/bake-command.ts
function printCommand({ files, targets, set }, { platforms, cache, push, load }, { source }) {
	return [
		...[
			"docker",
			"buildx",
			"bake",
			"--print"
		],
		...require_main.isRemote(source) ? ["--builder", "default"] : [],
		...files.flatMap((file) => ["--file", file]),
		...cache.pull ? ["--pull"] : [],
		...cache.noCache ? ["--no-cache"] : [],
		...push ? ["--push"] : [],
		...load ? ["--load"] : [],
		...platforms.flatMap((platform) => ["--set", `*.platform=${require_pinned_images.formatPlatform(platform)}`]),
		...set.flatMap((item) => ["--set", item]),
		...positional([...require_main.isRemote(source) ? [source] : [], ...targets])
	];
}
function positional(texts) {
	return texts.length === 0 ? [] : ["--", ...texts];
}
function bakeOf(read) {
	const { definition, builds } = read;
	return {
		builds,
		targets: definition.targets,
		platforms: platformsOf(definition),
		plan: (common, settings) => planBake(read, common, settings)
	};
}
function planBake({ inputs, definition, builds }, common, settings) {
	const { files, context, epoch } = settings;
	const { tokenHosts } = context;
	const time = epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
	const secrets = require_stages.planBakeSecrets(common.secrets, tokenHosts);
	const caches = builds.map(({ name, build }) => {
		const named = {
			...build,
			tags: [],
			outputs: [],
			target: name
		};
		return {
			name,
			...require_stages.planCache(named, settings.cacheOwner)
		};
	});
	const textOf = (older, anew) => {
		const changes = builds.map(({ name, build }, index) => [name, {
			...exportsOf(build, {
				...settings,
				olderAttestations: older
			}),
			...cacheOf$1(caches[index]?.arguments ?? []),
			secret: secrets.secrets
		}]);
		return require_bake_names_write.definitionText(definition, new Map(changes), anew);
	};
	const isElsewhere = require_main.isRemote(context.context);
	const definitions = [];
	const commandFor = (name, older, anew) => {
		const path = `${files.secrets}/${name}.json`;
		definitions.push({
			path,
			text: textOf(older, anew)
		});
		return [
			...[
				"docker",
				"buildx",
				"bake",
				"--builder",
				settings.builder
			],
			...["--file", isElsewhere ? `cwd://${path}` : path],
			...common.call === void 0 ? [] : ["--call", common.call.text],
			...common.run.allow.flatMap((entitlement) => ["--allow", entitlement]),
			...["--metadata-file", files.metadata],
			...positional([...isElsewhere ? [context.context] : [], ...builds.map(({ name: own }) => own)])
		];
	};
	const commandsFor = (older, name) => ({
		command: commandFor(name, older, true),
		again: commandFor(`${name}-again`, older, false)
	});
	const { compat } = common.attestations;
	const commands = commandsFor(compat === "no-oci-artifact", "bake");
	const compatible = compat === "auto" ? commandsFor(true, "bake-compatible") : void 0;
	const all = builds.map(({ build }) => build);
	return {
		...commands,
		compatible,
		environment: Object.assign({
			...settings.environment,
			...inputs.variables,
			...time,
			...secrets.environment
		}, ...caches.map(({ environment }) => environment)),
		platforms: platformsOf(definition),
		tags: require_pinned_images.distinctReferences(all.flatMap(({ tags }) => tags)),
		call: common.call,
		push: common.call === void 0 && all.some(isPushed),
		targets: builds.map(({ name }) => name),
		allTargets: definition.targets.map(({ name }) => name),
		notes: [
			...context.why === void 0 ? [] : [context.why],
			...builds.map(({ name, build }) => targetText(name, build)),
			...new Set(caches.flatMap(({ notes }) => notes))
		],
		secretFiles: definitions
	};
}
function platformsOf({ targets }) {
	const all = targets.flatMap(({ platforms }) => platforms.flatMap((text) => {
		const read = require_pinned_images.parsePlatform(text);
		return read.ok ? [read.value] : [];
	}));
	return [...new Map(all.map((platform) => [require_pinned_images.formatPlatform(platform), platform])).values()];
}
function isPushed({ push, outputs }) {
	return push || outputs.some(require_template.pushesImage);
}
function exportsOf(build, settings) {
	const options = require_main.exportOptions(build, settings);
	const pushes = options.includes("--push") ? ["type=image,push=true"] : [];
	const isImageBuild = build.push || build.outputs.some(require_template.isImage);
	const attest = valuesOf("--attest", require_stages.planAttestations(build, settings.workflow));
	return {
		tags: valuesOf("--tag", options),
		output: [...valuesOf("--output", options), ...pushes],
		...isImageBuild || build.attestations.attests.length > 0 ? { attest } : {}
	};
}
function cacheOf$1(options) {
	const [from, to] = [valuesOf("--cache-from", options), valuesOf("--cache-to", options)];
	return {
		...from.length === 0 ? {} : { "cache-from": from },
		...to.length === 0 ? {} : { "cache-to": to }
	};
}
function valuesOf(option, command) {
	return command.flatMap((text, index) => command[index - 1] === option && text !== void 0 ? [text] : []);
}
function targetText(name, { platforms, tags }) {
	return `${name}${platforms.length === 0 ? "" : `: ${platforms.map(require_pinned_images.formatPlatform).join(", ")}`}${tags.length === 0 ? "" : ` as ${tags.map(require_pinned_images.formatReference).join(", ")}`}`;
}
// src/plan/bake-targets.ts
function bakeBuilds({ targets }, common) {
	const problems = [];
	const builds = targets.filter(({ isAsked }) => isAsked).map((target) => {
		const complain = (key, problem) => {
			problems.push(require_read_inputs.complaintOf("bake-targets", `target \`${target.name}\`: \`${key}\` ${problem}`));
		};
		return {
			name: target.name,
			build: buildOf(target, common, complain)
		};
	});
	complainOfSharedTags(builds, (text) => problems.push(require_read_inputs.complaintOf("bake-targets", text)));
	if (problems.length > 0) throw new require_errors.InputError(problems);
	return builds;
}
function buildOf(target, common, complain) {
	const read = (key, items, parse) => items.flatMap((item) => {
		const one = parse(item);
		if (!one.ok) complain(key, one.problem);
		return one.ok ? [one.value] : [];
	});
	const given = target.outputs.map((text) => require_template.readOutput("output", text, complain));
	const pushes = given.filter((output) => require_template.pushesImage(output) && require_template.takesPush(output));
	const tags = require_pinned_images.distinctReferences(read("tags", target.tags, require_pinned_images.parseReference));
	if (pushes.length > 0 && tags.length === 0) complain("tags", "is empty, and the target is pushed; add a name such as `ghcr.io/owner/app:1`");
	return {
		...common,
		platforms: distinctPlatforms(read("platforms", target.platforms.flatMap((text) => text.split(",")), require_pinned_images.parsePlatform)),
		repeated: [],
		tags,
		names: {
			...common.names,
			images: [],
			rules: []
		},
		push: pushes.length > 0,
		load: false,
		outputs: given.flatMap((output) => pushes.includes(output) ? shapeOf(output) : [output]),
		attestations: {
			...common.attestations,
			attests: target.attests.map((text) => require_template.readAttributes("attest", text, complain))
		},
		cache: {
			...common.cache,
			...cacheOf(target, common, complain)
		}
	};
}
function shapeOf({ fields }) {
	const others = fields.filter(({ key }) => key !== "type" && key !== "push");
	if (others.length === 0) return [];
	const all = [{
		key: "type",
		value: "image"
	}, ...others];
	return [{
		type: "image",
		text: all.map(({ key, value }) => require_builder_node.csvField(value === void 0 ? key : `${key}=${value}`)).join(","),
		fields: all
	}];
}
function distinctPlatforms(platforms) {
	return [...new Map(platforms.map((one) => [require_pinned_images.formatPlatform(one), one])).values()];
}
function cacheOf({ name, cacheFrom, cacheTo }, { cache }, complain) {
	const own = (key, texts) => texts.flatMap((text) => require_read_inputs.cacheEntries(key, text, complain));
	const given = (entries) => entries.flatMap(({ text }) => require_read_inputs.cacheEntries("cache-to", text.replaceAll(/\{\{\s*target\s*\}\}/g, () => name), complain));
	return {
		from: [...own("cache-from", cacheFrom), ...given(cache.from)],
		to: [...own("cache-to", cacheTo), ...given(cache.to)]
	};
}
function complainOfSharedTags(builds, complain) {
	const owners = new Map();
	for (const { name, build } of builds) {
		const own = build.outputs.filter(require_template.pushesImage).flatMap(require_template.ownNames);
		const tags = build.push || own.length === 0 ? build.tags.map(require_pinned_images.formatReference) : [];
		if (!build.push && !build.outputs.some(require_template.pushesImage)) continue;
		for (const tag of new Set([...tags, ...own])) owners.set(tag, [...owners.get(tag) ?? [], name]);
	}
	for (const [tag, names] of owners) {
		if (names.length < 2) continue;
		complain(`${names.map((name) => `\`${name}\``).join(" and ")} would both be pushed as ${tag}`);
	}
}
// src/step/read-bake.ts
async function readBake({ github, folder }, { resolved, given }, shell) {
	const { inputs, context, job } = resolved;
	const { build, login } = inputs;
	const { githubToken } = build.secrets;
	const token = context.tokenHosts.length === 0 || githubToken === void 0 ? {} : { BUILDX_BAKE_GIT_AUTH_TOKEN: githubToken };
	const names = require_main.bakeNamesOf(resolved);
	const definition = await readBakeDefinition(printCommand((names === void 0 ? void 0 : await filesWith(names, {
		resolved,
		given
	}, folder)) ?? given, build, { source: context.context }), {
		...token,
		...given.variables
	}, {
		github,
		shell: shell.with({ folder: given.workdir })
	});
	const builds = bakeBuilds(definition, build);
	if (build.tags.length > 0 && !builds.some(({ build: { tags } }) => hasAny(tags, build.tags))) github.warning(`No target gets the names of the inputs: let one inherit from \`${inputs.bakeTarget}\`, or name another in \`bake-target\``);
	const pushed = builds.flatMap((one) => require_template.pushedNames(one.build).flat());
	const signing = await require_leg.checkSigning(inputs.signing, pushed.length > 0, job);
	const problems = [...signing.problems];
	const complain = (name, problem) => problems.push(require_read_inputs.complaintOf(name, problem));
	const references = pushed.map(({ repository, tag = "" }) => ({
		repository,
		tag
	}));
	require_read_inputs.complainOfHalfLogins(login, require_read_inputs.hostsOf(references), complain);
	if (problems.length > 0) throw new require_errors.InputError(problems);
	const bake = bakeOf({
		inputs: given,
		definition,
		builds
	});
	return {
		...resolved,
		inputs: {
			...inputs,
			signing: signing.inputs
		},
		bake
	};
}
async function filesWith(names, { resolved, given: bake }, folder) {
	const { context } = resolved;
	const { bakeTarget } = resolved.inputs;
	const path = await require_bake_names_write.writeOwnBakeNames(folder, bakeTarget, names);
	const isElsewhere = require_main.isRemote(context.context);
	const usual = isElsewhere ? ["docker-bake.hcl"] : await require_main.definitionFiles(bake);
	const files = bake.files.length === 0 ? usual : bake.files;
	return {
		...bake,
		files: [...files, isElsewhere ? `cwd://${path}` : path]
	};
}
function hasAny(all, wanted) {
	const names = new Set(wanted.map(require_pinned_images.formatReference));
	return all.some((one) => names.has(require_pinned_images.formatReference(one)));
}
exports.readBake = readBake;
