const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_emulators_handler = require("./emulators-handler.cjs");
const require_retry_verdict = require("./retry-verdict.cjs");
const require_trouble = require("./trouble.cjs");
const require_end = require("./end.cjs");
const require_http_request = require("./http-request.cjs");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
// src/report/buildx-download-failure.ts
require_errors.init_duration();
require_trouble.init_trouble();
require_retry_verdict.init_retry_verdict();
function downloadFailure(url, words, failure) {
	const tryThis = remedyAfter(new URL(url).host, words, failure);
	return {
		message: `downloading ${url} failed: ${words}`,
		tryThis
	};
}
function latestFailure(url, words) {
	return {
		message: `${url} does not redirect to the latest release: ${words}`,
		tryThis: "name a version in `buildx-version`, such as `v0.36.1`, or name a mirror in `buildx-download-url`"
	};
}
function remedyAfter(host, words, failure) {
	const { status } = failure;
	const asked = {
		asker: "download",
		host,
		until: limitEnd(failure)
	};
	if (status === 404) return `check that this version exists, and that ${host} has this file; or ${require_end.mirror}`;
	if (status === 407) return "give the runner's proxy the user name and password that it asks for";
	if (status !== void 0) return require_end.remedyOf(isLimit(failure) ? "limited" : require_trouble.troubleOfStatus(status), asked) ?? again;
	if (/^(?:EACCES|EROFS)/.test(words)) return "let the runner's user write to the folder of RUNNER_TEMP";
	return require_end.remedyOf(require_trouble.troubleOf({ text: words }) ?? "unreachable", asked) ?? again;
}
const again = `try again later, or ${require_end.mirror}`;
function isLimit({ status, limits }) {
	const told = limits["retry-after"] !== void 0 || isSpent(limits);
	return status === 429 || status === 403 && told;
}
function isSpent(limits) {
	return limits["x-ratelimit-remaining"] === "0";
}
function limitEnd({ limits, now }) {
	const reset = isSpent(limits) ? epoch(limits["x-ratelimit-reset"]) : void 0;
	return timeOf(limits["retry-after"], now) ?? reset;
}
function timeOf(after, now) {
	const wait = typeof after === "string" ? require_retry_verdict.parseRetryAfter(after, now.getTime()) : void 0;
	return wait === void 0 ? void 0 : new Date(now.getTime() + wait);
}
function epoch(seconds) {
	return typeof seconds === "string" && /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1e3) : void 0;
}
// src/effects/buildx-download-file.ts
const stallSeconds = 60;
var StallError = class extends Error {
	name = "StallError";
};
var StatusError = class extends Error {
	name = "StatusError";
	status;
	headers;
	constructor(status, headers) {
		super(`the server answered ${status}`);
		this.status = status;
		this.headers = headers;
	}
};
async function downloadFile(url, path, { http, signal }) {
	const ended = new AbortController();
	const either = signal === void 0 ? ended.signal : AbortSignal.any([signal, ended.signal]);
	try {
		const fetched = fetchTo(path, url, {
			http,
			signal: either
		});
		await Promise.race([fetched, standstill(path, either)]);
	} finally {
		ended.abort();
	}
}
async function fetchTo(path, url, { http, signal }) {
	const follows = (to) => to.protocol === "https:" || url.startsWith("http:");
	const { status, headers, body } = await http({
		method: "GET",
		url,
		follows,
		silence: 0,
		signal
	});
	if (status !== 200) {
		body.destroy();
		throw new StatusError(status, headers);
	}
	await (0, node_stream_promises.pipeline)(body, (0, node_fs.createWriteStream)(path, { flags: "wx" }), { signal });
}
async function standstill(path, signal) {
	let last = {
		size: 0,
		time: performance.now()
	};
	for await (const _ of (0, node_timers_promises.setInterval)(1e3, void 0, { signal })) {
		const size = await sizeOf(path);
		if (size !== last.size) last = {
			size,
			time: performance.now()
		};
		if (performance.now() - last.time < stallSeconds * 1e3) continue;
		throw new StallError(`no byte came for ${stallSeconds} seconds, after ${size} bytes`);
	}
	throw new Error("an interval has no end");
}
async function sizeOf(path) {
	return await (0, node_fs_promises.stat)(path).then(({ size }) => size, () => 0);
}
// src/effects/buildx-download.ts
var buildx_download_exports = require_rolldown_runtime.__exportAll({
	download: () => download,
	latestVersion: () => latestVersion
});
require_retry_verdict.init_retry_verdict();
require_http_request.init_http_answer();
const answerMilliseconds = 3e4;
async function download(url, path, patience) {
	const { bound, print, http, signal } = patience;
	const verdicts = [];
	let since;
	let failure;
	for (;;) try {
		return await downloadFile(url, path, {
			http,
			signal
		});
	} catch (error) {
		await (0, node_fs_promises.rm)(path, { force: true });
		if (signal?.aborted) throw failure ?? error;
		since ??= performance.now();
		const status = error instanceof StatusError ? error.status : void 0;
		const limits = error instanceof StatusError ? error.headers : {};
		const told = {
			status,
			limits,
			now: new Date()
		};
		failure = require_errors.explained(downloadFailure(url, wordsOf(error), told), error);
		verdicts.push(verdictOf(error));
		const retryAfter = require_retry_verdict.parseRetryAfter(limits["retry-after"] ?? "0", Date.now());
		const elapsed = performance.now() - since;
		const pause = require_retry_verdict.pauseBeforeNext({
			verdicts,
			elapsed,
			retryAfter
		}, bound);
		if (pause === void 0) throw failure;
		const wait = require_errors.formatDuration(pause);
		print(`The download failed: ${wordsOf(error)}. Try ${verdicts.length + 1} in ${wait}`);
		const last = failure;
		await (0, node_timers_promises.setTimeout)(pause, void 0, { signal }).catch(() => {
			throw last;
		});
	}
}
const passing = [...[
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN",
	"ERR_STREAM_PREMATURE_CLOSE"
]];
function verdictOf(error) {
	if (error instanceof StatusError) {
		if (error.status === 429) return "limited";
		return error.status === 408 || error.status >= 500 ? "passing" : "lasting";
	}
	return passing.includes(error.code) ? "passing" : "lasting";
}
async function latestVersion(base, http) {
	const url = `${base}/latest`;
	const answer = await http({
		method: "GET",
		url,
		follows: () => false,
		within: answerMilliseconds
	}).catch((error) => {
		throw require_errors.explained(latestFailure(url, wordsOf(error)), error);
	});
	require_http_request.discard(answer.body);
	const [, tag = ""] = /\/tag\/([^/?#]+)$/.exec(answer.headers.location ?? "") ?? [];
	const version = require_emulators_handler.versionIn(tag);
	if (version !== void 0) return version.version;
	throw require_errors.explained(latestFailure(url, `the server answered ${answer.status}`));
}
function wordsOf(error) {
	if (!(error instanceof Error)) return String(error);
	return error.message || error.code || error.name;
}
Object.defineProperty(exports, "buildx_download_exports", {
	enumerable: true,
	get: function() {
		return buildx_download_exports;
	}
});
Object.defineProperty(exports, "download", {
	enumerable: true,
	get: function() {
		return download;
	}
});
