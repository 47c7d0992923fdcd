require("./rolldown-runtime.cjs");
const require_end = require("./end.cjs");
let node_crypto = require("node:crypto");
let node_os = require("node:os");
let node_path = require("node:path");
// src/runner/timeline.ts
function startTimeline(clock) {
	const began = clock();
	const now = () => clock() - began;
	const phases = [];
	const running = new Set();
	return {
		now,
		measure: async (name, phase) => {
			const begun = {
				name,
				start: now()
			};
			running.add(begun);
			return await phase.finally(() => {
				running.delete(begun);
				phases.push({
					...begun,
					end: now()
				});
			});
		},
		phases: () => phases,
		running: () => [...running].reverse().map(({ name }) => name)
	};
}
// src/effects/cancel-signal.ts
const signals = ["SIGINT", "SIGTERM"];
function cancelSignal() {
	return new Promise((resolve) => {
		for (const signal of signals) process.on(signal, () => resolve(signal));
	});
}
// src/effects/shell-stoppable.ts
var Stopped = class extends Error {
	name = "Stopped";
	constructor(doing) {
		super(`cancelled before ${doing}`);
	}
};
function stoppable(shell) {
	const running = [];
	let isStopped = false;
	const run = async (doing, start) => {
		if (isStopped) throw new Stopped(doing);
		running.push(doing);
		return await start().finally(() => running.splice(running.indexOf(doing), 1));
	};
	const guarded = (inner) => ({
		capture: (doing, ...given) => run(doing, () => inner.capture(doing, ...given)),
		stream: (doing, ...given) => run(doing, () => inner.stream(doing, ...given)),
		with: (options) => guarded(inner.with(options))
	});
	return {
		...guarded(shell),
		stop: () => {
			isStopped = true;
			return [...new Set(running)];
		}
	};
}
// src/runner/closable-github.ts
function closable(github) {
	const state = new Map();
	let isOpen = true;
	const gate = (act) => (...given) => {
		if (isOpen) act(...given);
	};
	return {
		group: (title, body) => isOpen ? github.group(title, (print) => body(gate(print))) : body(() => {}),
		endGroups: gate(github.endGroups),
		info: gate(github.info),
		write: gate(github.write),
		notice: gate(github.notice),
		warning: gate(github.warning),
		annotate: gate(github.annotate),
		fail: gate(github.fail),
		setOutput: gate(github.setOutput),
		saveState: (name, value) => {
			if (!isOpen) throw new Error(`cancelled before \`${name}\` was saved`);
			state.set(name, value);
			github.saveState(name, value);
		},
		mask: github.mask,
		hide: github.hide,
		summarize: async (markdown) => {
			if (isOpen) await github.summarize(markdown);
		},
		close: () => {
			github.endGroups();
			isOpen = false;
		},
		saved: (name) => state.get(name)
	};
}
// src/step/run-step.ts
async function runStep(step, given, { shell, github }) {
	const signal = cancelSignal();
	github.saveState("main", "started");
	const { folder } = given;
	const own = stoppable(shell.with({ environment: require_end.markOf(folder) }));
	const log = closable(github);
	const work = step({
		...given,
		shell: own,
		github: log
	});
	const end = await Promise.race([signal, Promise.allSettled([work])]);
	if (typeof end === "string") {
		const doing = own.stop();
		const { cancel } = await Promise.resolve().then(() => require("./cancel.cjs"));
		const [phase] = given.timeline.running();
		await cancel({
			folder,
			work,
			doing,
			phase,
			log
		}, {
			shell,
			github
		});
		return 128 + node_os.constants.signals[end];
	}
	github.saveState("main", "ended");
	await work;
	return 0;
}
// src/index.ts
const goCertificateFolders = "/etc/ssl/certs:/etc/pki/tls/certs";
const proxyVariable = /^(?:https?|no)_proxy$/i;
const timeline = startTimeline(() => Number(process.hrtime.bigint() / 1000n) / 1e3);
const environment = { ...process.env };
const shell = require_end.systemShell({
	...require_end.withoutInputs(environment),
	BUILDKIT_PROGRESS: "plain"
});
const github = require_end.githubRunner({ hasSummary: variable("GITHUB_STEP_SUMMARY") !== void 0 });
const steps = {
	"merge.cjs": async (run) => (await Promise.resolve().then(() => require("./merge-step.cjs"))).merge(run),
	"matrix.cjs": async (run) => (await Promise.resolve().then(() => require("./matrix-step.cjs"))).matrix(run)
};
const main = async (run) => (await Promise.resolve().then(() => require("./main.cjs"))).main(run);
async function run() {
	const runId = (0, node_crypto.randomBytes)(8).toString("hex");
	const folder = (0, node_path.join)(environment["RUNNER_TEMP"] ?? (0, node_os.tmpdir)(), `crossbuild-${runId}`);
	const raw = require_end.rawInputs(environment);
	const exitCode = await runStep(steps[(0, node_path.basename)(process.argv[1] ?? "")] ?? main, {
		raw,
		runId,
		folder,
		runner: runnerFacts(),
		timeline
	}, {
		shell,
		github
	});
	if (exitCode !== 0) process.exit(exitCode);
}
function runnerFacts() {
	const home = variable("HOME") ?? accountHome();
	const folder = variable("DOCKER_CONFIG") ?? (home === void 0 ? home : (0, node_path.join)(home, ".docker"));
	const host = variable("DOCKER_HOST");
	const { platform, arch, config: build } = process;
	return {
		certificateFolders: variable("SSL_CERT_DIR") ?? goCertificateFolders,
		config: {
			folder,
			buildx: variable("BUILDX_CONFIG"),
			logins: variable("DOCKER_AUTH_CONFIG"),
			context: host === void 0 ? variable("DOCKER_CONTEXT") : "default"
		},
		engineHost: host,
		engineTls: engineTls(host, folder),
		host: {
			platform,
			arch,
			armVersion: armVersionOf(build.variables)
		},
		event: {
			name: variable("GITHUB_EVENT_NAME"),
			path: variable("GITHUB_EVENT_PATH"),
			ref: variable("GITHUB_REF") ?? "",
			sha: variable("GITHUB_SHA") ?? "",
			repository: variable("GITHUB_REPOSITORY") ?? "",
			serverUrl: variable("GITHUB_SERVER_URL") ?? "https://github.com",
			apiUrl: variable("GITHUB_API_URL") ?? "https://api.github.com",
			shortShaLength: variable("DOCKER_METADATA_SHORT_SHA_LENGTH"),
			prHeadSha: /true/i.test(variable("DOCKER_METADATA_PR_HEAD_SHA") ?? "")
		},
		job: variable("GITHUB_JOB") ?? "",
		idToken: idToken(),
		toolCache: variable("RUNNER_TOOL_CACHE"),
		folders: {
			working: process.cwd(),
			workspace: variable("GITHUB_WORKSPACE")
		},
		proxies: Object.fromEntries(Object.entries(environment).filter((entry) => proxyVariable.test(entry[0]) && !!entry[1])),
		nodeCertificates: nodeCertificates(),
		workflow: workflow(),
		variables: environment,
		workflowRun: variable("GITHUB_RUN_ID") ?? "0",
		machine: variable("RUNNER_ENVIRONMENT") === "github-hosted" ? "thrown away" : "kept"
	};
}
function idToken() {
	const url = variable("ACTIONS_ID_TOKEN_REQUEST_URL");
	const token = variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
	return url === void 0 || token === void 0 ? void 0 : {
		url,
		token
	};
}
function workflow() {
	const server = variable("GITHUB_SERVER_URL") ?? "https://github.com";
	const repository = variable("GITHUB_REPOSITORY");
	const [id, attempt] = [variable("GITHUB_RUN_ID"), variable("GITHUB_RUN_ATTEMPT")];
	const [ref = "", sha = ""] = [variable("GITHUB_REF"), variable("GITHUB_SHA")];
	const run = `${server}/${repository}/actions/runs/${id}`;
	const isRun = repository !== void 0 && id !== void 0;
	const hasCommit = repository !== void 0 && ref + sha !== "";
	return {
		runUrl: isRun ? attempt === void 0 ? run : `${run}/attempts/${attempt}` : void 0,
		commit: hasCommit ? {
			server,
			repository,
			ref,
			sha
		} : void 0,
		attestsByDefault: !isTrue(variable("BUILDX_NO_DEFAULT_ATTESTATIONS"))
	};
}
function isTrue(text = "") {
	return [
		"1",
		"t",
		"T",
		"true",
		"TRUE",
		"True"
	].includes(text);
}
function variable(name) {
	return environment[name] || void 0;
}
function accountHome() {
	try {
		return (0, node_os.userInfo)().homedir;
	} catch {
		return;
	}
}
function engineTls(host = "", config) {
	const verify = variable("DOCKER_TLS_VERIFY") !== void 0;
	const tls = verify || variable("DOCKER_TLS") !== void 0;
	const folder = variable("DOCKER_CERT_PATH") ?? config;
	if (!host.startsWith("tcp://") || !tls || folder === void 0) return void 0;
	return {
		host,
		folder,
		skipVerify: !verify
	};
}
function nodeCertificates() {
	const nodes = [];
	for (const [name, text] of Object.entries(environment)) {
		const [, index, part = ""] = /^BUILDER_NODE_(\d{1,3})_AUTH_TLS_(CACERT|CERT|KEY)$/.exec(name) ?? [];
		if (index === void 0 || !text) continue;
		nodes[Number(index)] = {
			...nodes[Number(index)],
			[part.toLowerCase()]: text
		};
	}
	return Array.from(nodes, (node) => node ?? {});
}
function armVersionOf(variables) {
	const version = "arm_version" in variables ? variables.arm_version : void 0;
	return version === void 0 ? void 0 : String(version);
}
require_end.toTheEnd(run(), github);
