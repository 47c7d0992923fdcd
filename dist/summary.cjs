const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_parsed = require("./parsed.cjs");
const require_index = require("./index.cjs");
const require_semver$1 = require("./semver.cjs");
const require_undo = require("./undo.cjs");
const require_run_files = require("./run-files.cjs");
const require_dist = require("./valibot.cjs");
const require_nearest = require("./nearest.cjs");
const require_exporters = require("./exporters.cjs");
const require_reference = require("./reference.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_toml = require("./iarna-toml.cjs");
const require_owner = require("./owner.cjs");
const require_builder_parts = require("./builder-parts.cjs");
const require_secrets = require("./secrets.cjs");
let node_crypto = require("node:crypto");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
// src/plan/registry-access.ts
function planAccess({ settings, dockerConfig, userConfig, proxies }) {
	return {
		hosts: Object.assign({}, ...settings.map(require_toml.hostsOf)),
		dockerConfig: dockerConfig.own?.folder ?? userConfig.folder,
		proxies
	};
}
function placeOf$2(repository) {
	const slash = repository.indexOf("/");
	const host = repository.slice(0, slash);
	return {
		host: host === "docker.io" ? hubHost : host,
		path: repository.slice(slash + 1)
	};
}
const hubHost = "registry-1.docker.io";
function credentialKey(host) {
	return host === "docker.io" || host === hubHost ? "https://index.docker.io/v1/" : host;
}
function isLoopback(host) {
	return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
}
// src/plan/manifest-url.ts
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
function plainHostsOf(registries) {
	return registries.filter(({ http }) => http === true).map(({ host }) => host);
}
function manifestUrl({ registry, path, version }, plainHosts) {
	const plain = isLoopback(registry) || plainHosts.includes(registry);
	const { host } = placeOf$2(`${registry}/${path}`);
	const name = version.split("@")[1] ?? version.slice(1);
	return `${plain ? "http" : "https"}://${host}/v2/${path}/manifests/${name}`;
}
function limitedUrl(words, tags, plainHosts) {
	const [, named] = /(?:failed to push|source metadata for) (\S+?):? /.exec(words) ?? [];
	const [first] = tags.map(require_reference.formatReference);
	const image = require_read_inputs.parseImageName(named ?? first ?? "");
	return image.ok ? manifestUrl(image.value, plainHosts) : void 0;
}
// src/plan/retry.ts
const firstPause = 1e3;
const longestPause = 3e4;
const kinds = [
	[/did not complete successfully|dockerfile parse error/i, "lasting"],
	[/application\/vnd\.oci\.empty\.v1\+json|\bblob unknown to registry\b/, "artifacts"],
	[/toomanyrequests|\b429\b/i, "limited"],
	[/error reading from server|closing transport|transport is closing|graceful_stop|connection error: desc|no such container|container \S+ is not running/i, "lost"],
	[/(?:\bstatus(?: code)?:? |\bHTTP (?:status: )?|: )5\d\d\b|\b5\d\d (?:Internal|Bad|Service|Gateway)|\btime-?out\b|timed out|deadline exceeded|\bEOF\b|reset by peer|broken pipe|closed network connection|server misbehaving|temporary failure|no route to host/i, "passing"],
	[/\b401\b|\b403\b|unauthorized|\bdenied: |access (?:to the resource is )?denied|authorization failed|insufficient_scope|no basic auth credentials|failed to (?:authorize|fetch \w+ token)/i, "refused"]
];
function judge(words) {
	return kinds.find(([cause]) => cause.test(words))?.[1] ?? "lasting";
}
function pauseBeforeNext(failures, bound) {
	const { verdicts, elapsed, retryAfter = 0 } = failures;
	const [last] = verdicts.slice(-1);
	const before = verdicts.slice(0, -1);
	if (last === void 0 || last === "lasting" || last === "artifacts") return void 0;
	if ((last === "refused" || last === "lost") && before.includes(last)) return void 0;
	const doubled = firstPause * 2 ** before.filter((verdict) => verdict === last).length;
	const pause = Math.max(Math.min(doubled, longestPause), retryAfter);
	return elapsed + pause <= bound ? pause : void 0;
}
function isLimited(words) {
	return judge(words) === "limited";
}
function parseRetryAfter(text, now) {
	if (/^\d+$/.test(text)) return Number(text) * 1e3;
	const date = Date.parse(text);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
// src/result/progress.ts
const output = /^#\d+ \d+\.\d+(?: |$)/;
const event = /^#(\d+) (.+)$/;
const done = /^DONE (\d+\.\d+)s$/;
const pushed = /^pushing .*? (\d+\.\d+)s done$/;
const step = /^\[(?:([a-z0-9]+\/[^\s\]]+) )?(?:[^\s\]]+ +)?\d+\/\d+\] (.+)$/s;
const exporting = /^(?:exporting|merging|pushing) /;
function isProgress(text) {
	return event.test(text) && !output.test(text);
}
function progressOf(lines) {
	const vertexes = new Map();
	for (const { text, at } of lines) {
		const [, id, rest] = event.exec(text) ?? [];
		if (id === void 0 || rest === void 0) continue;
		const known = vertexes.get(id);
		if (known === void 0) vertexes.set(id, {
			name: rest,
			start: at,
			pushSeconds: 0
		});
		else take(known, rest, at);
	}
	const ended = [...vertexes.values()].flatMap(endedVertex);
	return {
		steps: ended.flatMap(stepOf),
		exports: ended.filter(({ name }) => exporting.test(name)).map(({ cached: _, ...span }) => span)
	};
}
function take(vertex, rest, at) {
	const seconds = done.exec(rest)?.[1];
	if (rest === "CACHED") Object.assign(vertex, {
		end: at,
		seconds: 0,
		cached: true
	});
	if (seconds !== void 0) Object.assign(vertex, {
		end: at,
		seconds: Number(seconds),
		cached: false
	});
	vertex.pushSeconds += Number(pushed.exec(rest)?.[1] ?? 0);
}
function endedVertex({ end, seconds, cached = false, ...vertex }) {
	if (end === void 0 || seconds === void 0) return [];
	const start = Math.max(0, Math.min(vertex.start, end - seconds * 1e3));
	return [{
		...vertex,
		start,
		end,
		seconds,
		cached
	}];
}
function stepOf({ name: whole, start, end, seconds, cached }) {
	const [, where, name] = step.exec(whole) ?? [];
	if (name === void 0) return [];
	return [{
		name,
		...platformsOf(where),
		start,
		end,
		seconds,
		cached
	}];
}
function platformsOf(where) {
	const [from, to] = where?.split("->") ?? [];
	if (from === void 0) return {
		platform: void 0,
		runsOn: void 0
	};
	const runsOn = normal(from);
	if (to === void 0) return {
		platform: runsOn,
		runsOn
	};
	return {
		platform: normal(require_exporters.parsePlatform(to).ok ? to : `${from.slice(0, from.indexOf("/"))}/${to}`),
		runsOn
	};
}
function normal(text) {
	const read = require_exporters.parsePlatform(text);
	return read.ok ? require_exporters.formatPlatform(read.value) : text;
}
// src/plan/tool-image.ts
function planToolImage(what, names, { network, ...sources }) {
	return toolImage(what, names.flatMap((name) => candidatesFor(name, network)), sources);
}
function toolImage(what, candidates, { engine: { os, architecture }, images }) {
	const fitting = images.filter((image) => image.os === os && image.architecture === architecture);
	const [local] = candidates.flatMap(({ reference }) => fitting.find((image) => image.reference === reference) ?? []);
	return {
		what,
		candidates,
		os,
		architecture,
		local
	};
}
function candidatesFor({ registry, path, version }, { mirrors, registries }) {
	const plainHosts = plainHostsOf(registries);
	return (registry === "docker.io" ? [...mirrors, registry] : [registry]).map((host) => ({
		reference: `${host}/${path}${version}`,
		manifestUrl: manifestUrl({
			registry: host,
			path,
			version
		}, plainHosts)
	}));
}
// src/plan/emulation.ts
const qemuNames = new Map([
	["386", "i386"],
	["amd64", "x86_64"],
	["arm", "arm"],
	["arm64", "aarch64"],
	["loong64", "loongarch64"],
	["mips64", "mips64"],
	["mips64le", "mips64el"],
	["ppc64le", "ppc64le"],
	["riscv64", "riscv64"],
	["s390x", "s390x"]
]);
function architectureOf$1(handler) {
	return [...qemuNames].find(([, name]) => handler === `qemu-${name}`)?.[0];
}
function handlerName(architecture) {
	return `qemu-${qemuNames.get(architecture) ?? architecture}`;
}
function isNative(platform, engine) {
	if (platform.os !== engine.os) return false;
	const also = engine.architecture === "amd64" ? ["386"] : [];
	return [engine.architecture, ...also].includes(platform.architecture);
}
function lacking(architectures, handlers) {
	const served = new Set(handlers.filter(({ enabled, flags }) => enabled && flags.includes("F")).map(({ name }) => name));
	return architectures.filter((architecture) => !served.has(handlerName(architecture)));
}
function planEmulation(inputs, platforms, { facts, network, runId, owner, folder, asItIs }) {
	const { qemu, images, reset } = inputs;
	const { engine } = facts;
	if (qemu.kind === "off") return {
		kind: "none",
		why: "`qemu` is off"
	};
	if (asItIs !== void 0 && qemu.kind === "auto" && !reset) return {
		kind: "none",
		why: `builder ${asItIs} is used as it is; \`qemu\` can name some`
	};
	if (engine === void 0) return {
		kind: "none",
		why: "the builder is on another machine"
	};
	const wanted = qemu.kind === "all" ? "all" : wantedArchitectures(qemu, platforms, engine);
	const registered = reset ? [] : facts.handlers ?? [];
	const emulators = wanted === "all" ? wanted : lacking(wanted, registered);
	if (!reset && wanted.length === 0) return {
		kind: "none",
		why: `${platforms.map(require_exporters.formatPlatform).join(", ") || "the engine's own platform"} needs none`
	};
	if (!reset && wanted !== "all" && emulators.length === 0) return {
		kind: "none",
		why: `${wanted.join(", ")}: registered already`
	};
	return {
		kind: "install",
		image: planToolImage("The image of emulators", images, {
			network,
			engine,
			images: facts.images
		}),
		container: `crossbuild-${runId}-binfmt`,
		owner,
		reset,
		emulators,
		engine: placeOf$1(engine, folder)
	};
}
function placeOf$1({ elsewhere }, folder) {
	return elsewhere === void 0 ? {
		kind: "here",
		folder
	} : {
		kind: "elsewhere",
		endpoint: elsewhere
	};
}
function wantedArchitectures(qemu, platforms, engine) {
	if (qemu.kind === "list") return qemu.architectures;
	const foreign = platforms.filter(({ os }) => os === "linux").filter((p) => !isNative(p, engine));
	return [...new Set(foreign.map(({ architecture }) => architecture))];
}
const privileged = [
	"docker",
	"run",
	"--privileged",
	"--rm",
	"--network",
	"none"
];
function installCommand(plan, image) {
	const { container, owner, reset, emulators } = plan;
	const names = emulators === "all" ? emulators : emulators.join(",");
	return [
		...[
			...privileged,
			"--name",
			container
		],
		...owner === void 0 ? [] : ["--env", `${require_owner.ownerVariable}=${owner}`],
		image,
		...reset ? ["--uninstall", "qemu-*"] : [],
		...names === "" ? [] : ["--install", names]
	];
}
function uninstallCommand(architectures, image) {
	const names = architectures.map(handlerName).join(",");
	return [
		...privileged,
		image,
		"--uninstall",
		names
	];
}
// src/plan/buildkit-image.ts
const defaultBuildkitImage = "docker.io/moby/buildkit:v0.32.2";
const option = "image=";
const what = "BuildKit's image";
function planBuildkitImage(driverOpts, sources) {
	return toolImage(what, buildkitCandidates(driverOpts, sources.network), sources);
}
function buildkitCandidates(driverOpts, network) {
	const text = driverOpts.findLast((opt) => opt.startsWith(option))?.slice(6) ?? "docker.io/moby/buildkit:v0.32.2";
	const name = require_read_inputs.parseImageName(text);
	return name.ok ? candidatesFor(name.value, network) : [{
		reference: text,
		manifestUrl: void 0
	}];
}
function optionsBesideImage(driverOpts) {
	return driverOpts.filter((opt) => !opt.startsWith(option));
}
function firstBuildkitReference(network) {
	const name = require_read_inputs.parseImageName(defaultBuildkitImage);
	const [first] = name.ok ? candidatesFor(name.value, network) : [];
	return first?.reference ?? "docker.io/moby/buildkit:v0.32.2";
}
function createWithImage(create, idOrName) {
	const [docker = "docker", buildx = "buildx", verb = "create", ...rest] = create;
	return [
		docker,
		buildx,
		verb,
		"--driver-opt",
		`${option}${idOrName.replace(/^sha256:/, "")}`,
		...rest
	];
}
// src/plan/handler.ts
function parseHandler(name, text) {
	const lines = text.split("\n");
	const flags = lines.find((line) => line.startsWith("flags:"))?.slice(6) ?? "";
	return {
		name,
		enabled: lines[0] === "enabled",
		flags: flags.trim()
	};
}
// src/plan/load.ts
function loadsSeveral({ load, outputs, platforms, call }) {
	if (call !== void 0 || platforms.length < 2) return false;
	return load || outputs.some((to) => to.type === "docker" && require_exporters.attribute(to, "dest") === void 0);
}
function checkLoad(inputs, { keepsIndexes }) {
	if (keepsIndexes || !loadsSeveral(inputs)) return;
	throw new require_index.UserError("`load`: the engine's image store holds no image for several platforms; nothing was changed. What to try: give one platform in `platforms`, or `push` to a registry, or write a file with `outputs: type=oci,dest=image.tar`, or turn on containerd's image store on the runner (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json)");
}
// src/effects/find-plugin.ts
const systemFolders = [
	"/usr/local/lib/docker/cli-plugins",
	"/usr/local/libexec/docker/cli-plugins",
	"/usr/lib/docker/cli-plugins",
	"/usr/libexec/docker/cli-plugins"
];
async function findBuildx(folder, extra) {
	const own = folder === void 0 ? [] : [(0, node_path.join)(folder, "cli-plugins")];
	const paths = [
		...extra,
		...own,
		...systemFolders
	].map((place) => (0, node_path.join)(place, "docker-buildx"));
	const found = await Promise.all(paths.map(isProgram));
	return paths.find((_, index) => found[index]);
}
async function isProgram(path) {
	return await (0, node_fs_promises.access)(path, node_fs_promises.constants.X_OK).then(() => true, () => false);
}
// src/effects/docker-config.ts
const configFile = "config.json";
const pluginFolder = "cli-plugins";
const contextFolder = "contexts";
const settings = require_dist.looseObject({
	auths: require_dist.optional(require_dist.record(require_dist.string(), require_dist.unknown())),
	credHelpers: require_dist.optional(require_dist.record(require_dist.string(), require_dist.string())),
	credsStore: require_dist.optional(require_dist.string()),
	currentContext: require_dist.optional(require_dist.string()),
	cliPluginsExtraDirs: require_dist.optional(require_dist.array(require_dist.string()))
});
async function probeUserConfig(named) {
	const { folder, buildx, context } = named;
	const place = folder ?? "/nonexistent";
	const [writable, takesPlugins, read] = await Promise.all([
		isWritable(buildx ?? place),
		isWritable((0, node_path.join)(place, pluginFolder)),
		readSettings(folder)
	]);
	const { currentContext, cliPluginsExtraDirs = [] } = read.ok ? read.value : {};
	return {
		folder,
		buildx,
		writable,
		takesPlugins,
		problem: read.ok ? void 0 : read.problem,
		context: context ?? (currentContext || "default"),
		buildxPlugin: await findBuildx(folder, cliPluginsExtraDirs)
	};
}
async function isWritable(folder) {
	try {
		await (0, node_fs_promises.access)(folder, node_fs_promises.constants.W_OK);
		return true;
	} catch (error) {
		const above = (0, node_path.dirname)(folder);
		return error.code === "ENOENT" && above !== folder ? await isWritable(above) : false;
	}
}
async function makeDockerConfig(plan, logins) {
	const { copyOf, folder } = plan;
	await (0, node_fs_promises.mkdir)(folder, {
		mode: 448,
		recursive: true
	});
	if (copyOf !== void 0) {
		await linkAll(copyOf, folder, [
			configFile,
			"buildx",
			pluginFolder,
			contextFolder
		]);
		await linkPlugins((0, node_path.join)(copyOf, pluginFolder), (0, node_path.join)(folder, pluginFolder));
		await copyContexts((0, node_path.join)(copyOf, contextFolder), (0, node_path.join)(folder, contextFolder));
	}
	const read = await readSettings(copyOf);
	const theirs = read.ok ? read.value : {};
	const none = Object.fromEntries(logins.map((host) => [credentialKey(host), ""]));
	await writeSettings(folder, {
		...theirs,
		credHelpers: {
			...theirs.credHelpers,
			...none
		}
	});
}
async function linkPlugins(from, to) {
	await (0, node_fs_promises.mkdir)(to, { recursive: true });
	await linkAll(from, to, await (0, node_fs_promises.readdir)(to));
}
async function linkAll(from, to, except) {
	const names = await (0, node_fs_promises.readdir)(from).catch(() => []);
	for (const name of names.filter((name) => !except.includes(name))) await (0, node_fs_promises.symlink)((0, node_path.join)(from, name), (0, node_path.join)(to, name));
}
async function copyContexts(from, to) {
	const names = await (0, node_fs_promises.readdir)(from).catch(() => []);
	for (const name of names) await (0, node_fs_promises.cp)((0, node_path.join)(from, name), (0, node_path.join)(to, name), { recursive: true });
}
async function writeLogin(folder, login) {
	const read = await readSettings(folder);
	if (!read.ok) throw new Error(read.problem);
	const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
	const auths = {
		...read.value.auths,
		[credentialKey(login.registry)]: { auth }
	};
	await writeSettings(folder, {
		...read.value,
		auths
	});
}
async function readSettings(folder) {
	if (folder === void 0) return require_parsed.parsed({});
	const path = (0, node_path.join)(folder, configFile);
	try {
		return require_parsed.parsed(require_dist.parse(settings, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8"))));
	} catch (error) {
		const { code, name } = error;
		return code === "ENOENT" ? require_parsed.parsed({}) : require_parsed.refused(`${path} cannot be read (${code ?? name}), and is left out`);
	}
}
async function writeSettings(folder, settings) {
	await (0, node_fs_promises.writeFile)((0, node_path.join)(folder, configFile), JSON.stringify(settings), { mode: 384 });
}
const assetPlatforms = [...new Map([
	["linux", [
		"amd64",
		"arm64",
		"arm-v6",
		"arm-v7",
		"ppc64le",
		"riscv64",
		"s390x"
	]],
	["darwin", ["amd64", "arm64"]],
	["windows", ["amd64", "arm64"]]
])].flatMap(([os, architectures]) => architectures.map((architecture) => `${os}-${architecture}`));
function assetPlatform({ platform, arch, armVersion }) {
	const name = `${platform === "win32" ? "windows" : platform}-${architectureOf(arch, armVersion)}`;
	return assetPlatforms.includes(name) ? require_parsed.parsed(name) : require_parsed.refused(`buildx has no release for ${platform} on ${arch}`);
}
function architectureOf(arch, armVersion) {
	if (arch === "x64") return "amd64";
	if (arch === "ppc64") return "ppc64le";
	if (arch === "arm") return armVersion === "7" || armVersion === "8" ? "arm-v7" : "arm-v6";
	return arch;
}
function assetName(version, platform) {
	return `buildx-v${version}.${platform}${platform.startsWith("windows-") ? ".exe" : ""}`;
}
function sumOf(asset, checksums) {
	for (const line of checksums.split("\n")) {
		const [, sum, name] = /^([0-9a-f]{64}) [ *](\S+)\r?$/i.exec(line) ?? [];
		if (name === asset) return sum?.toLowerCase();
	}
}
// src/plan/buildx-releases.ts
const knownReleases = {
	"0.36.1": {
		"darwin-amd64": "52a39ee4012d18f83373656712102ebda55656121dcdabbbb1ccfbd41b7debe8",
		"darwin-arm64": "214cdc36788602862dbc82b523d58648b4585c7b0ff95218b0817c44db5573d7",
		"linux-amd64": "48af8a397ebd60178778bf63611dbcebe5f5e7a9be90eb9147b24b9587455778",
		"linux-arm-v6": "324ed0ca85defb28442eda3b002472dbfc7e77bf6992292f2daa94f699f0e43a",
		"linux-arm-v7": "32ff9bee8c48c1fbceb1e2fb1d8472ec817ad1e25b5dff58ec9abf9b8d903518",
		"linux-arm64": "5d0cafd9d16afe1a0f0d9529885344ace2cc99efdd531b6c783c5455a6001569",
		"linux-ppc64le": "46f71a277d1d05cb20f87601abfb729d0056f88705903bd82ad6153f80e3cd9b",
		"linux-riscv64": "5e82f0ada635dabda74f1486dea604e0ea3a1214971ec8c52dcb4db6e08cce26",
		"linux-s390x": "9d8dff974aa0166fc59a5804f35bb6c9ea0693a3f5061a81101668cfe707b0b4",
		"windows-amd64": "cd7d06a00d924b5800d2654b507afe100378a4685fcec6585eeadc599a527330",
		"windows-arm64": "79522ff962bf3b127c8e9ca56944b1a3fcbe46e1d0b4144d481f356d8c13fa74"
	},
	"0.35.0": {
		"darwin-amd64": "7d53fd11deca2d4caebc5436c9eebece5c81c8bbc6d4b539cf30be5c133c38c7",
		"darwin-arm64": "fedbcbd488dcdb46414c6119920d8186d406531a1157ceede4e857e25af77ff1",
		"linux-amd64": "d41ece72044243b4f58b343441ae37446d9c29a7d6b5e11c61847bbcf8f7dfda",
		"linux-arm-v6": "5938b81dc6203361bb984e961fc0afbcdc2bf05c5a666ec093ea99e612de616c",
		"linux-arm-v7": "e1fe67cbe2d5a7b242e5f732a9708e6abaa6d19d717e65bfbd1d13baa8669d1f",
		"linux-arm64": "c4248d6cbc4a619a7e0b4609c11e509ad4ac0b475e1c64817c0ac20c5d90c766",
		"linux-ppc64le": "bcee77464deb25cfd0b905d4d871b0aad1b1164d6bcdf8b2fd8b1adb1db021c3",
		"linux-riscv64": "3ecaf173eb24402ba29e9d3b7ddac4bde259a3a54e98112077014918ab49f61f",
		"linux-s390x": "ef1738f3c70166e968d1bca3f853dbc515a3aa7ffa82f1a2ded033a050cd3203",
		"windows-amd64": "8076395009787cd1d30c94edeb5d7ac3945273374fc162c00e9810c3e9325ebe",
		"windows-arm64": "ae03abd184e69ecefd9b751cdd5862db6d4822c2d27861b5b059fe6c1722681a"
	},
	"0.34.1": {
		"darwin-amd64": "a4a74ff86e70706a0ae24330052ab52989da9f2090dc8fc478e398813de7b550",
		"darwin-arm64": "e5040acdaac1a349de84c0e7a80c861a368e0d141bf7260e1fd9a74b16749477",
		"linux-amd64": "f1332ddb9010bd0b72628266c3a906d9a6979848033df4c8d9bd2cd113bae12b",
		"linux-arm-v6": "1f6c8a082281706a0b9e24b64b9210ca0df5273ceaf600536012e7a62d790538",
		"linux-arm-v7": "ad4e0938c94638ac882641b924f6eff6889cc59a11f062e733cf337458aa6f35",
		"linux-arm64": "c34e32dd6ea2653d960d6c099c9f09b9077e4a37504d2d31e5066eccc3904231",
		"linux-ppc64le": "a509dc17005a4eee3568336d9e2479642e53b31110e039a8f5b4e6079744d0e2",
		"linux-riscv64": "c2cf15773a0610e6de34a04e9191b07915d0ea2afb381a37ac87f0dcb213b85a",
		"linux-s390x": "edb0e83d5a2fa8913d0af46385b648408b4776ee3241b4c15f92fcadbc72b550",
		"windows-amd64": "41e1b3fff6541d5f5febb18ff4c9108bec30afd7bf9133b82783735c2078eac1",
		"windows-arm64": "413e9cc2008e78e377c0f70b67f9f3da4708fec6c8baafbad51d0df4a65b4c11"
	},
	"0.33.0": {
		"darwin-amd64": "b1b5a38f78311cfed70a0e68096df0e9ed7dd1b1fcd09adbb117d74e3bad6f32",
		"darwin-arm64": "35dc3303d2ddb20b9490be4f658eb4b08ee6c9b2a5b5a56797f6c8fb20f5f52b",
		"linux-amd64": "9426a15411f35f635afef3f5d3bae53155c3e30d26dee430cc968e13d34be49f",
		"linux-arm-v6": "b33311b149623316b840ce25f0b6686433c6aecaca560d8b35906423f8f597bb",
		"linux-arm-v7": "4d80358ce3d217f38ac9e914cb8501fd4a8a45bc3ac3c23d303e623f275a45df",
		"linux-arm64": "204dc28447d3bb48f42ed1ce5747e0885cd57e306506a39029311becdb1ef786",
		"linux-ppc64le": "46b0444858c8db8c6f741dca20b815f50046a2d73f4874a54dae2719df145ad3",
		"linux-riscv64": "5003b19409f2dfb38fc5f00a8eac4b1d810f6087b88ae007c6983287b93095dd",
		"linux-s390x": "17fbec8163440e73d1e784d55faf483b17782aac471d867a525fa370f3ed317c",
		"windows-amd64": "832ddf42373203ee3836a7cb3b16fe5080231491e7edb32019ac0f6fe03b99ed",
		"windows-arm64": "3f7a8129e21faf8c860efd14bbf0feb714c0aac9ca9c08dc4b39b39455d0bcf1"
	},
	"0.30.1": {
		"linux-amd64": "c37114fcd034025ec68e224657c8a5a850df472ded3ddcbca75ad3a7ebb9710d",
		"linux-arm-v6": "348d17c7cc881e9268255d6f404669ae29789003575d1da9d97b51cd6ca7f0dd",
		"linux-arm-v7": "32646cb57c43640a71c81f206897b78a8f1abe6b6db62bab115b5940fc5be884",
		"linux-arm64": "31d012d52d6df68aef4b55db62330967b562811f0de30cdfaa4505f314797c76",
		"linux-ppc64le": "13523e8d1820019f404df31c7ec17c7a76c16f638dd04acc33f5d141f683247c",
		"linux-riscv64": "86af30811ceaad9fc34a6bc02e5d093d1460ec24f125c47e639ed1fac9effe83",
		"linux-s390x": "b752c6824bcc355b012d6f595987706fef15243792fe755f50de76c979bc592d",
		"windows-amd64": "3c48e2da717c55518cf22a5b372f48f54cf3a58c9fae675b818a3311775e1b71"
	}
};
// src/plan/buildx.ts
function planBuildx(inputs, facts, need = require_read_inputs.everyRun) {
	const { installed } = facts;
	const lack = lackOf(inputs, facts, need);
	if (installed !== void 0 && lack === void 0) return {
		kind: "use",
		version: installed,
		why: whyFine(inputs, need)
	};
	const version = versionToInstall(inputs, facts);
	const platform = assetPlatform(facts.host);
	if (!platform.ok) throw new require_index.UserError(`buildx has to be installed (${lack}), and ${platform.problem}. What to try: install buildx on the runner as a plugin of docker, or run the job on another machine`);
	return {
		kind: "install",
		version,
		why: lack ?? "none is on the runner",
		asset: assetName(version, platform.value),
		url: `${inputs.downloadUrl}/download/v${version}`,
		sum: knownSum(inputs, version, platform.value),
		program: facts.host.platform === "win32" ? "docker-buildx.exe" : "docker-buildx"
	};
}
function lackOf({ version: wanted }, { installed, latest }, { version: oldest, why }) {
	if (installed === void 0) return "none is on the runner";
	const found = versionIn(installed);
	const instead = (words) => `the runner has ${installed}, ${words}`;
	const tooOld = `which is older than ${oldest}, needed for ${why}`;
	switch (wanted.kind) {
		case "any":
			if (found === void 0 || (0, import_semver.gte)(found, oldest)) return void 0;
			return instead(tooOld);
		case "range": {
			const inRange = found !== void 0 && (0, import_semver.satisfies)(found, wanted.range);
			if (inRange && (0, import_semver.gte)(found, oldest)) return void 0;
			return instead(inRange ? tooOld : `which is not in \`${wanted.range}\``);
		}
		default: {
			const exact = wanted.kind === "exact" ? wanted.version : latest;
			return found !== void 0 && exact !== void 0 && (0, import_semver.eq)(found, exact) ? void 0 : instead(`and not v${exact}`);
		}
	}
}
function whyFine({ version: wanted }, { version: oldest }) {
	switch (wanted.kind) {
		case "any": return `any from ${oldest} on will do`;
		case "latest": return "it is the latest release";
		case "exact": return `\`buildx-version\` asks for v${wanted.version}`;
		case "range": return `\`buildx-version\` asks for ${wanted.range}`;
	}
}
function versionToInstall({ version: wanted }, { latest }) {
	if (wanted.kind === "exact") return wanted.version;
	if (wanted.kind === "latest" && latest !== void 0) return latest;
	const known = (0, import_semver.rsort)(Object.keys(knownReleases));
	const range = wanted.kind === "range" ? wanted.range : "*";
	const newest = (0, import_semver.maxSatisfying)(known, range);
	if (newest !== null) return newest;
	throw new require_index.UserError(`\`buildx-version\`: no release that this action knows is in \`${range}\`; it knows ${known.map((version) => `v${version}`).join(", ")}. What to try: name a version, such as \`v${known[0]}\`, or \`latest\``);
}
function knownSum({ checksum }, version, platform) {
	if (checksum !== void 0) return {
		sha256: checksum,
		source: "`buildx-checksum`"
	};
	const sha256 = knownReleases[version]?.[platform];
	return sha256 === void 0 ? void 0 : {
		sha256,
		source: "this action's list of releases"
	};
}
function versionIn(text) {
	return (0, import_semver.parse)(text) ?? void 0;
}
// src/report/download-failure.ts
const otherwise = "name a mirror that this runner reaches in `buildx-download-url`, or install buildx on the runner";
function downloadFailureText(url, words, failure) {
	return `downloading ${url} failed: ${words}. What to try: ${rateLimitRemedy(url, failure) ?? remedyFor$1(url, words, failure.status)}`;
}
function latestFailureText(url, words) {
	return `${url} does not redirect to the latest release: ${words}. What to try: name a version in \`buildx-version\`, such as \`v0.36.1\`, or name a mirror in \`buildx-download-url\``;
}
function rateLimitRemedy(url, { status, limits, now }) {
	const after = limits["retry-after"];
	const spent = limits["x-ratelimit-remaining"] === "0";
	if (!(status === 429 || status === 403 && (after !== void 0 || spent))) return void 0;
	const until = timeOf(after, now) ?? (spent ? epoch(limits["x-ratelimit-reset"]) : void 0);
	const wait = until === void 0 ? "try again later" : `wait until ${until.toISOString()}`;
	return `${new URL(url).host} limits how much one address may ask: ${wait}, or ${otherwise}`;
}
function timeOf(after, now) {
	if (typeof after !== "string") return void 0;
	if (/^\d{1,9}$/.test(after)) return new Date(now.getTime() + Number(after) * 1e3);
	const date = new Date(after);
	return Number.isNaN(date.getTime()) ? void 0 : date;
}
function epoch(seconds) {
	return typeof seconds === "string" && /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1e3) : void 0;
}
function remedyFor$1(url, words, status) {
	const { host } = new URL(url);
	if (status === 404) return `check that this version exists, and that ${host} has this file; or ${otherwise}`;
	if (status === 401 || status === 403) return `${host} refuses this runner: ${otherwise}`;
	if (status === 407) return "give the runner's proxy the user name and password that it asks for";
	if (status !== void 0) return `try again later, or ${otherwise}`;
	if (/^(?:ENOSPC|EDQUOT|EACCES|EROFS)/.test(words)) return "make room on the runner where RUNNER_TEMP is, and let its user write there";
	if (/certificate|CERT_|self-signed/i.test(words)) return `give the runner the certificate authority of ${host} in NODE_EXTRA_CA_CERTS`;
	return `check that this runner reaches ${host}, by HTTPS_PROXY if it needs one; or ${otherwise}`;
}
// src/effects/tool-cache.ts
const tool = "buildx";
var StallError = class extends Error {
	name = "StallError";
};
var StatusError = class extends Error {
	name = "StatusError";
	status;
	constructor(status, options) {
		super(`the server answered ${status}`, options);
		this.status = status;
	}
};
async function downloadFile(url, path) {
	const { downloadTool, HTTPError } = await Promise.resolve().then(() => require("./actions-tool-cache.cjs"));
	const ended = new AbortController();
	try {
		await Promise.race([downloadTool(url, path), standstill(path, ended.signal)]);
	} catch (error) {
		if (!(error instanceof HTTPError) || error.httpStatusCode === void 0) throw error;
		throw new StatusError(error.httpStatusCode, { cause: error });
	} finally {
		ended.abort();
	}
}
async function standstill(path, signal) {
	let last = {
		size: 0,
		time: performance.now()
	};
	for await (const _ of (0, node_timers_promises.setInterval)(1e3, void 0, { signal })) {
		const size = await sizeOf$1(path);
		if (size !== last.size) last = {
			size,
			time: performance.now()
		};
		if (performance.now() - last.time < 6e4) continue;
		throw new StallError(`no byte came for 60 seconds, after ${size} bytes`);
	}
	throw new Error("an interval has no end");
}
async function sizeOf$1(path) {
	return await (0, node_fs_promises.stat)(path).then(({ size }) => size, () => 0);
}
async function findInToolCache(version, name) {
	const { find } = await Promise.resolve().then(() => require("./actions-tool-cache.cjs"));
	const path = (0, node_path.join)(find(tool, version), name);
	return await sizeOf$1(path) === 0 ? void 0 : path;
}
async function addToToolCache(path, cached) {
	const { version, name, root } = cached;
	const { cacheFile } = await Promise.resolve().then(() => require("./actions-tool-cache.cjs"));
	try {
		await cacheFile(path, name, tool, version);
	} catch (error) {
		await (0, node_fs_promises.rm)((0, node_path.join)(root, tool, version, (0, node_os.arch)()), {
			recursive: true,
			force: true
		});
		throw error;
	}
}
// src/effects/download.ts
const answerSeconds = 30;
async function download(url, path) {
	try {
		await downloadFile(url, path);
	} catch (error) {
		await (0, node_fs_promises.rm)(path, { force: true });
		const status = error instanceof StatusError ? error.status : void 0;
		const limits = status === 403 || status === 429 ? await headersOf(url) : {};
		const text = downloadFailureText(url, wordsOf$1(error), {
			status,
			limits,
			now: new Date()
		});
		throw new require_index.UserError(text, { cause: error });
	}
}
async function latestVersion(base) {
	const url = `${base}/latest`;
	const answer = await ask("GET", url, { allowRedirects: false }).catch((error) => {
		throw new require_index.UserError(latestFailureText(url, wordsOf$1(error)), { cause: error });
	});
	const [, tag = ""] = /\/tag\/([^/?#]+)$/.exec(answer.headers.location ?? "") ?? [];
	const version = versionIn(tag);
	if (version !== void 0) return version.version;
	throw new require_index.UserError(latestFailureText(url, `the server answered ${answer.status}`));
}
async function headersOf(url) {
	return (await ask("HEAD", url, {}).catch(() => void 0))?.headers ?? {};
}
async function ask(method, url, options) {
	const { HttpClient } = await Promise.resolve().then(() => require("./actions-http-client.cjs"));
	const client = new HttpClient("crossbuild", [], options);
	const { message } = await Promise.race([client.request(method, url, null), tooLate()]);
	message.destroy();
	return {
		status: message.statusCode,
		headers: message.headers
	};
}
async function tooLate() {
	await (0, node_timers_promises.setTimeout)(answerSeconds * 1e3, void 0, { ref: false });
	throw new Error(`no answer came within ${answerSeconds} seconds`);
}
function wordsOf$1(error) {
	if (!(error instanceof Error)) return String(error);
	return error.message || error.code || error.name;
}
// src/effects/engine.ts
async function probeEngine(endpoint, { shell, engine: ask }) {
	const told = require_dist.safeParse(serverVersion, (await ask("/version"))?.json);
	const { Version, Os, Arch, KernelVersion } = told.success ? told.output : await askDocker$1(shell);
	const here = /^(?:unix|npipe):/.test(endpoint) && KernelVersion === (0, node_os.release)();
	const engine = {
		version: Version,
		os: Os,
		architecture: Arch
	};
	return here ? engine : {
		...engine,
		elsewhere: endpoint
	};
}
async function askDocker$1(shell) {
	const { stdout } = await shell.capture("asking the Docker engine for its version", [
		"docker",
		"version",
		"--format",
		"{{json .Server}}"
	]);
	return require_dist.parse(serverVersion, JSON.parse(stdout));
}
const serverVersion = require_dist.object({
	Version: require_dist.string(),
	Os: require_dist.string(),
	Arch: require_dist.string(),
	KernelVersion: require_dist.optional(require_dist.string())
});
const usual = "unix:///var/run/docker.sock";
async function endpointOf(shell, { host, context }) {
	if (host !== void 0) return host;
	if (context === "default") return usual;
	const command = [
		"docker",
		"context",
		"inspect",
		...["--format", "{{.Endpoints.docker.Host}}"],
		context
	];
	try {
		return (await shell.capture("looking for the engine's address", command)).stdout.trim();
	} catch (error) {
		if (error instanceof require_index.CommandError) return usual;
		throw error;
	}
}
// src/effects/engine-tls.ts
async function probeEngineTls(named) {
	if (named === void 0) return void 0;
	const { host, folder, skipVerify } = named;
	const files = await Promise.all([
		"ca",
		"cert",
		"key"
	].map(async (name) => {
		const path = (0, node_path.join)(folder, `${name}.pem`);
		return await isThere(path) ? [[name, path]] : [];
	}));
	return {
		host,
		skipVerify,
		...Object.fromEntries(files.flat())
	};
}
function isThere(path) {
	return (0, node_fs_promises.access)(path).then(() => true, () => false);
}
// src/effects/image-store.ts
const containerdStore = "\"io.containerd.snapshotter.v1\"";
async function keepsIndexes({ shell, engine }) {
	const told = await engine("/info");
	if (told?.status === 200) return JSON.stringify(told.json).includes(containerdStore);
	const command = [
		"docker",
		"info",
		"--format",
		"{{json .DriverStatus}}"
	];
	try {
		const { stdout } = await shell.capture("asking the engine for its image store", command);
		return stdout.includes(containerdStore);
	} catch (error) {
		if (error instanceof require_index.CommandError) return false;
		throw error;
	}
}
// src/effects/local-images.ts
const inspected = require_dist.object({
	Id: require_dist.string(),
	Os: require_dist.string(),
	Architecture: require_dist.string()
});
async function probeImages(references, doors) {
	return (await Promise.all([...new Set(references)].map((reference) => inspectImage(reference, doors)))).filter((image) => image !== void 0);
}
async function inspectImage(reference, { shell, engine }) {
	const told = await engine?.(`/images/${reference}/json`);
	if (told?.status === 404) return void 0;
	const json = told?.status === 200 ? told.json : await askDocker(reference, shell);
	const image = require_dist.safeParse(inspected, json);
	if (!image.success) return void 0;
	const { Id: id, Os: os, Architecture: architecture } = image.output;
	return {
		reference,
		id,
		os,
		architecture
	};
}
async function askDocker(reference, shell) {
	const command = [
		"docker",
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	];
	try {
		const { stdout } = await shell.capture(`looking for ${reference}`, command);
		return JSON.parse(stdout);
	} catch (error) {
		if (error instanceof require_index.CommandError) return void 0;
		throw error;
	}
}
// src/effects/private-repository.ts
const payload = require_dist.object({ repository: require_dist.object({ private: require_dist.boolean() }) });
async function isPrivateRepository(path) {
	if (path === void 0) return false;
	try {
		const read = require_dist.safeParse(payload, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")));
		return read.success && read.output.repository.private;
	} catch {
		return false;
	}
}
// src/effects/probe.ts
const binfmtMisc = "/proc/sys/fs/binfmt_misc";
async function probe(shell, inputs, named) {
	const { build, builder, buildx: wanted, emulation } = inputs;
	const userConfig = await probeUserConfig(named.config);
	const endpoint = await endpointOf(shell, {
		host: named.engineHost,
		context: userConfig.context
	});
	const doors = {
		shell,
		engine: require_undo.engineApi(endpoint)
	};
	const [engine, images, buildx, handlers, engineTls, keeps, isPrivate] = await Promise.all([
		needsEngine(builder, emulation) ? askEngine(endpoint, doors, builder) : void 0,
		probeImages(imagesFor(inputs), doors),
		probeBuildx(shell, wanted, {
			host: named.host,
			plugin: userConfig.buildxPlugin
		}),
		probeHandlers(),
		probeEngineTls(named.engineTls),
		(mayBeEngine(builder) || loadsSeveral(build)) && keepsIndexes(doors),
		isPrivateRepository(named.event.path)
	]);
	return {
		engine,
		endpoint,
		images,
		buildx,
		userConfig,
		engineTls,
		isPrivate,
		keepsIndexes: keeps,
		handlers: engine?.elsewhere === void 0 ? handlers : void 0
	};
}
function needsEngine({ driver }, { qemu }) {
	return !(driver === "remote" || driver === "kubernetes") || qemu.kind === "all" || qemu.kind === "list";
}
function mayBeEngine({ driver, existing }) {
	return driver === "docker" || existing !== void 0;
}
function imagesFor({ builder, emulation, network }) {
	const [first] = builder.nodes;
	const buildkit = builder.existing === void 0 && builder.driver === "docker-container" && first ? buildkitCandidates(first.driverOpts, network) : [];
	const binfmt = (emulation.qemu.kind === "off" ? [] : emulation.images).flatMap((name) => candidatesFor(name, network));
	return [...buildkit, ...binfmt].map(({ reference }) => reference);
}
async function askEngine(endpoint, doors, { existing }) {
	try {
		return await probeEngine(endpoint, doors);
	} catch (error) {
		if (existing !== void 0 && error instanceof require_index.CommandError) return void 0;
		throw error;
	}
}
async function probeBuildx(shell, { version, downloadUrl }, { host, plugin }) {
	const own = require_index.withOptions(shell, { buildx: plugin });
	const [installed, latest] = await Promise.all([buildxVersion(own, "looking for buildx").catch((error) => {
		if (error instanceof require_index.CommandError || plugin !== void 0) return void 0;
		throw error;
	}), version.kind === "latest" ? latestVersion(downloadUrl) : void 0]);
	return {
		installed,
		latest,
		host
	};
}
async function buildxVersion(shell, doing) {
	const { stdout } = await shell.capture(doing, [
		"docker",
		"buildx",
		"version"
	]);
	return stdout.trim().split(/\s+/)[1] ?? stdout.trim();
}
async function probeHandlers() {
	try {
		const names = await (0, node_fs_promises.readdir)(binfmtMisc);
		const emulators = names.filter((name) => name.startsWith("qemu-"));
		if (!names.includes("register")) return void 0;
		return await Promise.all(emulators.map(async (name) => parseHandler(name, await (0, node_fs_promises.readFile)((0, node_path.join)(binfmtMisc, name), "utf8"))));
	} catch {
		return;
	}
}
// src/effects/log-in.ts
const noEngine = ["--host", "unix:///nonexistent/crossbuild.sock"];
async function logIn(shell, logins, options) {
	for (const login of logins) {
		const settings = options.registries.find(({ host }) => host === login.registry);
		if (settings?.http || settings?.insecure) await unsafeLogin(login, settings, options);
		else await dockerLogin(shell, login, options);
	}
}
async function dockerLogin(shell, login, options) {
	const { registry, username, password } = login;
	const host = registry === "docker.io" ? [] : [registry];
	const command = [
		"docker",
		...noEngine,
		"login",
		"--username",
		username,
		"--password-stdin"
	];
	try {
		await shell.capture(`logging in to ${registry}`, [...command, ...host], {
			environment: options.environment,
			input: password
		});
	} catch (error) {
		if (!(error instanceof require_index.CommandError)) throw error;
		throw refusal(login, wordsOf(error.stderr), error);
	}
}
function wordsOf(stderr) {
	const refusal = /login attempt to \S+ failed with status: 40[13][^"\n]*/.exec(stderr)?.[0];
	const lines = stderr.trim().split("\n");
	return refusal ?? lines.at(-1) ?? "";
}
async function unsafeLogin(login, settings, { folder }) {
	const { refusesLogin } = await Promise.resolve().then(() => require("./registry-login.cjs"));
	const words = await refusesLogin(login, { plainHttp: settings.http === true });
	if (words !== void 0) throw refusal(login, words);
	await writeLogin(folder, login);
}
function refusal({ registry, username }, words, cause) {
	const title = `no login to ${registry} as \`${username}\`: ${words}`;
	const remedy = remedyFor(words);
	return new require_index.UserError(`${title}. What to try: ${remedy}`, { cause });
}
function remedyFor(words) {
	if (/x509|certificate/i.test(words)) return "give the registry's certificate authority as `ca` in `registries`";
	if (/HTTP response to HTTPS client/i.test(words)) return "the registry speaks plain HTTP: say `http: true` in `registries`";
	if (/no such host|refused|timeout|deadline|unreachable|ENOTFOUND/i.test(words)) return "check the registry's name, and that the runner reaches it";
	return "check user name and password, and that the token has not expired";
}
// src/effects/credentials.ts
async function setUpCredentials({ dockerConfig, environment }, { inputs, user }, { shell, github }) {
	const { own } = dockerConfig;
	if (own === void 0) return {
		shell,
		logIn: async () => {}
	};
	if (user.problem !== void 0) github.warning(user.problem);
	github.info(`Docker's configuration is a copy for this run: ${own.why}`);
	const { logins } = inputs.login;
	const hosts = logins.map(({ registry }) => registry);
	await makeDockerConfig(own, hosts);
	const ours = require_index.withEnvironment(shell, dockerConfig.environment);
	const { registries } = inputs.network;
	const { folder } = own;
	return {
		shell: ours,
		logIn: async (own) => {
			await logIn(own, logins, {
				environment,
				folder,
				registries
			});
			if (logins.length > 0) github.info(`Logged in to ${hosts.join(", ")}`);
		}
	};
}
// src/report/checksum-mismatch.ts
function checksumMismatchText({ from, expected, actual, size, start }) {
	return [
		`what ${from} gave is not the program that it should be, and was not run.`,
		`Expected SHA-256 ${expected.sha256} (by ${expected.source}), got ${actual}: ${size} bytes, which look like ${looksLike(start)}.`,
		"What to try: if a mirror or a proxy stands between, compare what it has with the release; if the program is meant to differ, give its sum in `buildx-checksum`"
	].join(" ");
}
const binaries = [
	["7f454c46", "a program for Linux"],
	["4d5a", "a program for Windows"],
	["cffaedfe", "a program for macOS"],
	["cafebabe", "a program for macOS"],
	["1f8b", "a gzip archive"],
	["504b", "a zip archive"]
];
const texts = [
	[/^\s*<(?:!doctype html|html|head|body)/i, "an HTML page, such as a login or an error page"],
	[/^\s*<\?xml/i, "an XML text, such as an error of an object store"],
	[/^\s*[{[]/, "a JSON text, such as an error of an API"],
	[/^#!/, "a script"],
	[/^[\t\n\r\x20-\x7e]*$/, "a text"]
];
function looksLike(start) {
	const bytes = Buffer.from(start);
	if (bytes.length === 0) return "an empty file";
	const [text, hex] = [bytes.toString("latin1"), bytes.toString("hex")];
	return (binaries.find(([magic]) => hex.startsWith(magic)) ?? texts.find(([pattern]) => pattern.test(text)))?.[1] ?? "something else";
}
// src/effects/sha256.ts
const startBytes = 512;
async function sha256Of(path) {
	const hash = (0, node_crypto.createHash)("sha256");
	await (0, node_stream_promises.pipeline)((0, node_fs.createReadStream)(path), hash);
	return hash.digest("hex");
}
function digestOf(content) {
	const read = require_exporters.parseDigest(`sha256:${(0, node_crypto.createHash)("sha256").update(content).digest("hex")}`);
	if (!read.ok) throw new Error(read.problem);
	return read.value;
}
async function verifyFile(path, expected, from) {
	const actual = await sha256Of(path);
	if (actual === expected.sha256) return;
	await using file = await (0, node_fs_promises.open)(path);
	const { size } = await file.stat();
	const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
	const start = buffer.subarray(0, bytesRead);
	throw new require_index.UserError(checksumMismatchText({
		from,
		expected,
		actual,
		size,
		start
	}));
}
// src/effects/install-buildx.ts
async function installBuildx({ buildx, plugin }, folder, doors) {
	const { shell, github } = doors;
	if (buildx.kind === "use") {
		await github.group(`buildx ${buildx.version} found`, async (print) => print(buildx.why));
		return;
	}
	const { version, why } = buildx;
	github.info(`buildx v${version} is to be installed: ${why}`);
	const { path, from } = await findProgram(buildx, folder, doors);
	const place = (0, node_path.join)(plugin.folder, buildx.program);
	await putInPlace(path, place, plugin);
	await require_run_files.removeFile((0, node_path.join)(folder, buildx.asset));
	await checkVersion(version, require_index.withEnvironment(shell, { DOCKER_CONFIG: plugin.config }));
	await github.group(`buildx v${version} installed`, async (print) => {
		print(`From ${from}`);
		print(`As ${place}`);
	});
}
async function findProgram(plan, folder, doors) {
	const { version, program: name, asset, url } = plan;
	const { github } = doors;
	const { toolCache } = doors.runner;
	const cached = toolCache && await findInToolCache(version, name);
	if (cached) {
		if (plan.sum === void 0 || await sha256Of(cached) === plan.sum.sha256) return {
			path: cached,
			from: `the runner's tool cache, ${cached}`
		};
		github.warning(`${cached} has not the SHA-256 of ${plan.sum?.source}; it is not used`);
	}
	const sum = plan.sum ?? await publishedSum(plan, folder);
	const from = `${url}/${asset}`;
	const path = (0, node_path.join)(folder, asset);
	github.info(`Downloading ${from}`);
	await download(from, path);
	await verifyFile(path, sum, from);
	if (toolCache !== void 0) await addToToolCache(path, {
		version,
		name,
		root: toolCache
	}).catch((error) => github.info(`The runner's tool cache does not take it: ${String(error)}`));
	return {
		path,
		from: `${from}, whose SHA-256 is that of ${sum.source}`
	};
}
async function publishedSum({ asset, url }, folder) {
	const source = `${url}/checksums.txt`;
	const path = (0, node_path.join)(folder, "checksums.txt");
	await download(source, path);
	const bytes = await (0, node_fs_promises.readFile)(path);
	const sha256 = sumOf(asset, bytes.toString("utf8"));
	if (sha256 !== void 0) return {
		sha256,
		source
	};
	throw new require_index.UserError(`${source} has no SHA-256 for ${asset}, so that it can't be checked and was not downloaded; the file has ${bytes.length} bytes and looks like ${looksLike(bytes.subarray(0, 512))}. What to try: if a mirror or a proxy stands between, compare what it has with the release; or give the sum in \`buildx-checksum\``);
}
async function putInPlace(program, place, plugin) {
	try {
		await (0, node_fs_promises.mkdir)(plugin.folder, { recursive: true });
		await (0, node_fs_promises.copyFile)(program, plugin.halfWritten);
		await (0, node_fs_promises.chmod)(plugin.halfWritten, 493);
		await (0, node_fs_promises.rename)(plugin.halfWritten, place);
	} catch (error) {
		await require_run_files.removeFile(plugin.halfWritten);
		throw new require_index.UserError(`installing buildx as ${place} failed: ${String(error)}. What to try: make room in that folder and let the runner's user write there, or name another in DOCKER_CONFIG`, { cause: error });
	}
}
async function checkVersion(wanted, shell) {
	const printed = await buildxVersion(shell, "starting the buildx that was installed");
	const runs = versionIn(printed);
	if (runs === void 0 || runs.compare(wanted) === 0) return;
	throw new require_index.UserError(`buildx v${wanted} was installed, and docker runs ${printed}. What to try: look whether the release is what it says, and whether \`cliPluginsExtraDirs\` in docker's config.json names a folder with another buildx`);
}
// src/plan/builder-differences.ts
function differencesOf(inputs, config, builder) {
	if (builder.driver !== inputs.driver) return [`its driver is ${builder.driver}, not ${inputs.driver}`];
	const count = [builder.nodes.length, inputs.nodes.length];
	if (count[0] !== count[1]) return [`it has ${count[0]} node(s), not ${count[1]}`];
	return inputs.nodes.flatMap((wanted, index) => {
		const node = builder.nodes[index];
		if (node === void 0) return [];
		return [...differencesOfNode(wanted, node), ...differencesOfConfig(config, node)].map((text) => `node ${node.name}: ${text}`);
	});
}
function differencesOfNode(wanted, node) {
	const options = wanted.driverOpts.map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)]).filter(([key = "", value]) => node.driverOpts[key] !== value).map(([key = "", value]) => {
		const there = node.driverOpts[key];
		return `driver-opts ${key} is ${there === void 0 ? "not set" : `\`${there}\``}, not \`${value}\``;
	});
	const flags = (wanted.buildkitdFlags?.split(/\s+/) ?? []).filter((flag) => flag !== "" && !node.flags.includes(flag));
	const platforms = wanted.platforms.map(require_exporters.formatPlatform).filter((platform) => !node.platforms.includes(platform));
	const { endpoint } = wanted;
	return [
		...endpoint === void 0 || endpoint === node.endpoint ? [] : [`its endpoint is \`${node.endpoint}\`, not \`${endpoint}\``],
		...options,
		...flags.map((flag) => `buildkitd-flags lack \`${flag}\``),
		...platforms.map((platform) => `platforms lack ${platform}`)
	];
}
function differencesOfConfig(config, { config: there }) {
	if (config === void 0 || canonical(config) === canonical(there ?? {})) return [];
	return ["its buildkitd.toml says something else"];
}
function canonical(value) {
	return JSON.stringify(value, (key, inner) => {
		if (key === "ca" || key === "keypair") return void 0;
		if (typeof inner === "bigint") return String(inner);
		if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1));
	});
}
// src/plan/builder.ts
function planBuilder(inputs, needs) {
	const { facts, run, config } = needs;
	const { use, cleanup, keepState, bootstrap } = inputs;
	if (inputs.existing !== void 0) return planExisting(inputs.existing, use, facts);
	if (inputs.driver === "docker") return {
		kind: "engine",
		name: facts.userConfig.context,
		use
	};
	const name = inputs.name ?? `crossbuild-${run.runId}`;
	const existing = facts.builders?.all.find((builder) => builder.name === name);
	if (existing !== void 0) return {
		kind: "existing",
		name,
		use,
		differences: differencesOf(inputs, config?.settings, existing)
	};
	const context = planContext(name, inputs, facts);
	const nodes = planNodes(inputs, needs, context?.name);
	const secrets = nodes.map(({ secretOptions }) => secretOptions);
	const isSecret = secrets.some((options) => Object.keys(options).length > 0);
	const separate = isSecret || nodes.length > 1;
	return {
		kind: "create",
		name,
		use,
		context,
		image: planImage(inputs, needs),
		config: inputs.driver === "remote" ? void 0 : config?.text,
		files: nodes.flatMap(({ files }) => files),
		create: nodes.map((node, index) => [
			...[
				"docker",
				"buildx",
				"create",
				"--name",
				name
			],
			...index > 0 ? ["--append"] : [],
			...bootstrap && !separate ? ["--bootstrap"] : [],
			...node.arguments
		]),
		secretOptions: isSecret ? {
			file: `${needs.dockerConfig.buildxFolder}/instances/${name}`,
			ofNodes: secrets
		} : void 0,
		boots: bootstrap,
		boot: bootstrap && separate ? [
			"docker",
			"buildx",
			"inspect",
			"--bootstrap",
			name
		] : void 0,
		here: require_builder_parts.partsOf(name, inputs, needs.dockerConfig.buildxFolder),
		cleanup: cleanup ? keepState ? "all-but-state" : "all" : "nothing"
	};
}
function planExisting(name, use, { builders }) {
	const names = builders?.all.map((builder) => builder.name) ?? [];
	if (names.includes(name)) return {
		kind: "existing",
		name,
		use,
		differences: []
	};
	const near = require_nearest.nearest(name, names);
	const hint = near === void 0 ? "." : `; did you mean \`${near}\`?`;
	throw new require_index.UserError(`\`builder\`: there is no builder \`${name}\`${hint} There are ${names.join(", ") || "none"}. What to try: make it before this step, or leave \`builder\` out and one is made`);
}
function planImage(inputs, { facts, network }) {
	const [first] = inputs.nodes;
	const { engine, images } = facts;
	if (first === void 0 || !require_builder_parts.isHere(inputs.driver, first) || engine === void 0) return void 0;
	return planBuildkitImage(first.driverOpts, {
		network,
		engine,
		images
	});
}
function planNodes(inputs, { run, config, network, entitlements }, context) {
	const { driver } = inputs;
	const takesConfig = config !== void 0 && driver !== "remote";
	return inputs.nodes.map((node, index) => {
		const here = index === 0 && require_builder_parts.isHere(driver, node);
		const wanted = here ? {
			...node,
			endpoint: context,
			driverOpts: optionsBesideImage(node.driverOpts)
		} : node;
		return require_secrets.planNode(wanted, {
			driver,
			image: here ? void 0 : firstBuildkitReference(network),
			buildkitdConfig: takesConfig ? run.files.buildkitdConfig : void 0,
			owner: inputs.name === void 0 && inputs.cleanup ? run.owner : void 0,
			proxies: network.proxy ? run.proxies : {},
			entitlements,
			certificates: run.nodeCertificates[index],
			path: `${run.files.certificates}/node-${index}`
		});
	});
}
function needsContext({ existing, driver, nodes }, { engineTls }) {
	const [first] = nodes;
	if (existing !== void 0) return false;
	return engineTls !== void 0 && first !== void 0 && require_builder_parts.isHere(driver, first);
}
function planContext(builder, inputs, facts) {
	if (!needsContext(inputs, facts) || facts.engineTls === void 0) return void 0;
	const { host, skipVerify, ...files } = facts.engineTls;
	const docker = [...Object.entries({
		host,
		...files
	}).filter(([, value]) => value !== void 0).map(([key, value]) => require_secrets.csvField(`${key}=${value}`)), ...skipVerify ? ["skip-tls-verify=true"] : []].join(",");
	const name = `${builder}-engine`;
	return {
		name,
		create: [
			"docker",
			"context",
			"create",
			name,
			"--docker",
			docker
		]
	};
}
// src/plan/docker-config.ts
function planDockerConfig(user, needs, files) {
	const why = whyOwn(user, needs);
	const folder = files.dockerConfig;
	const theirs = user.buildx ?? `${user.folder}/buildx`;
	if (why === void 0) return {
		environment: {},
		buildxFolder: theirs,
		own: void 0
	};
	const buildxFolder = user.writable ? theirs : `${folder}/buildx`;
	return {
		environment: {
			DOCKER_CONFIG: folder,
			BUILDX_CONFIG: buildxFolder
		},
		buildxFolder,
		own: {
			folder,
			copyOf: user.folder,
			why
		}
	};
}
function whyOwn(user, { logins, plugins, context }) {
	if (user.problem !== void 0) return user.problem;
	if (!user.writable || plugins && !user.takesPlugins) return `${user.folder ?? "the home folder"} cannot be written`;
	if (logins.length > 0) return "logins are this run's own";
	return context ? "it gets the keys of the engine behind TLS" : void 0;
}
// src/plan/client.ts
function planClient({ build, buildx: wanted, builder, login: { logins } }, machine, run) {
	const { buildx: found, userConfig } = machine;
	const buildx = planBuildx(wanted, found, build === void 0 ? require_read_inputs.everyRun : require_read_inputs.buildxNeedOf(build));
	const { folder, takesPlugins } = userConfig;
	const config = takesPlugins && folder !== void 0 ? folder : run.files.dockerConfig;
	const plugins = `${config}/cli-plugins`;
	const context = builder.cleanup && needsContext(builder, machine);
	const needs = {
		logins,
		plugins: buildx.kind === "install",
		context
	};
	return {
		buildx,
		program: buildx.kind === "install" ? `${plugins}/${buildx.program}` : userConfig.buildxPlugin,
		plugin: {
			config,
			folder: plugins,
			halfWritten: `${plugins}/.docker-buildx-${run.runId}`
		},
		dockerConfig: planDockerConfig(userConfig, needs, run.files),
		environment: { SSL_CERT_DIR: `${run.files.authorities}:${run.certificateFolders}` }
	};
}
// src/plan/build-nodes.ts
function buildNodes(builder, { nodes }, existing) {
	const all = existing?.nodes ?? nodes.map(({ name, platforms }, index) => ({
		name: name ?? `${builder}${index}`,
		platforms: platforms.map(require_exporters.formatPlatform)
	}));
	return all.length < 2 ? [] : all.map(({ name, platforms }) => ({
		name,
		platforms
	}));
}
function nodeOf(platform, nodes) {
	return nodes.find(({ platforms }) => platforms.includes(require_exporters.formatPlatform(platform)))?.name;
}
// src/plan/elsewhere.ts
function platformsElsewhere({ driver, nodes }, existing) {
	const actual = existing?.driver ?? driver;
	if (actual === "remote" || actual === "kubernetes") return "all";
	if (actual === "docker") return [];
	if (existing !== void 0) return existing.nodes.filter((node) => isFar(node.endpoint)).flatMap((node) => node.platforms);
	return nodes.filter(({ endpoint }) => endpoint !== void 0 && isFar(endpoint)).flatMap(({ platforms }) => platforms.map(require_exporters.formatPlatform));
}
function isElsewhere(platform, elsewhere) {
	return elsewhere === "all" || elsewhere.includes(require_exporters.formatPlatform(platform));
}
function isFar(endpoint) {
	return !/^(?:unix|npipe|fd):/.test(endpoint);
}
// src/plan/proof.ts
function planProof(build, proof, { driver, nodes }) {
	if (proof.verify === "before-tag") requireDigestPush({
		driver,
		nodes
	});
	const { platforms, tags, push, load, outputs } = build;
	const pushed = [...push ? tags.map((tag) => ({
		...tag,
		byDigest: build.leg === "true"
	})) : [], ...outputs.filter(require_exporters.pushesImage).flatMap((output) => namesOf$1(output, tags))];
	const others = outputs.filter(({ type }) => ![
		"local",
		"tar",
		"cacheonly"
	].includes(type));
	const exportsImage = push || load || others.length > 0 || driver === "docker";
	return {
		...proof,
		platforms,
		repositories: [...new Set(pushed.map(({ repository }) => repository))],
		tags: uniqueTags(pushed.filter(({ byDigest }) => !byDigest)),
		layouts: outputs.flatMap((output) => require_exporters.layoutPlace(output) ?? []),
		exports: exportsImage ? "image" : outputs.length > 0 ? "files" : "nothing"
	};
}
function requireDigestPush({ driver, nodes }) {
	if (driver === "docker") throw new require_index.UserError("`verify`: `before-tag` is not for the docker driver, which can't push without a tag; take `driver: docker-container`, or `verify: true`");
	if (nodes > 1) throw new require_index.UserError("`verify`: `before-tag` is not for a builder with several nodes, as buildx tags at once what they build; take one node, or `verify: true`");
}
function namesOf$1(output, tags) {
	const byDigest = require_exporters.pushesByDigest(output);
	const own = (require_exporters.attribute(output, "name") ?? "").split(",").flatMap((text) => {
		const read = require_reference.parseReference(text.trim());
		return read.ok ? [read.value] : [];
	});
	return (tags.length > 0 ? tags : own).map((reference) => ({
		...reference,
		byDigest
	}));
}
function uniqueTags(tags) {
	return [...new Map(tags.map(({ repository, tag }) => [`${repository}:${tag}`, {
		repository,
		tag
	}])).values()];
}
function tagCommand(builder, { repository, digest, isIndex }, tags) {
	return [
		...[
			"docker",
			"buildx",
			"imagetools",
			"create",
			"--builder",
			builder
		],
		...isIndex ? [] : ["--prefer-index=false"],
		...tags.flatMap((tag) => ["--tag", require_reference.formatReference(tag)]),
		`${repository}@${digest}`
	];
}
// src/plan/registry-settings.ts
function planReadBack(builder, { config, environment, access }, files) {
	const { name, holds } = builder;
	if (holds || config === void 0) return {
		builder: name,
		environment,
		file: void 0,
		access
	};
	const carrier = "registries";
	const node = {
		Name: `${carrier}0`,
		Endpoint: "default",
		Files: { "buildkitd.toml": Buffer.from(config.text).toString("base64") }
	};
	return {
		builder: carrier,
		environment: {
			...environment,
			BUILDX_CONFIG: files.registrySettings
		},
		file: {
			path: `${files.registrySettings}/instances/${carrier}`,
			text: JSON.stringify({
				Name: carrier,
				Driver: "docker-container",
				Nodes: [node]
			})
		},
		access
	};
}
// src/domain/leg.ts
const form = /^(\S+)@(\S+) run=(\d+)$/;
const example = `\`ghcr.io/owner/image@sha256:${"0".repeat(8)}… run=1234567\``;
const prefix = "leg-";
function formatLeg({ repository, tag, digest, run }) {
	return `${repository}${tag === void 0 ? "" : `:${tag}`}@${digest} run=${run}`;
}
function parseLeg(text) {
	const [, name = "", hash = "", run = ""] = form.exec(text) ?? [];
	const digest = require_exporters.parseDigest(hash);
	const reference = require_reference.parseReference(name);
	if (!digest.ok || !reference.ok) return require_parsed.refused(`\`${text}\` is no leg; one is ${example}`);
	const { repository, tag } = reference.value;
	const leg = {
		repository,
		digest: digest.value,
		run
	};
	return require_parsed.parsed({
		...leg,
		tag: name.endsWith(`:${tag}`) ? tag : void 0
	});
}
function legOutput(platform) {
	return `${prefix}${platform.replaceAll("/", "-")}`;
}
function platformOfLegOutput(name) {
	if (!name.startsWith(prefix)) return void 0;
	return require_exporters.parsePlatform(name.slice(4).replaceAll("-", "/"));
}
// src/result/platform-steps.ts
function stepsFor({ steps }, platform) {
	const own = steps.filter((step) => step.platform === void 0 || step.platform === platform);
	const counted = own.filter(({ name }) => !/^FROM /i.test(name));
	return {
		steps: own,
		seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
		cached: counted.filter(({ cached }) => cached).length,
		of: counted.length
	};
}
function slowest(steps, count) {
	return steps.filter(({ seconds }) => seconds > 0).toSorted((a, b) => b.seconds - a.seconds).slice(0, count);
}
function costliestEmulation(progress, platforms, emulated) {
	const candidates = platforms.filter(emulated).flatMap((platform) => stepsFor(progress, platform).steps.filter(({ name, runsOn }) => isRun(name) && emulated(runsOn ?? platform)).map((step) => ({
		step,
		platform,
		nativeSeconds: twinSeconds(progress, step, emulated)
	})));
	const cost = ({ step, nativeSeconds = 0 }) => step.seconds - nativeSeconds;
	const [first] = candidates.toSorted((a, b) => cost(b) - cost(a));
	return first !== void 0 && cost(first) >= 1 ? first : void 0;
}
function isRun(name) {
	return /^RUN /i.test(name);
}
function twinSeconds({ steps }, step, emulated) {
	return steps.find(({ name, runsOn, cached }) => name === step.name && !cached && runsOn !== void 0 && !emulated(runsOn))?.seconds;
}
// src/report/gantt.ts
const longestName$1 = 34;
const mostPlatforms$1 = 10;
const stepsEach = 4;
const shortest = 20;
const setUpNames = {
	probe: "look at the machine",
	buildx: "buildx",
	login: "logins",
	emulators: "emulators",
	builder: "builder"
};
function ganttOf(course) {
	const sections = sectionsOf(course).map(({ title, bars }) => ({
		title,
		bars: bars.filter(isVisible)
	})).filter(({ bars }) => bars.length > 0);
	if (sections.length === 0) return [];
	const padding = Math.max(...sections.map(({ title }) => title.length)) * 7 + 20;
	const left = course.platforms.length - mostPlatforms$1;
	const end = Math.max(...sections.flatMap(({ bars }) => bars.map((bar) => bar.end)));
	return [
		"```mermaid",
		`%%{init: {"gantt": {"leftPadding": ${padding}, "barHeight": 18}}}%%`,
		"gantt",
		"dateFormat x",
		`axisFormat ${axisFormat(end)}`,
		...sections.flatMap(({ title, bars }) => [`section ${escaped(title)}`, ...bars.map(lineOf)]),
		"```",
		...left > 0 ? ["", `The steps of ${left} more platforms are not shown.`] : []
	];
}
function axisFormat(milliseconds) {
	if (milliseconds < 1e4) return "%-S.%L s";
	if (milliseconds < 6e4) return "%-S s";
	return milliseconds < 36e5 ? "%-M:%S" : "%-H:%M:%S";
}
function sectionsOf({ phases, progress, platforms, note }) {
	const setUp = phases.flatMap(({ name, start, end }) => {
		const words = setUpNames[name];
		return words === void 0 ? [] : [{
			name: words,
			start,
			end
		}];
	});
	const steps = platforms.slice(0, mostPlatforms$1).map((platform) => {
		const more = note(platform);
		return {
			title: more === void 0 ? platform : `${platform}, ${more}`,
			bars: slowest(stepsFor(progress, platform).steps, stepsEach).toSorted(byStart)
		};
	});
	const built = steps.some(({ bars }) => bars.length > 0);
	return [
		{
			title: "Set-up",
			bars: setUp.toSorted(byStart)
		},
		...built ? steps : [{
			title: "Build",
			bars: barsOf(phases, "build", "build")
		}],
		{
			title: "Export",
			bars: progress.exports.flatMap(exportBars)
		},
		{
			title: "Verification",
			bars: barsOf(phases, "verification", "read back")
		}
	];
}
function barsOf(phases, wanted, name) {
	return phases.filter((phase) => phase.name === wanted).map((phase) => ({
		...phase,
		name
	}));
}
function exportBars({ name, start, end, pushSeconds }) {
	const pushStart = Math.max(start, end - pushSeconds * 1e3);
	return [{
		name,
		start,
		end: pushStart
	}, {
		name: "push",
		start: pushStart,
		end
	}];
}
function byStart(a, b) {
	return a.start - b.start;
}
function isVisible({ start, end }) {
	return end - start >= shortest;
}
function lineOf({ name, start, end, seconds = (end - start) / 1e3 }) {
	return `${escaped(`${require_index.stepName(name, longestName$1)} (${require_index.formatSeconds(seconds)})`)} :${Math.round(start)}, ${Math.round(end)}`;
}
const special = new RegExp(`[#;:%<>&"\`]|^(?=(?:accDescr|accTitle|axisFormat|call|click|date|dateFormat|excludes|gantt|href|includes|inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|weekday|weekend)\\b).`, "gi");
function escaped(text) {
	return text.replace(special, (character) => `#${character.charCodeAt(0)};`);
}
// src/report/platform-table.ts
const longestNode = 80;
function platformTable(rows, { progress, places }) {
	const steps = ({ platform }) => {
		const own = stepsFor(progress, require_exporters.formatPlatform(platform));
		return own.steps.length === 0 ? void 0 : own;
	};
	const known = [
		["Platform", ({ platform }) => require_exporters.formatPlatform(platform)],
		["Size:", ({ manifest }) => sizeOf(manifest)],
		["Built", ({ platform }) => placeOf(platform, places, require_index.codeCell)],
		["Time:", (row) => steps(row) && require_index.formatSeconds(steps(row)?.seconds ?? 0)],
		["Cached:", (row) => steps(row) && require_index.unbroken(`${steps(row)?.cached} of ${steps(row)?.of}`)],
		["Digest", ({ manifest }) => manifest && `<sub>\`${manifest.digest}\`</sub>`]
	].filter(([, cell]) => rows.some((row) => cell(row) !== void 0));
	return require_index.table(known.map(([heading]) => heading), rows.map((row) => known.map(([, cell]) => cell(row) ?? "")));
}
function sizeOf(manifest) {
	return manifest?.layersSize === void 0 ? void 0 : require_index.formatBytes(manifest.layersSize);
}
function placeOf(platform, { engine, elsewhere, nodes }, quote = (name) => name) {
	if (engine !== void 0 && !isElsewhere(platform, elsewhere)) return isNative(platform, engine) ? "native" : "emulated";
	const node = nodeOf(platform, nodes);
	return node === void 0 ? "on another machine" : `on node ${quote(require_index.cut(node, longestNode))}`;
}
// src/report/summary.ts
const mostNames = 50;
const mostPlatforms = 50;
const mostSteps = 3;
const longestName = 80;
function summaryOf(result, built) {
	const { places, progress, phases } = built;
	const all = platformRows(result, built);
	const rows = all.slice(0, mostPlatforms);
	const platforms = rows.map(({ platform }) => require_exporters.formatPlatform(platform));
	const placeByName = new Map(rows.map(({ platform }) => [require_exporters.formatPlatform(platform), placeOf(platform, places)]));
	const note = (name) => {
		const place = placeByName.get(name);
		return place === "native" ? void 0 : place;
	};
	const emulation = costliestEmulation(progress, platforms, (name) => note(name) === "emulated");
	const gantt = ganttOf({
		phases,
		progress,
		platforms,
		note
	});
	return [
		"## Container image",
		"",
		...namesOf(result),
		...rows.length === 0 ? [] : [...platformTable(rows, {
			progress,
			places
		}), ""],
		...leftOut(all.length - rows.length, "platforms"),
		...emulation === void 0 ? [] : [emulationAdvice(emulation), ""],
		...slowestSteps(platforms, progress),
		...gantt.length === 0 ? [] : [
			"### Timeline",
			"",
			...gantt,
			""
		]
	].join("\n");
}
function namesOf({ image, digest, tags }) {
	if (image === void 0) return [`${digest === void 0 ? "Built, and not exported." : `Built: \`${digest}\`.`} Nothing was pushed.`, ""];
	const repositories = [...new Set(tags.map(({ repository }) => repository))];
	const names = [...tags.map(require_reference.formatReference), ...repositories.map((repository) => `${repository}@${image.digest}`)];
	return [
		"```text",
		...names.slice(0, mostNames),
		"```",
		"",
		...leftOut(names.length - mostNames, "names")
	];
}
function leftOut(count, what) {
	return count > 0 ? [`${count} more ${what} are not shown.`, ""] : [];
}
function platformRows({ image }, { asked }) {
	return image === void 0 ? asked.map((platform) => ({
		platform,
		manifest: void 0
	})) : image.manifests.map((manifest) => ({
		platform: manifest.platform,
		manifest
	}));
}
function slowestSteps(platforms, progress) {
	const rows = platforms.flatMap((platform) => slowest(stepsFor(progress, platform).steps, mostSteps).map(({ name, seconds }) => [
		platform,
		require_index.codeCell(require_index.stepName(name, longestName)),
		require_index.formatSeconds(seconds)
	]));
	if (rows.length === 0) return [];
	return [
		"### The slowest steps of each platform",
		"",
		...require_index.table([
			"Platform",
			"Step",
			"Took:"
		], rows),
		""
	];
}
function emulationAdvice({ step, platform, nativeSeconds }) {
	const native = nativeSeconds === void 0 ? "" : `, and ${require_index.formatSeconds(nativeSeconds)} natively`;
	return [
		`**Emulation cost most in ${platform}:** ${require_index.codeCell(require_index.stepName(step.name, longestName))} took`,
		`${require_index.formatSeconds(step.seconds)} there${native}. To avoid it, cross-compile in a stage`,
		"`FROM --platform=$BUILDPLATFORM`, give the builder a native node with `append`, or build on a",
		"native runner."
	].join(" ");
}
Object.defineProperty(exports, "architectureOf", {
	enumerable: true,
	get: function() {
		return architectureOf$1;
	}
});
Object.defineProperty(exports, "buildNodes", {
	enumerable: true,
	get: function() {
		return buildNodes;
	}
});
Object.defineProperty(exports, "checkLoad", {
	enumerable: true,
	get: function() {
		return checkLoad;
	}
});
Object.defineProperty(exports, "createWithImage", {
	enumerable: true,
	get: function() {
		return createWithImage;
	}
});
Object.defineProperty(exports, "credentialKey", {
	enumerable: true,
	get: function() {
		return credentialKey;
	}
});
Object.defineProperty(exports, "digestOf", {
	enumerable: true,
	get: function() {
		return digestOf;
	}
});
Object.defineProperty(exports, "formatLeg", {
	enumerable: true,
	get: function() {
		return formatLeg;
	}
});
Object.defineProperty(exports, "handlerName", {
	enumerable: true,
	get: function() {
		return handlerName;
	}
});
Object.defineProperty(exports, "inspectImage", {
	enumerable: true,
	get: function() {
		return inspectImage;
	}
});
Object.defineProperty(exports, "installBuildx", {
	enumerable: true,
	get: function() {
		return installBuildx;
	}
});
Object.defineProperty(exports, "installCommand", {
	enumerable: true,
	get: function() {
		return installCommand;
	}
});
Object.defineProperty(exports, "isElsewhere", {
	enumerable: true,
	get: function() {
		return isElsewhere;
	}
});
Object.defineProperty(exports, "isLimited", {
	enumerable: true,
	get: function() {
		return isLimited;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "isProgress", {
	enumerable: true,
	get: function() {
		return isProgress;
	}
});
Object.defineProperty(exports, "judge", {
	enumerable: true,
	get: function() {
		return judge;
	}
});
Object.defineProperty(exports, "lacking", {
	enumerable: true,
	get: function() {
		return lacking;
	}
});
Object.defineProperty(exports, "legOutput", {
	enumerable: true,
	get: function() {
		return legOutput;
	}
});
Object.defineProperty(exports, "limitedUrl", {
	enumerable: true,
	get: function() {
		return limitedUrl;
	}
});
Object.defineProperty(exports, "parseLeg", {
	enumerable: true,
	get: function() {
		return parseLeg;
	}
});
Object.defineProperty(exports, "parseRetryAfter", {
	enumerable: true,
	get: function() {
		return parseRetryAfter;
	}
});
Object.defineProperty(exports, "pauseBeforeNext", {
	enumerable: true,
	get: function() {
		return pauseBeforeNext;
	}
});
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf$2;
	}
});
Object.defineProperty(exports, "plainHostsOf", {
	enumerable: true,
	get: function() {
		return plainHostsOf;
	}
});
Object.defineProperty(exports, "planAccess", {
	enumerable: true,
	get: function() {
		return planAccess;
	}
});
Object.defineProperty(exports, "planBuilder", {
	enumerable: true,
	get: function() {
		return planBuilder;
	}
});
Object.defineProperty(exports, "planClient", {
	enumerable: true,
	get: function() {
		return planClient;
	}
});
Object.defineProperty(exports, "planEmulation", {
	enumerable: true,
	get: function() {
		return planEmulation;
	}
});
Object.defineProperty(exports, "planProof", {
	enumerable: true,
	get: function() {
		return planProof;
	}
});
Object.defineProperty(exports, "planReadBack", {
	enumerable: true,
	get: function() {
		return planReadBack;
	}
});
Object.defineProperty(exports, "platformOfLegOutput", {
	enumerable: true,
	get: function() {
		return platformOfLegOutput;
	}
});
Object.defineProperty(exports, "platformsElsewhere", {
	enumerable: true,
	get: function() {
		return platformsElsewhere;
	}
});
Object.defineProperty(exports, "probe", {
	enumerable: true,
	get: function() {
		return probe;
	}
});
Object.defineProperty(exports, "probeHandlers", {
	enumerable: true,
	get: function() {
		return probeHandlers;
	}
});
Object.defineProperty(exports, "progressOf", {
	enumerable: true,
	get: function() {
		return progressOf;
	}
});
Object.defineProperty(exports, "readSettings", {
	enumerable: true,
	get: function() {
		return readSettings;
	}
});
Object.defineProperty(exports, "setUpCredentials", {
	enumerable: true,
	get: function() {
		return setUpCredentials;
	}
});
Object.defineProperty(exports, "summaryOf", {
	enumerable: true,
	get: function() {
		return summaryOf;
	}
});
Object.defineProperty(exports, "tagCommand", {
	enumerable: true,
	get: function() {
		return tagCommand;
	}
});
Object.defineProperty(exports, "uninstallCommand", {
	enumerable: true,
	get: function() {
		return uninstallCommand;
	}
});
