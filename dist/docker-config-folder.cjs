const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_parsed = require("./parsed.cjs");
const require_errors = require("./errors.cjs");
const require_end = require("./end.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
const require_semver$1 = require("./semver.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_export_kinds = require("./export-kinds.cjs");
const require_attestation_inputs = require("./attestation-inputs.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/emulators-handler.ts
function parseHandler(name, text) {
	const lines = text.split("\n");
	const flags = lines.find((line) => line.startsWith("flags:"))?.slice(6) ?? "";
	return {
		name,
		enabled: lines[0] === "enabled",
		flags: flags.trim()
	};
}
// src/plan/engine-load.ts
function loadsIndex({ load, outputs, platforms, call, attestations }) {
	if (call !== void 0 || !(load || outputs.some(require_export_kinds.loadsImage))) return false;
	return platforms.length > 1 || require_attestation_inputs.asksForAttestations(attestations);
}
const otherStore = "turn on containerd's image store on the runner (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json)";
function checkLoad(inputs, { keepsIndexes }) {
	if (keepsIndexes || !loadsIndex(inputs)) return;
	throw new require_errors.UserError(inputs.platforms.length > 1 ? `\`load\`: the engine's image store holds no image for several platforms; nothing was changed. What to try: give one platform in \`platforms\`, or \`push\` to a registry, or write a file with \`outputs: type=oci,dest=image.tar\`, or ${otherStore}` : `\`load\`: the engine's image store holds no attestations, and \`provenance\`, \`sbom\` or \`attests\` ask for some; nothing was changed. What to try: leave them out beside \`load\`, or load in a step of its own, or write a file with \`outputs: type=oci,dest=image.tar\`, or ${otherStore}`);
}
// src/effects/engine-image-store.ts
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
// src/report/engine-remedy.ts
function engineRemedy({ host, context, chosenBy, endpoint }, words) {
	if (/^Error response from daemon/m.test(words)) return void 0;
	if (host?.startsWith("/")) return `DOCKER_HOST is the path \`${host}\`, which docker takes for a path on a server; write \`unix://${host}\``;
	if (host !== void 0 && /^https?:/.test(host)) return `DOCKER_HOST is \`${host}\`, which docker does not take; write \`${host.replace(/^https?:/, "tcp:")}\`, with DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH where the engine is behind TLS`;
	if (endpoint === void 0) return `${chosenBy === "DOCKER_CONTEXT" ? "DOCKER_CONTEXT" : "`currentContext` of config.json"} names the context \`${context}\`, which is not on this runner: make it (\`docker context create\`), take one of \`docker context ls\`, or name none`;
	const setting = host === void 0 ? `the context \`${context}\`` : "DOCKER_HOST";
	if (!/^(?:unix|npipe|fd):/.test(endpoint)) return `the engine is on another machine, ${endpoint}, which ${setting} names: see that it runs there, and ${endpoint.startsWith("ssh://") ? "that this runner's user may log in there by SSH without a password, and that docker is installed there" : "that this runner reaches its port"}; or leave that out, and the engine of this machine is taken`;
	if (host === void 0 && context === "default") return void 0;
	return `${setting} names ${endpoint}: see that an engine listens there, and in a job in a container that this socket is mounted; or leave that out, and /var/run/docker.sock is taken`;
}
// src/effects/engine-probe.ts
async function probeEngine(address, { shell, engine: ask }) {
	const { endpoint } = address;
	const told = require_pinned_images.safeParse(serverVersion, (await ask("/version"))?.json);
	const { Version, Os, Arch, KernelVersion } = told.success ? told.output : await askDocker$2(address, shell);
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
async function askDocker$2(address, shell) {
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
			remedy: engineRemedy(address, error.stderr)
		});
	});
	const told = require_pinned_images.safeParse(serverVersion, jsonOf(stdout));
	if (told.success) return told.output;
	throw new require_errors.UserError(await otherProgramText(stdout, shell));
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const longest = 200;
async function otherProgramText(printed, shell) {
	const what = quoted((await shell.capture("asking docker what it is", ["docker", "--version"]).catch(() => void 0))?.stdout ?? "");
	const remedy = /\bpodman\b/i.test(what) ? "it is Podman under docker's name, and this step needs Docker: take `podman-docker` off the runner, and install Docker's command and engine" : "look what `docker` on PATH is, and install Docker's own command and engine";
	return `\`docker version --format '{{json .Server}}'\` told of no engine: it printed ${quoted(printed)}, and \`docker --version\` ${what}. What to try: ${remedy}`;
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
		return await isThere$1(path) ? [[name, path]] : [];
	}));
	return {
		host,
		skipVerify,
		...Object.fromEntries(files.flat())
	};
}
function isThere$1(path) {
	return (0, node_fs_promises.access)(path).then(() => true, () => false);
}
// src/effects/event-private-repository.ts
const payload = require_pinned_images.object({ repository: require_pinned_images.object({ private: require_pinned_images.boolean() }) });
async function isPrivateRepository(path) {
	if (path === void 0) return false;
	try {
		const read = require_pinned_images.safeParse(payload, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")));
		return read.success && read.output.repository.private;
	} catch {
		return false;
	}
}
// src/effects/tool-image-local.ts
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
	const json = told?.status === 200 ? told.json : await askDocker$1(reference, shell);
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
async function askDocker$1(reference, shell) {
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
		engine: require_tool_image_buildkit.engineApi(found ?? "")
	};
	const [handlers, engineTls, isPrivate] = await Promise.all([
		probeHandlers(),
		probeEngineTls(named.engineTls),
		isPrivateRepository(named.event.path)
	]);
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
		return await Promise.all(emulators.map(async (name) => parseHandler(name, await (0, node_fs_promises.readFile)((0, node_path.join)(binfmtMisc, name), "utf8"))));
	} catch {
		return;
	}
}
// src/plan/buildx-asset.ts
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
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
// src/plan/buildx-plan.ts
function planBuildx(inputs, facts, need = require_read_inputs.everyRun) {
	const { installed, path, broken } = facts;
	const lack = lackOf(inputs, facts, need);
	if (installed !== void 0 && lack === void 0) return {
		kind: "use",
		version: installed,
		path,
		why: whyFine(inputs, need),
		broken
	};
	const version = versionToInstall(inputs, facts);
	const platform = assetPlatform(facts.host);
	if (!platform.ok) throw new require_errors.UserError(`buildx has to be installed (${lack}), and ${platform.problem}. What to try: install buildx on the runner as a plugin of docker, or run the job on another machine`);
	return {
		kind: "install",
		version,
		why: lack ?? noneText(facts),
		asset: assetName(version, platform.value),
		url: `${inputs.downloadUrl}/download/v${version}`,
		sum: knownSum(inputs, version, platform.value),
		program: facts.host.platform === "win32" ? "docker-buildx.exe" : "docker-buildx"
	};
}
function lackOf({ version: wanted }, facts, { version: oldest, why }) {
	const { installed, latest } = facts;
	if (installed === void 0) return noneText(facts);
	const found = releaseIn(installed);
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
function noneText({ broken }) {
	return broken.length === 0 ? "none is on the runner" : broken.join("; ");
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
	throw new require_errors.UserError(`\`buildx-version\`: no release that this action knows is in \`${range}\`; it knows ${known.map((version) => `v${version}`).join(", ")}. What to try: name a version, such as \`v${known[0]}\`, or \`latest\``);
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
function releaseIn(text) {
	const version = versionIn(text);
	return version?.compare("0.0.0") === 0 ? void 0 : version;
}
function toldVersion(printed) {
	const [, version = ""] = /^\S+\/buildx (\S+)(?: \S*)?\s*$/.exec(printed) ?? [];
	return /^[0-9a-f]{7,40}(?:\.m)?$/.test(version) || versionIn(version) !== void 0 ? version : void 0;
}
// src/effects/buildx-probe.ts
async function probeBuildx(shell, { version, downloadUrl }, { host, plugins }) {
	const [found, latest] = await Promise.all([plugins.length === 0 ? askDocker(shell) : firstThatRuns(shell, plugins), version.kind === "latest" ? askLatest(downloadUrl) : void 0]);
	return {
		...found,
		latest,
		host
	};
}
async function firstThatRuns(shell, plugins) {
	const broken = [];
	for (const { path, problem } of plugins) {
		const told = problem === void 0 ? await askPlugin(shell, path) : { problem };
		if ("version" in told) return {
			installed: told.version,
			path,
			broken
		};
		broken.push(`${path} ${told.problem}`);
	}
	return {
		installed: void 0,
		path: void 0,
		broken
	};
}
async function askPlugin(shell, path) {
	try {
		return await askVersion(require_end.withOptions(shell, { buildx: path }), "looking for buildx");
	} catch (error) {
		return { problem: `does not run: ${wordsOf(error)}` };
	}
}
async function askDocker(shell) {
	const none = {
		installed: void 0,
		path: void 0
	};
	try {
		const told = await askVersion(shell, "looking for buildx");
		return "version" in told ? {
			installed: told.version,
			path: void 0,
			broken: []
		} : {
			...none,
			broken: [`docker's buildx ${told.problem}`]
		};
	} catch (error) {
		if (error instanceof require_errors.CommandError) return {
			...none,
			broken: []
		};
		throw error;
	}
}
async function askVersion(shell, doing) {
	const { stdout } = await shell.capture(doing, [
		"docker",
		"buildx",
		"version"
	]);
	const version = toldVersion(stdout);
	if (version !== void 0) return { version };
	const [line = ""] = stdout.trim().split("\n");
	return { problem: `is no buildx: asked for its version, it printed ${line === "" ? "nothing" : `\`${line.slice(0, longestLine)}\``}` };
}
const longestLine = 200;
function wordsOf(error) {
	if (error instanceof require_errors.CommandError) {
		const line = error.stderr.trim().split("\n").at(-1) ?? "";
		const end = error.exitCode === null ? "a signal ended it" : `exit code ${error.exitCode}`;
		return line === "" ? end : `${end}, ${line.slice(0, longestLine)}`;
	}
	const cause = error instanceof Error ? error.cause ?? error : error;
	const text = cause instanceof Error ? cause.message : String(cause);
	return /\bspawn \S+ E[A-Z]+/.exec(text)?.[0] ?? text;
}
async function askLatest(downloadUrl) {
	const { latestVersion } = await Promise.resolve().then(() => require("./buildx-download.cjs")).then((n) => n.buildx_download_exports);
	return await latestVersion(downloadUrl);
}
// src/plan/docker-config-json.ts
const text = (value, place, odd) => {
	if (typeof value === "string") return value;
	if (value !== null) odd(place);
};
const texts = (value, place, odd) => {
	if (value === null) return void 0;
	if (!Array.isArray(value)) return void odd(place);
	return value.flatMap((item, index) => text(item, `${place}[${index}]`, odd) ?? []);
};
function mapOf(read, empty) {
	return (value, place, odd) => {
		if (value === null) return void 0;
		if (!isObject(value)) return void odd(place);
		const items = Object.entries(value).map(([key, item]) => [key, item === null ? empty : read(item, `${place}[${JSON.stringify(key)}]`, odd)]);
		return Object.fromEntries(items.filter(([, item]) => item !== void 0));
	};
}
function objectOf(fields) {
	const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
	return (value, place, odd) => {
		if (value === null) return {};
		if (!isObject(value)) return void odd(place);
		const read = {};
		for (const [key, item] of Object.entries(value)) {
			const name = names.get(key.toLowerCase());
			if (name === void 0) {
				read[key] = item;
				continue;
			}
			const kept = fields[name]?.(item, place === "" ? key : `${place}.${key}`, odd);
			if (kept === void 0) continue;
			const before = read[name];
			read[name] = isObject(before) && isObject(kept) ? {
				...before,
				...kept
			} : kept;
		}
		return read;
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/plan/docker-config-settings.ts
const optionalText = require_pinned_images.optional(require_pinned_images.string(), "");
const entry = require_pinned_images.object({
	auth: optionalText,
	username: optionalText,
	password: optionalText,
	identitytoken: optionalText,
	registrytoken: optionalText
});
const settings = require_pinned_images.looseObject({
	auths: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), entry), {}),
	credHelpers: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.string()), {}),
	credsStore: optionalText,
	currentContext: optionalText,
	cliPluginsExtraDirs: require_pinned_images.optional(require_pinned_images.array(require_pinned_images.string()), [])
});
const readAuth = (value, place, odd) => {
	const auth = text(value, place, odd);
	if (typeof auth !== "string" || auth === "" || decodeAuth(auth) !== void 0) return auth;
	odd(place);
};
const textMap = mapOf(text, "");
const proxy = [
	"httpProxy",
	"httpsProxy",
	"noProxy",
	"ftpProxy",
	"allProxy"
];
const allText = (names) => Object.fromEntries(names.map((name) => [name, text]));
const file = objectOf({
	auths: mapOf(objectOf({
		...allText([
			"username",
			"password",
			"email",
			"serveraddress",
			"identitytoken",
			"registrytoken"
		]),
		auth: readAuth
	}), {}),
	proxies: mapOf(objectOf(allText(proxy)), {}),
	plugins: mapOf(textMap, {}),
	HttpHeaders: textMap,
	credHelpers: textMap,
	aliases: textMap,
	features: textMap,
	pruneFilters: texts,
	cliPluginsExtraDirs: texts,
	...allText([
		"credsStore",
		"currentContext",
		"detachKeys",
		"experimental"
	]),
	...allText([
		"psFormat",
		"imagesFormat",
		"networksFormat",
		"pluginsFormat",
		"volumesFormat"
	]),
	...allText([
		"statsFormat",
		"serviceInspectFormat",
		"servicesFormat",
		"tasksFormat"
	]),
	...allText([
		"secretFormat",
		"configFormat",
		"nodesFormat"
	])
});
function parseDockerSettings(json) {
	const odd = [];
	const none = require_pinned_images.parse(settings, {});
	const whole = json.trim() === "" ? {} : parseJson(json);
	if (whole === void 0) return {
		settings: none,
		problem: "is not JSON, and is left out"
	};
	const read = file(whole, "", (place) => odd.push(place));
	if (read === void 0) return {
		settings: none,
		problem: "is no JSON object, and is left out"
	};
	const problem = `has what docker can't read, and which is left out: ${odd.map((place) => `\`${require_url_passwords.withoutPasswords(place)}\``).join(", ")}`;
	return {
		settings: require_pinned_images.parse(settings, read),
		problem: odd.length === 0 ? void 0 : problem
	};
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function decodeAuth(auth) {
	const base64 = auth.replaceAll(/[\r\n]/g, "");
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return void 0;
	const decoded = Buffer.from(base64, "base64").toString();
	const colon = decoded.indexOf(":");
	if (colon < 1) return void 0;
	const password = decoded.slice(colon + 1).replaceAll(/^\0+|\0+$/g, "");
	return {
		username: decoded.slice(0, colon),
		password
	};
}
const variable = require_pinned_images.strictObject({ auths: require_pinned_images.record(require_pinned_images.string(), require_pinned_images.strictObject({ auth: require_pinned_images.string() })) });
const named = objectOf({ auths: mapOf(objectOf({ auth: text }), {}) });
function parseAuthVariable(json) {
	const read = require_pinned_images.safeParse(variable, named(parseJson(json ?? "null"), "", () => {}));
	if (!read.success) return {};
	const { auths } = read.output;
	if (Object.values(auths).some(({ auth }) => decodeAuth(auth) === void 0)) return {};
	return require_pinned_images.parse(settings, { auths }).auths;
}
// src/effects/buildx-plugin.ts
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
	return (await Promise.all(paths.map(async (path) => await isThere(path) ? {
		path,
		problem: await problemOf(path)
	} : []))).flat();
}
async function isThere(path) {
	return await (0, node_fs_promises.lstat)(path).then(() => true, () => false);
}
async function problemOf(path) {
	try {
		if (!(await (0, node_fs_promises.stat)(path)).isFile()) return "is no file";
	} catch (error) {
		const { code } = error;
		return code === "ENOENT" ? "is a link to a file that is not there" : `can't be read (${code})`;
	}
	return await (0, node_fs_promises.access)(path, node_fs_promises.constants.X_OK).then(() => void 0, () => "may not be executed: its mode does not allow it, or its file system is mounted noexec");
}
// src/effects/docker-config-folder.ts
const configFile = "config.json";
const pluginFolder = "cli-plugins";
const contextFolder = "contexts";
async function probeUserConfig(named) {
	const { folder, buildx, context, logins } = named;
	const place = folder ?? "/nonexistent";
	const [writable, takesPlugins, { settings, problem }] = await Promise.all([
		isWritable(buildx ?? place),
		isWritable((0, node_path.join)(place, pluginFolder)),
		readSettings(folder)
	]);
	const { currentContext, cliPluginsExtraDirs } = settings;
	return {
		folder,
		buildx,
		writable,
		takesPlugins,
		problem,
		logins: parseAuthVariable(logins),
		context: context ?? (currentContext || "default"),
		buildxPlugins: await findBuildx(folder, cliPluginsExtraDirs)
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
	const { settings } = await readSettings(copyOf);
	const none = [...Object.keys(plan.logins), ...logins.map(require_tool_image_buildkit.credentialKey)].map((key) => [key, ""]);
	await writeSettings(folder, {
		...settings,
		auths: {
			...settings.auths,
			...plan.logins
		},
		credHelpers: {
			...settings.credHelpers,
			...Object.fromEntries(none)
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
	const { settings } = await readSettings(folder);
	const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
	const auths = {
		...settings.auths,
		[require_tool_image_buildkit.credentialKey(login.registry)]: { auth }
	};
	await writeSettings(folder, {
		...settings,
		auths
	});
}
async function readSettings(folder) {
	if (folder === void 0) return parseDockerSettings("");
	const path = (0, node_path.join)(folder, configFile);
	try {
		const { settings, problem } = parseDockerSettings(await (0, node_fs_promises.readFile)(path, "utf8"));
		return {
			settings,
			problem: problem === void 0 ? void 0 : `${path} ${problem}`
		};
	} catch (error) {
		const { code } = error;
		const problem = `${path} cannot be read (${code}), and is left out`;
		return {
			...parseDockerSettings(""),
			problem: code === "ENOENT" ? void 0 : problem
		};
	}
}
async function writeSettings(folder, settings) {
	await (0, node_fs_promises.writeFile)((0, node_path.join)(folder, configFile), JSON.stringify(settings), { mode: 384 });
}
Object.defineProperty(exports, "askVersion", {
	enumerable: true,
	get: function() {
		return askVersion;
	}
});
Object.defineProperty(exports, "checkLoad", {
	enumerable: true,
	get: function() {
		return checkLoad;
	}
});
Object.defineProperty(exports, "decodeAuth", {
	enumerable: true,
	get: function() {
		return decodeAuth;
	}
});
Object.defineProperty(exports, "inspectImage", {
	enumerable: true,
	get: function() {
		return inspectImage;
	}
});
Object.defineProperty(exports, "makeDockerConfig", {
	enumerable: true,
	get: function() {
		return makeDockerConfig;
	}
});
Object.defineProperty(exports, "planBuildx", {
	enumerable: true,
	get: function() {
		return planBuildx;
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
Object.defineProperty(exports, "sumOf", {
	enumerable: true,
	get: function() {
		return sumOf;
	}
});
Object.defineProperty(exports, "versionIn", {
	enumerable: true,
	get: function() {
		return versionIn;
	}
});
Object.defineProperty(exports, "wordsOf", {
	enumerable: true,
	get: function() {
		return wordsOf;
	}
});
Object.defineProperty(exports, "writeLogin", {
	enumerable: true,
	get: function() {
		return writeLogin;
	}
});
