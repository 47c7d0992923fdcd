const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_parsed = require("./parsed.cjs");
const require_errors = require("./errors.cjs");
const require_end = require("./end.cjs");
const require_build_failure = require("./build-failure.cjs");
const require_markdown = require("./markdown.cjs");
const require_trouble = require("./trouble.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
const require_semver$1 = require("./semver.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_buildx_download = require("./buildx-download.cjs");
const require_http_client = require("./http-client.cjs");
const require_leg = require("./leg.cjs");
const require_registry_connections = require("./registry-connections.cjs");
const require_template = require("./template.cjs");
const require_docker_config_folder = require("./docker-config-folder.cjs");
const require_read_inputs = require("./read-inputs.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/buildx-asset.ts
require_parsed.init_parsed();
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
// src/effects/buildx-tool-cache.ts
const tool = "buildx";
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
// src/effects/buildx-program.ts
async function getProgram(plan, folder, ports) {
	const { version, program: name, asset, url } = plan;
	const { github } = ports;
	const { toolCache, proxies } = ports.runner;
	const patience = {
		...ports,
		print: github.info,
		http: require_http_client.httpClient(proxies)
	};
	const cached = toolCache && await findInToolCache(version, name);
	if (cached) {
		if (plan.sum === void 0 || await require_registry_connections.sha256Of(cached) === plan.sum.sha256) return {
			path: cached,
			from: `the runner's tool cache, ${cached}`
		};
		github.warning(`${cached} has not the SHA-256 of ${plan.sum?.source}; it is not used`);
	}
	const sum = plan.sum ?? await publishedSum(plan, folder, patience);
	const from = `${url}/${asset}`;
	const path = (0, node_path.join)(folder, asset);
	github.info(`Downloading ${from}`);
	await require_buildx_download.download(from, path, patience);
	await require_registry_connections.verifyFile(path, sum, from);
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
async function publishedSum({ asset, url }, folder, patience) {
	const source = `${url}/checksums.txt`;
	const path = (0, node_path.join)(folder, "checksums.txt");
	await require_buildx_download.download(source, path, patience);
	const bytes = await (0, node_fs_promises.readFile)(path);
	const sha256 = sumOf(asset, bytes.toString("utf8"));
	if (sha256 !== void 0) return {
		sha256,
		source
	};
	throw new require_errors.UserError(`${source} has no SHA-256 for ${asset}, so that it can't be checked and was not downloaded; the file has ${bytes.length} bytes and looks like ${require_registry_connections.looksLike(bytes.subarray(0, 512))}`, { tryThis: "if a mirror or a proxy stands between, compare what it has with the release; or give the sum in `buildx-checksum`" });
}
// src/effects/buildx-install.ts
async function installBuildx(buildx, { plugins, folder }, ports) {
	const { github } = ports;
	if (buildx.kind === "use") {
		const { version, path, why, broken } = buildx;
		for (const problem of broken) github.warning(`${problem}; the step takes ${path}. Docker itself stops at the first`);
		await github.group(`buildx ${version} found`, async (print) => print(why));
		return path;
	}
	const { version, why } = buildx;
	github.info(`buildx v${version} is to be installed: ${why}`);
	const { path, from } = await getProgram(buildx, folder, ports);
	const place = await install(path, buildx, plugins, ports);
	await require_builder_node.removeFile((0, node_path.join)(folder, buildx.asset));
	await github.group(`buildx v${version} installed`, async (print) => {
		print(`From ${from}`);
		print(`As ${place}`);
	});
	return place;
}
async function install(program, { version, program: name }, plugins, { shell, github }) {
	const failures = [];
	for (const plugin of plugins) {
		const place = (0, node_path.join)(plugin.folder, name);
		const problem = await problemWith(program, place, {
			plugin,
			version,
			shell
		});
		if (problem === void 0) return place;
		failures.push(`as ${place}: ${problem}`);
		github.info(`buildx can't be installed as ${place}: ${problem}`);
	}
	throw new require_errors.UserError(`buildx can't be installed, ${failures.join("; ")}`, { tryThis: "make room, and let the runner's user write and start programs in one of these folders (`mount` tells which are noexec), or name another in DOCKER_CONFIG" });
}
async function problemWith(program, place, { plugin, version, shell }) {
	try {
		await putInPlace(program, place, plugin);
	} catch (error) {
		return String(error);
	}
	try {
		await checkVersion(version, shell.with({ buildx: place }));
		return;
	} catch (error) {
		if (error instanceof WrongProgram) throw error;
		await require_builder_node.removeFile(place);
		return require_emulators_handler.wordsOf(error);
	}
}
async function putInPlace(program, place, plugin) {
	try {
		await (0, node_fs_promises.mkdir)(plugin.folder, { recursive: true });
		await (0, node_fs_promises.copyFile)(program, plugin.halfWritten);
		await (0, node_fs_promises.chmod)(plugin.halfWritten, 493);
		await (0, node_fs_promises.rename)(plugin.halfWritten, place);
	} catch (error) {
		await require_builder_node.removeFile(plugin.halfWritten);
		throw error;
	}
}
var WrongProgram = class extends require_errors.UserError {};
async function checkVersion(wanted, shell) {
	const told = await require_emulators_handler.askVersion(shell, "starting the buildx that was installed");
	const runs = "version" in told ? require_emulators_handler.versionIn(told.version) : void 0;
	if ("version" in told && (runs === void 0 || runs.compare(wanted) === 0)) return;
	throw new WrongProgram(`buildx v${wanted} was installed, and ${"version" in told ? `it calls itself ${told.version}` : `it ${told.problem}`}`, { tryThis: "look whether the release is what it says, or name a mirror in `buildx-download-url`" });
}
// src/plan/registry-settings-plan.ts
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
// src/effects/login-left-out.ts
require_trouble.init_trouble();
async function namingLeftOutLogins(leftOut, work) {
	try {
		return await work();
	} catch (error) {
		const login = error instanceof require_errors.CommandError ? missedIn(error, leftOut) : void 0;
		if (!(error instanceof require_errors.CommandError) || login === void 0) throw error;
		throw new require_errors.NoLoginError(error, {
			registry: login.registry,
			why: require_leg.whyNone(login)
		});
	}
}
function missedIn({ stderr }, leftOut) {
	if (leftOut.length === 0) return void 0;
	const words = require_build_failure.lastWords(stderr);
	if (require_trouble.troubleOf(words) !== "refused") return void 0;
	const hosts = words.text.split(/[^\w.:[\]-]+/).map((word) => word.replace(/:$/, ""));
	return leftOut.find(({ registry }) => hosts.some((host) => isOf(registry, host)));
}
function isOf(registry, host) {
	return host === registry || registry === "docker.io" && host.endsWith(".docker.io");
}
// src/plan/buildx-releases.ts
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
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
function planBuildx(inputs, facts, need = require_template.everyRun) {
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
	const found = require_emulators_handler.releaseIn(installed);
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
// src/plan/login-ecr.ts
function awsEnvironment(variables) {
	const variable = (name) => variables[name] || void 0;
	const all = variable("AWS_ENDPOINT_URL");
	return {
		accessKeyId: variable("AWS_ACCESS_KEY_ID"),
		secretAccessKey: variable("AWS_SECRET_ACCESS_KEY"),
		sessionToken: variable("AWS_SESSION_TOKEN"),
		endpoints: {
			ecr: variable("AWS_ENDPOINT_URL_ECR") ?? all,
			"ecr-public": variable("AWS_ENDPOINT_URL_ECR_PUBLIC") ?? all
		}
	};
}
function withAwsKeys(login, { accessKeyId, secretAccessKey }) {
	if (login.username !== "") return login;
	if (accessKeyId === void 0 || secretAccessKey === void 0) return void 0;
	return {
		...login,
		username: accessKeyId,
		password: secretAccessKey
	};
}
// src/effects/login-run.ts
require_trouble.init_trouble();
const noEngine = ["--host", "unix:///nonexistent/crossbuild.sock"];
async function logIn(shell, logins, options) {
	for (const given of logins) {
		const login = await exchanged(given, options);
		const settings = options.registries.find(({ host }) => host === login.registry);
		if (settings?.http || settings?.insecure) await unsafeLogin(login, settings, options);
		else await dockerLogin(shell, login, options);
	}
}
async function exchanged(login, options) {
	const place = require_read_inputs.ecrPlace(login.registry);
	if (place === void 0 || login.username === "AWS") return login;
	const { ecrLogin } = await Promise.resolve().then(() => require("./login-ecr-token.cjs"));
	return await ecrLogin(login, place, options);
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
		if (!(error instanceof require_errors.CommandError)) throw error;
		throw refusal(login, wordsOf(error.stderr), error);
	}
}
function wordsOf(stderr) {
	const refusal = /login attempt to \S+ failed with status: 40[13][^"\n]*/.exec(stderr)?.[0];
	const lines = stderr.trim().split("\n");
	return refusal ?? lines.at(-1) ?? "";
}
async function unsafeLogin(login, settings, { folder, proxies }) {
	const { refusesLogin } = await Promise.resolve().then(() => require("./login-registry.cjs"));
	const words = await refusesLogin(login, {
		plainHttp: settings.http === true,
		proxies
	});
	if (words !== void 0) throw refusal(login, words);
	await require_docker_config_folder.writeLogin(folder, login);
}
function refusal({ registry, username }, words, cause) {
	const title = `no login to ${registry} as \`${username}\`: ${words}`;
	const asked = {
		asker: "login",
		host: registry
	};
	const trouble = require_trouble.troubleOf({ text: words }) ?? "refused";
	const tryThis = require_end.remedyOf(trouble, asked) ?? require_end.remedyOf("refused", asked);
	return new require_errors.UserError(title, {
		tryThis,
		cause
	});
}
// src/effects/login-setup.ts
const noKeys = "there are neither user name and password nor AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
async function setUpCredentials({ dockerConfig, environment }, { inputs, user, aws, proxies }, { shell, github }) {
	const { own } = dockerConfig;
	if (own === void 0) return {
		shell,
		logIn: async () => {}
	};
	if (user.problem !== void 0) github.warning(user.problem);
	github.info(`Docker's configuration is a copy for this run: ${own.why}`);
	const logins = inputs.login.logins.flatMap((login) => {
		const given = withAwsKeys(login, aws);
		if (given === void 0) github.info(`No login to ${login.registry}: ${noKeys}`);
		return given ?? [];
	});
	const hosts = logins.map(({ registry }) => registry);
	await require_docker_config_folder.makeDockerConfig(own, hosts);
	const ours = shell.with({ environment: dockerConfig.environment });
	const { registries } = inputs.network;
	const { folder } = own;
	return {
		shell: ours,
		logIn: async (own) => {
			const given = {
				environment,
				folder,
				registries,
				aws,
				proxies,
				mask: github.mask
			};
			await logIn(own, logins, given);
			if (logins.length > 0) github.info(`Logged in to ${hosts.join(", ")}`);
		}
	};
}
// src/plan/docker-config-plan.ts
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
	const { logins } = user;
	return {
		environment: {
			DOCKER_CONFIG: folder,
			BUILDX_CONFIG: buildxFolder,
			...Object.keys(logins).length === 0 ? {} : { DOCKER_AUTH_CONFIG: "" }
		},
		buildxFolder,
		own: {
			folder,
			copyOf: user.folder,
			logins,
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
// src/plan/docker-client.ts
function planClient({ builder, login: { logins } }, machine, run) {
	const { userConfig } = machine;
	const { folder, takesPlugins } = userConfig;
	const plugins = [...takesPlugins && folder !== void 0 ? [folder] : [], run.files.dockerConfig].map((config) => `${config}/cli-plugins`);
	const context = builder?.cleanup === true && require_cleanup_undo.needsContext(builder, machine);
	return {
		plugins: plugins.map((place) => ({
			folder: place,
			halfWritten: `${place}/.docker-buildx-${run.runId}`
		})),
		dockerConfig: planDockerConfig(userConfig, {
			logins,
			context
		}, run.files),
		environment: { SSL_CERT_DIR: `${run.files.authorities}:${run.certificateFolders}` }
	};
}
// src/step/prepare-client.ts
async function prepareClient(run, files, { inputs, buildkitdConfig, machine }) {
	const { runId, runner, github } = run;
	const own = {
		runId,
		files,
		owner: await require_cleanup_undo.ownerOn(runner.machine),
		...runner
	};
	const plan = planClient(inputs, machine, own);
	const { engine, endpoint, userConfig: user } = machine;
	if (engine !== void 0) github.info(`Docker engine ${engine.version} on ${engine.os}/${engine.architecture}`);
	const first = require_cleanup_undo.undoClient(plan, {
		...own,
		engine,
		endpoint,
		builder: inputs.builder
	});
	const undo = undoRecord(first, github);
	await require_cleanup_undo.recordRun(first.record, own);
	await require_builder_node.makeRunFiles(own, buildkitdConfig);
	const { shell, logIn } = await setUpCredentials(plan, {
		inputs,
		user,
		aws: awsEnvironment(runner.variables),
		proxies: runner.proxies
	}, run);
	return {
		plan,
		shell,
		logIn,
		own,
		undo
	};
}
function undoRecord(first, github) {
	let undo = first;
	const save = () => github.saveState("undo", JSON.stringify(undo));
	save();
	return {
		now: () => undo,
		change: (more) => {
			undo = {
				...undo,
				...more
			};
			save();
		}
	};
}
// src/result/build-platform-steps.ts
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
// src/report/summary-gantt.ts
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
	return `${escaped(`${require_markdown.stepName(name, longestName$1)} (${require_markdown.formatSeconds(seconds)})`)} :${Math.round(start)}, ${Math.round(end)}`;
}
const special = new RegExp(`[#;:%<>&"\`]|^(?=(?:accDescr|accTitle|axisFormat|call|click|date|dateFormat|excludes|gantt|href|includes|inclusiveEndDates|section|tickInterval|title|todayMarker|topAxis|weekday|weekend)\\b).`, "gi");
function escaped(text) {
	return text.replace(special, (character) => `#${character.charCodeAt(0)};`);
}
// src/plan/builder-elsewhere.ts
function platformsElsewhere({ driver, nodes }, existing) {
	const actual = existing?.driver ?? driver;
	if (actual === "remote" || actual === "kubernetes") return "all";
	if (actual === "docker") return [];
	if (existing !== void 0) return existing.nodes.filter((node) => isFar(node.endpoint)).flatMap((node) => node.platforms);
	return nodes.filter(({ endpoint }) => endpoint !== void 0 && isFar(endpoint)).flatMap(({ platforms }) => platforms.map(require_pinned_images.formatPlatform));
}
function isElsewhere(platform, elsewhere) {
	return elsewhere === "all" || elsewhere.includes(require_pinned_images.formatPlatform(platform));
}
function isFar(endpoint) {
	return !/^(?:unix|npipe|fd):/.test(endpoint);
}
// src/plan/builder-nodes.ts
function buildNodes(builder, { nodes }, existing) {
	const all = existing?.nodes ?? nodes.map(({ name, platforms }, index) => ({
		name: name ?? `${builder}${index}`,
		platforms: platforms.map(require_pinned_images.formatPlatform)
	}));
	return all.length < 2 ? [] : all.map(({ name, platforms }) => ({
		name,
		platforms
	}));
}
function nodeOf(platform, nodes) {
	return nodes.find(({ platforms }) => platforms.includes(require_pinned_images.formatPlatform(platform)))?.name;
}
// src/plan/emulators-plan.ts
function isNative(platform, engine) {
	if (platform.os !== engine.os) return false;
	const also = engine.architecture === "amd64" ? ["386"] : [];
	return [engine.architecture, ...also].includes(platform.architecture);
}
function lacking(architectures, handlers) {
	const served = new Set(handlers.filter(({ enabled, flags }) => enabled && flags.includes("F")).map(({ name }) => name));
	return architectures.filter((architecture) => !served.has(require_emulators_handler.handlerName(architecture)));
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
		why: `${platforms.map(require_pinned_images.formatPlatform).join(", ") || "the engine's own platform"} needs none`
	};
	if (!reset && wanted !== "all" && emulators.length === 0) return {
		kind: "none",
		why: `${wanted.join(", ")}: registered already`
	};
	return {
		kind: "install",
		image: require_tool_image_buildkit.planToolImage("The image of emulators", images, {
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
		...owner === void 0 ? [] : ["--env", `${require_cleanup_undo.ownerVariable}=${owner}`],
		image,
		...reset ? ["--uninstall", "qemu-*"] : [],
		...names === "" ? [] : ["--install", names]
	];
}
function uninstallCommand(architectures, image) {
	const names = architectures.map(require_emulators_handler.handlerName).join(",");
	return [
		...privileged,
		image,
		"--uninstall",
		names
	];
}
// src/report/summary-platforms.ts
const longestNode = 80;
function platformTable(rows, { progress, places }) {
	const steps = ({ platform }) => {
		const own = stepsFor(progress, require_pinned_images.formatPlatform(platform));
		return own.steps.length === 0 ? void 0 : own;
	};
	const known = [
		["Platform", ({ platform }) => require_pinned_images.formatPlatform(platform)],
		["Size:", ({ manifest }) => sizeOf(manifest)],
		["Built", ({ platform }) => placeOf(platform, places, require_markdown.codeCell)],
		["Time:", (row) => steps(row) && require_markdown.formatSeconds(steps(row)?.seconds ?? 0)],
		["Cached:", (row) => steps(row) && require_markdown.unbroken(`${steps(row)?.cached} of ${steps(row)?.of}`)],
		["Digest", ({ manifest }) => manifest && `<sub>\`${manifest.digest}\`</sub>`]
	].filter(([, cell]) => rows.some((row) => cell(row) !== void 0));
	return require_markdown.table(known.map(([heading]) => heading), rows.map((row) => known.map(([, cell]) => cell(row) ?? "")));
}
function sizeOf(manifest) {
	return manifest?.layersSize === void 0 ? void 0 : require_markdown.formatBytes(manifest.layersSize);
}
function placeOf(platform, { engine, elsewhere, nodes }, quote = (name) => name) {
	if (engine !== void 0 && !isElsewhere(platform, elsewhere)) return isNative(platform, engine) ? "native" : "emulated";
	const node = nodeOf(platform, nodes);
	return node === void 0 ? "on another machine" : `on node ${quote(require_markdown.cut(node, longestNode))}`;
}
// src/report/summary.ts
const mostNames = 50;
const mostPlatforms = 50;
const mostTargets = 20;
const mostSteps = 3;
const longestName = 80;
function summaryOf(result, built) {
	const { targets, signing } = result;
	if (targets.length < 2) return [
		"## Container image",
		"",
		...imageLines(result, built, signing)
	].join("\n");
	const shown = targets.slice(0, mostTargets);
	return [
		"## Container images",
		"",
		...signingLines(signing),
		...shown.flatMap((target, index) => [
			`### ${require_markdown.codeCell(target)}`,
			"",
			...imageLines(resultOf(result, target), partOf(built, target, index === 0), void 0)
		]),
		...leftOut(targets.length - shown.length, "targets")
	].join("\n");
}
function resultOf(result, target) {
	return {
		...result,
		images: result.images.filter((image) => image.target === target)
	};
}
function partOf({ progress, phases, asked, ...built }, target, isFirst) {
	const isOwn = (one) => one.target === target;
	return {
		...built,
		asked: asked.filter(isOwn),
		progress: {
			steps: progress.steps.filter(isOwn),
			exports: progress.exports.filter(isOwn)
		},
		phases: isFirst ? phases : []
	};
}
function imageLines(result, built, signing) {
	const { places, progress, phases } = built;
	const all = platformRows(result, built);
	const rows = all.slice(0, mostPlatforms);
	const platforms = rows.map(({ platform }) => require_pinned_images.formatPlatform(platform));
	const placeByName = new Map(rows.map(({ platform }) => [require_pinned_images.formatPlatform(platform), placeOf(platform, places)]));
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
		...namesOf(result),
		...rows.length === 0 ? [] : [...platformTable(rows, {
			progress,
			places
		}), ""],
		...leftOut(all.length - rows.length, "platforms"),
		...signingLines(signing),
		...emulation === void 0 ? [] : [emulationAdvice(emulation), ""],
		...slowestSteps(platforms, progress, headingOf(result, "The slowest steps of each platform")),
		...gantt.length === 0 ? [] : [
			headingOf(result, "Timeline"),
			"",
			...gantt,
			""
		]
	];
}
function headingOf({ targets }, text) {
	return `${targets.length < 2 ? "###" : "####"} ${text}`;
}
function namesOf({ images }) {
	const pushed = images.filter(({ repositories }) => repositories.length > 0);
	if (pushed.length === 0) {
		const [first] = images;
		return [`${first === void 0 ? "Built, but not exported." : `Built: \`${first.digest}\`.`} Nothing was pushed.`, ""];
	}
	const names = pushed.flatMap((image) => [...image.tags.map(require_pinned_images.formatReference), ...require_leg.imageReferences(image)]);
	return [
		"```text",
		...names.slice(0, mostNames),
		"```",
		"",
		...leftOut(names.length - mostNames, "names"),
		...pushed.length === 1 ? [] : [`The table shows the first of ${pushed.length} different images.`, ""]
	];
}
function signingLines(signing) {
	if (signing === void 0) return [];
	const { signatures, attestations, pages, verifyCommands } = signing;
	const counts = [...signatures.size === 0 ? [] : [`${signatures.size} signed`], ...attestations.size === 0 ? [] : [`provenance of ${attestations.size} attested`]];
	const [page] = pages;
	return [
		`**Index and manifests:** ${counts.join(", ")}.${page === void 0 ? "" : ` [GitHub's page](${page})`}`,
		"",
		...verifyCommands.length === 0 ? [] : [
			"```sh",
			...verifyCommands.slice(0, mostNames).map(require_end.formatCommand),
			"```",
			""
		],
		...leftOut(verifyCommands.length - mostNames, "commands")
	];
}
function leftOut(count, what) {
	return count > 0 ? [`${count} more ${what} are not shown.`, ""] : [];
}
function platformRows({ images }, { asked }) {
	const image = images[0]?.image;
	return image === void 0 ? asked.flatMap(({ platforms }) => platforms.map((platform) => ({
		platform,
		manifest: void 0
	}))) : image.manifests.map((manifest) => ({
		platform: manifest.platform,
		manifest
	}));
}
function slowestSteps(platforms, progress, heading) {
	const rows = platforms.flatMap((platform) => slowest(stepsFor(progress, platform).steps, mostSteps).map(({ name, seconds }) => [
		platform,
		require_markdown.codeCell(require_markdown.stepName(name, longestName)),
		require_markdown.formatSeconds(seconds)
	]));
	if (rows.length === 0) return [];
	return [
		heading,
		"",
		...require_markdown.table([
			"Platform",
			"Step",
			"Took:"
		], rows),
		""
	];
}
function emulationAdvice({ step, platform, nativeSeconds }) {
	const native = nativeSeconds === void 0 ? "" : `, and ${require_markdown.formatSeconds(nativeSeconds)} natively`;
	return [
		`**Emulation cost most in ${platform}:** ${require_markdown.codeCell(require_markdown.stepName(step.name, longestName))} took`,
		`${require_markdown.formatSeconds(step.seconds)} there${native}. To avoid it, cross-compile in a stage`,
		"`FROM --platform=$BUILDPLATFORM`, give the builder a native node with `append`, or build on a",
		"native runner."
	].join(" ");
}
// src/result/bake-vertexes.ts
const vertex = /^\[([^\s\]]+)(?: ([^\]]*))?\] (.+)$/s;
function targetVertex(whole, targets) {
	const [, target = "", within, rest = ""] = vertex.exec(whole) ?? [];
	if (!targets.includes(target)) return {
		target: void 0,
		name: whole
	};
	return {
		target,
		name: within === void 0 ? rest : `[${within}] ${rest}`
	};
}
const line = /^(#\d+ | > )(\[.+)$/s;
function withoutTargets(printed, targets) {
	if (targets.length === 0) return printed;
	return printed.split("\n").map((text) => {
		const [, start, name] = line.exec(text) ?? [];
		return name === void 0 ? text : `${start}${targetVertex(name, targets).name}`;
	}).join("\n");
}
function failedTarget(printed, targets) {
	const error = printed.split("\n").findLast((text) => text.startsWith("ERROR: ")) ?? "";
	return targets.find((target) => error.startsWith(`ERROR: target ${target}: `));
}
// src/result/build-progress.ts
const output = /^#\d+ \d+\.\d+(?: |$)/;
const event = /^#(\d+) (.+)$/;
const done = /^DONE (\d+\.\d+)s$/;
const pushed = /^pushing .*? (\d+\.\d+)s done$/;
const step = /^\[(?:([a-z0-9]+\/[^\s\]]+) )?(?:[^\s\]]+ +)?\d+\/\d+\] (.+)$/s;
const exporting = /^(?:exporting|merging|pushing) /;
function isProgress(text) {
	return event.test(text) && !output.test(text);
}
function progressOf(lines, targets = []) {
	const vertexes = new Map();
	for (const { text, at } of lines) {
		const [, id, rest] = event.exec(text) ?? [];
		if (id === void 0 || rest === void 0) continue;
		const known = vertexes.get(id);
		if (known === void 0) vertexes.set(id, {
			...targetVertex(rest, targets),
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
function stepOf({ name: whole, target, start, end, seconds, cached }) {
	const [, where, name] = step.exec(whole) ?? [];
	if (name === void 0) return [];
	return [{
		name,
		...platformsOf(where),
		target,
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
		platform: normal(require_pinned_images.parsePlatform(to).ok ? to : `${from.slice(0, from.indexOf("/"))}/${to}`),
		runsOn
	};
}
function normal(text) {
	const read = require_pinned_images.parsePlatform(text);
	return read.ok ? require_pinned_images.formatPlatform(read.value) : text;
}
Object.defineProperty(exports, "buildNodes", {
	enumerable: true,
	get: function() {
		return buildNodes;
	}
});
Object.defineProperty(exports, "failedTarget", {
	enumerable: true,
	get: function() {
		return failedTarget;
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
Object.defineProperty(exports, "isProgress", {
	enumerable: true,
	get: function() {
		return isProgress;
	}
});
Object.defineProperty(exports, "lacking", {
	enumerable: true,
	get: function() {
		return lacking;
	}
});
Object.defineProperty(exports, "namingLeftOutLogins", {
	enumerable: true,
	get: function() {
		return namingLeftOutLogins;
	}
});
Object.defineProperty(exports, "planBuildx", {
	enumerable: true,
	get: function() {
		return planBuildx;
	}
});
Object.defineProperty(exports, "planEmulation", {
	enumerable: true,
	get: function() {
		return planEmulation;
	}
});
Object.defineProperty(exports, "planReadBack", {
	enumerable: true,
	get: function() {
		return planReadBack;
	}
});
Object.defineProperty(exports, "platformsElsewhere", {
	enumerable: true,
	get: function() {
		return platformsElsewhere;
	}
});
Object.defineProperty(exports, "prepareClient", {
	enumerable: true,
	get: function() {
		return prepareClient;
	}
});
Object.defineProperty(exports, "progressOf", {
	enumerable: true,
	get: function() {
		return progressOf;
	}
});
Object.defineProperty(exports, "summaryOf", {
	enumerable: true,
	get: function() {
		return summaryOf;
	}
});
Object.defineProperty(exports, "uninstallCommand", {
	enumerable: true,
	get: function() {
		return uninstallCommand;
	}
});
Object.defineProperty(exports, "withoutTargets", {
	enumerable: true,
	get: function() {
		return withoutTargets;
	}
});
