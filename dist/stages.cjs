require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_build_progress = require("./build-progress.cjs");
const require_build_failure = require("./build-failure.cjs");
const require_markdown = require("./markdown.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
const require_retry_verdict = require("./retry-verdict.cjs");
const require_end = require("./end.cjs");
const require_http_request = require("./http-request.cjs");
const require_registry_connections = require("./registry-connections.cjs");
const require_builder_marks = require("./builder-marks.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
const require_trouble = require("./trouble.cjs");
const require_probe = require("./probe.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_together = require("./together.cjs");
const require_engine_api = require("./engine-api.cjs");
const require_template = require("./template.cjs");
const require_main = require("./main.cjs");
const require_leg = require("./leg.cjs");
const require_toml$1 = require("./iarna-toml.cjs");
const require_full_disk = require("./full-disk.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_registry_access = require("./registry-access.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_util = require("node:util");
// src/plan/attestation-plan.ts
require_errors.init_duration();
require_trouble.init_trouble();
require_pinned_images.init_dist();
require_http_request.init_http_answer();
require_retry_verdict.init_retry_verdict();
var import_toml = require_toml$1.require_toml();
function planAttestations(inputs, workflow) {
	const { provenance, sbom, attests } = inputs.attestations;
	const kinds = attests.map((attest) => require_template.attribute(attest, "type"));
	const wanted = provenance ?? defaultProvenance(inputs, workflow, kinds.includes("provenance"));
	const first = [...wanted === void 0 ? [] : [provenanceText(wanted, workflow)], ...sbom === void 0 ? [] : [sbomText(sbom)]];
	const rest = attests.filter((_, index) => {
		const kind = kinds[index];
		return !(kind === "provenance" && provenance) && !(kind === "sbom" && sbom);
	});
	return [...first, ...rest.map((attest) => restText(attest, workflow))].flatMap((text) => ["--attest", text]);
}
function defaultProvenance({ outputs, load }, { isPrivate, byDefault }, isThere) {
	if (isThere || !byDefault || require_template.hasDockerExporter(outputs, load)) return void 0;
	const fields = isPrivate ? [{
		key: "mode",
		value: "min"
	}, {
		key: "inline-only",
		value: "true"
	}] : [{
		key: "mode",
		value: "max"
	}];
	return {
		kind: "attributes",
		attributes: {
			text: fields.map(({ key, value }) => `${key}=${value}`).join(","),
			fields
		}
	};
}
function provenanceText(provenance, workflow) {
	switch (provenance.kind) {
		case "off": return "type=provenance,disabled=true";
		case "on": return withBuilder({
			text: "type=provenance",
			fields: []
		}, workflow);
		case "attributes": {
			const { text, fields } = provenance.attributes;
			return withBuilder({
				text: `type=provenance,${text}`,
				fields
			}, workflow);
		}
	}
}
function withBuilder(attributes, { runUrl }) {
	const { text } = attributes;
	if (runUrl === void 0 || require_template.attribute(attributes, "builder-id") !== void 0) return text;
	return `${text},${require_builder_node.csvField(`builder-id=${runUrl}`)}`;
}
function sbomText(sbom) {
	return sbom.kind === "attributes" ? `type=sbom,${sbom.attributes.text}` : `type=sbom,disabled=${sbom.kind === "off"}`;
}
function restText(attest, workflow) {
	return require_template.attribute(attest, "type") === "provenance" ? withBuilder(attest, workflow) : attest.text;
}
// src/plan/cache-credentials.ts
const variables = {
	s3: {
		access_key_id: "AWS_ACCESS_KEY_ID",
		secret_access_key: "AWS_SECRET_ACCESS_KEY",
		session_token: "AWS_SESSION_TOKEN"
	},
	gha: { token: "ACTIONS_RUNTIME_TOKEN" }
};
function withoutCredentials(entry) {
	const names = new Map(Object.entries(variables[entry.type] ?? {}));
	const taken = entry.fields.flatMap(({ key, value }) => {
		const name = names.get(key.toLowerCase());
		return name === void 0 || !value ? [] : [[name, value]];
	});
	if (taken.length === 0) return {
		entry,
		environment: {}
	};
	const fields = entry.fields.filter(({ key, value }) => !names.has(key.toLowerCase()) || !value);
	const text = fields.map(({ key, value }) => require_builder_node.csvField(`${key}=${value}`)).join(",");
	return {
		entry: {
			...entry,
			text,
			fields
		},
		environment: Object.fromEntries(taken)
	};
}
// src/plan/cache-plan.ts
const ignoresErrors = [
	"registry",
	"local",
	"gha",
	"s3",
	"azblob"
];
function planCache(inputs, owner) {
	const scope = scopeOf(inputs, owner);
	const from = inputs.cache.from.map(withoutCredentials);
	const to = inputs.call === void 0 ? inputs.cache.to.map(withoutCredentials) : [];
	const entries = {
		from: from.map(({ entry }) => entry),
		to: to.map(({ entry }) => entry)
	};
	const credentials = [...from, ...to].map(({ environment }) => environment);
	return {
		arguments: argumentsOf(entries, scope),
		environment: Object.assign({}, ...credentials),
		notes: notesOf(entries, scope)
	};
}
function argumentsOf({ from, to }, scope) {
	const scopeFor = (entry) => lacksScope(entry) ? [`scope=${scope}`] : [];
	return [...from.flatMap((entry) => ["--cache-from", extended(entry, scopeFor(entry))]), ...to.flatMap((entry) => ["--cache-to", extended(entry, [...scopeFor(entry), ...failsBuild(entry) ? ["ignore-error=true"] : []])])];
}
function notesOf({ from, to }, scope) {
	return [...[...from, ...to].some(lacksScope) ? [`Cache: scope=${scope}, of this image and these platforms alone; \`scope=…\` in the input takes another`] : [], ...to.some(failsBuild) ? ["Cache: an export that fails does not fail the build; `ignore-error=false` in `cache-to` makes it"] : []];
}
function lacksScope(entry) {
	return entry.type === "gha" && require_template.attribute(entry, "scope") === void 0;
}
function failsBuild(entry) {
	return ignoresErrors.includes(entry.type) && require_template.attribute(entry, "ignore-error") === void 0;
}
function extended({ text }, more) {
	return [text, ...more.map(require_builder_node.csvField)].join(",");
}
function scopeOf({ tags, platforms, outputs, target }, owner) {
	const [output] = outputs.flatMap((given) => require_template.attribute(given, "name") ?? []);
	const name = tags[0]?.repository ?? output?.split(",")[0] ?? [owner.repository ?? "image", target ?? ""].filter(Boolean).join("-");
	const list = platforms.map(require_pinned_images.formatPlatform).sort();
	return [name, ...list.length > 0 ? list : [owner.platform ?? "native"]].join("-").replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
// src/plan/secret-plan.ts
function planBakeSecrets(inputs, tokenHosts) {
	const held = [...inputs.secrets, ...tokensFor(tokenHosts, inputs)].map(({ id, value }, index) => ({
		id,
		value,
		name: `CROSSBUILD_SECRET_${index}`
	}));
	return {
		secrets: [...[...inputs.variables, ...held].map(({ id, name }) => `id=${id},${require_builder_node.csvField(`env=${name}`)}`), ...inputs.files.map(({ id, path }) => `id=${id},${require_builder_node.csvField(`src=${path}`)}`)],
		environment: Object.fromEntries(held.map(({ name, value }) => [name, value]))
	};
}
const gitToken = "GIT_AUTH_TOKEN";
const gitSecretsFor = (host) => [gitToken, "GIT_AUTH_HEADER"].flatMap((name) => [name, `${name}.${host}`]);
function planBuildSecrets({ secrets, files, variables, ssh, githubToken }, { folder, tokenHosts }) {
	const tokens = tokensFor(tokenHosts, {
		secrets,
		files,
		variables,
		githubToken
	});
	const written = [...secrets, ...tokens].map(({ id, value }, index) => ({
		id,
		file: {
			path: `${folder}/${index}`,
			text: value
		}
	}));
	const keys = ssh.flatMap(({ id, key }) => key === void 0 ? [] : [{
		id,
		file: {
			path: `${folder}/ssh-${id}`,
			text: key
		}
	}]);
	const agents = ssh.filter(({ key }) => key === void 0).map(({ id, paths }) => paths.length === 0 ? id : `${id}=${paths.join(",")}`);
	return {
		arguments: [...[
			...variables.map(({ id, name }) => `id=${id},${require_builder_node.csvField(`env=${name}`)}`),
			...written.map(({ id, file }) => `id=${id},${require_builder_node.csvField(`src=${file.path}`)}`),
			...files.map(({ id, path }) => `id=${id},${require_builder_node.csvField(`src=${path}`)}`)
		].flatMap((secret) => ["--secret", secret]), ...[...agents, ...keys.map(({ id, file }) => `${id}=${file.path}`)].flatMap((agent) => ["--ssh", agent])],
		files: [...written, ...keys].map(({ file }) => file)
	};
}
function tokensFor(hosts, { secrets, files, variables, githubToken: value }) {
	const given = new Set([
		...secrets,
		...files,
		...variables
	].map(({ id }) => id));
	if (value === void 0) return [];
	return hosts.filter((host) => !gitSecretsFor(host).some((id) => given.has(id))).map((host) => ({
		id: `${gitToken}.${host}`,
		value
	}));
}
// src/report/build-annotations.ts
const most = 10;
function warningAnnotations(warnings, dockerfiles, level = "warning") {
	const all = warnings.map(({ rule, text, url, ...lines }) => {
		const more = url === void 0 ? "" : `\n${url}`;
		return {
			level,
			title: rule ?? "Dockerfile",
			message: `${text}${more}`,
			...placeOf(lines, dockerfiles)
		};
	});
	if (all.length <= most) return all;
	const left = all.length - 9;
	return [...all.slice(0, 9), {
		level,
		title: "Dockerfile",
		message: `${left} more warnings are in the log`
	}];
}
function failureAnnotations(failure, dockerfiles) {
	if (failure?.source === void 0) return [];
	const { step, output, source, error } = failure;
	return [{
		level: "error",
		title: step ?? "Dockerfile",
		message: [...output, error].join("\n"),
		...placeOf(source, dockerfiles)
	}];
}
function placeOf({ file, line, endLine }, dockerfiles) {
	const paths = new Set(dockerfiles.filter(({ name }) => name === file).map(({ path }) => path));
	const [path] = paths;
	if (paths.size !== 1 || path === void 0 || line === void 0) return {};
	return {
		file: path,
		line,
		endLine: endLine ?? line
	};
}
// src/result/build-warnings.ts
const key = "buildx.build.warnings";
const text = require_pinned_images.pipe(require_pinned_images.string(), require_pinned_images.transform((base64) => Buffer.from(base64, "base64").toString("utf8")));
const range = require_pinned_images.object({
	start: require_pinned_images.object({ line: require_pinned_images.number() }),
	end: require_pinned_images.nullish(require_pinned_images.object({ line: require_pinned_images.number() }))
});
const built = require_pinned_images.object({
	short: text,
	url: require_pinned_images.nullish(require_pinned_images.string()),
	sourceInfo: require_pinned_images.nullish(require_pinned_images.object({ filename: require_pinned_images.nullish(require_pinned_images.string()) })),
	range: require_pinned_images.nullish(require_pinned_images.array(range))
});
const checked = require_pinned_images.object({
	ruleName: require_pinned_images.string(),
	detail: require_pinned_images.nullish(require_pinned_images.string()),
	description: require_pinned_images.nullish(require_pinned_images.string()),
	url: require_pinned_images.nullish(require_pinned_images.string()),
	location: require_pinned_images.nullish(require_pinned_images.object({
		sourceIndex: require_pinned_images.nullish(require_pinned_images.number()),
		ranges: require_pinned_images.nullish(require_pinned_images.array(range))
	}))
});
const check = require_pinned_images.object({
	warnings: require_pinned_images.array(require_pinned_images.unknown()),
	sources: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.object({ filename: require_pinned_images.nullish(require_pinned_images.string()) })))
});
const metadata = require_pinned_images.looseObject({
	[key]: require_pinned_images.optional(require_pinned_images.unknown()),
	"result.json": require_pinned_images.optional(require_pinned_images.unknown())
});
function buildWarnings(file) {
	const read = require_pinned_images.parse(metadata, jsonOf(file));
	const found = [...builtWarnings(read[key]), ...checkWarnings(read["result.json"])];
	return [...new Map(found.map((warning) => [JSON.stringify(warning), warning])).values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
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
		const read = require_pinned_images.safeParse(built, item);
		if (!read.success) return [];
		const { short, url, sourceInfo, range: ranges } = read.output;
		const [, rule, words = short] = /^([A-Z][A-Za-z]+): (.+)$/s.exec(short) ?? [];
		const place = {
			url: url ?? void 0,
			file: sourceInfo?.filename ?? void 0
		};
		return [{
			rule,
			text: words.replace(/ \(line \d+\)$/, ""),
			...place,
			...linesOf(ranges)
		}];
	});
}
function checkWarnings(given) {
	const whole = require_pinned_images.safeParse(check, given);
	if (!whole.success) return [];
	const { warnings, sources } = whole.output;
	return warnings.flatMap((item) => {
		const read = require_pinned_images.safeParse(checked, item);
		if (!read.success) return [];
		const { ruleName, detail, description, url, location } = read.output;
		const file = sources?.[location?.sourceIndex ?? 0]?.filename ?? void 0;
		return [{
			rule: ruleName,
			text: detail ?? description ?? ruleName,
			url: url ?? void 0,
			file,
			...linesOf(location?.ranges)
		}];
	});
}
function itemsOf(given) {
	return Array.isArray(given) ? given : [];
}
function linesOf(ranges) {
	const [first] = ranges ?? [];
	const last = ranges?.at(-1);
	return {
		line: first?.start.line,
		endLine: last?.end?.line ?? last?.start.line
	};
}
// src/effects/build-annotate.ts
async function annotateBuild(build, { files, dockerfiles, github }) {
	const [end] = await Promise.allSettled([build]);
	const { metadata } = await require_builder_node.readBuildFiles(files);
	const warnings = warningAnnotations(buildWarnings(metadata), dockerfiles);
	for (const annotation of warnings) github.annotate(annotation);
	if (end.status === "fulfilled") return end.value;
	const stderr = end.reason instanceof require_errors.CommandError ? end.reason.stderr : "";
	const target = require_build_progress.failedTarget(stderr, dockerfiles.flatMap((one) => one.target ?? []));
	const failed = dockerfiles.filter((one) => target === void 0 || one.target === target);
	const violations = warningAnnotations(require_markdown.lintViolations(stderr), failed, "error");
	for (const annotation of violations) github.annotate(annotation);
	const failure = require_build_failure.buildFailure(stderr);
	for (const annotation of failureAnnotations(failure, failed)) github.annotate(annotation);
	throw end.reason;
}
// src/plan/retry-build.ts
const reasons = {
	passing: "a registry or the network failed, as it may for a moment",
	limited: "a registry limits how often it is asked",
	refused: "a registry refused the credentials, as it may by mistake, so this is tried once",
	stalled: "BuildKit said nothing for as long as `timeout: push=…` allows while it pushed",
	lost: "BuildKit went away and is started again, which is tried once"
};
function nextBuild(failed, build, { bound, reboots }) {
	const { stepsDone, verdicts } = failed;
	const [last = "lasting"] = verdicts.slice(-1);
	const { compatible } = build;
	const steppedDown = verdicts.filter((verdict) => verdict === "artifacts").length;
	const { command: anew, again } = steppedDown > 0 && compatible ? compatible : build;
	const command = stepsDone ? again : anew;
	if (last === "artifacts" && steppedDown === 1 && compatible !== void 0) return {
		command,
		pause: 0,
		why: steppedDownText
	};
	const pause = require_retry_verdict.pauseBeforeNext(failed, bound);
	if (pause === void 0 || last === "lasting" || last === "artifacts") return void 0;
	if (last === "lost" && !reboots) return void 0;
	const leaves = command.length < anew.length ? "; without `no-cache`, as all steps are done" : "";
	return {
		command,
		pause,
		why: `${reasons[last]}${leaves}`
	};
}
const steppedDownText = "the registry refuses attestations that are OCI artifacts, so they are pushed in the older form";
// src/result/build-pushed.ts
const event = /^#(\d+) (.+)$/;
const exporting = "exporting to image";
const made = /^exporting (manifest|manifest list) (sha256:[0-9a-f]{64})(?: |$)/;
const pushed = /^pushing manifest for ([^\s@]+)(?:@(sha256:[0-9a-f]{64}))?(?: \d+\.\d+s)? done$/;
const merging = /^merging manifest list /;
function pushedManifests(lines) {
	const vertexes = new Map();
	const digests = new Map();
	for (const { text } of lines) {
		const [, id, rest] = event.exec(text) ?? [];
		if (id === void 0 || rest === void 0) continue;
		const vertex = vertexes.get(id);
		if (vertex === void 0) {
			if (merging.test(rest)) return new Map();
			vertexes.set(id, { name: rest });
		} else if (vertex.name === exporting) take(vertex, rest, digests);
	}
	return digests;
}
function take(exporter, rest, digests) {
	const [, kind, root] = made.exec(rest) ?? [];
	if (kind === "manifest") exporter.manifest = root ?? "";
	if (kind === "manifest list") exporter.list = root ?? "";
	const [, name, own] = pushed.exec(rest) ?? [];
	const digest = require_pinned_images.parseDigest(own ?? exporter.list ?? exporter.manifest ?? "");
	if (name !== void 0 && digest.ok) digests.set(name, digest.value);
}
// src/result/cache-failures.ts
const begins = /^#(\d+) ((?:importing cache manifest from|exporting cache to) .+)$/;
const fails = /^#(\d+) ERROR: (.+)$/;
const isAbsent = /^importing .*(?:: not found$|manifest unknown)/i;
function cacheFailures(lines) {
	const names = new Map();
	return lines.flatMap(({ text }) => {
		const [, id = "", name] = begins.exec(text) ?? [];
		if (name !== void 0) names.set(id, name);
		const [, failed = "", words = ""] = fails.exec(text) ?? [];
		const what = names.get(failed);
		const failure = `${what}: ${words}`;
		return what === void 0 || isAbsent.test(failure) ? [] : [failure];
	});
}
// src/effects/build-watch-push.ts
const transfer = /^(#\d+) (?:pushing|writing) .+$/;
const done = / (?:\d+\.\d+s )?done$/;
const ended = /^(#\d+) (?:DONE|ERROR|CANCELED)/;
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
// src/effects/build-once.ts
async function buildOnce(plan, { failures, silence }, { shell, github, timeline, print }) {
	const what = plan.call === void 0 ? buildingText(plan.targets) : "reading the Dockerfile";
	const doing = failures === 0 ? what : `${what}, try ${failures + 1}`;
	const lines = [];
	print(commandText(plan));
	const watch = watchPush(silence);
	const error = await shell.stream(doing, plan.command, {
		environment: {
			...plan.environment,
			BUILDX_METADATA_PROVENANCE: "false",
			BUILDX_METADATA_WARNINGS: "true"
		},
		write: github.write,
		signal: watch.signal,
		readError: (text) => {
			watch.hear(text);
			if (require_build_progress.isProgress(text)) lines.push({
				text,
				at: timeline.now()
			});
		}
	}).then(() => void 0, (reason) => {
		if (reason instanceof require_errors.CommandError) return reason;
		throw reason;
	});
	watch.end();
	const named = lines.map(({ text, at }) => ({
		text: require_build_progress.withoutTargets(text, plan.allTargets),
		at
	}));
	return {
		error,
		stalled: watch.signal.aborted,
		progress: require_build_progress.progressOf(lines, plan.allTargets),
		cacheFailures: cacheFailures(named),
		pushed: pushedManifests(named)
	};
}
function buildingText(targets) {
	return targets.length === 0 ? "building the image" : `baking ${targets.join(", ")}`;
}
function commandText({ command, environment }) {
	const { SOURCE_DATE_EPOCH: epoch } = environment;
	const text = require_end.formatCommand(command);
	return epoch === void 0 ? text : `SOURCE_DATE_EPOCH=${epoch} ${text}`;
}
// src/effects/registry-retry-after.ts
require_retry_verdict.init_retry_verdict();
const within = 1e4;
const accept = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
async function askRetryAfter(url, access) {
	if (url === void 0) return void 0;
	try {
		const request = {
			method: "GET",
			url,
			headers: { accept },
			within
		};
		const { status, headers, body } = await require_registry_connections.sender(access)(request);
		require_http_request.discard(body);
		const text = headers["retry-after"];
		return status < 300 || text === void 0 ? void 0 : require_retry_verdict.parseRetryAfter(text.trim(), Date.now());
	} catch {
		return;
	}
}
// src/effects/build-tries.ts
require_retry_verdict.init_retry_verdict();
async function runBuild(plan, retry, ports) {
	const { github } = ports;
	const tries = await github.group(titleOf(plan), async (print) => {
		for (const note of plan.notes) print(note);
		return await buildPatiently(plan, retry, {
			...ports,
			print
		});
	});
	for (const failure of tries.cacheFailures) github.warning(`The build did without: ${failure}`);
	if (tries.verdicts.includes("artifacts")) github.warning(`${steppedDownText}; \`compat: no-oci-artifact\` or \`provenance: false\` does so at once`);
	return {
		progress: tries.progress,
		pushed: tries.pushed
	};
}
async function buildPatiently(plan, retry, ports) {
	const verdicts = [];
	let command = plan.command;
	let since;
	let steps;
	for (;;) {
		const { error, stalled, progress, ...told } = await buildOnce({
			...plan,
			command
		}, {
			failures: verdicts.length,
			silence: retry.silence
		}, ports);
		if (error === void 0) return {
			verdicts,
			...told,
			progress: {
				...progress,
				steps: steps ?? progress.steps
			}
		};
		since ??= performance.now();
		const stepsDone = steps !== void 0 || stalled || require_build_failure.failedInExport(error.stderr);
		if (stepsDone) steps ??= progress.steps;
		const words = require_build_failure.lastWords(error.stderr);
		const verdict = stalled ? "stalled" : error.exitCode === null ? "lasting" : require_retry_verdict.judge(words);
		verdicts.push(verdict);
		const retryAfter = await waitOf(verdict, words, plan, retry);
		const next = nextBuild({
			verdicts,
			stepsDone,
			elapsed: performance.now() - since,
			retryAfter
		}, plan, retry);
		if (next === void 0) {
			if (waits.includes(verdict)) ports.print(endText(retryAfter, retry));
			if (verdict === "stalled") throw new require_errors.TimeoutError("push", retry.silence ?? 0);
			throw retryAfter === void 0 ? error : limitedUntil(error, retryAfter);
		}
		ports.print(nextText(next, verdicts.length + 1, retryAfter));
		await (0, node_timers_promises.setTimeout)(next.pause);
		command = next.command;
	}
}
function limitedUntil(error, retryAfter) {
	return new require_errors.CommandError(error.doing, {
		...error,
		until: new Date(Date.now() + retryAfter)
	});
}
async function waitOf(verdict, { text }, { tags }, { plainHosts, access }) {
	return verdict === "limited" ? await askRetryAfter(require_tool_image_buildkit.limitedUrl(text, tags, plainHosts), access) : void 0;
}
function nextText({ pause, why }, number, retryAfter) {
	const asked = retryAfter === void 0 ? "" : ", as the registry asks";
	return `Try ${number} ${pause === 0 ? "now" : `in ${require_errors.formatDuration(pause)}${asked}`}: ${why}`;
}
const waits = [
	"passing",
	"limited",
	"stalled"
];
function endText(retryAfter, { bound }) {
	return `Not tried again: ${retryAfter === void 0 ? "" : `the registry wants ${require_errors.formatDuration(retryAfter)}, and `}\`retry-timeout\` is ${bound === 0 ? "0" : require_errors.formatDuration(bound)}`;
}
function titleOf({ call, push }) {
	if (call !== void 0) return `The Dockerfile's ${call.method}`;
	return push ? "Build and push" : "Build";
}
// src/report/builder-remedy.ts
const knownOptions = {
	"docker-container": [
		...[
			"network",
			"image",
			"memory",
			"memory-swap",
			"cpu-period",
			"cpu-quota",
			"cpu-shares"
		],
		...[
			"cpuset-cpus",
			"cpuset-mems",
			"cgroup-parent",
			"restart-policy",
			"default-load"
		],
		...["provenance-add-gha", "allow-untrusted-image"]
	],
	kubernetes: [
		...[
			"image",
			"namespace",
			"replicas",
			"requests.cpu",
			"requests.memory"
		],
		...[
			"requests.ephemeral-storage",
			"persistent-volume-claim.requests.storage",
			"limits.cpu"
		],
		...[
			"limits.memory",
			"limits.ephemeral-storage",
			"rootless",
			"schedulername"
		],
		...[
			"serviceaccount",
			"nodeselector",
			"annotations",
			"labels",
			"tolerations",
			"loadbalance"
		],
		...[
			"qemu.install",
			"qemu.image",
			"buildkit-root-volume-memory",
			"default-load",
			"timeout"
		]
	],
	remote: [
		"key",
		"cert",
		"cacert",
		"servername",
		"default-load"
	]
};
function createRemedy(options, words) {
	const [, name, driver] = /invalid driver option (\S+) for (\S+) driver/.exec(words) ?? [];
	if (name !== void 0 && driver !== void 0) {
		const known = knownOptions[driver] ?? [];
		return `\`driver-opts\`: the ${driver} driver of this buildx has no option \`${name}\`${require_pinned_images.didYouMean(name, known)}${listOf(known)}`;
	}
	if (/instance name "[^"]*" already exists as context builder/.test(words)) return "`name`: a Docker context has this name; choose another";
	if (words.includes("invalid duplicate endpoint")) return "`append`: two nodes are the same engine or BuildKit; a builder can have each only once";
	const [, text] = /(?:parsing|invalid (?:size|duration):?) ["']([^"']*)["']/.exec(words) ?? [];
	const wrong = options.filter((option) => option.slice(option.indexOf("=") + 1) === text);
	if (text === void 0 || wrong.length === 0) return void 0;
	return `\`driver-opts\`: ${wrong.map((option) => `\`${option}\``).join(", ")} has a value that buildx can't parse; CPU options are integers, memory is a size such as \`2g\`, switches are \`true\` or \`false\``;
}
function listOf(known) {
	return known.length === 0 ? "" : `; known: ${known.map((one) => `\`${one}\``).join(", ")}`;
}
// src/effects/builder-create.ts
async function createBuilder(shell, plan) {
	const { context, boot } = plan;
	for (const { path, text } of plan.files) await (0, node_fs_promises.writeFile)(path, text, { mode: 384 });
	const ran = [];
	const run = async (doing, command) => {
		const output = await shell.capture(doing, command).catch((error) => {
			if (!(error instanceof require_errors.CommandError)) throw error;
			const tryThis = createRemedy(plan.driverOpts, error.stderr);
			throw tryThis === void 0 ? error : new require_errors.CommandError(doing, {
				...error,
				tryThis
			});
		});
		ran.push({
			command,
			output
		});
	};
	if (context !== void 0) ran.push(await createContext(shell, context));
	const doing = boot === void 0 ? "creating and booting the builder" : "creating the builder";
	for (const command of plan.create) await run(doing, command);
	if (plan.secretOptions !== void 0) await require_builder_marks.addDriverOpts(plan.secretOptions.file, plan.secretOptions.ofNodes);
	if (boot !== void 0) {
		const { stderr } = await shell.capture("booting the builder", boot);
		ran.push({
			command: boot,
			output: {
				stderr,
				stdout: ""
			}
		});
	}
	return ran;
}
async function createContext(shell, { create: command }) {
	return {
		command,
		output: await shell.capture("telling Docker of the engine behind TLS", command)
	};
}
// src/effects/builder-join.ts
const mostTries = 5;
async function createOrJoin(shell, plan, sharing) {
	if (sharing === void 0) return {
		ran: await createBuilder(shell, plan),
		joined: void 0
	};
	const { shared, probe } = sharing;
	for (let tries = 1;; tries++) {
		await shared.say("creating");
		try {
			const ran = await createBuilder(shell, plan);
			await shared.say("using");
			return {
				ran,
				joined: void 0
			};
		} catch (error) {
			const isTaken = isTakenName(error, plan.name);
			await shared.say(isTaken ? "looking" : "using");
			if (!isTaken || tries === mostTries) throw error;
		}
		const found = await shared.whenQuiet(probe);
		if (found !== void 0) return await join$3(shell, plan, {
			...sharing,
			found
		});
	}
}
async function join$3(shell, { name, boots }, { shared, found, differencesOf, disown }) {
	const mark = found.nodes[0]?.driverOpts[require_cleanup_undo.ownerOption];
	if (require_cleanup_undo.isOfRuns({
		...found,
		mark
	}, await shared.others())) await shared.say("using");
	else {
		disown();
		await shared.forget();
	}
	const boot = [
		"docker",
		"buildx",
		"inspect",
		"--bootstrap",
		name
	];
	if (boots) await shell.capture("booting the builder", boot);
	return {
		ran: [],
		joined: { differences: differencesOf(found) }
	};
}
function isTakenName(error, name) {
	return error instanceof require_errors.CommandError && error.stderr.includes(`existing instance for "${name}"`);
}
// src/report/builder-boot-failure.ts
require_errors.init_duration();
const mostLines = 10;
function bootFailure({ exitCode, isOutOfMemory, restarts, log }, settings, milliseconds) {
	const words = lastWords(log);
	const times = restarts === 0 ? "" : `, was started again ${howOften(restarts)}`;
	return {
		message: [`BuildKit does not boot: it ended with exit code ${exitCode}${isOutOfMemory ? " because its memory ran out" : ""}${times}; the step stopped waiting after ${require_errors.formatDuration(Math.round(milliseconds / 1e3) * 1e3)}. Its last lines:`, words === "" ? "it printed no error" : words].join("\n"),
		tryThis: remedy(words, settings)
	};
}
function howOften(count) {
	return count === 1 ? "once" : `${count} times`;
}
function lastWords(log) {
	const lines = log.replaceAll(/[^\P{Cc}\t\n]/gu, "").trimEnd().split("\n");
	const last = lines.findLastIndex((line) => line.startsWith("buildkitd: "));
	const own = last === -1 ? lines.slice(-10) : lines.slice(last);
	const isFrame = (index) => own[index]?.startsWith("	") === true;
	return own.filter((_, index) => !isFrame(index) && !isFrame(index + 1)).slice(0, mostLines).join("\n").trim();
}
function remedy(words, settings) {
	const named = settings.filter(({ text }) => sharesWord(text, words));
	const meant = named.length > 0 ? named : settings;
	if (meant.length === 0) return "check that the engine can run BuildKit's image, or name another with `driver-opts: image=…`";
	return `correct ${meant.map(({ input, text }) => text.includes("\n") ? `\`${input}\`` : `\`${input}\` (\`${text}\`)`).join(" or ")}, which BuildKit was started with`;
}
function sharesWord(one, other) {
	const words = new Set(wordsOf(other));
	return wordsOf(one).some((word) => words.has(word));
}
function wordsOf(text) {
	return text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? [];
}
// src/effects/builder-watch-boot.ts
require_pinned_images.init_dist();
const patienceMilliseconds = 2500;
const lookMilliseconds = 500;
const mostRestarts = 2;
const mostLooks = 5;
async function watchBoot(ports, { container, settings }, work) {
	if (container === void 0) return await work(ports.shell);
	const failed = new AbortController();
	const over = new AbortController();
	const start = performance.now();
	const booting = work(ports.shell.with({ signal: failed.signal }));
	const watching = watch(container, ports, over.signal).then((end) => {
		if (end !== void 0) failed.abort();
		return end;
	});
	try {
		return await booting;
	} catch (error) {
		over.abort();
		const end = await watching ?? await endOf(container, ports, error);
		if (end === void 0) throw error;
		const explanation = bootFailure(end, settings, performance.now() - start);
		throw require_errors.explained(explanation, error);
	} finally {
		over.abort();
	}
}
async function watch(container, ports, signal) {
	const pause = (milliseconds) => (0, node_timers_promises.setTimeout)(milliseconds, void 0, {
		signal,
		ref: false
	}).catch(() => {});
	await pause(patienceMilliseconds);
	while (!signal.aborted) {
		const state = await stateOf(container, ports);
		if (state !== void 0 && (hasRestarted(state, mostRestarts) || isOver(state))) return await describe(container, state, ports);
		await pause(lookMilliseconds);
	}
}
async function endOf(container, ports, error) {
	if (!(error instanceof require_errors.CommandError)) return void 0;
	for (let look = 1; look <= mostLooks; look++) {
		const state = await stateOf(container, ports);
		if (state === void 0) return void 0;
		if (isOver(state) || hasRestarted(state, 1)) return await describe(container, state, ports);
		if (state.RestartCount === 0) return void 0;
		await (0, node_timers_promises.setTimeout)(lookMilliseconds);
	}
}
const inspected = require_pinned_images.object({
	RestartCount: require_pinned_images.optional(require_pinned_images.number(), 0),
	State: require_pinned_images.object({
		Status: require_pinned_images.string(),
		Restarting: require_pinned_images.optional(require_pinned_images.boolean(), false),
		ExitCode: require_pinned_images.optional(require_pinned_images.number(), 0),
		OOMKilled: require_pinned_images.optional(require_pinned_images.boolean(), false)
	})
});
async function stateOf(container, ports) {
	const told = require_pinned_images.safeParse(inspected, await require_builder_marks.inspectContainer(container, ports).catch(() => {}));
	return told.success ? told.output : void 0;
}
function hasRestarted({ RestartCount, State }, times) {
	return RestartCount >= times && State.Restarting;
}
function isOver({ State: { Status } }) {
	return Status === "exited" || Status === "dead";
}
async function describe(container, { RestartCount: restarts, State }, { shell }) {
	const command = [
		"docker",
		"logs",
		"--tail",
		"400",
		container
	];
	const { stderr: log } = await shell.capture("reading why BuildKit does not boot", command).catch(() => ({ stderr: "" }));
	return {
		exitCode: State.ExitCode,
		isOutOfMemory: State.OOMKilled,
		restarts,
		log
	};
}
// src/plan/tool-image-queue.ts
require_retry_verdict.init_retry_verdict();
const tries = 4;
const firstPause = 1e3;
function queueOf(candidates) {
	return candidates.map((candidate) => ({
		candidate,
		failures: 0,
		due: 0
	}));
}
function nextOf(queue) {
	return queue.toSorted((one, other) => one.due - other.due)[0];
}
function afterFailure(queue, failed, { words, now, retryAfter }) {
	const pause = Math.max(firstPause * 2 ** failed.failures, retryAfter ?? 0);
	const again = {
		...failed,
		failures: failed.failures + 1,
		due: now + pause
	};
	const worthIt = ["passing", "limited"].includes(require_retry_verdict.judge({ text: words })) && again.failures < tries && again.due <= 12e4;
	return queue.flatMap((waiting) => {
		if (waiting !== failed) return [waiting];
		return worthIt ? [again] : [];
	});
}
// src/report/tool-image-failure.ts
const always = "in `mirrors`, name registries that have the image, or pull it on the engine's machine beforehand";
function imageFailure(what, tried) {
	const last = new Map(tried.map(({ reference, words }) => [reference, words]));
	const fitting = [...last.values()].map(remedyOf$1).filter((remedy) => remedy !== void 0);
	return {
		message: [`${what} could not be pulled. Tried, in this order:`, ...[...last].map(([reference, words]) => `- ${reference}: ${words.replaceAll("\n", " ")}`)].join("\n"),
		tryThis: [always, ...new Set(fitting)].join("; ")
	};
}
function remedyOf$1(text) {
	const trouble = require_trouble.troubleOf({ text });
	return trouble === void 0 || ["unreachable", "passing"].includes(trouble) ? void 0 : require_end.remedyFor({ text }, { asker: "engine" });
}
// src/effects/tool-image-pull.ts
require_errors.init_duration();
require_retry_verdict.init_retry_verdict();
async function getToolImage(ports, image, how) {
	const { local } = image;
	return local === void 0 ? await pullFirst(ports, image, how) : {
		...local,
		transcript: []
	};
}
async function pullFirst(ports, image, how) {
	const start = performance.now();
	const transcript = [];
	const tried = [];
	let queue = queueOf(image.candidates);
	for (let next = nextOf(queue); next !== void 0; next = nextOf(queue)) {
		await (0, node_timers_promises.setTimeout)(Math.max(0, next.due - (performance.now() - start)));
		const { candidate } = next;
		const command = pullCommand(candidate);
		transcript.push(require_end.formatCommand(command));
		const words = await failureOf(ports.shell, {
			what: image.what,
			command,
			bound: how.pullBound
		});
		const found = words === void 0 ? await require_probe.inspectImage(candidate.reference, ports) : void 0;
		if (found?.os === image.os && found.architecture === image.architecture) return {
			...found,
			transcript
		};
		const failure = words ?? `it is not for ${image.os}/${image.architecture}`;
		const retryAfter = require_retry_verdict.judge({ text: failure }) === "limited" ? await askRetryAfter(candidate.manifestUrl, how.access) : void 0;
		const told = retryAfter === void 0 ? [] : [waitText(retryAfter)];
		transcript.push(failure, ...told);
		tried.push({
			reference: candidate.reference,
			words: [failure, ...told].join("; ")
		});
		const now = performance.now() - start;
		queue = afterFailure(queue, next, {
			words: failure,
			now,
			retryAfter
		});
	}
	throw require_errors.explained(imageFailure(image.what, tried));
}
function pullCommand({ reference }) {
	return [
		"docker",
		"pull",
		"--quiet",
		reference
	];
}
async function failureOf(shell, { what, command, bound }) {
	const signal = bound === void 0 ? void 0 : AbortSignal.timeout(bound);
	try {
		await shell.capture(`pulling ${what}`, command, signal && { signal });
		return;
	} catch (error) {
		if (!(error instanceof require_errors.CommandError)) throw error;
		if (bound !== void 0 && signal?.aborted) return stalledText(bound);
		return error.stderr.trim() || error.message;
	}
}
function stalledText(bound) {
	return `the pull did not end within ${require_errors.formatDuration(bound)} (\`timeout: pull=…\`)`;
}
function waitText(milliseconds) {
	return `the registry wants to be asked again in ${Math.ceil(milliseconds / 1e3)} s`;
}
// src/effects/tool-image-provide.ts
async function provideImage(image, { shell, github, engine, login, pull }) {
	if (image.local === void 0) await login.ready();
	const found = await getToolImage({
		shell,
		engine
	}, image, pull);
	const { reference, transcript } = found;
	if (transcript.length === 0) github.info(`${image.what}: ${reference}, which the engine has`);
	else await github.group(`${image.what}: ${reference}, pulled`, async (print) => {
		for (const line of transcript) print(line);
	});
	return found;
}
async function provideBuildkitImage(plan, ports) {
	const [first, ...others] = plan.create;
	if (plan.image === void 0 || first === void 0) return plan;
	const { id, reference } = await provideImage(plan.image, ports);
	const stays = plan.cleanup === "nothing";
	if (!stays) ports.github.info(`buildx gets it by its ID, ${shortId(id)}, so that it pulls nothing`);
	return {
		...plan,
		create: [require_tool_image_buildkit.createWithImage(first, stays ? reference : id), ...others]
	};
}
function shortId(id) {
	return id.replace(/^sha256:/, "").slice(0, 12);
}
// src/effects/transcript.ts
async function transcript(github, title, { ran, config }) {
	await github.group(title, async (print) => {
		if (config !== void 0) print(`buildkitd.toml:\n\n${config.trimEnd()}\n`);
		for (const { command, output } of ran) {
			print(require_end.formatCommand(command));
			for (const text of [output.stderr, output.stdout]) if (text.trim() !== "") print(text.trimEnd());
		}
	});
}
// src/effects/builder-set-up.ts
async function setUpBuilder(plan, { phases, ...ports }) {
	const { github } = ports;
	switch (plan.kind) {
		case "engine":
			github.info(`The engine itself builds, as builder ${plan.name}`);
			return;
		case "existing":
			if (plan.goes?.context !== void 0) await createContext(ports.shell, plan.goes.context);
			return tellOfExisting(plan, github);
		case "create": {
			const ready = await phases.run("builder", ports.shell, (shell) => provideBuildkitImage(plan, {
				...ports,
				shell
			}));
			const withBuildx = ports.shell.with({ buildx: await ports.buildx.ready() });
			const boot = {
				container: plan.here?.container,
				settings: plan.settings
			};
			const { ran, joined } = await phases.run("builder", withBuildx, (shell) => watchBoot({
				...ports,
				shell
			}, boot, (own) => createOrJoin(own, ready, ports.sharing)));
			if (joined !== void 0) return tellOfExisting({
				...plan,
				...joined
			}, github);
			await transcript(github, `Builder ${plan.name} ${plan.boots ? "booted" : "created"}`, {
				ran,
				config: plan.config
			});
		}
	}
}
function tellOfExisting({ name, differences }, github) {
	github.info(`Builder ${name} exists and is used as it is`);
	if (differences.length === 0) return;
	github.warning(`Builder ${name} is not what the inputs ask for: ${differences.join("; ")}. Remove it (docker buildx rm ${name}), or take another \`name\``);
}
// src/plan/emulators-status.ts
require_pinned_images.init_dist();
const names = require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()), []);
const status = require_pinned_images.pipe(require_pinned_images.string(), require_pinned_images.parseJson(), require_pinned_images.object({
	supported: names,
	emulators: names
}));
function parseBinfmtStatus(stdout) {
	const read = require_pinned_images.safeParse(status, /\{[\s\S]*\}/.exec(stdout)?.[0]);
	if (!read.success) return void 0;
	const { supported, emulators } = read.output;
	const architectures = supported.map((platform) => platform.split("/")[1] ?? "");
	return {
		runs: [...new Set(architectures)],
		handlers: emulators
	};
}
// src/report/emulators-failure.ts
function emulatorFailure(trouble, engine, said) {
	const words = said.trim();
	const theirs = trouble.kind === "no-container" ? "docker" : "binfmt";
	return {
		message: [`${problemOf(trouble, engine)}.`, words === "" ? `${theirs} gave no reason.` : `${theirs} said: ${words}`].join("\n"),
		tryThis: remedyOf(trouble, engine, words)
	};
}
function problemOf(trouble, { rootless, elsewhere }) {
	const where = elsewhere === void 0 ? "" : ` by the engine at ${elsewhere}`;
	if (trouble.kind === "broken") {
		const list = trouble.emulators.map(({ architecture, words }) => {
			return `${architecture}${words === void 0 ? "" : ` (the kernel says: ${words})`}`;
		});
		return `an emulator is registered, but does not run programs${elsewhere === void 0 ? "" : ` on the machine of the engine at ${elsewhere}`}: ${list.join(", ")}`;
	}
	if (rootless) return "the engine is rootless, and so cannot register emulators with the kernel";
	if (trouble.kind === "unregistered") return `no emulator was registered${where} for ${trouble.emulators.map(({ architecture }) => architecture).join(", ")}`;
	return `no emulator could be registered${where}`;
}
const avoid = "or build on nodes of these architectures, with `qemu: off`";
function remedyOf(trouble, engine, words) {
	const { elsewhere, rootless } = engine;
	const there = elsewhere === void 0 ? "this machine" : "the engine's machine";
	if (rootless) return `register them as root on ${there} (package \`qemu-user-static\`, or binfmt's image in an engine that runs as root), ${avoid}`;
	if (/permission denied|operation not permitted|\bEPERM\b|privileged/i.test(words)) return require_end.privilegedRemedy(there);
	if (trouble.kind === "no-list") return `the kernel of ${there} has no binfmt_misc: load it as root (\`modprobe binfmt_misc\`), ${avoid}`;
	if (/already registered/i.test(words)) return "the handlers registered under these names are disabled, or don't work in containers (no flag F): `reset: true` replaces them";
	if (trouble.kind === "broken") return "`reset: true` registers them again; if that does not help, name another `binfmt-image`";
	return "check that `binfmt-image` has these emulators, or name others in `qemu`";
}
// src/plan/emulators-tiny-program.ts
const machines = new Map([
	["386", {
		bits: 32,
		machine: 3,
		code: "bb56000000 b801000000 cd80"
	}],
	["amd64", {
		bits: 64,
		machine: 62,
		code: "bf56000000 b83c000000 0f05"
	}],
	["arm", {
		bits: 32,
		machine: 40,
		flags: 83886080,
		code: "5600a0e3 0170a0e3 000000ef"
	}],
	["arm64", {
		bits: 64,
		machine: 183,
		code: "c00a80d2 a80b80d2 010000d4"
	}],
	["loong64", {
		bits: 64,
		machine: 258,
		flags: 67,
		code: "04588102 0b748102 00002b00"
	}],
	["mips64", {
		bits: 64,
		bigEndian: true,
		machine: 8,
		flags: 1610612736,
		code: "24040056 240213c2 0000000c"
	}],
	["mips64le", {
		bits: 64,
		machine: 8,
		flags: 1610612736,
		code: "56000424 c2130224 0c000000"
	}],
	["ppc64le", {
		bits: 64,
		machine: 21,
		flags: 2,
		code: "56006038 01000038 02000044"
	}],
	["riscv64", {
		bits: 64,
		machine: 243,
		code: "13056005 9308d005 73000000"
	}],
	["s390x", {
		bits: 64,
		bigEndian: true,
		machine: 22,
		code: "a7290056 0a01"
	}]
]);
const address = 4194304;
const pageSize = 65536;
const headerBytes = {
	32: {
		file: 52,
		segment: 32
	},
	64: {
		file: 64,
		segment: 56
	}
};
function tinyProgram(architecture) {
	const machine = machines.get(architecture);
	if (machine === void 0) return void 0;
	const code = machine.code.match(/[0-9a-f]{2}/g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
	const { file, segment } = headerBytes[machine.bits];
	const entry = file + segment;
	const bytes = new Uint8Array(entry + code.length);
	write(bytes, machine.bigEndian !== true, [...fileHeader(machine, entry), ...segmentHeader(machine.bits, bytes.length)]);
	bytes.set(code, entry);
	return bytes;
}
function fileHeader({ bits, bigEndian, machine, flags = 0 }, entry) {
	const word = bits === 64 ? 8 : 4;
	const { file, segment } = headerBytes[bits];
	const identity = [
		...[
			127,
			69,
			76,
			70,
			bits / 32,
			bigEndian === true ? 2 : 1,
			1
		],
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	].map((byte) => [byte, 1]);
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
	return [
		...identity,
		...kind,
		...places,
		...sizes
	];
}
function segmentHeader(bits, length) {
	const word = bits === 64 ? 8 : 4;
	const flags = [5, 4];
	const places = [
		0,
		address,
		address,
		length,
		length
	].map((value) => [value, word]);
	return [
		[1, 4],
		...bits === 64 ? [flags, ...places] : [...places, flags],
		[pageSize, word]
	];
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
// src/effects/emulators-try.ts
const shellTookOver = 85;
const timeout = 1e4;
async function tryEmulator(architecture, folder) {
	const program = tinyProgram(architecture);
	if (program === void 0) return { kind: "untried" };
	const path = (0, node_path.join)(folder, `tiny-${architecture}`);
	const script = `${path}.sh`;
	try {
		await (0, node_fs_promises.writeFile)(path, program, { mode: 448 });
		await (0, node_fs_promises.writeFile)(script, `#!${path}\nexit ${shellTookOver}\n`, { mode: 448 });
		return await run(script);
	} finally {
		await Promise.all([path, script].map((file) => (0, node_fs_promises.rm)(file, { force: true })));
	}
}
async function run(file) {
	try {
		const { exitCode, signal, isTimedOut, stderr } = await require_end.runProcess(file, [], { timeout });
		if (exitCode === 86) return { kind: "ran" };
		const end = exitCode === 0 ? "it ended too early" : signal ?? systemError(exitCode);
		const cause = isTimedOut ? "it did not end" : end;
		const printed = stderr.trim();
		return {
			kind: "failed",
			words: printed === "" ? cause : `${cause}: ${printed}`
		};
	} catch (error) {
		const { code } = error;
		if (code === "EACCES" || code === "ETXTBSY") return { kind: "untried" };
		return {
			kind: "failed",
			words: systemError(code)
		};
	}
}
function systemError(code) {
	const name = code === shellTookOver ? "ENOEXEC" : code;
	const known = [...(0, node_util.getSystemErrorMap)().values()].find(([known]) => known === name);
	return known === void 0 ? `exit code ${name}` : `${name}, ${known[1]}`;
}
// src/effects/emulators-install.ts
async function installEmulators(shell, plan, image) {
	const command = require_build_progress.installCommand(plan, image);
	const output = await runBinfmt(shell, plan, command);
	const status = parseBinfmtStatus(output.stdout);
	const fail = async (trouble) => {
		throw await failure(shell, plan, {
			trouble,
			said: output.stderr
		});
	};
	if (status === void 0) return await fail({ kind: "no-list" });
	const unproven = wanted(plan, status).filter((name) => !status.runs.includes(name));
	const unregistered = unproven.filter((name) => !status.handlers.includes(require_emulators_handler.handlerName(name)));
	if (unregistered.length > 0) return await fail({
		kind: "unregistered",
		emulators: unregistered.map((architecture) => ({ architecture }))
	});
	const broken = await brokenOf(plan, unproven);
	if (broken.length > 0) {
		const removal = removeNew(shell, broken, {
			image,
			said: output.stderr
		});
		await require_together.together([removal, fail({
			kind: "broken",
			emulators: broken
		})]);
	}
	return {
		command,
		output
	};
}
function wanted({ emulators }, status) {
	if (emulators !== "all") return emulators;
	return status.handlers.map(require_emulators_handler.architectureOf).filter((name) => name !== void 0);
}
async function runBinfmt(shell, plan, command) {
	try {
		return await shell.capture("installing emulators for foreign CPUs", command);
	} catch (error) {
		if (!(error instanceof require_errors.CommandError)) throw error;
		throw await failure(shell, plan, {
			trouble: { kind: "no-container" },
			said: `${error.stderr.trim() || error.message}\nThe command was: ${require_end.formatCommand(command)}`
		});
	}
}
async function brokenOf({ engine }, names) {
	if (engine.kind === "elsewhere") return names.map((architecture) => ({ architecture }));
	const outOfContainers = require_build_progress.lacking(names, await require_probe.probeHandlers() ?? []);
	const broken = [];
	for (const architecture of names) {
		const trial = await tryEmulator(architecture, engine.folder);
		if (trial.kind === "ran" && !outOfContainers.includes(architecture)) continue;
		broken.push({
			architecture,
			words: trial.kind === "failed" ? trial.words : void 0
		});
	}
	return broken;
}
async function removeNew(shell, broken, { image, said }) {
	const ours = broken.map(({ architecture }) => architecture).filter((name) => said.includes(`installing: ${name} OK`));
	if (ours.length === 0) return;
	await shell.capture("removing emulators that do not run", require_build_progress.uninstallCommand(ours, image));
}
async function failure(shell, { engine }, { trouble, said }) {
	const elsewhere = engine.kind === "elsewhere" ? engine.endpoint : void 0;
	const rootless = await isRootless(shell);
	return require_errors.explained(emulatorFailure(trouble, {
		rootless,
		elsewhere
	}, said));
}
async function isRootless(shell) {
	const { stdout } = await shell.capture("asking the engine for its privileges", [
		"docker",
		"info",
		"--format",
		"{{json .SecurityOptions}}"
	]).catch(() => ({ stdout: "" }));
	return stdout.includes("name=rootless");
}
// src/effects/emulators-set-up.ts
async function setUpEmulators(plan, ports) {
	const { shell, github } = ports;
	if (plan.kind === "none") {
		github.info(`No emulator to install: ${plan.why}`);
		return;
	}
	const installed = await installEmulators(shell, plan, (await provideImage(plan.image, ports)).reference);
	await transcript(github, `Emulators installed: ${plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none"}`, { ran: [installed] });
}
// src/effects/secret-files.ts
async function withSecretFiles(files, folder, body) {
	if (files.length === 0) return await body();
	try {
		await (0, node_fs_promises.mkdir)(folder, { mode: 448 });
		for (const { path, text } of files) await (0, node_fs_promises.writeFile)(path, text, { mode: 384 });
		return await body();
	} finally {
		await require_builder_node.removeFolder(folder);
	}
}
// src/report/context-dockerfile.ts
function dockerfilesIn(place, folders, targets) {
	if (targets === void 0) return [dockerfileOf(place, folders)];
	return dockerfilesOf(targets, folders, place.context);
}
function dockerfileOf({ context, file }, folders) {
	const given = file ?? (0, node_path.join)(context, "Dockerfile");
	return {
		name: (0, node_path.basename)(given),
		path: require_main.isRemote(context) ? void 0 : pathOf(given, folders)
	};
}
function dockerfilesOf(targets, { working, ...folders }, source) {
	const place = {
		working: (0, node_path.resolve)(working, folders.workdir ?? "."),
		...folders
	};
	return targets.map(({ name: target, context, dockerfile }) => {
		if (dockerfile === void 0) return {
			target,
			name: "Dockerfile",
			path: void 0
		};
		const given = (0, node_path.isAbsolute)(dockerfile) ? dockerfile : (0, node_path.join)(context, dockerfile);
		const isElsewhere = require_main.isRemote(context) || require_main.isRemote(source);
		return {
			target,
			name: (0, node_path.basename)(given),
			path: isElsewhere ? void 0 : pathOf(given, place)
		};
	});
}
function pathOf(given, { working, workspace }) {
	if (workspace === void 0 || require_main.isRemote(given)) return void 0;
	const path = (0, node_path.relative)((0, node_path.resolve)(workspace), (0, node_path.resolve)(working, given));
	if (path.startsWith("..") || (0, node_path.isAbsolute)(path)) return void 0;
	return path.split(node_path.sep).join("/");
}
// src/effects/builder-dead-nodes.ts
require_trouble.init_trouble();
const disconnected = [
	"lost",
	"unreachable",
	"passing"
];
async function namingDeadNodes(list, { name }, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof require_errors.CommandError) || !isDisconnected(error)) throw error;
		const dead = ((await list().catch(() => void 0))?.all.find((builder) => builder.name === name)?.nodes ?? []).filter(({ status }) => status !== "running");
		throw dead.length === 0 ? error : new require_errors.NodeError(error, dead);
	}
}
function isDisconnected({ stderr }) {
	return disconnected.includes(require_trouble.troubleOf(require_build_failure.lastWords(stderr)));
}
// src/effects/builder-probe.ts
require_pinned_images.init_dist();
async function probeBuilders(withBuildx, { existing, name, use }, folder) {
	if (existing === void 0 && name === void 0 && !use) return void 0;
	const kept = existing === void 0 && !use ? await readBuilder(`${name}`, folder) : void 0;
	if (kept !== void 0) return {
		all: [kept],
		current: "default"
	};
	return await listBuilders(await withBuildx()).catch((error) => nameBrokenFile(error, folder));
}
async function nameBrokenFile(error, folder) {
	if (!(error instanceof require_errors.CommandError)) throw error;
	const place = (0, node_path.join)(folder, "instances");
	const names = await (0, node_fs_promises.readdir)(place).catch(() => []);
	const files = (await Promise.all(names.map(async (name) => {
		const text = await (0, node_fs_promises.readFile)((0, node_path.join)(place, name), "utf8").catch(() => "{}");
		return isJson(text) ? [] : `${(0, node_path.join)(place, name)} (${text.length} bytes)`;
	}))).flat();
	if (files.length === 0) throw error;
	const tryThis = `remove ${files.join(", ")}: buildx keeps its builders there, and can't read that`;
	throw new require_errors.CommandError(error.doing, {
		...error,
		tryThis
	});
}
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
async function readBuilder(name, folder) {
	const builder = await require_builder_marks.readInstance(require_cleanup_undo.instanceFile(folder, name));
	return builder?.Nodes.length === 1 ? builderOf(builder) : void 0;
}
async function listBuilders(shell) {
	const { stdout } = await shell.capture("listing the builders", [
		"docker",
		"buildx",
		"ls",
		"--format",
		"{{json .}}"
	]);
	const builders = stdout.split("\n").filter((line) => line.trim() !== "").map((line) => require_pinned_images.parse(require_builder_marks.instance, JSON.parse(line)));
	return {
		all: builders.map(builderOf),
		current: builders.find(({ Current }) => Current)?.Name ?? "default"
	};
}
function builderOf({ Name, Driver, Nodes }) {
	return {
		name: Name,
		driver: Driver,
		nodes: Nodes.map((found) => ({
			name: found.Name,
			endpoint: found.Endpoint,
			status: found.Status,
			driverOpts: found.DriverOpts,
			flags: found.Flags,
			platforms: found.Platforms,
			...configOf(found.Files)
		}))
	};
}
const certificates = "/etc/buildkit/certs/";
function configOf(files) {
	const decoded = (name) => Buffer.from(files[name] ?? "", "base64").toString("utf8");
	try {
		const config = (0, import_toml.parse)(decoded("buildkitd.toml"));
		const withTexts = (_, value) => typeof value === "string" && value.startsWith(certificates) ? decoded(`certs/${value.slice(20)}`) : value;
		const access = JSON.parse(JSON.stringify(config, withTexts));
		return files["buildkitd.toml"] === void 0 ? none : {
			config,
			access
		};
	} catch {
		return none;
	}
}
const none = {
	config: void 0,
	access: void 0
};
// src/step/explain-failure.ts
async function explainingFailure({ shell, buildx, plan: { builder }, facts: { engine }, inputs, folder }, work) {
	const engineIsHere = engine !== void 0 && engine.elsewhere === void 0;
	const list = async () => listBuilders(shell.with({ buildx: await buildx.ready() }));
	return await require_build_progress.namingLeftOutLogins(inputs.login.leftOut, () => require_full_disk.namingFullDisks(shell, {
		builder,
		engineIsHere,
		folder
	}, () => namingDeadNodes(list, builder, work)));
}
// src/effects/builder-shared.ts
const pollMilliseconds = 100;
function sharedBuilder({ name, existing, driver, ...asked }, place) {
	if (place === null || name === void 0 || existing !== void 0) return void 0;
	if (driver === "docker") return void 0;
	const cleanup = require_cleanup_undo.cleanupOf(asked);
	const isQuietNow = async () => require_cleanup_undo.isQuiet(name, await require_cleanup_undo.livingRecords(place), Date.now());
	const say = (state) => require_cleanup_undo.changeRecord(place.path, { builder: {
		name,
		cleanup,
		state
	} });
	const forget = () => require_cleanup_undo.changeRecord(place.path, { builder: void 0 });
	return {
		others: () => require_cleanup_undo.livingRecords(place),
		say,
		whenQuiet: async (work) => {
			for (;;) {
				while (!await isQuietNow()) await (0, node_timers_promises.setTimeout)(pollMilliseconds);
				const done = await work();
				if (await isQuietNow()) return done;
			}
		},
		settle: async (plan) => {
			if (plan.kind === "existing") await (plan.goes === void 0 ? forget() : say("using"));
		},
		forget
	};
}
async function othersOf({ name, use }, place) {
	return place !== null && (name !== void 0 || use) ? await require_cleanup_undo.livingRecords(place) : [];
}
async function writeCurrent(place, current) {
	if (place === null || current === null) return;
	const { name, formers } = current;
	await require_cleanup_undo.changeRecord(place.path, { current: {
		name,
		formers: [...formers]
	} });
}
// src/plan/build-run-options.ts
function runOptions(run) {
	const { addHosts, allow, network, shmSize, ulimits, cgroupParent } = run;
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
	return require_read_inputs.permittedBy([...allow, ...network === "host" ? ["network.host"] : []]);
}
// src/plan/build-command.ts
function planBuild(inputs, settings) {
	const { platforms, tags, call } = inputs;
	const { files, context, epoch } = settings;
	const time = epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
	const cache = planCache(inputs, settings.cacheOwner);
	const environment = {
		...settings.environment,
		...time,
		...cache.environment
	};
	const { tokenHosts } = context;
	const secrets = planBuildSecrets(inputs.secrets, {
		folder: files.secrets,
		tokenHosts
	});
	const commandWith = ({ olderAttestations, anew }) => [
		...[
			"docker",
			"buildx",
			"build",
			"--builder",
			settings.builder
		],
		...call === void 0 ? [] : ["--call", call.text],
		...platforms.length === 0 ? [] : ["--platform", platforms.map(require_pinned_images.formatPlatform).join(",")],
		...call === void 0 ? whatComesOut(inputs, {
			...settings,
			olderAttestations
		}) : [],
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
		...["--", context.context]
	];
	const commandsWith = (olderAttestations) => ({
		command: commandWith({
			olderAttestations,
			anew: true
		}),
		again: commandWith({
			olderAttestations,
			anew: false
		})
	});
	const { compat } = inputs.attestations;
	return {
		...commandsWith(compat === "no-oci-artifact"),
		compatible: compat === "auto" ? commandsWith(true) : void 0,
		environment,
		platforms,
		tags,
		call,
		push: inputs.push && call === void 0,
		targets: [],
		allTargets: [],
		notes: [
			...context.why === void 0 ? [] : [context.why],
			...inputs.repeated.length === 0 ? [] : [repeatedText(inputs.repeated)],
			...cache.notes
		],
		secretFiles: secrets.files
	};
}
function repeatedText(repeated) {
	return `Platforms: each is built once, though some are named again: ${repeated.join(", ")}`;
}
function anewOptions({ noCache, noCacheFilters }) {
	return [...noCache ? ["--no-cache"] : [], ...noCacheFilters.flatMap((stage) => ["--no-cache-filter", stage])];
}
function whatComesOut(inputs, settings) {
	return [
		...require_main.exportOptions(inputs, settings),
		...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
		...planAttestations(inputs, settings.workflow)
	];
}
function filesFor({ call, outputs }, files) {
	return [...call === void 0 && !require_template.hasFilesOnly(outputs) ? ["--iidfile", files.imageId] : [], ...["--metadata-file", files.metadata]];
}
function option(name, value) {
	return value === void 0 ? [] : [name, value];
}
// src/plan/make-plan.ts
function makePlan(asked, facts, run) {
	const { inputs, config, client, context, epoch } = asked;
	const { network } = inputs;
	const { bake } = asked;
	const build = require_main.planLeg(inputs.build, run.workflowRun);
	const builds = bake?.builds ?? [{ build }];
	const { dockerConfig, environment } = client;
	const wanted = inputs.builder.existing ?? inputs.builder.name;
	const existing = facts.builders?.all.find(({ name }) => require_cleanup_undo.isSameName(name, `${wanted}`));
	const driver = existing?.driver ?? inputs.builder.driver;
	const elsewhere = require_build_progress.platformsElsewhere(inputs.builder, existing);
	const wantedByTargets = bake?.targets.flatMap((target) => target.entitlements) ?? [];
	const entitlements = require_read_inputs.permittedBy([...entitlementsOf(build.run), ...wantedByTargets]);
	const builder = require_cleanup_undo.planBuilder(inputs.builder, {
		facts,
		run,
		config,
		network,
		dockerConfig,
		entitlements
	});
	const access = require_registry_access.planAccess({
		...facts,
		...run,
		settings: [existing?.nodes[0]?.access, config?.settings],
		dockerConfig
	});
	const holds = inputs.builder.existing === void 0 && driver !== "remote";
	const insecure = holds || driver === "docker" ? [] : config?.insecureHosts ?? [];
	const nodes = (existing ?? inputs.builder).nodes.length;
	for (const one of builds) require_main.checkNodes(one.build, {
		nodes,
		insecure
	});
	const settings = {
		builder: builder.name,
		files: run.files,
		environment: config === void 0 ? {} : environment,
		insecure,
		context,
		byDigest: inputs.proof.verify === "before-tag" || build.leg === "true",
		epoch,
		...planAround(driver, facts, run)
	};
	return {
		emulation: require_build_progress.planEmulation(inputs.emulation, emulated(asked).filter((platform) => !require_build_progress.isElsewhere(platform, elsewhere)), {
			...run,
			facts,
			network,
			folder: run.files.folder,
			asItIs: inputs.builder.existing
		}),
		elsewhere,
		nodes: require_build_progress.buildNodes(builder.name, inputs.builder, existing),
		builder,
		current: planCurrent(builder, facts),
		build: bake === void 0 ? planBuild(build, settings) : bake.plan(build, settings),
		proof: require_registry_connections.planProof(builds, inputs.proof, {
			driver,
			nodes
		}),
		retry: {
			bound: inputs.patience.retryTimeout,
			silence: inputs.patience.bounds.push,
			reboots: driver === "docker-container",
			plainHosts: require_tool_image_buildkit.plainHostsOf(network.registries),
			access
		},
		signing: require_leg.planSigning(inputs.signing, asked.job, {
			access,
			bound: inputs.patience.retryTimeout,
			folder: run.files.folder
		}),
		pullBound: inputs.patience.bounds.pull,
		readBack: require_build_progress.planReadBack({
			name: builder.name,
			holds: holds && driver !== "docker"
		}, {
			config,
			environment,
			access
		}, run.files)
	};
}
function planCurrent({ name, use }, { builders, others }) {
	if (!use || builders === void 0) return null;
	return {
		name,
		formers: require_cleanup_undo.formersOf(builders.current, name, others)
	};
}
function planAround(driver, { isPrivate, keepsIndexes, engine }, { workflow: { runUrl, commit, attestsByDefault } }) {
	const byDefault = attestsByDefault && (driver !== "docker" || keepsIndexes);
	const platform = engine && `${engine.os}/${engine.architecture}`;
	return {
		workflow: {
			runUrl,
			isPrivate,
			byDefault
		},
		cacheOwner: {
			repository: commit?.repository,
			platform
		}
	};
}
function emulated({ inputs: { build }, bake }) {
	if (build.call !== void 0) return [];
	return bake === void 0 ? build.platforms : bake.platforms;
}
// src/step/plan-run.ts
async function planRun(known) {
	const { inputs, context, epoch, job, bake, machine, client, buildx } = known;
	const { buildkitdConfig: config } = known;
	const { own, undo, shell } = client;
	const { record } = undo.now();
	const { dockerConfig } = client.plan;
	const probe = () => probeBuilders(async () => shell.with({ buildx: await buildx.ready() }), inputs.builder, dockerConfig.buildxFolder);
	const shared = sharedBuilder(inputs.builder, record);
	await shared?.say("looking");
	const builders = await (shared === void 0 ? probe() : shared.whenQuiet(probe));
	const others = await othersOf(inputs.builder, record);
	const facts = {
		...machine,
		builders,
		others,
		isPrivate: known.isPrivate
	};
	const plan = makePlan({
		inputs,
		config,
		client: client.plan,
		context,
		epoch,
		job,
		bake
	}, facts, own);
	undo.change(require_cleanup_undo.undoAll(undo.now(), plan, {
		...facts,
		...own,
		...dockerConfig
	}));
	await shared?.settle(plan.builder);
	await writeCurrent(record, plan.current);
	return {
		plan,
		facts,
		sharing: shared && {
			shared,
			probe: async () => (await probe())?.all.find(({ name }) => require_cleanup_undo.isSameName(name, plan.builder.name)),
			differencesOf: (found) => require_cleanup_undo.differencesOf(inputs.builder, {
				...facts,
				network: inputs.network,
				config: config?.settings
			}, found),
			disown: () => undo.change({ builder: null })
		}
	};
}
// src/report/leg-outputs.ts
function legOutputs(result, run) {
	const [made] = result.images;
	const repository = made?.repositories[0];
	if (made?.image === void 0 || repository === void 0) return new Map();
	const { image, tags, digest } = made;
	const leg = require_leg.formatLeg({
		repository,
		tag: tags[0]?.tag,
		digest,
		run
	});
	return new Map(image.manifests.map(({ platform }) => [require_leg.legOutput(require_pinned_images.formatPlatform(platform)), leg]));
}
// src/step/report-result.ts
async function reportResult({ github, timeline, runner, folder }, result, { plan, facts, progress, ...resolved }) {
	const { inputs, description } = resolved;
	for (const warning of result.warnings) github.warning(warning);
	const legs = inputs.build.leg !== "false" ? legOutputs(result, runner.workflowRun) : [];
	for (const [name, value] of [...require_leg.outputsOf(result, description), ...legs]) github.setOutput(name, value);
	const names = inputs.build.event.describes ? require_main.bakeNamesOf(resolved) : void 0;
	if (names !== void 0) {
		const { writeBakeNames } = await Promise.resolve().then(() => require("./bake-names-write.cjs"));
		for (const [name, path] of await writeBakeNames(folder, inputs.bakeTarget, names)) github.setOutput(name, path);
	}
	const places = {
		engine: facts.engine,
		elsewhere: plan.elsewhere,
		nodes: plan.nodes
	};
	const phases = timeline.phases();
	await github.summarize(require_build_progress.summaryOf(result, {
		places,
		asked: plan.proof.builds,
		progress,
		phases
	}));
	for (const { target, digest, image, repositories } of result.images) {
		const platforms = image?.manifests.map(({ platform }) => require_pinned_images.formatPlatform(platform)) ?? [];
		const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
		const pushed = target === void 0 ? "Pushed" : `${target}: pushed`;
		if (repositories.length > 0) github.info(`${pushed} ${digest}${forThem}`);
	}
}
// src/step/with-bake.ts
async function withBake(run, resolved, shellFor) {
	const { bake } = resolved.inputs;
	if (bake === void 0) return resolved;
	const { readBake } = await Promise.resolve().then(() => require("./read-bake.cjs"));
	return await readBake(run, {
		resolved,
		given: bake
	}, await shellFor());
}
exports.annotateBuild = annotateBuild;
exports.buildxNeedOf = require_template.buildxNeedOf;
exports.checkBuilt = require_leg.checkBuilt;
exports.checkLoad = require_probe.checkLoad;
exports.dockerfilesIn = dockerfilesIn;
exports.engineApi = require_engine_api.engineApi;
exports.explainingFailure = explainingFailure;
exports.installBuildx = require_build_progress.installBuildx;
exports.planAttestations = planAttestations;
exports.planBakeSecrets = planBakeSecrets;
exports.planBuildx = require_build_progress.planBuildx;
exports.planCache = planCache;
exports.planRun = planRun;
exports.prepareClient = require_build_progress.prepareClient;
exports.readBuildFiles = require_builder_node.readBuildFiles;
exports.reportResult = reportResult;
exports.runBuild = runBuild;
exports.setUpBuilder = setUpBuilder;
exports.setUpEmulators = setUpEmulators;
exports.together = require_together.together;
exports.useBuilder = require_builder_marks.useBuilder;
exports.withBake = withBake;
exports.withSecretFiles = withSecretFiles;
