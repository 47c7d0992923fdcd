const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let node_http = require("node:http");
let node_stream = require("node:stream");
let node_zlib = require("node:zlib");
let node_https = require("node:https");
// src/effects/http-answer.ts
function streamOf(message) {
	const encoding = message.headers["content-encoding"]?.trim().toLowerCase() ?? "";
	const decoder = decoders[encoding]?.();
	const isEmpty = message.headers["content-length"] === "0";
	if (decoder === void 0 || isEmpty) return message;
	return (0, node_stream.pipeline)(message, decoder, () => {});
}
async function wholeAnswer({ body, ...head }) {
	const parts = [];
	let size = 0;
	try {
		for await (const part of body) {
			parts.push(part);
			size += part.length;
			if (size > mostBytes) throw new Error(`it sends more than ${mostBytes} bytes`);
		}
	} catch (error) {
		throw inWords$1(error, size, head.headers);
	}
	return {
		...head,
		body: Buffer.concat(parts)
	};
}
function discard(body) {
	body.on("error", () => {}).resume();
}
function inWords$1(error, size, headers) {
	const { code = "", message } = error;
	const { "content-length": length, "content-encoding": encoding } = headers;
	if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE") {
		const whole = length === void 0 || encoding !== void 0 ? "" : ` of ${length}`;
		return new Error(`the connection broke off after ${size}${whole} bytes`, { cause: error });
	}
	if (!code.startsWith("Z_")) return error;
	const words = `it says that its answer is encoded as ${encoding}, which can't be read`;
	return new Error(`${words} (${message})`, { cause: error });
}
var mostBytes, decoders;
var init_http_answer = require_rolldown_runtime.__esmMin((() => {
	mostBytes = 33554432;
	decoders = {
		gzip: node_zlib.createGunzip,
		"x-gzip": node_zlib.createGunzip,
		deflate: node_zlib.createInflate,
		br: node_zlib.createBrotliDecompress,
		zstd: node_zlib.createZstdDecompress
	};
}));
// src/effects/http-request.ts
init_http_answer();
const usualSilence = 3e4;
const mostRedirects = 5;
const mostHeaderBytes = 1048576;
const redirecting = new Set([
	301,
	302,
	303,
	307,
	308
]);
async function openHttp(request, connect) {
	const { origin } = new URL(request.url);
	const { within, signal } = request;
	const signals = [signal, within === void 0 ? void 0 : AbortSignal.timeout(within)];
	let next = {
		...request,
		signal: either(signals)
	};
	for (let count = 0;; count++) {
		const url = new URL(next.url);
		const message = await send(next, await connect(url.host));
		const { statusCode: status = 0, headers } = message;
		const { location } = headers;
		const to = next.method === "GET" && redirecting.has(status) && location !== void 0 ? placeOf(location, url) : void 0;
		if (to === void 0 || request.follows?.(to) === false) {
			const elsewhere = url.origin === origin ? void 0 : url.host;
			return {
				status,
				reason: node_http.STATUS_CODES[status],
				headers,
				url: url.href,
				elsewhere,
				body: streamOf(message)
			};
		}
		discard(message);
		if (count === mostRedirects) {
			const last = `${to.origin}${to.pathname}`;
			throw new Error(`it redirects more than ${mostRedirects} times, in the end to ${last}`);
		}
		next = redirected(next, to);
	}
}
function either(signals) {
	const given = signals.filter((signal) => signal !== void 0);
	return given.length === 0 ? void 0 : AbortSignal.any(given);
}
function placeOf(location, from) {
	const to = URL.parse(location, from.href) ?? void 0;
	if (to?.protocol === "http:" || to?.protocol === "https:") return to;
	throw new Error(`${from.host} redirects to what is no address over HTTP`);
}
function redirected(request, to) {
	const { authorization, ...others } = request.headers ?? {};
	const headers = to.origin === new URL(request.url).origin && authorization !== void 0 ? {
		...others,
		authorization
	} : others;
	return {
		...request,
		url: to.href,
		headers
	};
}
function send({ method, url, headers = {}, body, silence = usualSilence, within, signal }, { agents, socketPath, tls }) {
	const isPlain = url.startsWith("http:");
	const { ca, ...others } = tls;
	const options = {
		method,
		timeout: silence,
		maxHeaderSize: mostHeaderBytes,
		headers: {
			"user-agent": "crossbuild",
			...headers
		},
		...signal === void 0 ? {} : { signal },
		...socketPath === void 0 ? {} : { socketPath },
		...isPlain ? {} : {
			...others,
			...ca === void 0 ? {} : { ca: [...ca] }
		},
		agent: isPlain ? agents?.http : agents?.https
	};
	return new Promise((resolve, reject) => {
		let answer;
		const request = (isPlain ? node_http.request : node_https.request)(url, options, (message) => {
			answer = message;
			resolve(message);
		});
		request.on("timeout", () => {
			const words = `it was silent for ${silence / 1e3} seconds`;
			const silent = Object.assign(new Error(words), { code: "ETIMEDOUT" });
			(answer ?? request).destroy(silent);
		});
		request.on("error", (error) => reject(inWords(error, within))).end(body);
	});
}
function inWords(error, within) {
	const { code = "", cause } = error;
	if (within !== void 0 && cause instanceof Error && cause.name === "TimeoutError") return new Error(`no answer came within ${within / 1e3} seconds`, { cause: error });
	if (!code.startsWith("HPE_")) return error;
	const words = code === "HPE_HEADER_OVERFLOW" ? `its answer's headers are larger than ${mostHeaderBytes / 1024} KiB` : `what it answers is not HTTP (${error.message})`;
	return new Error(words, { cause: error });
}
Object.defineProperty(exports, "discard", {
	enumerable: true,
	get: function() {
		return discard;
	}
});
Object.defineProperty(exports, "init_http_answer", {
	enumerable: true,
	get: function() {
		return init_http_answer;
	}
});
Object.defineProperty(exports, "openHttp", {
	enumerable: true,
	get: function() {
		return openHttp;
	}
});
Object.defineProperty(exports, "wholeAnswer", {
	enumerable: true,
	get: function() {
		return wholeAnswer;
	}
});
