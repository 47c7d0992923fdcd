const require_parsed = require("./parsed.cjs");
const require_index = require("./index.cjs");
const require_run_files = require("./run-files.cjs");
const require_nearest = require("./nearest.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_attributes = require("./attributes.cjs");
const require_reference = require("./reference.cjs");
const require_docker_config = require("./docker-config.cjs");
const require_owner = require("./owner.cjs");
const require_download = require("./download.cjs");
const require_builder_parts = require("./builder-parts.cjs");
const require_secrets = require("./secrets.cjs");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
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
		platform: normal(require_read_inputs.parsePlatform(to).ok ? to : `${from.slice(0, from.indexOf("/"))}/${to}`),
		runsOn
	};
}
function normal(text) {
	const read = require_read_inputs.parsePlatform(text);
	return read.ok ? require_read_inputs.formatPlatform(read.value) : text;
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
function architectureOf(handler) {
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
		why: `${platforms.map(require_read_inputs.formatPlatform).join(", ") || "the engine's own platform"} needs none`
	};
	if (!reset && wanted !== "all" && emulators.length === 0) return {
		kind: "none",
		why: `${wanted.join(", ")}: registered already`
	};
	return {
		kind: "install",
		image: require_docker_config.planToolImage("The image of emulators", images, {
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
	"host"
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
	await require_docker_config.writeLogin(folder, login);
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
	await require_docker_config.makeDockerConfig(own, hosts);
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
	const read = require_attributes.parseDigest(`sha256:${(0, node_crypto.createHash)("sha256").update(content).digest("hex")}`);
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
async function installBuildx(buildx, { plugin, folder, user }, doors) {
	const { shell, github } = doors;
	if (buildx.kind === "use") {
		await github.group(`buildx ${buildx.version} found`, async (print) => print(buildx.why));
		return user.buildxPlugin;
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
	return place;
}
async function findProgram(plan, folder, doors) {
	const { version, program: name, asset, url } = plan;
	const { github } = doors;
	const { toolCache } = doors.runner;
	const cached = toolCache && await require_download.findInToolCache(version, name);
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
	await require_download.download(from, path);
	await verifyFile(path, sum, from);
	if (toolCache !== void 0) await require_download.addToToolCache(path, {
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
	await require_download.download(source, path);
	const bytes = await (0, node_fs_promises.readFile)(path);
	const sha256 = require_download.sumOf(asset, bytes.toString("utf8"));
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
	const printed = await require_docker_config.buildxVersion(shell, "starting the buildx that was installed");
	const runs = require_download.versionIn(printed);
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
	const platforms = wanted.platforms.map(require_read_inputs.formatPlatform).filter((platform) => !node.platforms.includes(platform));
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
	return require_docker_config.planBuildkitImage(first.driverOpts, {
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
			driverOpts: require_docker_config.optionsBesideImage(node.driverOpts)
		} : node;
		return require_secrets.planNode(wanted, {
			driver,
			image: here ? void 0 : require_docker_config.firstBuildkitReference(network),
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
function whyOwn(user, { logins, context }) {
	if (user.problem !== void 0) return user.problem;
	if (!user.writable || !user.takesPlugins) return `${user.folder ?? "the home folder"} cannot be written`;
	if (logins.length > 0) return "logins are this run's own";
	return context ? "it gets the keys of the engine behind TLS" : void 0;
}
// src/plan/client.ts
function planClient({ builder, login: { logins } }, machine, run) {
	const { userConfig } = machine;
	const { folder, takesPlugins } = userConfig;
	const config = takesPlugins && folder !== void 0 ? folder : run.files.dockerConfig;
	const plugins = `${config}/cli-plugins`;
	const context = builder.cleanup && needsContext(builder, machine);
	return {
		plugin: {
			config,
			folder: plugins,
			halfWritten: `${plugins}/.docker-buildx-${run.runId}`
		},
		dockerConfig: planDockerConfig(userConfig, {
			logins,
			context
		}, run.files),
		environment: { SSL_CERT_DIR: `${run.files.authorities}:${run.certificateFolders}` }
	};
}
// src/plan/build-nodes.ts
function buildNodes(builder, { nodes }, existing) {
	const all = existing?.nodes ?? nodes.map(({ name, platforms }, index) => ({
		name: name ?? `${builder}${index}`,
		platforms: platforms.map(require_read_inputs.formatPlatform)
	}));
	return all.length < 2 ? [] : all.map(({ name, platforms }) => ({
		name,
		platforms
	}));
}
function nodeOf(platform, nodes) {
	return nodes.find(({ platforms }) => platforms.includes(require_read_inputs.formatPlatform(platform)))?.name;
}
// src/plan/elsewhere.ts
function platformsElsewhere({ driver, nodes }, existing) {
	const actual = existing?.driver ?? driver;
	if (actual === "remote" || actual === "kubernetes") return "all";
	if (actual === "docker") return [];
	if (existing !== void 0) return existing.nodes.filter((node) => isFar(node.endpoint)).flatMap((node) => node.platforms);
	return nodes.filter(({ endpoint }) => endpoint !== void 0 && isFar(endpoint)).flatMap(({ platforms }) => platforms.map(require_read_inputs.formatPlatform));
}
function isElsewhere(platform, elsewhere) {
	return elsewhere === "all" || elsewhere.includes(require_read_inputs.formatPlatform(platform));
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
	})) : [], ...outputs.filter(require_read_inputs.pushesImage).flatMap((output) => namesOf$1(output, tags))];
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
		layouts: outputs.flatMap((output) => require_read_inputs.layoutPlace(output) ?? []),
		exports: exportsImage ? "image" : outputs.length > 0 ? "files" : "nothing"
	};
}
function requireDigestPush({ driver, nodes }) {
	if (driver === "docker") throw new require_index.UserError("`verify`: `before-tag` is not for the docker driver, which can't push without a tag; take `driver: docker-container`, or `verify: true`");
	if (nodes > 1) throw new require_index.UserError("`verify`: `before-tag` is not for a builder with several nodes, as buildx tags at once what they build; take one node, or `verify: true`");
}
function namesOf$1(output, tags) {
	const byDigest = require_read_inputs.pushesByDigest(output);
	const own = (require_attributes.attribute(output, "name") ?? "").split(",").flatMap((text) => {
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
	const digest = require_attributes.parseDigest(hash);
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
	return require_read_inputs.parsePlatform(name.slice(4).replaceAll("-", "/"));
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
		const own = stepsFor(progress, require_read_inputs.formatPlatform(platform));
		return own.steps.length === 0 ? void 0 : own;
	};
	const known = [
		["Platform", ({ platform }) => require_read_inputs.formatPlatform(platform)],
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
	const platforms = rows.map(({ platform }) => require_read_inputs.formatPlatform(platform));
	const placeByName = new Map(rows.map(({ platform }) => [require_read_inputs.formatPlatform(platform), placeOf(platform, places)]));
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
		return architectureOf;
	}
});
Object.defineProperty(exports, "buildNodes", {
	enumerable: true,
	get: function() {
		return buildNodes;
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
Object.defineProperty(exports, "progressOf", {
	enumerable: true,
	get: function() {
		return progressOf;
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
