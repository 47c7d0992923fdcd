const require_errors = require("./errors.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_template = require("./template.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
const require_engine_api = require("./engine-api.cjs");
const require_pinned_images = require("./pinned-images.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/engine-load.ts
function loadsIndex({ load, outputs, platforms, call, attestations }) {
	if (call !== void 0 || !(load || outputs.some(require_template.loadsImage))) return false;
	return platforms.length > 1 || require_template.asksForAttestations(attestations);
}
const otherStore = "turn on containerd's image store on the runner (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json)";
function checkLoad(inputs, { keepsIndexes }) {
	if (keepsIndexes || !loadsIndex(inputs)) return;
	const elsewhere = `or write a file with \`outputs: type=oci,dest=image.tar\`, or ${otherStore}`;
	if (inputs.platforms.length > 1) throw new require_errors.UserError("`load`: the engine's image store holds no image for several platforms; nothing was changed", { tryThis: `give one platform in \`platforms\`, or \`push\` to a registry, ${elsewhere}` });
	throw new require_errors.UserError("`load`: the engine's image store holds no attestations, and `provenance`, `sbom` or `attests` ask for some; nothing was changed", { tryThis: `leave them out beside \`load\`, or load in a step of its own, ${elsewhere}` });
}
// src/report/engine-remedy.ts
require_pinned_images.init_dist();
function engineRemedy({ host, context, chosenBy, endpoint }, words) {
	if (/^Error response from daemon/m.test(words)) return void 0;
	if (host?.startsWith("/")) return `DOCKER_HOST is \`${host}\`, which docker reads as a path on a server; write \`unix://${host}\``;
	if (host !== void 0 && /^https?:/.test(host)) return `DOCKER_HOST is \`${host}\`, which docker does not support; write \`${host.replace(/^https?:/, "tcp:")}\`, with DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH if the engine uses TLS`;
	if (endpoint === void 0) return `${chosenBy === "DOCKER_CONTEXT" ? "DOCKER_CONTEXT" : "`currentContext` of config.json"} names the context \`${context}\`, which does not exist on this runner: create it (\`docker context create\`), name another (\`docker context ls\`), or leave the setting out`;
	const setting = host === void 0 ? `the context \`${context}\`` : "DOCKER_HOST";
	if (!/^(?:unix|npipe|fd):/.test(endpoint)) return `${setting} names an engine on another machine, ${endpoint}: check that it is running, and ${endpoint.startsWith("ssh://") ? "that this runner's user can log in there by SSH without a password, and that docker is installed there" : "that this runner can reach its port"}; without this setting the engine of this machine is used`;
	if (host === void 0 && context === "default") return void 0;
	return `${setting} names ${endpoint}: check that an engine listens there and, if the job runs in a container, that the socket is mounted; without this setting /var/run/docker.sock is used`;
}
// src/effects/engine-probe.ts
async function probeEngine(address, { shell, engine: ask }) {
	const { endpoint } = address;
	const told = require_pinned_images.safeParse(serverVersion, (await ask("/version"))?.json);
	const { Version, Os, Arch, KernelVersion } = told.success ? told.output : await askDocker$1(address, shell);
	const here = endpoint !== void 0 && /^(?:unix|npipe):/.test(endpoint) && KernelVersion === (0, node_os.release)();
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
const serverVersion = require_pinned_images.object({
	Version: require_pinned_images.string(),
	Os: require_pinned_images.string(),
	Arch: require_pinned_images.string(),
	KernelVersion: require_pinned_images.optional(require_pinned_images.string())
});
async function askDocker$1(address, shell) {
	const command = [
		"docker",
		"version",
		"--format",
		"{{json .Server}}"
	];
	const doing = "asking the Docker engine for its version";
	const { stdout } = await shell.capture(doing, command).catch((error) => {
		if (!(error instanceof require_errors.CommandError)) throw error;
		throw new require_errors.CommandError(doing, {
			...error,
			tryThis: engineRemedy(address, error.stderr)
		});
	});
	const told = require_pinned_images.safeParse(serverVersion, jsonOf(stdout));
	if (told.success) return told.output;
	throw await otherProgram(stdout, shell);
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const longest = 200;
async function otherProgram(printed, shell) {
	const what = quoted((await shell.capture("asking docker what it is", ["docker", "--version"]).catch(() => void 0))?.stdout ?? "");
	const tryThis = /\bpodman\b/i.test(what) ? "it is Podman under docker's name, and this step needs Docker: take `podman-docker` off the runner, and install Docker's command and engine" : "look what `docker` on PATH is, and install Docker's own command and engine";
	return new require_errors.UserError(`\`docker version --format '{{json .Server}}'\` reported no engine: it printed ${quoted(printed)}, and \`docker --version\` ${what}`, { tryThis });
}
function quoted(printed) {
	const [line = ""] = printed.trim().split("\n");
	return line === "" ? "nothing" : `\`${line.slice(0, longest)}\``;
}
const usualEndpoint = "unix:///var/run/docker.sock";
async function endpointOf(shell, { host, context }) {
	if (host !== void 0) return host;
	if (context === "default") return usualEndpoint;
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
		if (error instanceof require_errors.CommandError) return void 0;
		throw error;
	}
}
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
		if (error instanceof require_errors.CommandError) return false;
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
// src/effects/tool-image-local.ts
require_pinned_images.init_dist();
const inspected = require_pinned_images.object({
	Id: require_pinned_images.string(),
	Os: require_pinned_images.string(),
	Architecture: require_pinned_images.string()
});
async function probeImages(references, ports) {
	return (await Promise.all([...new Set(references)].map((reference) => inspectImage(reference, ports)))).filter((image) => image !== void 0);
}
async function inspectImage(reference, { shell, engine }) {
	const told = await engine(`/images/${reference}/json`);
	if (told?.status === 404) return void 0;
	const json = told?.status === 200 ? told.json : await askDocker(reference, shell);
	const image = require_pinned_images.safeParse(inspected, json);
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
		if (error instanceof require_errors.CommandError || error instanceof SyntaxError) return void 0;
		throw error;
	}
}
// src/effects/probe.ts
const binfmtMisc = "/proc/sys/fs/binfmt_misc";
async function probe(shell, inputs, { user: userConfig, ...named }) {
	const { build, builder, emulation } = inputs;
	const client = {
		host: named.engineHost,
		context: userConfig.context
	};
	const found = await endpointOf(shell, client);
	const chosenBy = named.config.context === void 0 ? "config.json" : "DOCKER_CONTEXT";
	const address = {
		...client,
		chosenBy,
		endpoint: found
	};
	const endpoint = found ?? "unix:///var/run/docker.sock";
	const ports = {
		shell,
		engine: require_engine_api.engineApi(found ?? "")
	};
	const [handlers, engineTls] = await Promise.all([probeHandlers(), probeEngineTls(named.engineTls)]);
	const [engine, images, keeps] = await Promise.all([
		needsEngine(builder, emulation) ? askEngine(address, ports, builder) : void 0,
		probeImages(imagesFor(inputs), ports),
		(mayBeEngine(builder) || loadsIndex(build)) && keepsIndexes(ports)
	]);
	return {
		engine,
		endpoint,
		images,
		userConfig,
		engineTls,
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
	const buildkit = builder.existing === void 0 && builder.driver === "docker-container" && first ? require_tool_image_buildkit.buildkitCandidates(first.driverOpts, network) : [];
	const binfmt = (emulation.qemu.kind === "off" ? [] : emulation.images).flatMap((name) => require_tool_image_buildkit.candidatesFor(name, network));
	return [...buildkit, ...binfmt].map(({ reference }) => reference);
}
async function askEngine(address, ports, { existing }) {
	try {
		return await probeEngine(address, ports);
	} catch (error) {
		if (existing !== void 0 && error instanceof require_errors.CommandError) return void 0;
		throw error;
	}
}
async function probeHandlers() {
	try {
		const names = await (0, node_fs_promises.readdir)(binfmtMisc);
		const emulators = names.filter((name) => name.startsWith("qemu-"));
		if (!names.includes("register")) return void 0;
		return await Promise.all(emulators.map(async (name) => require_emulators_handler.parseHandler(name, await (0, node_fs_promises.readFile)((0, node_path.join)(binfmtMisc, name), "utf8"))));
	} catch {
		return;
	}
}
Object.defineProperty(exports, "checkLoad", {
	enumerable: true,
	get: function() {
		return checkLoad;
	}
});
Object.defineProperty(exports, "inspectImage", {
	enumerable: true,
	get: function() {
		return inspectImage;
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
