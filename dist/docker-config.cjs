const require_parsed = require("./parsed.cjs");
const require_index = require("./index.cjs");
const require_together = require("./together.cjs");
const require_dist = require("./valibot.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_attributes = require("./attributes.cjs");
const require_reference = require("./reference.cjs");
const require_registry_hosts = require("./registry-hosts.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/registry-access.ts
function planAccess({ settings, dockerConfig, userConfig, proxies }) {
	return {
		hosts: Object.assign({}, ...settings.map(require_registry_hosts.hostsOf)),
		dockerConfig: dockerConfig.own?.folder ?? userConfig.folder,
		proxies
	};
}
function placeOf(repository) {
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
function plainHostsOf(registries) {
	return registries.filter(({ http }) => http === true).map(({ host }) => host);
}
function manifestUrl({ registry, path, version }, plainHosts) {
	const plain = isLoopback(registry) || plainHosts.includes(registry);
	const { host } = placeOf(`${registry}/${path}`);
	const name = version.split("@")[1] ?? version.slice(1);
	return `${plain ? "http" : "https"}://${host}/v2/${path}/manifests/${name}`;
}
function limitedUrl(words, tags, plainHosts) {
	const [, named] = /(?:failed to push|source metadata for) (\S+?):? /.exec(words) ?? [];
	const [first] = tags.map(require_reference.formatReference);
	const image = require_read_inputs.parseImageName(named ?? first ?? "");
	return image.ok ? manifestUrl(image.value, plainHosts) : void 0;
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
	return load || outputs.some((to) => to.type === "docker" && require_attributes.attribute(to, "dest") === void 0);
}
function checkLoad(inputs, { keepsIndexes }) {
	if (keepsIndexes || !loadsSeveral(inputs)) return;
	throw new require_index.UserError("`load`: the engine's image store holds no image for several platforms; nothing was changed. What to try: give one platform in `platforms`, or `push` to a registry, or write a file with `outputs: type=oci,dest=image.tar`, or turn on containerd's image store on the runner (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json)");
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
	const told = await engine(`/images/${reference}/json`);
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
async function probe(shell, inputs, { user: userConfig, ...named }) {
	const { build, builder, emulation } = inputs;
	const endpoint = await endpointOf(shell, {
		host: named.engineHost,
		context: userConfig.context
	});
	const doors = {
		shell,
		engine: require_together.engineApi(endpoint)
	};
	const [handlers, engineTls, isPrivate] = await Promise.all([
		probeHandlers(),
		probeEngineTls(named.engineTls),
		isPrivateRepository(named.event.path)
	]);
	const [engine, images, keeps] = await Promise.all([
		needsEngine(builder, emulation) ? askEngine(endpoint, doors, builder) : void 0,
		probeImages(imagesFor(inputs), doors),
		(mayBeEngine(builder) || loadsSeveral(build)) && keepsIndexes(doors)
	]);
	return {
		engine,
		endpoint,
		images,
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
	}), version.kind === "latest" ? askLatest(downloadUrl) : void 0]);
	return {
		installed,
		latest,
		host
	};
}
async function askLatest(downloadUrl) {
	const { latestVersion } = await Promise.resolve().then(() => require("./download.cjs")).then((n) => n.download_exports);
	return await latestVersion(downloadUrl);
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
Object.defineProperty(exports, "buildxVersion", {
	enumerable: true,
	get: function() {
		return buildxVersion;
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
Object.defineProperty(exports, "firstBuildkitReference", {
	enumerable: true,
	get: function() {
		return firstBuildkitReference;
	}
});
Object.defineProperty(exports, "inspectImage", {
	enumerable: true,
	get: function() {
		return inspectImage;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "limitedUrl", {
	enumerable: true,
	get: function() {
		return limitedUrl;
	}
});
Object.defineProperty(exports, "makeDockerConfig", {
	enumerable: true,
	get: function() {
		return makeDockerConfig;
	}
});
Object.defineProperty(exports, "optionsBesideImage", {
	enumerable: true,
	get: function() {
		return optionsBesideImage;
	}
});
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf;
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
Object.defineProperty(exports, "planBuildkitImage", {
	enumerable: true,
	get: function() {
		return planBuildkitImage;
	}
});
Object.defineProperty(exports, "planToolImage", {
	enumerable: true,
	get: function() {
		return planToolImage;
	}
});
Object.defineProperty(exports, "probe", {
	enumerable: true,
	get: function() {
		return probe;
	}
});
Object.defineProperty(exports, "probeBuildx", {
	enumerable: true,
	get: function() {
		return probeBuildx;
	}
});
Object.defineProperty(exports, "probeHandlers", {
	enumerable: true,
	get: function() {
		return probeHandlers;
	}
});
Object.defineProperty(exports, "probeUserConfig", {
	enumerable: true,
	get: function() {
		return probeUserConfig;
	}
});
Object.defineProperty(exports, "readSettings", {
	enumerable: true,
	get: function() {
		return readSettings;
	}
});
Object.defineProperty(exports, "writeLogin", {
	enumerable: true,
	get: function() {
		return writeLogin;
	}
});
