const require_read_inputs = require("./read-inputs.cjs");
const require_index = require("./index.cjs");
const require_dist = require("./valibot.cjs");
const require_run_files = require("./run-files.cjs");
const require_docker_config = require("./docker-config.cjs");
const require_summary = require("./summary.cjs");
const require_toml$1 = require("./iarna-toml.cjs");
const require_together = require("./together.cjs");
const require_builder_parts = require("./builder-parts.cjs");
const require_download = require("./download.cjs");
const require_attributes = require("./attributes.cjs");
const require_secrets = require("./secrets.cjs");
const require_reference = require("./reference.cjs");
const require_undo = require("./undo.cjs");
const require_main = require("./main.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_util = require("node:util");
let node_child_process = require("node:child_process");
// src/report/annotations.ts
const most = 10;
function warningAnnotations(warnings, dockerfile) {
	const all = warnings.map(({ rule, text, url, ...lines }) => {
		const more = url === void 0 ? "" : `\n${url}`;
		return {
			level: "warning",
			title: rule ?? "Dockerfile",
			message: `${text}${more}`,
			...placeOf(lines, dockerfile)
		};
	});
	if (all.length <= most) return all;
	const left = all.length - 9;
	return [...all.slice(0, 9), {
		level: "warning",
		title: "Dockerfile",
		message: `${left} more warnings are in the log`
	}];
}
function failureAnnotations(failure, dockerfile) {
	if (failure?.source === void 0) return [];
	const { step, output, source, error } = failure;
	return [{
		level: "error",
		title: step ?? "Dockerfile",
		message: [...output, error].join("\n"),
		...placeOf(source, dockerfile)
	}];
}
function placeOf({ file, line, endLine }, dockerfile) {
	if (dockerfile === void 0 || line === void 0 || file !== dockerfile.name) return {};
	return {
		file: dockerfile.path,
		line,
		endLine: endLine ?? line
	};
}
// src/result/build-warnings.ts
const key = "buildx.build.warnings";
const text = require_dist.pipe(require_dist.string(), require_dist.transform((base64) => Buffer.from(base64, "base64").toString("utf8")));
const range = require_dist.object({
	start: require_dist.object({ line: require_dist.number() }),
	end: require_dist.nullish(require_dist.object({ line: require_dist.number() }))
});
const built = require_dist.object({
	short: text,
	url: require_dist.nullish(require_dist.string()),
	sourceInfo: require_dist.nullish(require_dist.object({ filename: require_dist.nullish(require_dist.string()) })),
	range: require_dist.nullish(require_dist.array(range))
});
const checked = require_dist.object({
	ruleName: require_dist.string(),
	detail: require_dist.nullish(require_dist.string()),
	description: require_dist.nullish(require_dist.string()),
	url: require_dist.nullish(require_dist.string()),
	location: require_dist.nullish(require_dist.object({
		sourceIndex: require_dist.nullish(require_dist.number()),
		ranges: require_dist.nullish(require_dist.array(range))
	}))
});
const check = require_dist.object({
	warnings: require_dist.array(require_dist.unknown()),
	sources: require_dist.nullish(require_dist.array(require_dist.object({ filename: require_dist.nullish(require_dist.string()) })))
});
const metadata = require_dist.looseObject({
	[key]: require_dist.optional(require_dist.unknown()),
	"result.json": require_dist.optional(require_dist.unknown())
});
function buildWarnings(file) {
	const read = require_dist.parse(metadata, jsonOf(file));
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
		const read = require_dist.safeParse(built, item);
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
	const whole = require_dist.safeParse(check, given);
	if (!whole.success) return [];
	const { warnings, sources } = whole.output;
	return warnings.flatMap((item) => {
		const read = require_dist.safeParse(checked, item);
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
// src/effects/annotate-build.ts
async function annotateBuild(build, { files, dockerfile, github }) {
	const [end] = await Promise.allSettled([build]);
	const { metadata } = await require_run_files.readBuildFiles(files);
	const warnings = warningAnnotations(buildWarnings(metadata), dockerfile);
	for (const annotation of warnings) github.annotate(annotation);
	if (end.status === "fulfilled") return end.value;
	const failure = end.reason instanceof require_index.CommandError ? require_index.buildFailure(end.reason.stderr) : void 0;
	for (const annotation of failureAnnotations(failure, dockerfile)) github.annotate(annotation);
	throw end.reason;
}
// src/plan/next-build.ts
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
	const pause = require_summary.pauseBeforeNext(failed, bound);
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
// src/result/cache-failures.ts
const begins = /^#(\d+) ((?:importing cache manifest from|exporting cache to) .+)$/;
const fails = /^#(\d+) ERROR: (.+)$/;
const isAbsent = /: not found$|manifest unknown/i;
function cacheFailures(lines) {
	const names = new Map();
	return lines.flatMap(({ text }) => {
		const [, id = "", name] = begins.exec(text) ?? [];
		if (name !== void 0) names.set(id, name);
		const [, failed = "", words = ""] = fails.exec(text) ?? [];
		const what = names.get(failed);
		return what === void 0 || isAbsent.test(words) ? [] : [`${what}: ${words}`];
	});
}
// src/effects/watch-push.ts
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
	const what = plan.call === void 0 ? "building the image" : "reading the Dockerfile";
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
			if (require_summary.isProgress(text)) lines.push({
				text,
				at: timeline.now()
			});
		}
	}).then(() => void 0, (reason) => {
		if (reason instanceof require_index.CommandError) return reason;
		throw reason;
	});
	watch.end();
	return {
		error,
		stalled: watch.signal.aborted,
		progress: require_summary.progressOf(lines),
		cacheFailures: cacheFailures(lines)
	};
}
function commandText({ command, environment }) {
	const { SOURCE_DATE_EPOCH: epoch } = environment;
	const text = require_index.formatCommand(command);
	return epoch === void 0 ? text : `SOURCE_DATE_EPOCH=${epoch} ${text}`;
}
// src/effects/retry-after.ts
const timeout$1 = 1e4;
const accept = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
async function askRetryAfter(manifestUrl) {
	if (manifestUrl === void 0) return void 0;
	try {
		const signal = AbortSignal.timeout(timeout$1);
		const response = await fetch(manifestUrl, {
			headers: { accept },
			signal
		});
		await response.body?.cancel();
		const text = response.headers.get("retry-after");
		return response.ok || text === null ? void 0 : require_summary.parseRetryAfter(text.trim(), Date.now());
	} catch {
		return;
	}
}
// src/effects/build.ts
async function runBuild(plan, retry, doors) {
	const { github } = doors;
	const tries = await github.group(titleOf(plan), async (print) => {
		for (const note of plan.notes) print(note);
		return await buildPatiently(plan, retry, {
			...doors,
			print
		});
	});
	for (const failure of tries.cacheFailures) github.warning(`The build did without: ${failure}`);
	if (tries.verdicts.includes("artifacts")) github.warning(`${steppedDownText}; \`compat: no-oci-artifact\` or \`provenance: false\` does so at once`);
	return tries.progress;
}
async function buildPatiently(plan, retry, doors) {
	const verdicts = [];
	let command = plan.command;
	let since;
	let steps;
	for (;;) {
		const { error, stalled, progress, cacheFailures } = await buildOnce({
			...plan,
			command
		}, {
			failures: verdicts.length,
			silence: retry.silence
		}, doors);
		if (error === void 0) return {
			verdicts,
			cacheFailures,
			progress: {
				...progress,
				steps: steps ?? progress.steps
			}
		};
		since ??= performance.now();
		const stepsDone = steps !== void 0 || stalled || require_index.failedInExport(error.stderr);
		if (stepsDone) steps ??= progress.steps;
		const words = require_index.lastWords(error.stderr);
		const verdict = stalled ? "stalled" : error.exitCode === null ? "lasting" : require_summary.judge(words);
		verdicts.push(verdict);
		const retryAfter = await waitOf(verdict, words, plan, retry);
		const next = nextBuild({
			verdicts,
			stepsDone,
			elapsed: performance.now() - since,
			retryAfter
		}, plan, retry);
		if (next === void 0) {
			if (waits.includes(verdict)) doors.print(endText(retryAfter, retry));
			throw verdict === "stalled" ? new require_index.TimeoutError("push", retry.silence ?? 0) : error;
		}
		doors.print(nextText(next, verdicts.length + 1, retryAfter));
		await (0, node_timers_promises.setTimeout)(next.pause);
		command = next.command;
	}
}
async function waitOf(verdict, words, { tags }, { plainHosts }) {
	return verdict === "limited" ? await askRetryAfter(require_docker_config.limitedUrl(words, tags, plainHosts)) : void 0;
}
function nextText({ pause, why }, number, retryAfter) {
	const asked = retryAfter === void 0 ? "" : ", as the registry asks";
	return `Try ${number} ${pause === 0 ? "now" : `in ${require_index.formatDuration(pause)}${asked}`}: ${why}`;
}
const waits = [
	"passing",
	"limited",
	"stalled"
];
function endText(retryAfter, { bound }) {
	return `Not tried again: ${retryAfter === void 0 ? "" : `the registry wants ${require_index.formatDuration(retryAfter)}, and `}\`retry-timeout\` is ${bound === 0 ? "0" : require_index.formatDuration(bound)}`;
}
function titleOf({ call, push }) {
	if (call !== void 0) return `The Dockerfile's ${call.method}`;
	return push ? "Build and push" : "Build";
}
// src/effects/probe-builders.ts
var import_toml = require_toml$1.require_toml();
const node = require_dist.object({
	Name: require_dist.string(),
	Endpoint: require_dist.optional(require_dist.string(), ""),
	Status: require_dist.optional(require_dist.string(), ""),
	DriverOpts: require_dist.optional(require_dist.record(require_dist.string(), require_dist.string()), {}),
	Flags: require_dist.optional(require_dist.array(require_dist.string()), []),
	Platforms: require_dist.optional(require_dist.nullable(require_dist.array(require_dist.string()), []), []),
	Files: require_dist.optional(require_dist.record(require_dist.string(), require_dist.string()), {})
});
const listed = require_dist.object({
	Name: require_dist.string(),
	Driver: require_dist.optional(require_dist.string(), ""),
	Current: require_dist.optional(require_dist.boolean(), false),
	Nodes: require_dist.nullish(require_dist.array(node))
});
async function probeBuilders(shell, { existing, name, use }, folder) {
	if (existing === void 0 && name === void 0 && !use) return void 0;
	const kept = existing === void 0 && !use ? await readBuilder(`${name}`, folder) : void 0;
	return kept === void 0 ? await listBuilders(shell) : {
		all: [kept],
		current: "default"
	};
}
async function readBuilder(name, folder) {
	try {
		const text = await (0, node_fs_promises.readFile)((0, node_path.join)(folder, "instances", name), "utf8");
		const builder = require_dist.parse(listed, JSON.parse(text));
		return builder.Nodes?.length === 1 ? builderOf(builder) : void 0;
	} catch {
		return;
	}
}
async function listBuilders(shell) {
	const { stdout } = await shell.capture("listing the builders", [
		"docker",
		"buildx",
		"ls",
		"--format",
		"{{json .}}"
	]);
	const builders = stdout.split("\n").filter((line) => line.trim() !== "").map((line) => require_dist.parse(listed, JSON.parse(line)));
	return {
		all: builders.map(builderOf),
		current: builders.find(({ Current }) => Current)?.Name ?? "default"
	};
}
function builderOf({ Name, Driver, Nodes }) {
	return {
		name: Name,
		driver: Driver,
		nodes: (Nodes ?? []).map((found) => ({
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
// src/effects/dead-nodes.ts
const disconnected = /deadline exceeded|code = Unavailable|connection refused|error reading from server|closing transport|no such container|is not running/i;
async function namingDeadNodes(shell, { name }, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof require_index.CommandError) || !disconnected.test(error.stderr)) throw error;
		const dead = ((await listBuilders(shell).catch(() => void 0))?.all.find((builder) => builder.name === name)?.nodes ?? []).filter(({ status }) => status !== "running");
		throw dead.length === 0 ? error : new require_index.NodeError(error, dead);
	}
}
// src/effects/full-disk.ts
const full = /no space left on device|disk quota exceeded/i;
async function namingFullDisks(shell, disks, work) {
	try {
		return await work();
	} catch (error) {
		if (!isFull(error)) throw error;
		throw new require_index.FullDiskError(error, await placesOf(shell, disks));
	}
}
function isFull(error) {
	if (error instanceof require_index.CommandError) return full.test(error.stderr);
	if (error instanceof require_index.NodeError) return isFull(error.cause);
	const { code } = error;
	return error instanceof Error && (code === "ENOSPC" || code === "EDQUOT");
}
async function placesOf(shell, disks) {
	return (await Promise.all([disks.engineIsHere ? enginePlace(shell, disks.builder) : void 0, placeAt("the runner's temporary files", disks.folder)])).filter((place) => place !== void 0);
}
async function enginePlace(shell, builder) {
	const volume = builder.kind === "create" && builder.here ? `${builder.here.container}_state` : "";
	const state = volume === "" ? void 0 : await answer(shell, [
		"docker",
		"volume",
		"inspect",
		"--format",
		"{{.Mountpoint}}",
		volume
	]);
	if (state !== void 0) return await placeAt("what BuildKit keeps", state);
	const root = await answer(shell, [
		"docker",
		"info",
		"--format",
		"{{.DockerRootDir}}"
	]);
	return root === void 0 ? void 0 : await placeAt("what the engine keeps", root);
}
async function answer(shell, command) {
	return (await shell.capture("looking for the full disk", command).catch(() => void 0))?.stdout.trim() || void 0;
}
async function placeAt(what, path) {
	try {
		const { bavail, blocks, bsize } = await (0, node_fs_promises.statfs)(path);
		return {
			what,
			path,
			free: bavail * bsize,
			size: blocks * bsize
		};
	} catch {
		return path === (0, node_path.dirname)(path) ? void 0 : await placeAt(what, (0, node_path.dirname)(path));
	}
}
// src/effects/secret-files.ts
async function withSecretFiles(files, folder, body) {
	if (files.length === 0) return await body();
	try {
		await (0, node_fs_promises.mkdir)(folder, { mode: 448 });
		for (const { path, text } of files) await (0, node_fs_promises.writeFile)(path, text, { mode: 384 });
		return await body();
	} finally {
		await require_run_files.removeFolder(folder);
	}
}
// src/effects/builder.ts
async function createBuilder(shell, plan) {
	const { context, boot } = plan;
	for (const { path, text } of plan.files) await (0, node_fs_promises.writeFile)(path, text, { mode: 384 });
	const ran = [];
	const run = async (doing, command) => {
		ran.push({
			command,
			output: await shell.capture(doing, command)
		});
	};
	if (context !== void 0) await run("telling Docker of the engine behind TLS", context.create);
	const doing = boot === void 0 ? "creating and booting the builder" : "creating the builder";
	for (const command of plan.create) await run(doing, command);
	if (plan.secretOptions !== void 0) await addSecretOptions(plan.secretOptions);
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
const options = require_dist.nullish(require_dist.record(require_dist.string(), require_dist.string()));
const instance = require_dist.looseObject({ Nodes: require_dist.array(require_dist.looseObject({ DriverOpts: options })) });
async function addSecretOptions({ file, ofNodes }) {
	const builder = require_dist.parse(instance, JSON.parse(await (0, node_fs_promises.readFile)(file, "utf8")));
	const nodes = builder.Nodes.map((node, index) => ({
		...node,
		DriverOpts: {
			...node.DriverOpts,
			...ofNodes[index]
		}
	}));
	await (0, node_fs_promises.writeFile)(file, JSON.stringify({
		...builder,
		Nodes: nodes
	}), { mode: 384 });
}
async function useBuilder(shell, name) {
	await shell.capture(`making \`${name}\` the current builder`, [
		"docker",
		"buildx",
		"use",
		name
	]);
}
// src/plan/binfmt-status.ts
const names = require_dist.nullish(require_dist.array(require_dist.string()), []);
const status = require_dist.pipe(require_dist.string(), require_dist.parseJson(), require_dist.object({
	supported: names,
	emulators: names
}));
function parseBinfmtStatus(stdout) {
	const read = require_dist.safeParse(status, /\{[\s\S]*\}/.exec(stdout)?.[0]);
	if (!read.success) return void 0;
	const { supported, emulators } = read.output;
	const architectures = supported.map((platform) => platform.split("/")[1] ?? "");
	return {
		runs: [...new Set(architectures)],
		handlers: emulators
	};
}
// src/report/emulator-failure.ts
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
			return `${architecture}${words === void 0 ? "" : ` (the kernel says: ${words})`}`;
		});
		return `an emulator is registered, and runs nothing${elsewhere === void 0 ? "" : ` on the machine of the engine at ${elsewhere}`}: ${list.join(", ")}`;
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
	if (/permission denied|operation not permitted|\bEPERM\b|privileged/i.test(words)) return `the engine refuses privileged containers: allow them on ${there}, or register the emulators there as root and set \`qemu: off\``;
	if (trouble.kind === "no-list") return `the kernel of ${there} offers no binfmt_misc: load it there as root (\`modprobe binfmt_misc\`), ${avoid}`;
	if (/already registered/i.test(words)) return "what is registered under these names is switched off, or does not reach into containers (it has no flag F): `reset: true` replaces it";
	if (trouble.kind === "broken") return "`reset: true` registers them anew; if that does not help, name another `binfmt-image`";
	return "check that `binfmt-image` has these emulators, or name others in `qemu`";
}
// src/plan/tiny-program.ts
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
// src/effects/try-emulator.ts
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
function run(file) {
	return new Promise((resolve) => {
		(0, node_child_process.execFile)(file, {
			timeout,
			killSignal: "SIGKILL"
		}, (error, _, stderr) => {
			if (error === null) return resolve({
				kind: "failed",
				words: "it ended too early"
			});
			const { code, signal, killed } = error;
			if (code === 86) return resolve({ kind: "ran" });
			if (code === "EACCES" || code === "ETXTBSY") return resolve({ kind: "untried" });
			const said = stderr.trim();
			const cause = killed === true ? "it did not end" : signal ?? systemError(code);
			resolve({
				kind: "failed",
				words: said === "" ? cause : `${cause}: ${said}`
			});
		});
	});
}
function systemError(code) {
	const name = code === shellTookOver ? "ENOEXEC" : code;
	const known = [...(0, node_util.getSystemErrorMap)().values()].find(([known]) => known === name);
	return known === void 0 ? `exit code ${name}` : `${name}, ${known[1]}`;
}
// src/effects/emulators.ts
async function installEmulators(shell, plan, image) {
	const command = require_summary.installCommand(plan, image);
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
	const unregistered = unproven.filter((name) => !status.handlers.includes(require_summary.handlerName(name)));
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
	return status.handlers.map(require_summary.architectureOf).filter((name) => name !== void 0);
}
async function runBinfmt(shell, plan, command) {
	try {
		return await shell.capture("installing emulators for foreign CPUs", command);
	} catch (error) {
		if (!(error instanceof require_index.CommandError)) throw error;
		throw await failure(shell, plan, {
			trouble: { kind: "no-container" },
			said: `${error.stderr.trim() || error.message}\nThe command was: ${require_index.formatCommand(command)}`
		});
	}
}
async function brokenOf({ engine }, names) {
	if (engine.kind === "elsewhere") return names.map((architecture) => ({ architecture }));
	const outOfContainers = require_summary.lacking(names, await require_docker_config.probeHandlers() ?? []);
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
	await shell.capture("removing emulators that do not run", require_summary.uninstallCommand(ours, image));
}
async function failure(shell, { engine }, { trouble, said }) {
	const elsewhere = engine.kind === "elsewhere" ? engine.endpoint : void 0;
	const rootless = await isRootless(shell);
	return new require_index.UserError(emulatorFailure(trouble, {
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
	const worthIt = ["passing", "limited"].includes(require_summary.judge(words)) && again.failures < tries && again.due <= 12e4;
	return queue.flatMap((waiting) => {
		if (waiting !== failed) return [waiting];
		return worthIt ? [again] : [];
	});
}
// src/report/image-failure.ts
const remedies = [
	[/server gave HTTP response to HTTPS client/i, "the engine pulls this image, so a mirror over plain HTTP has to be among `insecure-registries` in the engine's own daemon.json"],
	[/x509|certificate/i, "the engine pulls this image, so a registry's own certificate authority has to be in `/etc/docker/certs.d/HOST:PORT/ca.crt` on the engine's machine"],
	[/denied|unauthorized|no basic auth|forbidden|toomanyrequests|\b429\b/i, "log in to the registry with `registry-auth`"]
];
const always = "name registries that have the image in `mirrors`, or pull it on the engine's machine beforehand";
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
// src/effects/tool-image.ts
async function getToolImage(doors, image, pullBound) {
	const { local } = image;
	return local === void 0 ? await pullFirst(doors, image, pullBound) : {
		...local,
		transcript: []
	};
}
async function pullFirst(doors, image, pullBound) {
	const start = performance.now();
	const transcript = [];
	const tried = [];
	let queue = queueOf(image.candidates);
	for (let next = nextOf(queue); next !== void 0; next = nextOf(queue)) {
		await (0, node_timers_promises.setTimeout)(Math.max(0, next.due - (performance.now() - start)));
		const { candidate } = next;
		const command = pullCommand(candidate);
		transcript.push(require_index.formatCommand(command));
		const words = await failureOf(doors.shell, {
			what: image.what,
			command,
			bound: pullBound
		});
		const found = words === void 0 ? await require_docker_config.inspectImage(candidate.reference, doors) : void 0;
		if (found?.os === image.os && found.architecture === image.architecture) return {
			...found,
			transcript
		};
		const failure = words ?? `it is not for ${image.os}/${image.architecture}`;
		const retryAfter = require_summary.isLimited(failure) ? await askRetryAfter(candidate.manifestUrl) : void 0;
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
	throw new require_index.UserError(imageFailure(image.what, tried));
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
		if (!(error instanceof require_index.CommandError)) throw error;
		if (bound !== void 0 && signal?.aborted) return stalledText(bound);
		return error.stderr.trim() || error.message;
	}
}
function stalledText(bound) {
	return `the pull did not end within ${require_index.formatDuration(bound)} (\`timeout: pull=…\`)`;
}
function waitText(milliseconds) {
	return `the registry wants to be asked again in ${Math.ceil(milliseconds / 1e3)} s`;
}
// src/effects/provide-image.ts
async function provideImage(image, { shell, github, engine, login, pullBound }) {
	if (image.local === void 0) await login;
	const found = await getToolImage({
		shell,
		engine
	}, image, pullBound);
	const { reference, transcript } = found;
	if (transcript.length === 0) github.info(`${image.what}: ${reference}, which the engine has`);
	else await github.group(`${image.what}: ${reference}, pulled`, async (print) => {
		for (const line of transcript) print(line);
	});
	return found;
}
async function provideBuildkitImage(plan, doors) {
	const [first, ...others] = plan.create;
	if (plan.image === void 0 || first === void 0) return plan;
	const { id, reference } = await provideImage(plan.image, doors);
	const stays = plan.cleanup === "nothing";
	if (!stays) doors.github.info(`buildx gets it by its ID, ${shortId(id)}, so that it pulls nothing`);
	return {
		...plan,
		create: [require_docker_config.createWithImage(first, stays ? reference : id), ...others]
	};
}
function shortId(id) {
	return id.replace(/^sha256:/, "").slice(0, 12);
}
// src/effects/set-up.ts
async function setUp({ emulation, builder, pullBound }, { phases, ...doors }) {
	await require_together.together([
		doors.buildx,
		doors.login,
		phases.run("emulators", doors.shell, (shell) => setUpEmulators(emulation, {
			...doors,
			pullBound,
			shell
		})),
		phases.run("builder", doors.shell, (shell) => setUpBuilder(builder, {
			...doors,
			pullBound,
			shell
		}))
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
			if (plan.differences.length > 0) github.warning(`Builder ${plan.name} is not what the inputs ask for: ${plan.differences.join("; ")}. Remove it (docker buildx rm ${plan.name}), or take another \`name\``);
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
	const installed = await installEmulators(shell, plan, (await provideImage(plan.image, doors)).reference);
	await transcript(github, `Emulators installed: ${plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none"}`, { ran: [installed] });
}
async function transcript(github, title, { ran, config }) {
	await github.group(title, async (print) => {
		if (config !== void 0) print(`buildkitd.toml:\n\n${config.trimEnd()}\n`);
		for (const { command, output } of ran) {
			print(require_index.formatCommand(command));
			for (const text of [output.stderr, output.stdout]) if (text.trim() !== "") print(text.trimEnd());
		}
	});
}
// src/plan/attestations.ts
function planAttestations(inputs, workflow) {
	const { provenance, sbom, attests } = inputs.attestations;
	const kinds = attests.map((attest) => require_attributes.attribute(attest, "type"));
	const wanted = provenance ?? defaultProvenance(inputs, workflow, kinds.includes("provenance"));
	const first = [...wanted === void 0 ? [] : [provenanceText(wanted, workflow)], ...sbom === void 0 ? [] : [sbomText(sbom)]];
	const rest = attests.filter((_, index) => {
		const kind = kinds[index];
		return !(kind === "provenance" && provenance) && !(kind === "sbom" && sbom);
	});
	return [...first, ...rest.map((attest) => restText(attest, workflow))].flatMap((text) => ["--attest", text]);
}
function defaultProvenance({ outputs, load }, { isPrivate, byDefault }, isThere) {
	if (isThere || !byDefault || require_read_inputs.hasDockerExporter(outputs, load)) return void 0;
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
	if (runUrl === void 0 || require_attributes.attribute(attributes, "builder-id") !== void 0) return text;
	return `${text},${require_secrets.csvField(`builder-id=${runUrl}`)}`;
}
function sbomText(sbom) {
	return sbom.kind === "attributes" ? `type=sbom,${sbom.attributes.text}` : `type=sbom,disabled=${sbom.kind === "off"}`;
}
function restText(attest, workflow) {
	return require_attributes.attribute(attest, "type") === "provenance" ? withBuilder(attest, workflow) : attest.text;
}
// src/plan/build-secrets.ts
const gitToken = "GIT_AUTH_TOKEN";
function planBuildSecrets({ secrets, files, variables, ssh, githubToken }, { folder, needsToken }) {
	const hasToken = [
		...secrets,
		...files,
		...variables
	].some(({ id }) => id === gitToken);
	const token = needsToken && !hasToken && githubToken !== void 0 ? [{
		id: gitToken,
		value: githubToken
	}] : [];
	const written = [...secrets, ...token].map(({ id, value }, index) => ({
		id,
		file: {
			path: `${folder}/${index}`,
			text: value
		}
	}));
	return {
		arguments: [...[
			...variables.map(({ id, name }) => `id=${id},${require_secrets.csvField(`env=${name}`)}`),
			...written.map(({ id, file }) => `id=${id},${require_secrets.csvField(`src=${file.path}`)}`),
			...files.map(({ id, path }) => `id=${id},${require_secrets.csvField(`src=${path}`)}`)
		].flatMap((secret) => ["--secret", secret]), ...ssh.flatMap(({ text }) => ["--ssh", text])],
		files: written.map(({ file }) => file)
	};
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
	const text = fields.map(({ key, value }) => require_secrets.csvField(`${key}=${value}`)).join(",");
	return {
		entry: {
			...entry,
			text,
			fields
		},
		environment: Object.fromEntries(taken)
	};
}
// src/plan/cache.ts
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
	return entry.type === "gha" && require_attributes.attribute(entry, "scope") === void 0;
}
function failsBuild(entry) {
	return ignoresErrors.includes(entry.type) && require_attributes.attribute(entry, "ignore-error") === void 0;
}
function extended({ text }, more) {
	return [text, ...more.map(require_secrets.csvField)].join(",");
}
function scopeOf({ tags, platforms, outputs, target }, owner) {
	const [output] = outputs.flatMap((given) => require_attributes.attribute(given, "name") ?? []);
	const name = tags[0]?.repository ?? output?.split(",")[0] ?? [owner.repository ?? "image", target ?? ""].filter(Boolean).join("-");
	const list = platforms.map(require_read_inputs.formatPlatform).sort();
	return [name, ...list.length > 0 ? list : [owner.platform ?? "native"]].join("-").replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
// src/plan/exporters.ts
const olderAttestations = "oci-artifact=false";
function exportOptions(inputs, settings) {
	const { tags, push, load } = inputs;
	const { insecure, byDigest, epoch } = settings;
	const rewrite = epoch === void 0 ? "" : ",rewrite-timestamp=true";
	const more = settings.olderAttestations ? `${rewrite},${olderAttestations}` : rewrite;
	const loads = rewrite === "" ? ["--load"] : ["--output", `type=docker${rewrite}`];
	const apart = (push ? [...new Set(tags.map(hostOf))] : []).filter((host) => insecure.includes(host));
	if (apart.length === 0 && !byDigest) {
		const names = tags.flatMap((tag) => ["--tag", require_reference.formatReference(tag)]);
		const pushes = more === "" ? ["--push"] : ["--output", `type=image,push=true${more}`];
		return [
			...names,
			...push ? pushes : [],
			...load ? loads : []
		];
	}
	const rest = tags.filter((tag) => !apart.includes(hostOf(tag)));
	return [...[...apart.map((host) => ({
		tags: tags.filter((tag) => hostOf(tag) === host),
		insecure: true
	})), ...rest.length === 0 ? [] : [{
		tags: rest,
		insecure: false
	}]].flatMap((group) => {
		return ["--output", `type=image,${require_secrets.csvField(`name=${namesFor(group.tags, byDigest).join(",")}`)}${byDigest ? ",push-by-digest=true,name-canonical=true" : ""},push=true${group.insecure ? ",registry.insecure=true" : ""}${more}`];
	}), ...load ? loads : []];
}
function namesFor(tags, byDigest) {
	if (!byDigest) return tags.map(require_reference.formatReference);
	return [...new Set(tags.map(({ repository }) => repository))];
}
function hostOf({ repository }) {
	return repository.slice(0, repository.indexOf("/"));
}
// src/plan/run-options.ts
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
	const names = [...allow.map((name) => name.split("=")[0] ?? name)];
	return [...new Set([...names, ...network === "host" ? ["network.host"] : []])];
}
// src/plan/build.ts
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
	const { needsToken } = context;
	const secrets = planBuildSecrets(inputs.secrets, {
		folder: files.secrets,
		needsToken
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
		...platforms.length === 0 ? [] : ["--platform", platforms.map(require_read_inputs.formatPlatform).join(",")],
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
		notes: [...context.why === void 0 ? [] : [context.why], ...cache.notes],
		secretFiles: secrets.files
	};
}
function anewOptions({ noCache, noCacheFilters }) {
	return [...noCache ? ["--no-cache"] : [], ...noCacheFilters.flatMap((stage) => ["--no-cache-filter", stage])];
}
function whatComesOut(inputs, settings) {
	const form = (output) => settings.olderAttestations && require_read_inputs.pushesImage(output) && require_attributes.attribute(output, "oci-artifact") === void 0 ? `,${olderAttestations}` : "";
	return [
		...exportOptions(inputs, settings),
		...inputs.outputs.flatMap((output) => ["--output", `${output.text}${form(output)}`]),
		...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
		...planAttestations(inputs, settings.workflow)
	];
}
function filesFor({ call, outputs }, files) {
	return [...call === void 0 && !require_read_inputs.hasFilesOnly(outputs) ? ["--iidfile", files.imageId] : [], ...["--metadata-file", files.metadata]];
}
function option(name, value) {
	return value === void 0 ? [] : [name, value];
}
// src/plan/leg.ts
function planLeg(build, run) {
	const [platform] = build.platforms;
	if (build.leg !== "tagged" || platform === void 0) return build;
	const tag = `crossbuild-${run}-${require_read_inputs.formatPlatform(platform).replaceAll("/", "-")}`;
	const repositories = new Set(build.tags.map(({ repository }) => repository));
	return {
		...build,
		tags: [...repositories].map((repository) => ({
			repository,
			tag
		}))
	};
}
function checkNodes({ leg, platforms }, nodes) {
	if (leg !== "true" || nodes < 2 || platforms.length < 2) return;
	throw new require_index.UserError(`\`leg\`: the builder has ${nodes} nodes, and buildx moves the tag \`latest\` when several nodes push by digest. What to try: \`leg: tagged\`, one platform in this job, or a builder of one node`);
}
// src/plan/make-plan.ts
function makePlan(asked, facts, run) {
	const { inputs, config, client, context, epoch } = asked;
	const { network } = inputs;
	const build = planLeg(inputs.build, run.workflowRun);
	const { dockerConfig, environment } = client;
	const wanted = inputs.builder.existing ?? inputs.builder.name;
	const existing = facts.builders?.all.find(({ name }) => name === wanted);
	const driver = existing?.driver ?? inputs.builder.driver;
	checkNodes(build, (existing ?? inputs.builder).nodes.length);
	const elsewhere = require_summary.platformsElsewhere(inputs.builder, existing);
	const entitlements = entitlementsOf(build.run);
	const builder = require_summary.planBuilder(inputs.builder, {
		facts,
		run,
		config,
		network,
		dockerConfig,
		entitlements
	});
	const holds = inputs.builder.existing === void 0 && driver !== "remote";
	const insecure = holds || driver === "docker" ? [] : config?.insecureHosts ?? [];
	return {
		emulation: require_summary.planEmulation(inputs.emulation, emulated(asked).filter((platform) => !require_summary.isElsewhere(platform, elsewhere)), {
			...run,
			facts,
			network,
			folder: run.files.folder,
			asItIs: inputs.builder.existing
		}),
		elsewhere,
		nodes: require_summary.buildNodes(builder.name, inputs.builder, existing),
		builder,
		build: planBuild(build, {
			builder: builder.name,
			files: run.files,
			environment: config === void 0 ? {} : environment,
			insecure,
			context,
			byDigest: inputs.proof.verify === "before-tag" || build.leg === "true",
			epoch,
			...planAround(driver, facts, run)
		}),
		proof: require_summary.planProof(build, inputs.proof, {
			driver,
			nodes: existing?.nodes.length ?? inputs.builder.nodes.length
		}),
		retry: {
			bound: inputs.patience.retryTimeout,
			silence: inputs.patience.bounds.push,
			reboots: driver === "docker-container",
			plainHosts: require_docker_config.plainHostsOf(network.registries)
		},
		pullBound: inputs.patience.bounds.pull,
		readBack: require_summary.planReadBack({
			name: builder.name,
			holds: holds && driver !== "docker"
		}, {
			config,
			environment,
			access: require_docker_config.planAccess({
				...facts,
				...run,
				settings: [existing?.nodes[0]?.access, config?.settings],
				dockerConfig
			})
		}, run.files)
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
function emulated({ inputs: { build } }) {
	return build.call === void 0 ? build.platforms : [];
}
// src/prepare.ts
async function prepare(run, files, asked) {
	const { runId, folder, runner, github } = run;
	const { inputs, context, epoch, buildkitdConfig: config, machine, phases } = asked;
	require_docker_config.checkLoad(inputs.build, machine);
	const need = require_read_inputs.buildxNeedOf(inputs.build);
	const planned = require_together.waitedForLater(asked.buildxFacts.then((found) => require_download.planBuildx(inputs.buildx, found, need)));
	if (inputs.buildx.version.kind !== "any") await planned;
	const own = {
		runId,
		files,
		owner: await require_builder_parts.ownerOn(runner.machine),
		...runner
	};
	const client = require_summary.planClient(inputs, machine, own);
	if (machine.engine !== void 0) github.info(engineText(machine.engine));
	const undo = require_undo.undoClient(client, {
		...own,
		endpoint: machine.endpoint
	});
	github.saveState("undo", JSON.stringify(undo));
	await require_run_files.makeRunFiles(own, config);
	const user = machine.userConfig;
	const credentials = await require_summary.setUpCredentials(client, {
		inputs,
		user
	}, run);
	const buildx = require_together.waitedForLater(planned.then((plan) => phases.run("buildx", run.shell, (own) => require_summary.installBuildx(plan, {
		...client,
		folder,
		user
	}, {
		...run,
		shell: own
	}))));
	const shell = require_index.withBuildx(credentials.shell, buildx);
	const login = require_together.waitedForLater(phases.run("login", shell, credentials.logIn));
	const { buildxFolder } = client.dockerConfig;
	const builders = await probeBuilders(shell, inputs.builder, buildxFolder);
	const facts = {
		...machine,
		builders
	};
	const plan = makePlan({
		inputs,
		config,
		client,
		context,
		epoch
	}, facts, own);
	const all = require_undo.undoAll(undo, plan, {
		...facts,
		...own,
		...client.dockerConfig
	});
	github.saveState("undo", JSON.stringify(all));
	return {
		plan,
		facts,
		shell,
		buildx,
		login
	};
}
function engineText({ version, os, architecture }) {
	return `Docker engine ${version} on ${os}/${architecture}`;
}
// src/report/dockerfile-path.ts
function dockerfilePath({ context, file }, { working, workspace }) {
	const given = file ?? (0, node_path.join)(context, "Dockerfile");
	if (workspace === void 0 || require_main.isRemote(context) || require_main.isRemote(given)) return void 0;
	const path = (0, node_path.relative)((0, node_path.resolve)(workspace), (0, node_path.resolve)(working, given));
	if (path.startsWith("..") || (0, node_path.isAbsolute)(path)) return void 0;
	return {
		path: path.split(node_path.sep).join("/"),
		name: (0, node_path.basename)(path)
	};
}
// src/report/leg-outputs.ts
function legOutputs(result, run) {
	const { image, repositories, tags, digest } = result;
	const [repository] = repositories;
	if (image === void 0 || digest === void 0 || repository === void 0) return new Map();
	const leg = require_summary.formatLeg({
		repository,
		tag: tags[0]?.tag,
		digest,
		run
	});
	return new Map(image.manifests.map(({ platform }) => [require_summary.legOutput(require_read_inputs.formatPlatform(platform)), leg]));
}
// src/carry-out.ts
async function carryOut(run, files, asked) {
	const { github } = run;
	const { phases } = asked;
	const prepared = await prepare(run, files, asked);
	const progress = await build(run, files, {
		...asked,
		...prepared
	});
	const { plan, shell } = prepared;
	if (plan.build.call !== void 0) return github.setOutput("builder", plan.builder.name);
	const built = await require_run_files.readBuildFiles(files);
	const { readBack } = await Promise.resolve().then(() => require("./read-back.cjs")).then((n) => n.read_back_exports);
	await tell(run, await phases.run("verification", shell, (own) => readBack(plan, built, {
		shell: own,
		github
	})), {
		...asked,
		...prepared,
		progress
	});
}
async function build({ github, timeline, runner }, files, { inputs, context, plan, facts, shell, buildx, login, phases }) {
	const dockerfile = dockerfilePath({
		...inputs.build,
		...context
	}, runner.folders);
	const { secretFiles } = plan.build;
	const engineIsHere = facts.engine !== void 0 && facts.engine.elsewhere === void 0;
	const disks = {
		builder: plan.builder,
		engineIsHere,
		folder: files.folder
	};
	const naming = (work) => namingFullDisks(shell, disks, () => namingDeadNodes(shell, plan.builder, work));
	return await naming(async () => {
		const doors = {
			shell,
			github,
			engine: require_together.engineApi(facts.endpoint),
			buildx,
			login,
			phases
		};
		await require_together.together([setUp(plan, doors), Promise.resolve().then(() => require("./read-back.cjs")).then((n) => n.read_back_exports)]);
		return await annotateBuild(phases.run("build", shell, (own) => withSecretFiles(secretFiles, files.secrets, () => runBuild(plan.build, plan.retry, {
			shell: own,
			github,
			timeline
		}))), {
			files,
			dockerfile,
			github
		});
	});
}
async function tell({ github, timeline, runner }, result, { inputs, description, plan, facts, progress }) {
	for (const warning of result.warnings) github.warning(warning);
	const legs = inputs.build.leg !== "false" ? legOutputs(result, runner.workflowRun) : [];
	for (const [name, value] of [...require_secrets.outputsOf(result, description), ...legs]) github.setOutput(name, value);
	const places = {
		engine: facts.engine,
		elsewhere: plan.elsewhere,
		nodes: plan.nodes
	};
	const phases = timeline.phases();
	await github.summarize(require_summary.summaryOf(result, {
		places,
		asked: plan.build.platforms,
		progress,
		phases
	}));
	const platforms = result.image?.manifests.map(({ platform }) => require_read_inputs.formatPlatform(platform)) ?? [];
	const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
	if (result.repositories.length > 0) github.info(`Pushed ${result.digest}${forThem}`);
}
exports.carryOut = carryOut;
