const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_index = require("./index.cjs");
const require_secrets = require("./secrets.cjs");
const require_dist = require("./valibot.cjs");
const require_attributes = require("./attributes.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_reference = require("./reference.cjs");
const require_summary = require("./summary.cjs");
const require_together = require("./together.cjs");
const require_docker_config = require("./docker-config.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_http = require("node:http");
let node_tls = require("node:tls");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
let node_https = require("node:https");
// src/report/no-digest.ts
function noDigestText({ exports }) {
	switch (exports) {
		case "nothing": return "There is no digest, as the build stays in the builder's cache: set `push` or `load`, or export it with `outputs`";
		case "files": return "There is no digest, as `outputs` exports files, which are no image: add an exporter such as `type=oci,dest=image.tar`";
		case "image": return "There is no digest, as buildx told none: the engine's own image store may have none before a push";
	}
}
// src/result/manifest.ts
const digest = require_dist.pipe(require_dist.string(), require_dist.rawTransform(({ dataset, addIssue, NEVER }) => {
	const read = require_attributes.parseDigest(dataset.value);
	if (read.ok) return read.value;
	addIssue({ message: read.problem });
	return NEVER;
}));
const platform = require_dist.object({
	os: require_dist.string(),
	architecture: require_dist.string(),
	variant: require_dist.optional(require_dist.string())
});
const annotations = require_dist.optional(require_dist.record(require_dist.string(), require_dist.string()));
const descriptor = require_dist.object({
	mediaType: require_dist.string(),
	digest,
	size: require_dist.number(),
	annotations
});
const entry$1 = require_dist.object({
	...descriptor.entries,
	platform: require_dist.optional(platform)
});
const index = require_dist.object({
	mediaType: require_dist.optional(require_dist.string()),
	manifests: require_dist.array(entry$1)
});
const manifest = require_dist.object({
	mediaType: require_dist.optional(require_dist.string()),
	config: descriptor,
	layers: require_dist.array(descriptor),
	subject: require_dist.optional(descriptor)
});
const config = require_dist.object({
	...platform.entries,
	config: require_dist.nullish(require_dist.object({ Entrypoint: require_dist.nullish(require_dist.array(require_dist.string())) })),
	rootfs: require_dist.object({ diff_ids: require_dist.nullish(require_dist.array(require_dist.string()), []) }),
	history: require_dist.nullish(require_dist.array(require_dist.object({
		created_by: require_dist.optional(require_dist.string(), ""),
		empty_layer: require_dist.optional(require_dist.boolean(), false)
	})), [])
});
function parseDocument(text) {
	const json = JSON.parse(text);
	return typeof json === "object" && json !== null && "manifests" in json ? {
		kind: "index",
		index: require_dist.parse(index, json)
	} : {
		kind: "manifest",
		manifest: require_dist.parse(manifest, json)
	};
}
function parseConfig(text) {
	return require_dist.parse(config, JSON.parse(text));
}
function platformIn({ os, architecture, variant }) {
	return require_read_inputs.platformOf({
		os,
		architecture,
		variant
	});
}
function isAttestation({ annotations, platform }) {
	return annotations?.["vnd.docker.reference.type"] === "attestation-manifest" || platform?.os === "unknown";
}
function subjectOf({ annotations }) {
	return annotations?.["vnd.docker.reference.digest"];
}
// src/result/evidence.ts
function documentOf(served) {
	return served === void 0 || "problem" in served ? void 0 : orUndefined(() => parseDocument(served.text));
}
function configOf(served) {
	return served === void 0 || "problem" in served ? void 0 : orUndefined(() => parseConfig(served.text));
}
function orUndefined(read) {
	try {
		return read();
	} catch {
		return;
	}
}
// src/result/image.ts
function imageOf(evidence) {
	const { root, contents } = evidence;
	const document = documentOf(root);
	if (document === void 0 || "problem" in root) return void 0;
	const { digest, size } = root;
	if (document.kind === "index") {
		const { manifests: entries, mediaType } = document.index;
		const manifests = entries.flatMap((entry) => manifestsOf(entry, entries, evidence));
		return {
			digest,
			mediaType: mediaType ?? "application/vnd.oci.image.index.v1+json",
			manifests
		};
	}
	const { config, mediaType = "application/vnd.oci.image.manifest.v1+json" } = document.manifest;
	const read = configOf(contents.get(config.digest));
	const only = {
		digest,
		mediaType,
		size,
		attestations: []
	};
	const layersSize = layersSizeOf(document.manifest);
	return {
		digest,
		mediaType,
		manifests: read === void 0 ? [] : [{
			platform: platformIn(read),
			layersSize,
			...only
		}]
	};
}
function manifestsOf(entry, entries, { contents }) {
	if (entry.platform === void 0 || isAttestation(entry)) return [];
	const { digest, mediaType, size } = entry;
	const document = documentOf(contents.get(digest));
	const attestations = entries.filter((other) => isAttestation(other) && subjectOf(other) === digest).map((other) => ({
		digest: other.digest,
		predicateTypes: predicateTypesOf(other, contents)
	}));
	return [{
		platform: platformIn(entry.platform),
		digest,
		mediaType,
		size,
		layersSize: document?.kind === "manifest" ? layersSizeOf(document.manifest) : void 0,
		attestations
	}];
}
function layersSizeOf({ layers }) {
	return layers.reduce((sum, { size }) => sum + size, 0);
}
function predicateTypesOf({ digest }, contents) {
	const document = documentOf(contents.get(digest));
	if (document?.kind !== "manifest") return [];
	const types = document.manifest.layers.flatMap(({ annotations }) => annotations?.["in-toto.io/predicate-type"] ?? []);
	return [...new Set(types)];
}
// src/result/shared-layers.ts
function sharedLayers(evidence) {
	const images = layersOf(evidence);
	const told = new Set();
	return images.flatMap((image) => {
		if (told.has(image)) return [];
		const others = images.filter((other) => isSuspicious(image, other));
		const [first] = others;
		if (first === void 0) return [];
		const group = [image, ...others];
		for (const one of group) told.add(one);
		return [`${group.map(({ platform }) => require_read_inputs.formatPlatform(platform)).join(", ")} share ${isSame(image, first) ? "all their layers" : "the layers of their base"}, so that the programs in them run on one of these at most. The usual cause: the last stage is \`FROM --platform=$BUILDPLATFORM\`, which belongs on stages that only compile; or a program was not compiled for $TARGETARCH`];
	});
}
function isSuspicious(one, other) {
	if (one.platform.architecture === other.platform.architecture) return false;
	const differs = one.layers.findIndex(({ diffId }, at) => diffId !== other.layers[at]?.diffId);
	const count = differs === -1 ? one.layers.length : differs;
	const noData = one.layers.slice(0, count).some(({ made }) => made === "program" || made === "elsewhere");
	if (isSame(one, other)) return count > 0 && (noData || one.hasEntrypoint);
	const next = [one.layers[count], other.layers[count]];
	return noData && next.every((layer) => layer?.made !== "elsewhere");
}
function isSame(one, other) {
	const ids = ({ layers }) => layers.map(({ diffId }) => diffId).join();
	return ids(one) === ids(other);
}
function layersOf({ root, contents }) {
	const document = documentOf(root);
	if (document?.kind !== "index") return [];
	return document.index.manifests.flatMap((entry) => {
		const manifest = documentOf(contents.get(entry.digest));
		if (isAttestation(entry) || entry.platform === void 0 || manifest?.kind !== "manifest") return [];
		const config = configOf(contents.get(manifest.manifest.config.digest));
		if (config === void 0) return [];
		const hasEntrypoint = (config.config?.Entrypoint?.length ?? 0) > 0;
		return [{
			platform: platformIn(entry.platform),
			layers: layersIn(config),
			hasEntrypoint
		}];
	});
}
function layersIn({ rootfs, history }) {
	const steps = history ?? [];
	const last = steps.findLastIndex(({ empty_layer }) => !empty_layer);
	const command = steps.findLastIndex(({ created_by }, at) => at < last && /^(?:\S+ -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/.test(created_by));
	const made = steps.flatMap(({ empty_layer, created_by }, at) => {
		if (empty_layer) return [];
		const how = madeBy(created_by);
		return [how === "unpacked" && at < command ? "elsewhere" : how];
	});
	return (rootfs.diff_ids ?? []).map((diffId, at) => ({
		diffId,
		made: made[at] ?? "copied"
	}));
}
function madeBy(step) {
	const instruction = step.replace(/^\S+ -c #\(nop\)\s+/, "");
	if (/^(?:COPY|WORKDIR)\b/.test(instruction)) return "copied";
	if (/^ADD\b/.test(instruction)) return "unpacked";
	return /^(?:RUN\b|(?:\|\d+ .*)?\/bin\/sh -c )/.test(instruction) ? "program" : "elsewhere";
}
// src/result/content-problems.ts
const configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
function problemsOfBytes(what, said, served) {
	if (served === void 0) return [`${what} (${said.digest}) was not read`];
	if ("problem" in served) return [`${what} (${said.digest}) is not served: ${served.problem}`];
	const problems = [];
	if (served.digest !== said.digest) problems.push(`${what} has other bytes than ${said.digest}: they are ${served.digest}`);
	if (said.size !== void 0 && served.size !== said.size) problems.push(`${what} has ${served.size} bytes, and its descriptor says ${said.size}`);
	return problems;
}
function problemsOfDocument(what, said, { served, kind }) {
	const problems = problemsOfBytes(what, said, served);
	if (served === void 0 || "problem" in served) return problems;
	const document = documentOf(served);
	if (document === void 0) return [...problems, `${what} is neither an index nor a manifest`];
	if (kind !== void 0 && document.kind !== kind) problems.push(`${what} is another index`);
	const { mediaType } = document.kind === "index" ? document.index : document.manifest;
	if (mediaType !== void 0 && said.mediaType !== void 0 && mediaType !== said.mediaType) problems.push(`${what} is ${mediaType}, and its descriptor says ${said.mediaType}`);
	return problems;
}
function problemsOfEntry(entry, entries, evidence) {
	return isAttestation(entry) ? problemsOfAttestation(entry, entries, evidence) : problemsOfImage(entry, evidence);
}
function problemsOfImage(entry, { contents }) {
	const { digest, platform } = entry;
	if (platform === void 0) return [`the manifest ${digest} has no platform`];
	const name = require_read_inputs.formatPlatform(platformIn(platform));
	const served = contents.get(digest);
	const problems = problemsOfDocument(`the manifest of ${name}`, entry, {
		served,
		kind: "manifest"
	});
	const document = documentOf(served);
	if (document?.kind !== "manifest") return problems;
	const { manifest } = document;
	const config = contents.get(manifest.config.digest);
	problems.push(...problemsOfConfig(name, manifest, config));
	const read = configOf(config);
	if (read === void 0 || agree(platform, read)) return problems;
	return [...problems, `${name} has a config for ${require_read_inputs.formatPlatform(platformIn(read))}`];
}
function agree(said, config) {
	const { os, architecture, variant } = config;
	const given = {
		os,
		architecture,
		variant: variant === void 0 || variant === "" ? said.variant : variant
	};
	return require_read_inputs.formatPlatform(platformIn(said)) === require_read_inputs.formatPlatform(platformIn(given));
}
function problemsOfConfig(name, { config, layers }, served) {
	const what = `the config of ${name}`;
	const problems = problemsOfBytes(what, config, served);
	if (!configTypes.includes(config.mediaType)) problems.push(`${what} is ${config.mediaType}, which is not an image's config`);
	if (served === void 0 || "problem" in served) return problems;
	const read = configOf(served);
	if (read === void 0) return [...problems, `${what} is not an image's config`];
	const named = read.rootfs.diff_ids?.length ?? 0;
	if (named !== layers.length) problems.push(`${what} names ${named} layers, and the manifest has ${layers.length}`);
	return problems;
}
function problemsOfAttestation(entry, entries, { contents }) {
	const what = `the attestation manifest ${entry.digest}`;
	const served = contents.get(entry.digest);
	const problems = problemsOfDocument(what, entry, {
		served,
		kind: "manifest"
	});
	const subject = subjectOf(entry);
	const images = entries.filter((other) => !isAttestation(other)).map(({ digest }) => digest);
	if (subject === void 0) problems.push(`${what} does not say what it is of`);
	else if (!images.some((digest) => digest === subject)) problems.push(`${what} is of ${subject}, which is not in the index`);
	const document = documentOf(served);
	const own = document?.kind === "manifest" ? document.manifest.subject?.digest : void 0;
	if (own !== void 0 && subject !== void 0 && own !== subject) problems.push(`${what} is of ${own}, and its descriptor says ${subject}`);
	return problems;
}
// src/result/verify.ts
function problemsOf(evidence, platforms) {
	const { built, root, contents } = evidence;
	const document = documentOf(root);
	const problems = problemsOfDocument(document?.kind === "manifest" ? "the manifest" : "the index", built, { served: root });
	if (document === void 0) return problems;
	if (document.kind === "index") {
		const { manifests } = document.index;
		problems.push(...manifests.flatMap((entry) => problemsOfEntry(entry, manifests, evidence)));
	} else {
		const { manifest } = document;
		problems.push(...problemsOfConfig("the image", manifest, contents.get(manifest.config.digest)));
	}
	return [...new Set([...problemsOfPlatforms(evidence, platforms), ...problems])];
}
function problemsOfPlatforms(evidence, wanted) {
	const { built } = evidence;
	const names = (imageOf(evidence)?.manifests ?? []).map(({ platform }) => require_read_inputs.formatPlatform(platform));
	const asked = new Set(wanted.map(require_read_inputs.formatPlatform));
	const missing = [...asked].filter((name) => !names.includes(name));
	const there = [...new Set(names)];
	const often = there.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
	const foreign = asked.size === 0 ? [] : there.filter((name) => !asked.has(name));
	return [
		...missing.map((name) => `${name} is missing from ${built.digest}`),
		...often.map((name) => `${name} is there more than once`),
		...foreign.map((name) => `${name} is there, and was not asked for`)
	];
}
function problemsOfTags({ digest }, tags) {
	return tags.flatMap(({ tag, served }) => {
		const name = require_reference.formatReference(tag);
		if ("problem" in served) return [`${name} is not served: ${served.problem}`];
		if (served.digest === digest) return [];
		return [`${name} resolves to ${served.digest}, not ${digest}. Did another job push the same tag meanwhile?`];
	});
}
// src/effects/retrying.ts
async function retrying(run, { bound, print }) {
	const verdicts = [];
	let since;
	for (;;) try {
		return await run();
	} catch (error) {
		if (!(error instanceof require_index.CommandError)) throw error;
		since ??= performance.now();
		const words = require_index.lastWords(error.stderr);
		verdicts.push(error.exitCode === null ? "lasting" : require_summary.judge(words));
		const elapsed = performance.now() - since;
		const pause = require_summary.pauseBeforeNext({
			verdicts,
			elapsed,
			retryAfter: void 0
		}, bound);
		if (pause === void 0) throw error;
		print(`${words}\nTry ${verdicts.length + 1} in ${require_index.formatDuration(pause)}`);
		await (0, node_timers_promises.setTimeout)(pause);
	}
}
// src/effects/give-tags.ts
async function giveTags({ proof, readBack: how, retry: { bound } }, image, { shell, github }) {
	const count = proof.tags.length;
	const title = `Proven; now for ${count === 1 ? "its tag" : `its ${count} tags`}`;
	await github.group(title, async (print) => {
		for (const repository of proof.repositories) {
			const tags = proof.tags.filter((tag) => tag.repository === repository);
			const command = require_summary.tagCommand(how.builder, {
				repository,
				...image
			}, tags);
			print(require_index.formatCommand(command));
			const { environment } = how;
			const doing = `moving the tags of ${repository}`;
			await retrying(() => shell.capture(doing, command, { environment }), {
				bound,
				print
			});
		}
	});
}
// src/effects/layout.ts
const mostBytes$1 = 4194304;
async function openLayout({ path, isTar }, digest) {
	const files = isTar ? await tarFiles(path) : folderFiles(path);
	const index = await files.text("index.json");
	const document = index === void 0 ? void 0 : parseDocument(index);
	const entries = document?.kind === "index" ? document.index.manifests : [];
	const built = entries.find((entry) => entry.digest === digest) ?? entries.at(-1);
	if (built === void 0) throw new Error(`\`${path}\` has no image in its index.json`);
	const read = async (wanted) => {
		const text = await files.text(`blobs/${wanted.replace(":", "/")}`);
		return text === void 0 ? { problem: `not in ${path}` } : {
			digest: require_summary.digestOf(text),
			size: Buffer.byteLength(text),
			text
		};
	};
	return {
		source: { read },
		built
	};
}
function folderFiles(folder) {
	return { text: async (name) => {
		try {
			return await (0, node_fs_promises.readFile)((0, node_path.join)(folder, name), "utf8");
		} catch (error) {
			if (error.code === "ENOENT") return void 0;
			throw error;
		}
	} };
}
async function tarFiles(path) {
	const { extract } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./tar-stream.cjs").default, 1));
	const texts = new Map();
	const unpack = extract();
	const filled = (0, node_stream_promises.pipeline)((0, node_fs.createReadStream)(path), unpack);
	for await (const entry of unpack) {
		const { name, size = 0 } = entry.header;
		const parts = [];
		for await (const part of entry) if (size <= mostBytes$1 && part instanceof Uint8Array) parts.push(part);
		const bytes = Buffer.concat(parts);
		if (bytes[0] === "{".charCodeAt(0)) texts.set(name, bytes.toString());
	}
	await filled;
	return { text: async (name) => texts.get(name) };
}
// src/effects/read-image.ts
async function readImage(source, built) {
	const root = await source.read(built.digest, "manifests");
	const document = documentOf(root);
	const contents = new Map();
	const readAll = async (kind, digests) => {
		const unread = [...new Set(digests)].filter((digest) => !contents.has(digest));
		const all = await require_together.together(unread.map(async (digest) => [digest, await source.read(digest, kind)]));
		for (const [digest, served] of all) contents.set(digest, served);
	};
	const evidence = {
		built,
		root,
		contents
	};
	if (document === void 0) return evidence;
	if (document.kind === "manifest") {
		await readAll("blobs", [document.manifest.config.digest]);
		return evidence;
	}
	const { manifests } = document.index;
	await readAll("manifests", manifests.map(({ digest }) => digest));
	await readAll("blobs", manifests.filter((entry) => !isAttestation(entry)).flatMap(({ digest }) => {
		const manifest = documentOf(contents.get(digest));
		return manifest?.kind === "manifest" ? [manifest.manifest.config.digest] : [];
	}));
	return evidence;
}
async function readIndex(source, built) {
	const root = await source.read(built.digest, "manifests");
	const document = documentOf(root);
	const contents = new Map();
	if (document?.kind === "manifest") {
		const { digest } = document.manifest.config;
		contents.set(digest, await source.read(digest, "blobs"));
	}
	return {
		built,
		root,
		contents
	};
}
// src/report/registry-answer.ts
const refusal = require_dist.object({ errors: require_dist.array(require_dist.object({
	code: require_dist.optional(require_dist.string()),
	message: require_dist.optional(require_dist.string())
})) });
function wordsOfAnswer(status, body) {
	const title = `it answers ${status} ${node_http.STATUS_CODES[status] ?? ""}`.trimEnd();
	const details = detailsIn(body).join(", ");
	return details === "" ? title : `${title} (${details})`;
}
function detailsIn(body) {
	try {
		const { errors } = require_dist.parse(refusal, JSON.parse(body));
		return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
	} catch {
		return [];
	}
}
// src/effects/http-request.ts
const timeoutMilliseconds = 3e4;
const mostRedirects = 5;
const mostBytes = 33554432;
async function askHttp(request, connect) {
	let next = request;
	for (let redirects = 0;; redirects++) {
		const { host } = new URL(next.url);
		const answer = await send(next, await connect(host));
		const { location } = answer.headers;
		if (!(answer.status >= 301 && answer.status <= 308 && location !== void 0) || next.method !== "GET" || redirects === mostRedirects) return answer;
		next = redirected(next, new URL(location, next.url));
	}
}
function redirected(request, to) {
	const { authorization, ...others } = request.headers ?? {};
	const headers = to.host === new URL(request.url).host && authorization !== void 0 ? {
		...others,
		authorization
	} : others;
	return {
		...request,
		url: to.href,
		headers
	};
}
function send({ method, url, headers = {}, body }, { agents, tls }) {
	const isPlain = url.startsWith("http:");
	const { ca, ...others } = tls;
	const options = {
		method,
		headers,
		timeout: timeoutMilliseconds,
		...isPlain ? {} : {
			...others,
			...ca === void 0 ? {} : { ca: [...ca] }
		},
		agent: isPlain ? agents.http : agents.https
	};
	return new Promise((resolve, reject) => {
		const request = (isPlain ? node_http.request : node_https.request)(url, options, (response) => {
			const parts = [];
			let size = 0;
			response.on("data", (part) => {
				size += part.length;
				if (size > mostBytes) request.destroy(new Error(`it sends more than ${mostBytes} bytes`));
				parts.push(part);
			});
			response.on("error", reject).on("end", () => {
				const { statusCode: status = 0, headers } = response;
				resolve({
					status,
					headers,
					body: Buffer.concat(parts)
				});
			});
		});
		request.on("timeout", () => {
			request.destroy(new Error(`it did not answer within ${timeoutMilliseconds / 1e3} seconds`));
		});
		request.on("error", reject).end(body);
	});
}
// src/effects/registry-authorization.ts
const token = require_dist.object({
	token: require_dist.optional(require_dist.string()),
	access_token: require_dist.optional(require_dist.string())
});
const client = "crossbuild";
async function authorize(challenge, credentials, ask) {
	if (!/^bearer /i.test(challenge)) return basicOf(credentials);
	const { realm = "", ...fields } = Object.fromEntries(Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, name = "", value = ""]) => [name.toLowerCase(), value]));
	const asked = tokenRequest(realm, fields, credentials);
	let answer = await ask(asked);
	if (answer.status !== 200) answer = await ask(asked);
	if (answer.status !== 200) {
		const words = `${new URL(realm).host} gives no token: it answers ${answer.status}`;
		throw new require_index.RegistryError("asking for a token", {
			words,
			status: answer.status
		});
	}
	const given = require_dist.parse(token, JSON.parse(answer.body.toString()));
	return `Bearer ${given.token ?? given.access_token}`;
}
function basicOf(credentials) {
	if (credentials?.kind !== "password") return void 0;
	const { username, password } = credentials;
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function tokenRequest(realm, fields, credentials) {
	const { service = "", scope = "" } = fields;
	if (credentials?.kind === "identity-token") return {
		method: "POST",
		url: realm,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: `${new URLSearchParams({
			grant_type: "refresh_token",
			client_id: client,
			service,
			scope,
			refresh_token: credentials.token
		})}`
	};
	const basic = basicOf(credentials);
	return {
		method: "GET",
		url: `${realm}?${new URLSearchParams(fields)}`,
		headers: basic === void 0 ? {} : { authorization: basic }
	};
}
// src/effects/registry-credentials.ts
const entry = require_dist.object({
	auth: require_dist.optional(require_dist.string(), ""),
	identitytoken: require_dist.optional(require_dist.string(), "")
});
const helperAnswer = require_dist.object({
	Username: require_dist.string(),
	Secret: require_dist.string()
});
const tokenUser = "<token>";
async function credentialsFor(host, folder, shell) {
	const read = await require_docker_config.readSettings(folder);
	if (!read.ok) return void 0;
	const key = require_docker_config.credentialKey(host);
	const { auths = {}, credHelpers = {}, credsStore = "" } = read.value;
	const helper = credHelpers[key] ?? credHelpers[host] ?? credsStore;
	if (helper !== "") return await askHelper(helper, key, shell);
	const found = auths[key] ?? Object.entries(auths).find(([name]) => hostOf(name) === host)?.[1];
	const login = require_dist.safeParse(entry, found);
	return login.success ? credentialsIn(login.output) : void 0;
}
function credentialsIn({ auth, identitytoken }) {
	if (identitytoken !== "") return {
		kind: "identity-token",
		token: identitytoken
	};
	const text = Buffer.from(auth, "base64").toString();
	const colon = text.indexOf(":");
	if (colon < 0) return void 0;
	const [username, password] = [text.slice(0, colon), text.slice(colon + 1)];
	return {
		kind: "password",
		username,
		password
	};
}
function hostOf(key) {
	return key.replace(/^https?:\/\//, "").split("/")[0] ?? key;
}
async function askHelper(helper, key, shell) {
	const command = [`docker-credential-${helper}`, "get"];
	try {
		const { stdout } = await shell.capture(`asking ${command[0]} for a login`, command, { input: key });
		const { Username: username, Secret: secret } = require_dist.parse(helperAnswer, JSON.parse(stdout));
		return username === tokenUser ? {
			kind: "identity-token",
			token: secret
		} : {
			kind: "password",
			username,
			password: secret
		};
	} catch (error) {
		if (error instanceof require_index.CommandError || error instanceof require_index.UserError) return void 0;
		throw error;
	}
}
// src/effects/registry-client.ts
const mostAtOnce = 6;
const accept = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.docker.distribution.manifest.v2+json",
	"*/*"
].join(", ");
function registryClient(access, shell) {
	const shown = new Map();
	const send = sender(access);
	const ask = async (method, repository, path) => {
		const { host, path: name } = require_docker_config.placeOf(repository);
		const url = `${access.hosts[host]?.http ? "http" : "https"}://${host}/v2/${name}/${path}`;
		const key = `${method} ${repository}`;
		const before = shown.get(key);
		const askAs = async (authorization) => {
			return await send({
				method,
				url,
				headers: authorization === void 0 ? { accept } : {
					accept,
					authorization
				}
			});
		};
		const answer = await askAs(await before);
		const challenge = answer.headers["www-authenticate"];
		if (answer.status !== 401 || challenge === void 0) return answer;
		if (shown.get(key) === before) {
			const header = credentialsFor(host, access.dockerConfig, shell).then((found) => authorize(challenge, found, send));
			shown.set(key, header);
			header.catch(() => shown.delete(key));
		}
		return await askAs(await shown.get(key));
	};
	return { ask: async (method, repository, path) => {
		try {
			return await ask(method, repository, path);
		} catch (error) {
			throw error instanceof require_index.RegistryError ? error : networkError(repository, error);
		}
	} };
}
function sender({ hosts, proxies }) {
	const options = {
		keepAlive: true,
		maxSockets: mostAtOnce,
		proxyEnv: proxies
	};
	const agents = {
		http: new node_http.Agent(options),
		https: new node_https.Agent(options)
	};
	const own = authoritiesOf(hosts);
	const plain = new Set();
	let trusts = "usual";
	const connect = async (host) => {
		const { insecure = false, keyPairs: [pair] = [] } = hosts[host] ?? {};
		const [key, cert] = pair === void 0 ? [] : await readAll([pair.key, pair.cert]);
		const ca = authoritiesFor(await own, trusts);
		return {
			agents,
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
			return await askHttp({
				...request,
				url
			}, connect);
		} catch (error) {
			if (speaksPlainHttp(error) && require_docker_config.isLoopback(host)) plain.add(host);
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
	return String(error.code ?? "");
}
function speaksPlainHttp(error) {
	return codeOf(error) === "EPROTO" && /wrong version number|packet length/i.test(String(error));
}
function networkError(repository, error) {
	const code = codeOf(error);
	const message = error instanceof Error ? error.message : String(error);
	const words = speaksPlainHttp(error) ? "server gave HTTP response to HTTPS client" : message;
	return new require_index.RegistryError(`asking for ${repository}`, {
		words: words || code,
		code,
		cause: error
	});
}
// src/effects/registry.ts
const lagMilliseconds = 15e3;
const pauses = [500, 1e3];
const longestPause = 2e3;
const mostPatience = 12e4;
function registryOf(shell, access) {
	const client = registryClient(access, shell);
	const start = performance.now();
	return { read: async (name, expected = isThere) => {
		for (let tries = 0;; tries++) {
			const got = await readOnce(name, () => client.ask("GET", name.repository, `${name.kind}/${name.reference}`));
			const usual = pauses[tries] ?? longestPause;
			const pause = Math.max(usual, got.retryAfter ?? 0);
			const end = start + (got.retryAfter === void 0 ? lagMilliseconds : mostPatience);
			const isLast = performance.now() + pause > end;
			if (got.error !== void 0 && (isLast || !got.isTransient)) throw got.error;
			if (got.served !== void 0 && (isLast || expected(got.served))) return got.served;
			await (0, node_timers_promises.setTimeout)(pause);
		}
	} };
}
function isThere(served) {
	return !("problem" in served);
}
async function readOnce(name, ask) {
	try {
		const { status, headers, body } = await ask();
		if (status === 200) return { served: servedBy(body) };
		if (status === 404) return { served: { problem: "not found" } };
		const words = wordsOfAnswer(status, body.toString());
		const error = new require_index.RegistryError(`reading ${textOf(name)} back`, {
			words,
			status
		});
		const after = headers["retry-after"];
		const retryAfter = after === void 0 ? void 0 : require_summary.parseRetryAfter(after, Date.now());
		return {
			error,
			isTransient: isTransientStatus(status),
			retryAfter
		};
	} catch (error) {
		if (!(error instanceof require_index.RegistryError)) throw error;
		const { status, code = "" } = error;
		return {
			error,
			isTransient: status === void 0 ? brokenOff.has(code) : isTransientStatus(status)
		};
	}
}
const brokenOff = new Set([
	"ECONNRESET",
	"EPIPE",
	"ETIMEDOUT",
	"EAI_AGAIN",
	"ECONNREFUSED"
]);
function isTransientStatus(status) {
	return status === 408 || status === 429 || status >= 500;
}
function textOf({ repository, reference }) {
	return `${repository}${reference.includes(":") ? "@" : ":"}${reference}`;
}
function servedBy(body) {
	return {
		digest: require_summary.digestOf(body),
		size: body.length,
		text: body.toString()
	};
}
function unserved(error) {
	if (!(error instanceof require_index.RegistryError)) throw error;
	return { problem: error.words };
}
// src/effects/pushed.ts
function sourceIn(registry, repository, { digest: root }) {
	return { read: (digest, kind) => {
		const read = registry.read({
			repository,
			kind,
			reference: digest
		});
		return digest === root ? read : read.catch(unserved);
	} };
}
async function problemsInRepository(registry, repository, built) {
	const { read } = sourceIn(registry, repository, built);
	const [problem] = problemsOf(await readImage({ read: (...content) => read(...content).catch(unserved) }, built), []);
	return problem === void 0 ? [] : [`${repository} does not serve all of ${built.digest}: ${problem}`];
}
async function problemsInTags(registry, built, tags) {
	return problemsOfTags(built, await require_together.together(tags.map(async (tag) => ({
		tag,
		served: await registry.read({
			repository: tag.repository,
			kind: "manifests",
			reference: tag.tag
		}, (served) => "digest" in served && served.digest === built.digest)
	}))));
}
// src/effects/registry-settings.ts
async function noteRegistries({ file }) {
	if (file === void 0) return;
	await (0, node_fs_promises.mkdir)((0, node_path.dirname)(file.path), { recursive: true });
	await (0, node_fs_promises.writeFile)(file.path, file.text, { mode: 384 });
}
// src/effects/read-back.ts
var read_back_exports = require_rolldown_runtime.__exportAll({ readBack: () => readBack });
async function readBack(plan, files, doors) {
	const { builder, proof } = plan;
	const { tags, repositories } = proof;
	const built = require_secrets.builtImage(files.metadata);
	const pushed = await readPushed(built, plan, doors);
	const images = [...pushed.images, ...await readLayouts(built, proof)];
	const [first] = images;
	const digest = first?.built.digest ?? built?.digest;
	return {
		builder: builder.name,
		tags,
		repositories,
		digest,
		...files,
		image: first === void 0 ? void 0 : imageOf(first),
		warnings: [
			...pushed.warnings,
			...proof.verify === "false" ? [] : new Set(images.flatMap(sharedLayers)),
			...digest === void 0 ? [noDigestText(proof)] : []
		]
	};
}
async function readPushed(built, plan, doors) {
	const { proof, readBack: how } = plan;
	const [repository] = proof.repositories;
	if (repository === void 0) return {
		images: [],
		warnings: []
	};
	if (built === void 0) throw new require_index.VerificationError("buildx pushed, and its metadata file has no digest", []);
	const { shell } = doors;
	await noteRegistries(how);
	const registry = registryOf(shell, how.access);
	if (proof.verify === "false") return readUnproven(registry, repository, built);
	const evidence = await prove(registry, built, proof);
	if (proof.verify === "before-tag") {
		const isIndex = documentOf(evidence.root)?.kind === "index";
		await giveTags(plan, {
			digest: built.digest,
			isIndex
		}, doors);
		refuse("the tags that were moved are not what was pushed", await problemsInTags(registryOf(shell, how.access), built, proof.tags));
	}
	return {
		images: [evidence],
		warnings: []
	};
}
async function prove(registry, built, proof) {
	const [repository = "", ...others] = proof.repositories;
	const tags = proof.verify === "before-tag" ? [] : proof.tags;
	const [evidence, elsewhere, moved] = await require_together.together([
		readImage(sourceIn(registry, repository, built), built),
		require_together.together(others.map((other) => problemsInRepository(registry, other, built))),
		problemsInTags(registry, built, tags)
	]);
	refuse(`what was pushed is not what was asked for${proof.verify === "before-tag" ? ", and no tag was moved" : ""}`, [
		...problemsInImage(evidence, proof),
		...elsewhere.flat(),
		...moved
	]);
	return evidence;
}
function problemsInImage(evidence, { platforms, strict }) {
	return [...problemsOf(evidence, platforms), ...strict ? sharedLayers(evidence) : []];
}
function refuse(title, problems) {
	if (problems.length > 0) throw new require_index.VerificationError(title, problems);
}
async function readUnproven(registry, repository, built) {
	try {
		const evidence = await readIndex(sourceIn(registry, repository, built), built);
		if (!("problem" in evidence.root)) return {
			images: [evidence],
			warnings: []
		};
		return {
			images: [],
			warnings: [`${`${repository}@${built.digest}`} could not be read back: ${evidence.root.problem}`]
		};
	} catch (error) {
		if (error instanceof require_index.RegistryError) return {
			images: [],
			warnings: [require_index.failureText(error)]
		};
		throw error;
	}
}
async function readLayouts(built, proof) {
	const images = [];
	for (const place of proof.layouts) {
		const layout = await openLayout(place, built?.digest);
		const evidence = await readImage(layout.source, layout.built);
		if (proof.verify !== "false") refuse(`${place.path} is not what was asked for`, problemsInImage(evidence, proof));
		images.push(evidence);
	}
	return images;
}
Object.defineProperty(exports, "noteRegistries", {
	enumerable: true,
	get: function() {
		return noteRegistries;
	}
});
Object.defineProperty(exports, "readBack", {
	enumerable: true,
	get: function() {
		return readBack;
	}
});
Object.defineProperty(exports, "read_back_exports", {
	enumerable: true,
	get: function() {
		return read_back_exports;
	}
});
Object.defineProperty(exports, "registryClient", {
	enumerable: true,
	get: function() {
		return registryClient;
	}
});
Object.defineProperty(exports, "retrying", {
	enumerable: true,
	get: function() {
		return retrying;
	}
});
