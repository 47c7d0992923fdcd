const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_message_of = require("./message-of.cjs");
const require_semver$1 = require("./semver.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_parsed = require("./parsed.cjs");
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
	if (!platform.ok) throw new require_errors.UserError(`buildx has to be installed (${lack}), and ${platform.problem}`, { tryThis: "install buildx on the runner as a plugin of docker, or run the job on another machine" });
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
	throw new require_errors.UserError(`\`buildx-version\`: no release that this action knows is in \`${range}\`; it knows ${known.map((version) => `v${version}`).join(", ")}`, { tryThis: `name a version, such as \`v${known[0]}\`, or \`latest\`` });
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
Object.defineProperty(exports, "askVersion", {
	enumerable: true,
	get: function() {
		return askVersion;
	}
});
Object.defineProperty(exports, "planBuildx", {
	enumerable: true,
	get: function() {
		return planBuildx;
	}
});
Object.defineProperty(exports, "probeBuildx", {
	enumerable: true,
	get: function() {
		return probeBuildx;
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
