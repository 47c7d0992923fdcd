const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_http_request = require("./http-request.cjs");
const require_registry_access = require("./registry-access.cjs");
const require_http_client = require("./http-client.cjs");
const require_template = require("./template.cjs");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_tls = require("node:tls");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
// src/report/buildx-checksum-failure.ts
function checksumMismatch(file) {
	const { from, expected, actual, size, start } = file;
	return {
		message: [`the file from ${from} is not the expected program, and was not run.`, `Expected SHA-256 ${expected.sha256} (from ${expected.source}), got ${actual}: ${size} bytes, which look like ${looksLike(start)}.`].join(" "),
		tryThis: "if it came through a mirror or a proxy, compare its file with the release; if the difference is intended, set `buildx-checksum`"
	};
}
const binaries = [
	["7f454c46", "a program for Linux"],
	["4d5a", "a program for Windows"],
	["cffaedfe", "a program for macOS"],
	["cafebabe", "a program for macOS"],
	["1f8b", "a gzip archive"],
	["504b", "a zip archive"]
];
const texts = [
	[/^\s*<(?:!doctype html|html|head|body)/i, "an HTML page, such as a login or an error page"],
	[/^\s*<\?xml/i, "an XML text, such as an error of an object store"],
	[/^\s*[{[]/, "a JSON text, such as an error of an API"],
	[/^#!/, "a script"],
	[/^[\t\n\r\x20-\x7e]*$/, "a text"]
];
function looksLike(start) {
	const bytes = Buffer.from(start);
	if (bytes.length === 0) return "an empty file";
	const [text, hex] = [bytes.toString("latin1"), bytes.toString("hex")];
	return (binaries.find(([magic]) => hex.startsWith(magic)) ?? texts.find(([pattern]) => pattern.test(text)))?.[1] ?? "something else";
}
// src/effects/sha256.ts
const startBytes = 512;
async function sha256Of(path) {
	const hash = (0, node_crypto.createHash)("sha256");
	await (0, node_stream_promises.pipeline)((0, node_fs.createReadStream)(path), hash);
	return hash.digest("hex");
}
function digestOf(content) {
	const read = require_pinned_images.parseDigest(`sha256:${(0, node_crypto.createHash)("sha256").update(content).digest("hex")}`);
	if (!read.ok) throw new Error(read.problem);
	return read.value;
}
async function verifyFile(path, expected, from) {
	const actual = await sha256Of(path);
	if (actual === expected.sha256) return;
	await using file = await (0, node_fs_promises.open)(path);
	const { size } = await file.stat();
	const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
	const start = buffer.subarray(0, bytesRead);
	throw require_errors.explained(checksumMismatch({
		from,
		expected,
		actual,
		size,
		start
	}));
}
// src/plan/proof-plan.ts
function planProof(builds, proof, { driver, nodes }) {
	const isLeg = builds.some(({ build }) => build.leg === "true");
	const verify = proof.verify === "before-tag" && isLeg ? "true" : proof.verify;
	if (verify === "before-tag") requireDigestPush({
		driver,
		nodes
	});
	return {
		...proof,
		verify,
		builds: builds.map((one) => planBuildProof(one, driver))
	};
}
function planBuildProof({ name, build }, driver) {
	const { platforms, push, load, outputs } = build;
	const others = outputs.filter(({ type }) => ![
		"local",
		"tar",
		"cacheonly"
	].includes(type));
	const exportsImage = push || load || others.length > 0 || driver === "docker";
	return {
		target: name,
		platforms,
		names: unique(require_template.pushedNames(build).flat()),
		layouts: outputs.flatMap((output) => require_template.layoutPlace(output) ?? []),
		exports: exportsImage ? "image" : outputs.length > 0 ? "files" : "nothing"
	};
}
function requireDigestPush({ driver, nodes }) {
	if (driver === "docker") throw new require_errors.UserError("`verify`: `before-tag` is not for the docker driver, which can't push without a tag; take `driver: docker-container`, or `verify: true`");
	if (nodes > 1) throw new require_errors.UserError("`verify`: `before-tag` is not for a builder with several nodes, as buildx tags at once what they build; take one node, or `verify: true`");
}
function unique(names) {
	const all = names.map(({ repository, tag }) => ({
		repository,
		tag
	}));
	return [...new Map(all.map((name) => [`${name.repository}:${name.tag ?? ""}`, name])).values()];
}
function tagCommand(builder, { repository, digest, isIndex }, tags) {
	return [
		...[
			"docker",
			"buildx",
			"imagetools",
			"create",
			"--builder",
			builder
		],
		...isIndex ? [] : ["--prefer-index=false"],
		...tags.flatMap((tag) => ["--tag", require_pinned_images.formatReference(tag)]),
		`${repository}@${digest}`
	];
}
// src/effects/registry-connections.ts
function sender({ hosts, proxies }) {
	const agentsOf = require_http_client.agentsFor(proxies);
	const own = authoritiesOf(hosts);
	const plain = new Set();
	let trusts = "usual";
	const connect = async (host) => {
		const { insecure = false, keyPairs: [pair] = [] } = hosts[host] ?? {};
		const [key, cert] = pair === void 0 ? [] : await readAll([pair.key, pair.cert]);
		const ca = authoritiesFor(await own, trusts);
		return {
			agents: agentsOf(host),
			tls: {
				rejectUnauthorized: !insecure,
				...key === void 0 || cert === void 0 ? {} : {
					key,
					cert
				},
				...insecure || ca === void 0 ? {} : { ca }
			}
		};
	};
	return async function send(request) {
		const { host } = new URL(request.url);
		const url = plain.has(host) ? request.url.replace(/^https:/, "http:") : request.url;
		const trusted = trusts;
		try {
			return await require_http_request.openHttp({
				...request,
				url
			}, connect);
		} catch (error) {
			if (speaksPlainHttp(error) && require_registry_access.isLoopback(host)) plain.add(host);
			else if (isUnknownIssuer(error) && trusted === "usual") trusts = "machine";
			else throw error;
			return await send(request);
		}
	};
}
async function authoritiesOf(hosts) {
	return await readAll([...new Set(Object.values(hosts).flatMap(({ ca }) => ca))]);
}
async function readAll(paths) {
	const isText = (path) => path.includes("-----BEGIN ");
	return await Promise.all(paths.map((path) => isText(path) ? path : (0, node_fs_promises.readFile)(path, "utf8")));
}
function authoritiesFor(own, trusts) {
	if (trusts === "machine") return [
		...own,
		...(0, node_tls.getCACertificates)("default"),
		...(0, node_tls.getCACertificates)("system")
	];
	return own.length === 0 ? void 0 : [...own, ...(0, node_tls.getCACertificates)("default")];
}
function isUnknownIssuer(error) {
	return /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_|CERT_UNTRUSTED)/.test(codeOf(error));
}
function codeOf(error) {
	const { code, cause } = error;
	return code ?? (cause === void 0 ? "" : codeOf(cause));
}
function speaksPlainHttp(error) {
	return codeOf(error) === "EPROTO" && /wrong version number|packet length/i.test(String(error));
}
Object.defineProperty(exports, "codeOf", {
	enumerable: true,
	get: function() {
		return codeOf;
	}
});
Object.defineProperty(exports, "digestOf", {
	enumerable: true,
	get: function() {
		return digestOf;
	}
});
Object.defineProperty(exports, "looksLike", {
	enumerable: true,
	get: function() {
		return looksLike;
	}
});
Object.defineProperty(exports, "planProof", {
	enumerable: true,
	get: function() {
		return planProof;
	}
});
Object.defineProperty(exports, "sender", {
	enumerable: true,
	get: function() {
		return sender;
	}
});
Object.defineProperty(exports, "sha256Of", {
	enumerable: true,
	get: function() {
		return sha256Of;
	}
});
Object.defineProperty(exports, "speaksPlainHttp", {
	enumerable: true,
	get: function() {
		return speaksPlainHttp;
	}
});
Object.defineProperty(exports, "tagCommand", {
	enumerable: true,
	get: function() {
		return tagCommand;
	}
});
Object.defineProperty(exports, "verifyFile", {
	enumerable: true,
	get: function() {
		return verifyFile;
	}
});
