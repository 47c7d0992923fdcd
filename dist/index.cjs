Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_parsed = require("./parsed.cjs");
const require_url_passwords = require("./url-passwords.cjs");
let node_crypto = require("node:crypto");
let node_os = require("node:os");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let os = require("os");
os = require_rolldown_runtime.__toESM(os, 1);
let crypto = require("crypto");
crypto = require_rolldown_runtime.__toESM(crypto, 1);
let fs = require("fs");
fs = require_rolldown_runtime.__toESM(fs, 1);
let path = require("path");
path = require_rolldown_runtime.__toESM(path, 1);
// src/domain/duration.ts
const units = {
	h: 36e5,
	m: 6e4,
	s: 1e3,
	ms: 1
};
function parseDuration(text) {
	if (text === "0") return require_parsed.parsed(0);
	const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?(?:(\d{1,6})ms)?$/.exec(text);
	if (parts === null || text === "") return require_parsed.refused(`\`${text}\` is not a duration; one is \`90s\`, \`5m\` or \`1h30m\``);
	const [, hours = 0, minutes = 0, seconds = 0, rest = 0] = parts;
	return require_parsed.parsed(Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s + Number(rest));
}
function formatDuration(milliseconds) {
	if (milliseconds < units.s) return `${Math.round(milliseconds)}ms`;
	const seconds = Math.round(milliseconds / units.s);
	return [
		[Math.floor(seconds / 3600), "h"],
		[Math.floor(seconds % 3600 / 60), "m"],
		[seconds % 60, "s"]
	].filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`).join("");
}
// src/domain/errors.ts
var UserError = class extends Error {
	name = "UserError";
};
var InputError = class extends UserError {
	name = "InputError";
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.problems = problems;
	}
};
var NodeError = class extends Error {
	name = "NodeError";
	cause;
	nodes;
	constructor(cause, nodes) {
		const names = nodes.map(({ name, endpoint }) => `${name} (${endpoint})`).join(", ");
		super(`${nodes.length === 1 ? "node" : "nodes"} ${names} of the builder did not answer`);
		this.cause = cause;
		this.nodes = nodes;
	}
};
var VerificationError = class extends Error {
	name = "VerificationError";
	problems;
	constructor(title, problems) {
		super([title, ...problems.map((problem) => `- ${problem}`)].join("\n"));
		this.problems = problems;
	}
};
var RegistryError = class extends Error {
	name = "RegistryError";
	words;
	status;
	code;
	constructor(doing, { words, status, code, cause }) {
		super(`${doing} failed: ${words}`, { cause });
		this.words = words;
		this.status = status;
		this.code = code;
	}
};
var FullDiskError = class extends Error {
	name = "FullDiskError";
	cause;
	places;
	constructor(cause, places) {
		super("a disk is full");
		this.cause = cause;
		this.places = places;
	}
};
var TimeoutError = class extends Error {
	name = "TimeoutError";
	phase;
	bound;
	constructor(phase, bound) {
		super(`the ${phase} phase took longer than ${formatDuration(bound)}`);
		this.phase = phase;
		this.bound = bound;
	}
};
var CommandError = class extends Error {
	name = "CommandError";
	doing;
	command;
	exitCode;
	stderr;
	constructor(doing, failure) {
		const { command, exitCode, stderr } = failure;
		const end = exitCode === null ? "was killed by a signal" : `exited with code ${exitCode}`;
		super(`${command.slice(0, 2).join(" ")} ${end} while ${doing}`);
		this.doing = doing;
		this.command = command;
		this.exitCode = exitCode;
		this.stderr = stderr;
	}
};
// src/effects/command-size.ts
const mostBytes = 131072;
const mostBytesInAll = 2097152;
function refuseTooLong(doing, command, environment) {
	const variables = Object.entries(environment).map((pair) => pair.join("="));
	const sizes = [...command, ...variables].map((text) => Buffer.byteLength(text) + 1);
	const all = sizes.reduce((sum, size) => sum + size + 8, 0);
	if (Math.max(...sizes) <= mostBytes && all <= mostBytesInAll) return;
	throw new UserError(`the command for ${doing} has ${all} bytes with its environment, and its longest word ${Math.max(...sizes)}; Linux takes ${mostBytesInAll} and ${mostBytes}. What to try: shorten the inputs that it is made of, or put them into a file`);
}
// src/effects/processes.ts
const pollMilliseconds = 25;
const patienceMilliseconds = 2e3;
const graceMilliseconds$1 = 1e3;
const variable$1 = "CROSSBUILD_RUN";
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
	return { [variable$1]: folder };
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
	return processesWhere((environment, command) => environment.includes(`${variable$1}=${folder}`) || command.some((word) => word.includes(folder)));
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
// src/effects/shell.ts
function systemShell(base) {
	return {
		capture: (doing, command, { environment, ...options } = {}) => run$1({
			doing,
			command,
			environment: {
				...base,
				...environment
			},
			...options
		}),
		stream: async (doing, command, { environment, ...options }) => {
			await run$1({
				doing,
				command,
				environment: {
					...base,
					...environment
				},
				...options
			});
		}
	};
}
function withOptions(shell, common) {
	const both = (options) => ({
		...common,
		...options,
		environment: {
			...common.environment,
			...options.environment
		}
	});
	return {
		capture: (doing, command, options = {}) => shell.capture(doing, command, both(options)),
		stream: (doing, command, options) => shell.stream(doing, command, both(options))
	};
}
function withEnvironment(shell, environment) {
	return withOptions(shell, { environment });
}
function withBuildx(shell, ready) {
	const own = async (command, options) => isBuildx(command) ? {
		...options,
		buildx: await ready
	} : options;
	return {
		capture: async (doing, command, options = {}) => shell.capture(doing, command, await own(command, options)),
		stream: async (doing, command, options) => shell.stream(doing, command, await own(command, options))
	};
}
async function run$1({ signal, ...given }) {
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
	const { doing, command, environment, buildx, write, readError, input } = given;
	const [program = "", ...rest] = withoutDocker(command, buildx);
	const env = defined(environment);
	refuseTooLong(doing, command, env);
	const { getExecOutput } = await Promise.resolve().then(() => require("./actions-exec.cjs"));
	const { exitCode, stdout, stderr } = await started(doing, program, () => getExecOutput(program, rest, {
		env,
		ignoreReturnCode: true,
		silent: true,
		...input === void 0 ? {} : { input: Buffer.from(input) },
		listeners: {
			...write === void 0 ? {} : {
				stdout: write,
				stderr: write
			},
			...readError === void 0 ? {} : { errline: readError }
		}
	}));
	if (exitCode !== 0) throw new CommandError(doing, {
		command,
		exitCode,
		stderr
	});
	return {
		stdout,
		stderr
	};
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
		throw new UserError(`\`${program}\` could not be started while ${doing}; install it on the runner, or put it on PATH`, { cause: error });
	}
}
function defined(environment) {
	return Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== void 0));
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
// src/github.ts
function githubRunner(options) {
	return {
		group,
		endGroups: () => {
			for (const token of openGroups) end(token);
		},
		info: (line) => print(withoutCommands(line)),
		write,
		warning,
		annotate: ({ level, message, line, ...more }) => {
			(level === "error" ? error : warning)(message, line === void 0 ? more : {
				...more,
				startLine: line
			});
		},
		fail: setFailed,
		setOutput,
		saveState,
		mask: setSecret,
		summarize: async (markdown) => {
			if (options.hasSummary) await summary.addRaw(markdown, true).write();
		}
	};
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
// src/inputs/raw-inputs.ts
const prefix = "INPUT_";
function rawInputs(environment) {
	const given = new Map();
	for (const [key, value] of Object.entries(environment)) {
		const text = value?.trim() ?? "";
		if (key.startsWith(prefix) && text !== "") given.set(key.slice(6).toLowerCase(), text);
	}
	return given;
}
const ours = /^(?:INPUT_|BUILDER_NODE_\d+_AUTH_TLS_)/;
function withoutInputs(environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
// src/result/build-failure.ts
const rule = "--------------------";
const blockEnd = "------";
function buildFailure(stderr) {
	const lines = stderr.trimEnd().split(/\r?\n/);
	const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	if (errorAt < 0) return void 0;
	const source = sourceOf(lines.slice(0, errorAt));
	const block = stepOf(lines.slice(lines.findLastIndex((line) => /^#\d+ /.test(line)) + 1, errorAt));
	if (source === void 0 && block === void 0) return void 0;
	return {
		step: block?.step,
		output: block?.output ?? [],
		source,
		error: lines.slice(errorAt).join("\n")
	};
}
function lastWords(stderr) {
	const lines = stderr.trimEnd().split(/\r?\n/);
	const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(errorAt < 0 ? -5 : errorAt).join("\n");
}
function failedInExport(stderr) {
	const failure = buildFailure(stderr);
	return failure?.source === void 0 && /^(?:exporting|merging|pushing) /.test(failure?.step ?? "");
}
function stepOf(lines) {
	const start = lines.findIndex((line, index) => line === blockEnd && isTitle(lines[index + 1]));
	if (start < 0) return void 0;
	const [title = "", ...rest] = lines.slice(start + 1);
	const end = rest.indexOf(blockEnd);
	return {
		step: title.slice(3, -1),
		output: rest.slice(0, Math.max(0, end)).map((line) => line.replace(/^\d+\.\d+ /, ""))
	};
}
function isTitle(line) {
	return line !== void 0 && /^ > .+:$/.test(line);
}
function sourceOf(lines) {
	if (lines.at(-1) !== rule) return void 0;
	const start = lines.lastIndexOf(rule, -2);
	const [, file, number] = /^(.+):(\d+)$/.exec(lines[start - 1] ?? "") ?? [];
	if (file === void 0 || number === void 0) return void 0;
	const excerpt = lines.slice(start + 1, -1);
	const marked = excerpt.flatMap((text) => /^ *(\d+) \| >>>/.exec(text)?.[1] ?? []).map(Number);
	const line = marked[0] ?? Number(number);
	return {
		file,
		line,
		endLine: marked.at(-1) ?? line,
		excerpt
	};
}
// node_modules/shlex/shlex.js
function quote(s) {
	if (s === "") return "''";
	if (!/[^\w@%\-+=:,./]/.test(s)) return s;
	return ("'" + s.replace(/('+)/g, "'\"$1\"'") + "'").replace(/^''|''$/g, "");
}
function join$1(args) {
	if (!Array.isArray(args)) throw new TypeError("args should be an array");
	return args.map(quote).join(" ");
}
// src/report/command-line.ts
function formatCommand(command) {
	return require_url_passwords.withoutPasswords(join$1([...command]));
}
// src/report/markdown.ts
function cut(text, length) {
	const whole = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
	const characters = Array.from(whole);
	if (characters.length <= length) return whole;
	const start = characters.slice(0, length - 1).join("");
	const blank = start.lastIndexOf(" ");
	return blank < 0 ? "…" : `${start.slice(0, blank)} …`;
}
function stepName(name, length) {
	return cut(name.replace(/@sha256:[0-9a-f]{64}\b/g, ""), length);
}
function codeCell(text) {
	const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = longest > 0 ? " " : "";
	return `${fence}${pad}${text.replaceAll("|", "\\|")}${pad}${fence}`;
}
function table(headings, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(headings.map((heading) => heading.replace(/:$/, ""))),
		line(headings.map((heading) => heading.endsWith(":") ? "---:" : "---")),
		...rows.map(line)
	];
}
function formatSeconds(seconds) {
	if (seconds < 60) return unbroken(`${seconds.toFixed(1)} s`);
	const whole = Math.round(seconds);
	return unbroken(`${Math.floor(whole / 60)} min ${whole % 60} s`);
}
function unbroken(text) {
	return text.replaceAll(" ", "\xA0");
}
function formatBytes(bytes) {
	const units = [
		"B",
		"kB",
		"MB",
		"GB",
		"TB"
	];
	const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
	const number = bytes / 1e3 ** power;
	return unbroken(`${power === 0 ? number : number.toFixed(1)} ${units[power]}`);
}
// src/report/remedy.ts
const remedies = [
	[/cannot connect to the docker daemon|docker daemon is not running|error during connect/i, "start the Docker engine on the runner (`systemctl start docker`), or point DOCKER_HOST at one; a job in a container needs the host's socket mounted"],
	[/permission denied.*docker\.sock|docker daemon socket/i, "let the runner's user reach the engine: add it to the `docker` group, and start the runner anew"],
	[/unable to apply caps|privileged mode is incompatible|privileged containers? (?:is|are) not allowed|operation not permitted/i, "the engine refuses privileged containers, which emulators and a BuildKit builder need: allow them on the runner, or register the emulators on the host and set `qemu: off`"],
	[/server gave HTTP response to HTTPS client/i, "the registry speaks plain HTTP: say `http: true` for its host and port in `registries`"],
	[/x509|certificate signed by unknown authority|self.signed certificate|unable to (?:verify|get)[^.]* certificate/i, "the registry's certificate is not known: give its certificate authority as `ca` in `registries`"],
	[/application\/vnd\.oci\.empty\.v1\+json|blob unknown to registry/i, "the registry refuses attestations that are OCI artifacts: `compat: auto` pushes them in an older form, and `provenance: false` (and no `sbom`) leaves them out"],
	[/401 unauthorized|403 forbidden|gives no token: it answers 40[13]|insufficient_scope|authorization failed|no basic auth credentials|denied:/i, "log in to the registry (`registry`, `username`, `password`) with an account that may push there"],
	[/(?:network\.host|security\.insecure|device) is not allowed/i, "the builder does not permit what `allow` or `network` asks for: make it with `--allow-insecure-entitlement` among its buildkitd flags, or leave `builder` out, and the one that is made permits it"],
	[/buildkit-syft-scanner/i, "the image that scans for the SBOM could not be had: name one that can be pulled, as in `sbom: generator=mirror.internal:5000/docker/buildkit-syft-scanner:stable-1`"],
	[/multi-platform build is not supported for the docker driver/i, "the docker driver builds several platforms only with containerd's image store (`\"features\": {\"containerd-snapshotter\": true}` in the engine's daemon.json); or take `driver: docker-container`"],
	[/not supported for the docker driver|not implemented for docker driver/i, "take `driver: docker-container`, which can"],
	[/setting config file is not supported for remote driver/i, "a `buildkitd.default.toml` lies in buildx's folder, which remote builders don't take: move it away, or set BUILDX_CONFIG to another folder"],
	[/kubernetes namespace|kubernetes driver requires|kube_?config/i, "give the step a cluster: `KUBECONFIG` in its `env:`, or a runner in the cluster with a service account"],
	[/exec format error/i, "the Dockerfile runs a program of another CPU: leave `qemu` on `auto`, or name the emulator in it"],
	[/docker exporter does not.*support exporting manifest lists/i, "`load` takes one platform here: give one in `platforms`, or `push` to a registry"],
	[/toomanyrequests|pull rate limit|429 too many/i, "the registry limits how often it is asked: log in (`username`, `password`), name a mirror in `mirrors` for what is pulled, or wait longer (`retry-timeout`)"],
	[/error reading from server|closing transport|transport is closing/i, "BuildKit ended in the middle of the build, mostly for want of memory: give the runner more, or build fewer platforms at once"],
	[/(?:status: ?|HTTP |: )5\d\d\b|\bEOF\b|reset by peer|broken pipe/i, "a registry or the network failed: see the registry's status page; `retry-timeout` gives it longer"],
	[/no such host|ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|temporary failure in name resolution|i\/o timeout|connection refused|network is unreachable/i, "the runner or the builder cannot reach that host: check its name and network; a builder sees the runner's own network with `driver-opts: network=host`"]
];
function remedyFor({ stderr }) {
	return remedies.find(([cause]) => cause.test(stderr))?.[1];
}
// src/report/failure.ts
function failureText(error) {
	return require_url_passwords.withoutPasswords(wordsOf(error));
}
function wordsOf(error) {
	if (error instanceof InputError) {
		const count = error.problems.length;
		return [`${count === 1 ? "An input is wrong" : `${count} inputs are wrong`}; nothing was changed.`, ...error.problems.map((p) => `- ${p}`)].join("\n");
	}
	if (error instanceof CommandError) return commandFailureText(error);
	if (error instanceof NodeError) return nodeFailureText(error);
	if (error instanceof RegistryError) return withRemedy(error.message, error.words);
	if (error instanceof FullDiskError) return fullDiskText(error);
	if (error instanceof TimeoutError) return timeoutText(error);
	if (error instanceof AggregateError) return error.errors.map(wordsOf).join("\n");
	return error instanceof Error ? error.message : String(error);
}
function nodeFailureText({ message, cause }) {
	return `${message}.\n${commandFailureText(cause, "see whether BuildKit runs there, and whether the runner reaches its port with the certificates given; BuildKit's own log tells why it ended")}`;
}
function fullDiskText({ message, cause, places }) {
	const left = places.map(({ what, path, free, size }) => `${formatBytes(free)} of ${formatBytes(size)} are free at ${path} (${what})`);
	const remedy = "see what takes the room (`docker system df`), remove what nobody needs (`docker system prune`, `docker buildx prune`), or give the runner a larger disk";
	const words = cause instanceof CommandError ? commandFailureText(cause, remedy) : `${wordsOf(cause)}\nWhat to try: ${remedy}`;
	return [`${message}: ${left.join(", ")}.`, words].join("\n");
}
function timeoutText({ phase, bound, message }) {
	return `${message}, which is its bound, and was ended.\nWhat to try: look for what the log ends with, such as a registry or a mirror that does not answer; \`timeout: ${phase}=${formatDuration(bound * 2)}\` allows it longer`;
}
function withRemedy(message, words) {
	const remedy = remedyFor({ stderr: words });
	return remedy === void 0 ? message : `${message}\nWhat to try: ${remedy}`;
}
function buildFailureWords({ stderr }) {
	const failure = buildFailure(stderr);
	if (failure === void 0) return void 0;
	const { step, output, source, error } = failure;
	return [
		...step === void 0 ? [] : [`> ${step}:`, ...output],
		...source === void 0 ? [] : [`${source.file}:${source.line}`, ...source.excerpt],
		error
	].join("\n");
}
function commandFailureText(error, remedy = remedyFor(error)) {
	const words = buildFailureWords(error) ?? error.stderr.trim().split("\n").slice(-20).join("\n");
	return [
		`${error.message}:`,
		words === "" ? "it printed no error" : words,
		`The command was: ${formatCommand(error.command)}`,
		...remedy === void 0 ? [] : [`What to try: ${remedy}`]
	].join("\n");
}
// src/closable-github.ts
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
		warning: gate(github.warning),
		annotate: gate(github.annotate),
		fail: gate(github.fail),
		setOutput: gate(github.setOutput),
		saveState: gate((name, value) => {
			state.set(name, value);
			github.saveState(name, value);
		}),
		mask: github.mask,
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
// src/effects/cancel-signal.ts
const signals = ["SIGINT", "SIGTERM"];
function cancelSignal() {
	return new Promise((resolve) => {
		for (const signal of signals) process.on(signal, () => resolve(signal));
	});
}
// src/effects/stoppable-shell.ts
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
	return {
		capture: (doing, ...given) => run(doing, () => shell.capture(doing, ...given)),
		stream: (doing, ...given) => run(doing, () => shell.stream(doing, ...given)),
		stop: () => {
			isStopped = true;
			return [...new Set(running)];
		}
	};
}
// src/run-step.ts
async function runStep(step, given, { shell, github }) {
	const signal = cancelSignal();
	github.saveState("main", "started");
	const { folder } = given;
	const own = stoppable(withEnvironment(shell, markOf(folder)));
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
// src/timeline.ts
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
// src/index.ts
const goCertificateFolders = "/etc/ssl/certs:/etc/pki/tls/certs";
const proxyVariable = /^(?:https?|no)_proxy$/i;
const graceMilliseconds = 500;
const timeline = startTimeline(() => Number(process.hrtime.bigint() / 1000n) / 1e3);
const environment = { ...process.env };
const shell = systemShell(withoutInputs(environment));
const github = githubRunner({ hasSummary: environment["GITHUB_STEP_SUMMARY"] !== void 0 });
const steps = {
	"merge.cjs": async (run) => (await Promise.resolve().then(() => require("./merge-step.cjs"))).merge(run),
	"matrix.cjs": async (run) => (await Promise.resolve().then(() => require("./matrix-step.cjs"))).matrix(run)
};
const main = async (run) => (await Promise.resolve().then(() => require("./main.cjs"))).main(run);
async function run() {
	const state = environment["STATE_main"];
	if (state !== void 0) {
		const { post } = await Promise.resolve().then(() => require("./post.cjs"));
		return post({
			undo: environment["STATE_undo"],
			main: state
		}, {
			shell,
			github
		});
	}
	const runId = (0, node_crypto.randomBytes)(8).toString("hex");
	const folder = (0, node_path.join)(environment["RUNNER_TEMP"] ?? (0, node_os.tmpdir)(), `crossbuild-${runId}`);
	const raw = rawInputs(environment);
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
run().catch((error) => github.fail(failureText(error))).finally(() => setTimeout(() => process.exit(), graceMilliseconds).unref());
exports.CommandError = CommandError;
exports.FullDiskError = FullDiskError;
exports.InputError = InputError;
exports.NodeError = NodeError;
exports.RegistryError = RegistryError;
exports.TimeoutError = TimeoutError;
exports.UserError = UserError;
exports.VerificationError = VerificationError;
exports.buildFailure = buildFailure;
exports.codeCell = codeCell;
exports.cut = cut;
exports.debug = debug;
exports.endProcesses = endProcesses;
exports.failedInExport = failedInExport;
exports.failureText = failureText;
exports.formatBytes = formatBytes;
exports.formatCommand = formatCommand;
exports.formatDuration = formatDuration;
exports.formatSeconds = formatSeconds;
exports.info = info;
exports.lastWords = lastWords;
exports.parseDuration = parseDuration;
exports.stepName = stepName;
exports.table = table;
exports.unbroken = unbroken;
exports.withBuildx = withBuildx;
exports.withEnvironment = withEnvironment;
exports.withOptions = withOptions;
