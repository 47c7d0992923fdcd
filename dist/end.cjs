const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_message_of = require("./message-of.cjs");
const require_sign_errors = require("./sign-errors.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_build_failure = require("./build-failure.cjs");
const require_markdown = require("./markdown.cjs");
const require_shlex = require("./shlex.cjs");
const require_trouble = require("./trouble.cjs");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_child_process = require("node:child_process");
let os = require("os");
os = require_rolldown_runtime.__toESM(os, 1);
let crypto = require("crypto");
crypto = require_rolldown_runtime.__toESM(crypto, 1);
let fs = require("fs");
fs = require_rolldown_runtime.__toESM(fs, 1);
let path = require("path");
path = require_rolldown_runtime.__toESM(path, 1);
let node_util = require("node:util");
// src/effects/login-watch-helpers.ts
const usual = {
	bound: 3e4,
	every: 5e3
};
function watchHelpers(times = usual) {
	const since = new Map();
	const ended = new Set();
	const look = async () => {
		const all = await processes();
		for (const { pid, command } of descendantsOf(process.pid, all)) {
			const helper = command.map((word) => (0, node_path.basename)(word)).find((word) => named.test(word));
			if (helper === void 0 || !command.includes("get")) continue;
			const start = since.get(pid) ?? performance.now();
			since.set(pid, start);
			if (performance.now() - start < times.bound) continue;
			ended.add(helper);
			for (const each of [pid, ...descendantsOf(pid, all).map((one) => one.pid)]) kill(each);
		}
	};
	const timer = setInterval(() => void look(), times.every).unref();
	return { end: () => {
		clearInterval(timer);
		return [...ended];
	} };
}
const named = /^docker-credential-/;
function descendantsOf(pid, all) {
	return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}
async function processes() {
	const pids = (await (0, node_fs_promises.readdir)("/proc").catch(() => [])).map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
	return await Promise.all(pids.map(async (pid) => {
		const [stat, command] = await Promise.all(["stat", "cmdline"].map((file) => (0, node_fs_promises.readFile)(`/proc/${pid}/${file}`, "utf8").catch(() => "")));
		const [, , parent = "0"] = (stat ?? "").slice((stat ?? "").lastIndexOf(")")).split(" ");
		return {
			pid,
			parent: Number(parent),
			command: (command ?? "").split("\0")
		};
	}));
}
function kill(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
// src/effects/processes.ts
const pollMilliseconds = 25;
const patienceMilliseconds = 2e3;
const graceMilliseconds$1 = 1e3;
const variable = "CROSSBUILD_RUN";
const commandVariable = "CROSSBUILD_COMMAND";
function markOfCommand(id) {
	return { [commandVariable]: id };
}
async function endCommand(id) {
	const mark = `${commandVariable}=${id}`;
	const start = performance.now();
	for (let isFirst = true;; isFirst = false) {
		const found = await processesWhere((environment) => environment.includes(mark));
		const passed = performance.now() - start;
		if (found.length === 0 || passed > 2e3) return;
		for (const { pid } of found) if (passed > graceMilliseconds$1) send(pid, "SIGKILL");
		else if (isFirst) send(pid, "SIGTERM");
		await (0, node_timers_promises.setTimeout)(pollMilliseconds);
	}
}
function markOf(folder) {
	return { [variable]: folder };
}
async function endProcesses(folder, starter = Promise.resolve()) {
	const asked = new Set();
	const all = new Map();
	const start = performance.now();
	let isStarting = true;
	starter.finally(() => {
		isStarting = false;
	});
	for (;;) {
		const mayStart = isStarting;
		const found = await processesOf(folder);
		const passed = performance.now() - start;
		if (found.length === 0 && !mayStart) break;
		if (passed > 4e3) break;
		for (const { pid, command } of found) {
			all.set(pid, command);
			const patience = asksForContainer(command) ? patienceMilliseconds : 0;
			if (passed < patience) continue;
			if (passed > patience + graceMilliseconds$1) send(pid, "SIGKILL");
			else if (!asked.has(pid)) send(pid, "SIGTERM");
			asked.add(pid);
		}
		await (0, node_timers_promises.setTimeout)(pollMilliseconds);
	}
	return [...all.values()];
}
function asksForContainer(command) {
	return [
		"run",
		"create",
		"--bootstrap"
	].some((word) => command.includes(word));
}
function processesOf(folder) {
	return processesWhere((environment, command) => environment.includes(`${variable}=${folder}`) || command.some((word) => word.includes(folder)));
}
async function processesWhere(isMeant) {
	const pids = (await (0, node_fs_promises.readdir)("/proc").catch(() => [])).map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
	return (await Promise.all(pids.map(async (pid) => {
		const [command, environment] = await Promise.all([list(pid, "cmdline"), list(pid, "environ")]);
		return isMeant(environment, command) ? {
			pid,
			command
		} : void 0;
	}))).filter((one) => one !== void 0);
}
async function list(pid, file) {
	return (await (0, node_fs_promises.readFile)(`/proc/${pid}/${file}`, "utf8").catch(() => "")).split("\0");
}
function send(pid, signal) {
	try {
		process.kill(pid, signal);
	} catch {}
}
// src/effects/shell-command-size.ts
const mostBytes = 131072;
const mostBytesInAll = 2097152;
function refuseTooLong(doing, command, environment) {
	const variables = Object.entries(environment).map((pair) => pair.join("="));
	const sizes = [...command, ...variables].map((text) => Buffer.byteLength(text) + 1);
	const all = sizes.reduce((sum, size) => sum + size + 8, 0);
	if (Math.max(...sizes) <= mostBytes && all <= mostBytesInAll) return;
	throw new require_errors.UserError(`the command for ${doing} has ${all} bytes with its environment, and its longest word ${Math.max(...sizes)}; Linux takes ${mostBytesInAll} and ${mostBytes}`, { tryThis: "shorten the inputs that it is made of, or put them into a file" });
}
// src/effects/shell-process.ts
async function runProcess(program, args, { env, folder, input = "", timeout }) {
	const limit = timeout === void 0 ? {} : {
		timeout,
		killSignal: "SIGKILL"
	};
	const place = {
		...env === void 0 ? {} : { env },
		...folder && { cwd: folder }
	};
	const child = (0, node_child_process.spawn)(program, args, {
		...place,
		...limit
	});
	const [out, errors] = [[], []];
	child.stdout.on("data", (part) => out.push(part));
	child.stderr.on("data", (part) => errors.push(part));
	child.stdin.on("error", () => {}).end(input);
	return await new Promise((resolve, reject) => {
		child.on("error", reject).on("close", (exitCode, signal) => {
			resolve({
				exitCode,
				signal,
				isTimedOut: timeout !== void 0 && child.killed,
				stdout: Buffer.concat(out).toString(),
				stderr: Buffer.concat(errors).toString()
			});
		});
	});
}
async function runReadably(program, args, { env, folder, write, readError }) {
	const { getExecOutput } = await Promise.resolve().then(() => require("./actions-exec.cjs"));
	return await getExecOutput(program, [...args], {
		env,
		...folder === void 0 ? {} : { cwd: folder },
		ignoreReturnCode: true,
		silent: true,
		listeners: {
			...write === void 0 ? {} : {
				stdout: write,
				stderr: write
			},
			...readError === void 0 ? {} : { errline: readError }
		}
	});
}
// src/effects/shell-traces.ts
const trace = /^\d+ \S+ (?:\S*\/)?(?:docker-)?build(?:x|kitd)\b/;
function withoutTraces(stderr) {
	const lines = stderr.split("\n");
	const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	const end = errorAt < 0 ? -1 : lines.findIndex((line, at) => at > errorAt && trace.test(line));
	return end < 0 ? stderr : `${lines.slice(0, end).join("\n")}\n`;
}
// src/effects/shell.ts
function systemShell(base) {
	return shellWith({ environment: base });
}
function shellWith(common) {
	return {
		capture: (doing, command, options = {}) => run({
			doing,
			command,
			...merged(common, options)
		}),
		stream: async (doing, command, options) => {
			await run({
				doing,
				command,
				...merged(common, options)
			});
		},
		with: (options) => shellWith(merged(common, options))
	};
}
function merged(common, own) {
	const signals = [common.signal, own.signal].filter((signal) => signal !== void 0);
	return {
		...common,
		...own,
		environment: {
			...common.environment,
			...own.environment
		},
		...signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }
	};
}
async function run({ signal, ...given }) {
	if (signal === void 0) return await runToItsEnd(given);
	signal.throwIfAborted();
	const id = (0, node_crypto.randomUUID)();
	const environment = {
		...given.environment,
		...markOfCommand(id)
	};
	const end = () => void endCommand(id);
	signal.addEventListener("abort", end);
	return await runToItsEnd({
		...given,
		environment
	}).finally(() => {
		signal.removeEventListener("abort", end);
	});
}
async function runToItsEnd(given) {
	const { doing, command, environment, buildx, folder, write, readError, input } = given;
	const [program = "", ...rest] = withoutDocker(command, buildx);
	const env = defined(environment);
	refuseTooLong(doing, command, env);
	const watch = watchHelpers();
	const { exitCode, stdout, stderr } = await started(doing, program, () => input === void 0 ? runReadably(program, rest, {
		env,
		folder,
		write,
		readError
	}) : runProcess(program, rest, {
		env,
		folder,
		input
	})).finally(() => watch.end());
	if (exitCode !== 0) {
		const tryThis = helperRemedy(watch.end(), stderr);
		const told = {
			command,
			exitCode,
			stderr: withoutTraces(stderr),
			stdout,
			tryThis
		};
		throw new require_errors.CommandError(doing, told);
	}
	return {
		stdout,
		stderr
	};
}
function helperRemedy(ended, stderr) {
	if (ended.length === 0 || !stderr.includes("error getting credentials")) return void 0;
	return `${ended.join(", ")} did not answer within 30 s, and was ended: see why this credential helper hangs, or take it out of \`credsStore\` and \`credHelpers\` in Docker's config.json`;
}
function withoutDocker(command, buildx) {
	return isBuildx(command) && buildx !== void 0 ? [buildx, ...command.slice(2)] : command;
}
function isBuildx(command) {
	return command[0] === "docker" && command[1] === "buildx";
}
async function started(doing, program, run) {
	try {
		return await run();
	} catch (error) {
		throw new require_errors.UserError(`\`${program}\` could not be started while ${doing}; install it on the runner, or put it on PATH`, { cause: error });
	}
}
function defined(environment) {
	return Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== void 0));
}
// src/inputs/raw-inputs.ts
const prefix = "INPUT_";
const untrimmed = "secrets";
function rawInputs(environment) {
	const given = new Map();
	for (const [key, value] of Object.entries(environment)) {
		const text = value?.trim() ?? "";
		const name = key.slice(6).toLowerCase();
		if (key.startsWith(prefix) && text !== "") given.set(name, name === untrimmed ? value ?? "" : text);
	}
	return given;
}
const ours = /^(?:INPUT_|BUILDER_NODE_\d+_AUTH_TLS_)/;
function withoutInputs(environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = fs.promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, fs.constants.R_OK | fs.constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(os.EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const summary = new Summary();
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function githubRunner(options) {
	const masked = new Set();
	return {
		group,
		endGroups: () => {
			for (const token of openGroups) end(token);
		},
		info: (line) => print(withoutCommands(line)),
		write,
		notice,
		warning,
		annotate: ({ level, message, line, ...more }) => {
			(level === "error" ? error : warning)(message, line === void 0 ? more : {
				...more,
				startLine: line
			});
		},
		fail: setFailed,
		setOutput: (name, value) => {
			handOver(`output \`${name}\``, "GITHUB_OUTPUT", () => setOutput(name, value));
		},
		saveState: (name, value) => {
			handOver("what post needs", "GITHUB_STATE", () => saveState(name, value));
		},
		mask: (value) => {
			masked.add(value);
			for (const token of openGroups) print(`::${token}::`);
			setSecret(value);
			for (const token of openGroups) print(`::stop-commands::${token}`);
		},
		hide: (text) => [...masked].sort((one, other) => other.length - one.length).reduce((rest, value) => rest.replaceAll(value, "***"), text),
		summarize: async (markdown) => {
			if (!options.hasSummary) return;
			await summary.addRaw(markdown, true).write().catch((error) => warning(`The job's summary could not be written to the file that GITHUB_STEP_SUMMARY names: ${require_message_of.messageOf(error)}`));
		}
	};
}
function handOver(what, variable, write) {
	try {
		write();
	} catch (error) {
		throw new require_errors.UserError(`${what} can't be written to the file that ${variable} names: ${require_message_of.messageOf(error)}`, {
			tryThis: "look what empties the folder of that file, which the runner makes before each step, or fills its disk",
			cause: error
		});
	}
}
let unfinished = false;
function write(bytes) {
	process.stdout.write(bytes);
	if (bytes.length > 0) unfinished = bytes.at(-1) !== 10;
}
function print(line) {
	if (unfinished) process.stdout.write("\n");
	unfinished = false;
	info(line);
}
function withoutCommands(line) {
	return line.replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "# #[");
}
const openGroups = new Set();
async function group(title, body) {
	const token = (0, node_crypto.randomUUID)();
	startGroup(title);
	print(`::stop-commands::${token}`);
	openGroups.add(token);
	try {
		return await body(print);
	} finally {
		end(token);
	}
}
function end(token) {
	if (!openGroups.delete(token)) return;
	print(`::${token}::`);
	endGroup();
}
// src/report/build-process-failure.ts
require_errors.init_duration();
require_sign_errors.init_sign_errors();
const process$1 = /process "((?:[^"\\]|\\.)*)" did not complete successfully(?:: (?:exit code: (\d+)|(cannot allocate memory)))?/;
function processFailure(error, output) {
	const [, command, exitCode, memory] = process$1.exec(error) ?? [];
	if (command === void 0) return void 0;
	return {
		command,
		output,
		lacksMemory: memory !== void 0,
		exitCode: exitCode === void 0 ? void 0 : Number(exitCode)
	};
}
function processRemedy(failure) {
	const { command, exitCode, lacksMemory, output } = failure;
	const [program = ""] = command.split(" ");
	const [only, ...more] = output;
	if (only === `exec ${program}: exec format error` && more.length === 0) return `\`${program}\` is for another CPU than the build step: set \`qemu: auto\`, or name the emulator in \`qemu\``;
	if (exitCode === 126) return "126 is a shell's exit code for a program that it found but could not run: the program is for another CPU, or is not executable";
	if (exitCode === 127) return "127 is a shell's exit code for a program that it did not find: check that an earlier step installs it, and PATH";
	const memory = "give the runner more memory, or build fewer platforms at once";
	if (lacksMemory) return memory;
	if (exitCode === 137) return `137 is the exit code of a program that was killed, usually because memory ran out: ${memory}`;
}
// src/report/command-text.ts
function formatCommand(command) {
	return require_url_passwords.withoutPasswords(require_shlex.join([...command]));
}
// src/report/failure-remedy.ts
require_trouble.init_error_chain();
require_trouble.init_trouble();
const byAsker = (theirs) => ({
	engine: theirs.buildkit,
	"read-back": theirs.buildkit,
	login: theirs.buildkit,
	download: theirs.buildkit,
	signing: theirs.buildkit,
	...theirs
});
const mirror = "name a mirror that this runner reaches in `buildx-download-url`, or install buildx on the runner";
const certificate = byAsker({
	buildkit: "HOST's certificate is not known: give its certificate authority as `ca` in `registries`",
	engine: "the engine pulls this image, so a registry's own certificate authority has to be in `/etc/docker/certs.d/HOST:PORT/ca.crt` on the engine's machine",
	download: "give the runner the certificate authority of HOST in NODE_EXTRA_CA_CERTS"
});
const badCertificate = byAsker({ buildkit: "HOST's certificate has expired, or is not for that name: have it renewed, and check the name and the runner's clock" });
const plainHttp = byAsker({
	buildkit: "HOST speaks plain HTTP: say `http: true` for its host and port in `registries`",
	engine: "the engine pulls this image, so a mirror over plain HTTP has to be among `insecure-registries` in the engine's own daemon.json",
	download: "HOST speaks plain HTTP: give its address with `http://`",
	signing: "HOST speaks plain HTTP: give its address in `sigstore` with `http://`"
});
const refused = byAsker({
	buildkit: "log in to the registry (`registry`, `username`, `password`) with an account that may use it",
	engine: "log in to the registry with `registry-auth`",
	login: "check user name and password, and that the token has not expired",
	download: `HOST refuses this runner: ${mirror}`,
	signing: "HOST refuses this job: see that the job has `id-token: write`, and that a private Sigstore trusts GitHub's tokens"
});
const unreachable = byAsker({
	buildkit: "the runner or the builder cannot reach that host: check its name and network; a builder sees the runner's own network with `driver-opts: network=host`",
	engine: "check the registry's name, and that the engine's machine reaches it",
	"read-back": "check the registry's name, and that the runner reaches it, by HTTPS_PROXY if need be",
	login: "check the registry's name, and that the runner reaches it",
	download: `check that this runner reaches HOST, by HTTPS_PROXY if it needs one; or ${mirror}`,
	signing: "check that this runner reaches HOST, by HTTPS_PROXY if it needs one; or name a Sigstore of your own in `sigstore`"
});
const passing = byAsker({
	buildkit: "a registry or the network failed: see the registry's status page; `retry-timeout` gives it longer",
	engine: "a registry or the network failed: see the registry's status page",
	"read-back": "the registry or the network failed: see the registry's status page",
	login: "check the registry's name, and that the runner reaches it",
	download: `try again later, or ${mirror}`,
	signing: "HOST or the network failed: run the job again; `retry-timeout` gives it longer"
});
const otherThanWaiting = byAsker({
	buildkit: "log in (`username`, `password`), or name a mirror in `mirrors` for what is pulled; `retry-timeout` bounds how long the step waits",
	engine: "log in with `registry-auth`, or name a mirror in `mirrors`",
	"read-back": "log in (`username`, `password`)",
	login: "ask for a higher limit there",
	signing: "name a Sigstore of your own in `sigstore`",
	download: mirror
});
const remedies = {
	certificate,
	refused,
	unreachable,
	passing,
	"bad-certificate": badCertificate,
	"plain-http": plainHttp,
	artifacts: byAsker({
		buildkit: "the registry refuses attestations that are OCI artifacts: `compat: auto` pushes them in an older form, and `provenance: false` (and no `sbom`) leaves them out",
		"read-back": "the registry refuses signatures that are OCI artifacts: bring it up to date, or push to another one"
	}),
	lost: byAsker({ buildkit: "BuildKit ended in the middle of the build, usually because memory ran out: give the runner more, or build fewer platforms at once" }),
	full: byAsker({
		buildkit: "see what uses the space (`docker system df`), remove what is not needed (`docker system prune`, `docker buildx prune`), or give the runner a larger disk",
		download: "free space on the runner where RUNNER_TEMP is"
	})
};
function remedyOf(trouble, { asker, host, until }) {
	return (trouble === "limited" ? limited(asker, until) : remedies[trouble]?.[asker])?.replaceAll(/\bHOST\b(?!:)/g, host ?? "the registry");
}
function limited(asker, until) {
	return `HOST limits how often it is asked: ${until === void 0 ? "try again later" : `wait until ${until.toISOString()}`}, or ${otherThanWaiting[asker]}`;
}
function privilegedRemedy(machine) {
	return `the engine refuses privileged containers, which emulators and a BuildKit builder need: allow them on ${machine}, or register the emulators there as root and set \`qemu: off\``;
}
const sayings = [
	[/cannot connect to the docker daemon|docker daemon is not running|error during connect/i, "start the Docker engine on the runner (`systemctl start docker`), or point DOCKER_HOST at one; a job in a container needs the host's socket mounted"],
	[/client version \S+ is too (?:old|new)|response from daemon: page not found/i, "docker, or buildx, and the engine have no version of the engine's API in common: leave out DOCKER_API_VERSION if it is set; else bring up to date whichever is older, buildx by `buildx-version: latest`"],
	[/permission denied.*docker\.sock|docker daemon socket/i, "let the runner's user reach the engine: add it to the `docker` group, and start the runner anew"],
	[/unable to apply caps|privileged mode is incompatible|privileged containers? (?:is|are) not allowed|^(?!.*failed to solve).*operation not permitted/im, privilegedRemedy("the runner")],
	[/(?:network\.host|security\.insecure|device)\b.* is not allowed/i, "the builder does not permit what `allow` or `network` asks for: make it with `--allow-insecure-entitlement` among its buildkitd flags, or leave `builder` out, and the one that is made permits it"],
	[/buildkit-syft-scanner/i, "the image that scans for the SBOM can't be pulled: name one that can, as in `sbom: generator=mirror.internal:5000/docker/buildkit-syft-scanner:stable-1`"],
	[/multi-platform build is not supported for the docker driver/i, "the docker driver builds several platforms only with containerd's image store (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json); or take `driver: docker-container`"],
	[/not supported for the docker driver|not implemented for docker driver/i, "take `driver: docker-container`, which can"],
	[/setting config file is not supported for remote driver/i, "a `buildkitd.default.toml` lies in buildx's folder, which remote builders don't take: move it away, or set BUILDX_CONFIG to another folder"],
	[/kubernetes namespace|kubernetes driver requires|kube_?config/i, "give the step a cluster: `KUBECONFIG` in its `env:`, or a runner in the cluster with a service account"],
	[/expected \d+ replicas to be ready, got \d+/, "BuildKit's pod did not start in time: `kubectl describe pods` and `kubectl logs` in its namespace tell why, as for an image that can't be pulled, a flag or setting that BuildKit does not know (`buildkitd-flags`, `buildkitd-config`), or a cluster that refuses privileged pods (`driver-opts: rootless=true`); `driver-opts: timeout=5m` waits longer"],
	[/exec format error/i, "a program of another CPU was run: leave `qemu` on `auto`, or name the emulator in it"],
	[/docker exporter does not.*support exporting manifest lists/i, "that engine, or an archive, takes one platform without attestations: give one in `platforms`, and no `provenance`, `sbom` or `attests`, or `push` to a registry"],
	[/multiple outputs currently unsupported/i, "this BuildKit, or engine, takes one of `push`, `load` and `outputs` at a time: leave the others to a step of their own (the docker driver loads what it builds by itself), or take `driver: docker-container`"],
	[/\bno match for platform in manifest: not found/i, "the base image is not there for a platform that is built: leave that out of `platforms`, or take another base image"],
	[/(?:^|: )secret \S+: not found$/im, "give the secret in `secrets`, `secret-files` or `secret-envs`"],
	[/\bcould not read Username for\b/, "give a token that may read the repository: `github-token` for GitHub's own, for another host a secret `GIT_AUTH_TOKEN.HOST`"],
	[/\binvalid response status 40[13]$/m, "the server that ADD asks wants a token: give it as a secret `HTTP_AUTH_TOKEN_HOST`"],
	[/unable to derive the IP value for host-gateway/, "only an engine that tells its gateway's address fills in `host-gateway`, with `driver: docker`: write the address itself in `add-hosts`"],
	[/index annotations not supported for single platform export/, "one platform without attestations makes no index: write `manifest:` in place of `index:` in `annotations`, or leave attestations on (`provenance`)"],
	[/lint violation found for rules: /, "mend the lines named above, or take `error=true` out of the Dockerfile's `# check=` line"],
	[/failed to calculate checksum of ref \S+: "": not found$/im, "the file is not where the step takes it from: for the build's context, see its path there and what `.dockerignore` leaves out; for `--from`, what that stage or image has"]
];
function remedyFor(words, asked) {
	const trouble = require_trouble.troubleOf(words);
	if (trouble === "process") return void 0;
	const text = words.text.split(/\r?\n/).map((line) => require_trouble.errorChain(line).join(": ")).join("\n");
	return sayings.find(([cause]) => cause.test(text))?.[1] ?? (trouble && remedyOf(trouble, asked));
}
const mostLines = 20;
function failureText(error) {
	return require_url_passwords.withoutPasswords(wordsOf(error));
}
function wordsOf(error) {
	if (error instanceof require_errors.InputError) {
		const count = error.problems.length;
		return [`${count === 1 ? "An input is wrong" : `${count} inputs are wrong`}; nothing was changed.`, ...error.problems.map((p) => `- ${p}`)].join("\n");
	}
	if (error instanceof require_errors.CommandError) return commandFailureText(error);
	if (error instanceof require_errors.NoLoginError) return noLoginText(error);
	if (error instanceof require_errors.NodeError) return nodeFailureText(error);
	if (error instanceof require_errors.RegistryError) return registryFailureText(error);
	if (error instanceof require_sign_errors.SigstoreError) return sigstoreFailureText(error);
	if (error instanceof require_sign_errors.SigningError) return signingFailureText(error);
	if (error instanceof require_errors.FullDiskError) return fullDiskText(error);
	if (error instanceof require_errors.TimeoutError) return timeoutText(error);
	if (error instanceof AggregateError) return withEachCauseOnce(error.errors).map(wordsOf).join("\n");
	if (error instanceof require_errors.UserError) return withRemedy(error.message, error.tryThis);
	return require_message_of.messageOf(error);
}
function nodeFailureText({ message, cause }) {
	return `${message}.\n${commandFailureText(cause, "see whether BuildKit runs there, and whether the runner reaches its port with the certificates given; BuildKit's own log tells why it ended")}`;
}
function noLoginText({ message, cause }) {
	return `${message}.\n${commandFailureText(cause, "push for the repository's own events alone (`push: auto`); Dependabot has secrets of its own, in the repository's settings")}`;
}
function fullDiskText({ message, cause, places }) {
	const left = places.map(({ what, path, free, size }) => `${require_markdown.formatBytes(free)} of ${require_markdown.formatBytes(size)} are free at ${path} (${what})`);
	const remedy = remedyOf("full", { asker: "buildkit" });
	const words = cause instanceof require_errors.CommandError ? commandFailureText(cause, remedy) : withRemedy(wordsOf(cause), remedy);
	return [`${message}: ${left.join(", ")}.`, words].join("\n");
}
function timeoutText({ phase, bound, message, cause }) {
	const longer = require_errors.formatDuration(bound * 2);
	const last = cause === void 0 ? "" : `\nBefore that: ${require_message_of.messageOf(cause)}`;
	const before = cause instanceof require_errors.UserError && cause.tryThis !== void 0 ? `${cause.tryThis}; ` : "";
	return withRemedy(`${message}, its time limit, and was ended.${last}`, `${before}look at what the log ends with, such as a registry or a mirror that does not answer; \`timeout: ${phase}=${longer}\` gives it longer`);
}
function registryFailureText({ message, words, until }) {
	return withRemedy(message, remedyFor({ text: words }, {
		asker: "read-back",
		until
	}));
}
function sigstoreFailureText({ message, words, host, until }) {
	return withRemedy(message, remedyFor({ text: words }, {
		asker: "signing",
		host,
		until
	}));
}
function signingFailureText({ message, signed, unsigned }) {
	const byWords = Map.groupBy(unsigned, ({ error }) => wordsOf(error));
	return [
		`${message}.`,
		...signed.length === 0 ? [] : ["Signed:", ...signed.map((name) => `- ${name}`)],
		...[...byWords].flatMap(([words, all]) => [
			"Not signed:",
			...all.map(({ name }) => `- ${name}`),
			words
		])
	].join("\n");
}
function withEachCauseOnce(errors) {
	const all = new Map();
	for (const error of errors) {
		const key = error instanceof require_errors.RegistryError ? error.words : error;
		const before = all.get(key);
		if (!(error instanceof require_errors.RegistryError) || !(before instanceof require_errors.RegistryError)) all.set(key, error);
		else all.set(key, new require_errors.RegistryError(`${before.doing}, and ${error.doing},`, { ...before }));
	}
	return [...all.values()];
}
function withRemedy(message, remedy) {
	return remedy === void 0 ? message : `${message}\nWhat to try: ${remedy}`;
}
function buildFailureWords({ stderr }) {
	const failure = require_build_failure.buildFailure(stderr);
	if (failure === void 0) return void 0;
	const { step, output, source, error } = failure;
	return [
		...step === void 0 ? [] : [`> ${step}:`, ...output],
		...source === void 0 ? [] : [`${source.file}:${source.line}`, ...source.excerpt],
		error
	].join("\n");
}
function lintWords({ stderr }) {
	const violations = require_markdown.lintViolations(stderr).map(({ file, line, rule, text }) => `${file}:${line} ${rule}: ${text}`);
	return violations.length === 0 ? void 0 : [...violations, require_build_failure.lastWords(stderr).text].join("\n");
}
function commandFailureText(error, remedy = error.tryThis ?? commandRemedy(error)) {
	const words = buildFailureWords(error) ?? lintWords(error) ?? (0, node_util.stripVTControlCharacters)(error.stderr).trim().split("\n").slice(-20).join("\n");
	return withRemedy([
		`${error.message}:`,
		words === "" ? "it printed no error" : words,
		`The command was: ${formatCommand(error.command)}`
	].join("\n"), remedy);
}
function commandRemedy({ stderr, until }) {
	const words = require_build_failure.lastWords(stderr, mostLines);
	const failed = processFailure(words.text, require_build_failure.buildFailure(stderr)?.output ?? []);
	return failed === void 0 ? remedyFor(words, {
		asker: "buildkit",
		until
	}) : processRemedy(failed);
}
// src/step/end.ts
const graceMilliseconds = 500;
async function toTheEnd(work, github) {
	try {
		await work;
	} catch (error) {
		github.fail(failureText(error));
	} finally {
		setTimeout(() => process.exit(), graceMilliseconds).unref();
	}
}
Object.defineProperty(exports, "debug", {
	enumerable: true,
	get: function() {
		return debug;
	}
});
Object.defineProperty(exports, "endProcesses", {
	enumerable: true,
	get: function() {
		return endProcesses;
	}
});
Object.defineProperty(exports, "failureText", {
	enumerable: true,
	get: function() {
		return failureText;
	}
});
Object.defineProperty(exports, "formatCommand", {
	enumerable: true,
	get: function() {
		return formatCommand;
	}
});
Object.defineProperty(exports, "githubRunner", {
	enumerable: true,
	get: function() {
		return githubRunner;
	}
});
Object.defineProperty(exports, "markOf", {
	enumerable: true,
	get: function() {
		return markOf;
	}
});
Object.defineProperty(exports, "mirror", {
	enumerable: true,
	get: function() {
		return mirror;
	}
});
Object.defineProperty(exports, "privilegedRemedy", {
	enumerable: true,
	get: function() {
		return privilegedRemedy;
	}
});
Object.defineProperty(exports, "rawInputs", {
	enumerable: true,
	get: function() {
		return rawInputs;
	}
});
Object.defineProperty(exports, "remedyFor", {
	enumerable: true,
	get: function() {
		return remedyFor;
	}
});
Object.defineProperty(exports, "remedyOf", {
	enumerable: true,
	get: function() {
		return remedyOf;
	}
});
Object.defineProperty(exports, "runProcess", {
	enumerable: true,
	get: function() {
		return runProcess;
	}
});
Object.defineProperty(exports, "systemShell", {
	enumerable: true,
	get: function() {
		return systemShell;
	}
});
Object.defineProperty(exports, "toTheEnd", {
	enumerable: true,
	get: function() {
		return toTheEnd;
	}
});
Object.defineProperty(exports, "withoutInputs", {
	enumerable: true,
	get: function() {
		return withoutInputs;
	}
});
