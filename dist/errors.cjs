const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_parsed = require("./parsed.cjs");
// src/domain/duration.ts
function parseDuration(text) {
	if (text === "0") return require_parsed.parsed(0);
	const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?(?:(\d{1,6})ms)?$/.exec(text);
	if (parts === null || text === "") return require_parsed.refused(`\`${text}\` is not a duration; one is \`90s\`, \`5m\` or \`1h30m\``);
	const [, hours = 0, minutes = 0, seconds = 0, rest = 0] = parts;
	const whole = Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s;
	return require_parsed.parsed(Math.min(whole + Number(rest), longest));
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
var units, longest;
var init_duration = require_rolldown_runtime.__esmMin((() => {
	require_parsed.init_parsed();
	units = {
		h: 36e5,
		m: 6e4,
		s: 1e3,
		ms: 1
	};
	longest = 2 ** 31 - 1;
}));
// src/domain/errors.ts
init_duration();
var UserError = class extends Error {
	name = "UserError";
	tryThis;
	constructor(message, { tryThis, ...options } = {}) {
		super(message, options);
		this.tryThis = tryThis;
	}
};
function explained({ message, tryThis }, cause) {
	return new UserError(message, {
		tryThis,
		cause
	});
}
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
var NoLoginError = class extends Error {
	name = "NoLoginError";
	cause;
	constructor(cause, { registry, why }) {
		super(`no login was given for ${registry}: ${why}`);
		this.cause = cause;
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
	doing;
	words;
	status;
	code;
	until;
	constructor(doing, { words, status, code, until, cause }) {
		super(`${doing} failed: ${words}`, { cause });
		this.doing = doing;
		this.until = until;
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
	constructor(phase, bound, last) {
		super(`the ${phase} phase took longer than ${formatDuration(bound)}`, { cause: last });
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
	until;
	tryThis;
	stdout;
	constructor(doing, failure) {
		const { command, exitCode, stderr, until, tryThis, stdout = "" } = failure;
		const end = exitCode === null ? "was killed by a signal" : `exited with code ${exitCode}`;
		super(`${command.slice(0, 2).join(" ")} ${end} while ${doing}`);
		this.doing = doing;
		this.command = command;
		this.exitCode = exitCode;
		this.stderr = stderr;
		this.until = until;
		this.tryThis = tryThis;
		this.stdout = stdout;
	}
};
Object.defineProperty(exports, "CommandError", {
	enumerable: true,
	get: function() {
		return CommandError;
	}
});
Object.defineProperty(exports, "FullDiskError", {
	enumerable: true,
	get: function() {
		return FullDiskError;
	}
});
Object.defineProperty(exports, "InputError", {
	enumerable: true,
	get: function() {
		return InputError;
	}
});
Object.defineProperty(exports, "NoLoginError", {
	enumerable: true,
	get: function() {
		return NoLoginError;
	}
});
Object.defineProperty(exports, "NodeError", {
	enumerable: true,
	get: function() {
		return NodeError;
	}
});
Object.defineProperty(exports, "RegistryError", {
	enumerable: true,
	get: function() {
		return RegistryError;
	}
});
Object.defineProperty(exports, "TimeoutError", {
	enumerable: true,
	get: function() {
		return TimeoutError;
	}
});
Object.defineProperty(exports, "UserError", {
	enumerable: true,
	get: function() {
		return UserError;
	}
});
Object.defineProperty(exports, "VerificationError", {
	enumerable: true,
	get: function() {
		return VerificationError;
	}
});
Object.defineProperty(exports, "explained", {
	enumerable: true,
	get: function() {
		return explained;
	}
});
Object.defineProperty(exports, "formatDuration", {
	enumerable: true,
	get: function() {
		return formatDuration;
	}
});
Object.defineProperty(exports, "init_duration", {
	enumerable: true,
	get: function() {
		return init_duration;
	}
});
Object.defineProperty(exports, "parseDuration", {
	enumerable: true,
	get: function() {
		return parseDuration;
	}
});
