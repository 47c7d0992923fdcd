const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_message_of = require("./message-of.cjs");
const require_semver$1 = require("./semver.cjs");
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
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
async function probeBuildx(shell, { version, downloadUrl }, { host, plugins, proxies }) {
	const [found, latest] = await Promise.all([plugins.length === 0 ? askDocker(shell) : firstThatRuns(shell, plugins), version.kind === "latest" ? askLatest(downloadUrl, proxies) : void 0]);
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
		return await askVersion(shell.with({ buildx: path }), "looking for buildx");
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
	const text = require_message_of.messageOf(cause);
	return /\bspawn \S+ E[A-Z]+/.exec(text)?.[0] ?? text;
}
async function askLatest(downloadUrl, proxies) {
	const [{ latestVersion }, { httpClient }] = await Promise.all([Promise.resolve().then(() => require("./buildx-download.cjs")).then((n) => n.buildx_download_exports), Promise.resolve().then(() => require("./http-client.cjs")).then((n) => n.http_client_exports)]);
	return await latestVersion(downloadUrl, httpClient(proxies));
}
// src/plan/emulators-handler.ts
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
function parseHandler(name, text) {
	const lines = text.split("\n");
	const flags = lines.find((line) => line.startsWith("flags:"))?.slice(6) ?? "";
	return {
		name,
		enabled: lines[0] === "enabled",
		flags: flags.trim()
	};
}
Object.defineProperty(exports, "architectureOf", {
	enumerable: true,
	get: function() {
		return architectureOf;
	}
});
Object.defineProperty(exports, "askVersion", {
	enumerable: true,
	get: function() {
		return askVersion;
	}
});
Object.defineProperty(exports, "handlerName", {
	enumerable: true,
	get: function() {
		return handlerName;
	}
});
Object.defineProperty(exports, "parseHandler", {
	enumerable: true,
	get: function() {
		return parseHandler;
	}
});
Object.defineProperty(exports, "probeBuildx", {
	enumerable: true,
	get: function() {
		return probeBuildx;
	}
});
Object.defineProperty(exports, "releaseIn", {
	enumerable: true,
	get: function() {
		return releaseIn;
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
