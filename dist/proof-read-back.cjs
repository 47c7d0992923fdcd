const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors$1 = require("./errors.cjs");
const require_leg = require("./leg.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_together = require("./together.cjs");
const require_registry_connections = require("./registry-connections.cjs");
const require_end = require("./end.cjs");
const require_sign_errors = require("./sign-errors.cjs");
const require_retry_verdict = require("./retry-verdict.cjs");
const require_build_failure = require("./build-failure.cjs");
const require_challenge = require("./challenge.cjs");
const require_message_of = require("./message-of.cjs");
const require_registry_access = require("./registry-access.cjs");
const require_http_request = require("./http-request.cjs");
const require_parsed = require("./parsed.cjs");
const require_docker_config_folder = require("./docker-config-folder.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_stream = require("node:stream");
let node_util = require("node:util");
let node_zlib = require("node:zlib");
let node_fs = require("node:fs");
let node_stream_promises = require("node:stream/promises");
// src/report/outputs-no-digest.ts
function noDigestText(builds) {
	const kinds = new Set(builds.map(({ exports }) => exports));
	switch (kinds.has("image") ? "image" : kinds.has("files") ? "files" : "nothing") {
		case "nothing": return "There is no digest, because the result stays in the builder's cache: set `push` or `load`, or export it with `outputs`";
		case "files": return;
		case "image": return "There is no digest, because buildx reported none: the engine's classic image store may have none before a push";
	}
}
// src/result/cpu-elf.ts
const headerBytes$1 = 20;
const magic = [
	127,
	69,
	76,
	70
];
const names = new Map([
	[3, () => "386"],
	[8, (bits, order) => `mips${bits === 64 ? "64" : ""}${order === "le" ? "le" : ""}`],
	[20, () => "ppc"],
	[21, (_, order) => order === "le" ? "ppc64le" : "ppc64"],
	[22, (bits) => bits === 64 ? "s390x" : "s390"],
	[40, (_, order) => order === "le" ? "arm" : "armbe"],
	[62, () => "amd64"],
	[183, (_, order) => order === "le" ? "arm64" : "arm64be"],
	[243, (bits) => bits === 64 ? "riscv64" : "riscv32"],
	[258, (bits) => bits === 64 ? "loong64" : "loong32"]
]);
const run = new Map([
	["386", ["386"]],
	["amd64", ["amd64", "386"]],
	["arm", ["arm"]],
	["arm64", ["arm64", "arm"]],
	["loong64", ["loong64"]],
	["mips64", ["mips64", "mips"]],
	["mips64le", ["mips64le", "mipsle"]],
	["ppc64le", ["ppc64le"]],
	["riscv64", ["riscv64"]],
	["s390x", ["s390x", "s390"]]
]);
function cpuOf(head) {
	if (head.length < headerBytes$1 || magic.some((byte, at) => head[at] !== byte)) return void 0;
	const order = head[5] === 2 ? "be" : "le";
	const view = new DataView(head.buffer, head.byteOffset, head.length);
	return names.get(view.getUint16(18, order === "le"))?.(head[4] === 2 ? 64 : 32, order);
}
function isForeign(cpu, architecture) {
	return run.get(architecture)?.includes(cpu) === false;
}
// src/result/image-manifest.ts
require_pinned_images.init_dist();
const digest = require_pinned_images.pipe(require_pinned_images.string(), require_pinned_images.rawTransform(({ dataset, addIssue, NEVER }) => {
	const read = require_pinned_images.parseDigest(dataset.value);
	if (read.ok) return read.value;
	addIssue({ message: read.problem });
	return NEVER;
}));
const platform = require_pinned_images.object({
	os: require_pinned_images.string(),
	architecture: require_pinned_images.string(),
	variant: require_pinned_images.optional(require_pinned_images.string())
});
const annotations = require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.string()));
const descriptor = require_pinned_images.object({
	mediaType: require_pinned_images.string(),
	digest,
	size: require_pinned_images.number(),
	annotations
});
const entry = require_pinned_images.object({
	...descriptor.entries,
	platform: require_pinned_images.optional(platform)
});
const index = require_pinned_images.object({
	mediaType: require_pinned_images.optional(require_pinned_images.string()),
	manifests: require_pinned_images.array(entry)
});
const manifest$1 = require_pinned_images.object({
	mediaType: require_pinned_images.optional(require_pinned_images.string()),
	config: descriptor,
	layers: require_pinned_images.array(descriptor),
	subject: require_pinned_images.optional(descriptor)
});
const words = require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()));
const config = require_pinned_images.object({
	...platform.entries,
	config: require_pinned_images.nullish(require_pinned_images.object({
		Entrypoint: words,
		Cmd: words,
		Env: words,
		WorkingDir: require_pinned_images.nullish(require_pinned_images.string())
	})),
	rootfs: require_pinned_images.object({ diff_ids: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()), []) }),
	history: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.object({
		created_by: require_pinned_images.optional(require_pinned_images.string(), ""),
		empty_layer: require_pinned_images.optional(require_pinned_images.boolean(), false)
	})), [])
});
function parseDocument(text) {
	const json = JSON.parse(text);
	return typeof json === "object" && json !== null && "manifests" in json ? {
		kind: "index",
		index: require_pinned_images.parse(index, json)
	} : {
		kind: "manifest",
		manifest: require_pinned_images.parse(manifest$1, json)
	};
}
function mediaTypeOf(document) {
	return document?.kind === "index" ? document.index.mediaType : document?.manifest.mediaType;
}
function parseConfig(text) {
	return require_pinned_images.parse(config, JSON.parse(text));
}
function platformIn({ os, architecture, variant }) {
	return require_pinned_images.platformOf({
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
// src/result/proof-evidence.ts
function servedDocument(text, kind, about) {
	return {
		...about,
		document: kind === "manifests" ? orUndefined(() => parseDocument(text)) : void 0,
		config: kind === "blobs" ? orUndefined(() => parseConfig(text)) : void 0
	};
}
function documentOf(served) {
	return served === void 0 || "problem" in served ? void 0 : served.document;
}
function configOf(served) {
	return served === void 0 || "problem" in served ? void 0 : served.config;
}
function orUndefined(read) {
	try {
		return read();
	} catch {
		return;
	}
}
// src/result/image-platforms.ts
function platformImages({ root, contents }) {
	const document = documentOf(root);
	if (document?.kind !== "index") return [];
	return document.index.manifests.flatMap((entry) => {
		const read = documentOf(contents.get(entry.digest));
		if (isAttestation(entry) || entry.platform === void 0 || read?.kind !== "manifest") return [];
		const config = configOf(contents.get(read.manifest.config.digest));
		if (config === void 0) return [];
		const { digest } = entry;
		return [{
			platform: platformIn(entry.platform),
			digest,
			layers: read.manifest.layers,
			config
		}];
	});
}
// src/result/proof-shared-layers.ts
function sharedLayers(platforms, started) {
	const images = platforms.map((image) => layersOf(image, started.get(image.digest)));
	const told = new Set();
	return images.flatMap((image) => {
		if (told.has(image)) return [];
		const others = images.filter((other) => isSuspicious(image, other));
		const [first] = others;
		if (first === void 0) return [];
		const group = [image, ...others];
		for (const one of group) told.add(one);
		const share = isSame(image, first) ? "all their layers" : "the layers of their base";
		return [{
			platforms: group.map(({ platform }) => require_pinned_images.formatPlatform(platform)),
			share
		}];
	});
}
function isSuspicious(one, other) {
	if (one.platform.architecture === other.platform.architecture) return false;
	const differs = one.layers.findIndex(({ diffId }, at) => diffId !== other.layers[at]?.diffId);
	const count = differs === -1 ? one.layers.length : differs;
	const noData = one.layers.slice(0, count).some(({ made }) => made === "program" || made === "elsewhere");
	if (isSame(one, other)) return count > 0 && (noData || one.mayStartProgram);
	const next = [one.layers[count], other.layers[count]];
	return noData && next.every((layer) => layer?.made !== "elsewhere");
}
function isSame(one, other) {
	const ids = ({ layers }) => layers.map(({ diffId }) => diffId).join();
	return ids(one) === ids(other);
}
function layersOf({ platform, config }, started) {
	const mayStartProgram = (config.config?.Entrypoint?.length ?? 0) > 0 && started?.isFound !== "yes";
	return {
		platform,
		layers: layersIn(config),
		mayStartProgram
	};
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
// src/result/cpu-problems.ts
function wrongCpu(evidence) {
	const images = platformImages(evidence);
	const { started = new Map() } = evidence;
	const foreign = images.flatMap(({ platform, digest }) => (started.get(digest)?.programs ?? []).filter(({ cpu }) => isForeign(cpu, platform.architecture)).map((program) => ({
		...program,
		platform: require_pinned_images.formatPlatform(platform)
	})));
	const shared = sharedLayers(images, started);
	const isShared = (name) => shared.some(({ platforms }) => platforms.includes(name));
	return [...shared.map((sharing) => textOfSharing(sharing, foreign)), ...textsOf(foreign.filter(({ platform }) => !isShared(platform)))];
}
function textOfSharing({ platforms, share }, foreign) {
	const programs = foreign.filter(({ platform }) => platforms.includes(platform)).map(({ word, cpu }) => `\`${word}\` is for ${cpu}`);
	const which = programs.length === 0 ? "" : ` (${[...new Set(programs)].join(", ")})`;
	return `${platforms.join(", ")} share ${share}, so that the programs in them run on one of these at most${which}. The usual cause: the last stage is \`FROM --platform=$BUILDPLATFORM\`, which belongs on stages that only compile; or a program was not compiled for $TARGETARCH`;
}
function textsOf(foreign) {
	const platformsOf = new Map();
	for (const { word, cpu, platform } of foreign) {
		const what = `\`${word}\`, which is a program for ${cpu}`;
		platformsOf.set(what, [...platformsOf.get(what) ?? [], platform]);
	}
	return Array.from(platformsOf, ([what, platforms]) => {
		const start = platforms.length === 1 ? "starts" : "start";
		return `${platforms.join(", ")} ${start} ${what}. The usual causes: it was not compiled for $TARGETARCH, which \`ARG TARGETARCH=…\` hides by its default; or COPY or a download brings the same one for every platform`;
	});
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
			size,
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
		size,
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
// src/result/image-in-engine.ts
require_pinned_images.init_dist();
const manifest = require_pinned_images.object({
	Kind: require_pinned_images.string(),
	Descriptor: descriptor,
	ImageData: require_pinned_images.nullish(require_pinned_images.object({ Platform: platform })),
	AttestationData: require_pinned_images.nullish(require_pinned_images.object({ For: digest }))
});
const answer$1 = require_pinned_images.object({
	Descriptor: descriptor,
	Manifests: require_pinned_images.array(manifest)
});
function imageInEngine(json, root) {
	const read = require_pinned_images.safeParse(answer$1, json);
	if (!read.success || read.output.Descriptor.digest !== root) return void 0;
	const { Descriptor, Manifests } = read.output;
	const manifests = Manifests.flatMap(({ Kind, Descriptor: { digest, mediaType, size }, ImageData }) => {
		if (Kind !== "image" || ImageData == null) return [];
		const attestations = Manifests.filter(({ AttestationData }) => AttestationData?.For === digest);
		return [{
			platform: require_pinned_images.platformOf({
				...ImageData.Platform,
				variant: ImageData.Platform.variant
			}),
			digest,
			mediaType,
			size,
			layersSize: void 0,
			attestations: attestations.map((one) => ({
				digest: one.Descriptor.digest,
				predicateTypes: []
			}))
		}];
	});
	const { mediaType, size } = Descriptor;
	return {
		digest: root,
		mediaType,
		size,
		manifests
	};
}
// src/result/proof-images.ts
function pushedImages(names, told, built) {
	const images = new Map();
	for (const { repository, tag } of names) {
		const name = tag === void 0 ? void 0 : {
			repository,
			tag
		};
		const digest = (name && told.get(require_pinned_images.formatReference(name))) ?? told.get(repository) ?? built?.digest;
		if (digest === void 0) return void 0;
		const own = built?.digest === digest ? built : {
			digest,
			size: void 0,
			mediaType: void 0
		};
		const before = images.get(digest) ?? {
			built: own,
			repositories: [],
			tags: []
		};
		images.set(digest, {
			...before,
			repositories: [...new Set([...before.repositories, repository])],
			tags: name === void 0 ? before.tags : [...before.tags, name]
		});
	}
	return [...images.values()];
}
// src/result/cpu-start-command.ts
const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function startCommand({ config }) {
	const entrypoint = config?.Entrypoint ?? [];
	const command = config?.Cmd ?? [];
	const [words, args] = entrypoint.length > 0 ? [entrypoint, command] : [command, []];
	const [first = ""] = words;
	if (first === "") return void 0;
	const further = [
		words.length === 3 && words[1] === "-c" ? plainWord(words[2] ?? "") : "",
		words.includes("--") ? words[words.indexOf("--") + 1] : "",
		args[0]
	].flatMap((word) => word === void 0 || word === "" ? [] : [word]);
	const named = namedIn(config ?? {});
	return {
		first: named(first),
		further: further.map(named)
	};
}
function plainWord(text) {
	return /^\s*(?:exec\s+)?([\w./+-]+)(?=\s|$)/.exec(text)?.[1];
}
function namedIn({ Env, WorkingDir }) {
	const path = Env?.findLast((one) => one.startsWith("PATH="))?.slice(5) ?? usualPath;
	const within = WorkingDir ?? "";
	return (word) => {
		if (word.startsWith("/")) return {
			word,
			paths: [word]
		};
		if (word.includes("/")) return {
			word,
			paths: [`${within}/${word}`]
		};
		return {
			word,
			paths: path.split(":").map((place) => `${place}/${word}`)
		};
	};
}
// src/result/cpu-layer-files.ts
const mostLinks = 40;
function findFile(path, layers, areAll) {
	let folder = "";
	let file = { kind: "directory" };
	let links = 0;
	const rest = path.split("/");
	for (let name = rest.shift(); name !== void 0; name = rest.shift()) {
		if (name === "" || name === ".") continue;
		if (file.kind !== "directory") return "missing";
		if (name === "..") {
			folder = parentOf(folder);
			continue;
		}
		const place = folder === "" ? name : `${folder}/${name}`;
		const found = fileAt(place, layers, areAll);
		if (typeof found === "string") return found;
		if (found.kind === "symlink" || found.kind === "link") {
			if (++links > mostLinks) return "missing";
			if (found.kind === "link" || found.to.startsWith("/")) folder = "";
			rest.unshift(...found.to.split("/"));
		} else {
			folder = place;
			file = found;
		}
	}
	return file;
}
function fileAt(place, layers, areAll) {
	for (const layer of layers) {
		const found = layer.files.get(place);
		if (found !== void 0) return found;
		if (!layer.isWhole) return "unknown";
		if (hides(layer, place)) return "missing";
	}
	return areAll ? "missing" : "older";
}
function hides({ files, removed, emptied }, place) {
	if (removed.has(place) || emptied.has("")) return true;
	for (let folder = parentOf(place); folder !== ""; folder = parentOf(folder)) {
		const above = files.get(folder);
		if (removed.has(folder) || emptied.has(folder)) return true;
		if (above !== void 0 && above.kind !== "directory") return true;
	}
	return false;
}
function parentOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
// src/result/cpu-started.ts
const mostScripts = 5;
function startedBy({ first, further }, layers, areAll) {
	const [main, ...others] = [first, ...further].map((named) => follow(named, layers, areAll));
	const programs = [main, ...others].flatMap((end) => typeof end === "object" ? [end] : []);
	return {
		programs: programs.filter((one, at) => programs.findIndex(({ word }) => word === one.word) === at),
		isFound: main === "older" ? "older" : main === "unknown" ? "no" : "yes"
	};
}
function follow(named, layers, areAll) {
	let { word, paths } = named;
	for (let scripts = 0; scripts <= mostScripts; scripts++) {
		const found = findAny(paths, layers, areAll);
		if (found === "older" || found === "unknown") return found;
		if (found === "missing" || found.kind !== "file") return "none";
		const cpu = cpuOf(found.head);
		if (cpu !== void 0) return {
			word,
			cpu
		};
		const interpreter = interpreterIn(found.head);
		if (interpreter === void 0) return "none";
		word = interpreter;
		paths = [interpreter];
	}
	return "none";
}
function findAny(paths, layers, areAll) {
	const all = paths.map((path) => findFile(path, layers, areAll));
	return all.find((found) => typeof found === "object" && found.kind === "file") ?? all.find((found) => typeof found === "string" && found !== "missing") ?? "missing";
}
function interpreterIn(head) {
	return /^#![ \t]*([^\s\0]+)/.exec(new TextDecoder("latin1").decode(head))?.[1];
}
// node_modules/events-universal/default.js
var require_default = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	module.exports = require("events");
}));
// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));
// node_modules/fast-fifo/index.js
var require_fast_fifo = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));
// node_modules/b4a/index.js
var require_b4a = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));
// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));
// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));
// node_modules/text-decoder/index.js
var require_text_decoder = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));
// node_modules/streamx/lib/errors.js
var require_errors = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));
// node_modules/streamx/index.js
var require_streamx = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));
// node_modules/tar-stream/headers.js
var require_headers = require_rolldown_runtime.__commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));
// node_modules/tar-stream/extract.js
var require_extract = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));
// node_modules/tar-stream/constants.js
var require_constants = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));
// node_modules/tar-stream/pack.js
var require_pack = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));
// src/effects/cpu-layer-part.ts
var import_tar_stream = require_rolldown_runtime.__commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
}))();
const mostBytes$1 = 67108864;
const littleBytes = 65536;
const blockBytes = 512;
const directory = { kind: "directory" };
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";
async function layerIn(bytes) {
	const archive = await decompressed(bytes);
	const files = new Map();
	const removed = new Set();
	const emptied = new Set();
	const isSound = await eachEntry(archive, (header, head) => {
		const path = header.name.split("/").filter(isName).join("/");
		const folders = foldersAbove(path);
		const [folder = ""] = folders;
		const name = path.slice(folder === "" ? 0 : folder.length + 1);
		for (const above of folders) if (!files.has(above)) files.set(above, directory);
		if (name === opaque) emptied.add(folder);
		else if (name.startsWith(whiteout)) removed.add(`${path.slice(0, -name.length)}${name.slice(4)}`);
		else files.set(path, fileOf(header, head));
	});
	const end = archive.subarray(-2 * blockBytes);
	return {
		files,
		removed,
		emptied,
		isWhole: isSound && end.length === 2 * blockBytes && end.every((byte) => byte === 0)
	};
}
async function decompressed(bytes) {
	const magic = Buffer.from(bytes.subarray(0, 4)).toString("hex");
	const most = { maxOutputLength: mostBytes$1 };
	if (magic.startsWith("1f8b")) {
		const cut = {
			...most,
			finishFlush: node_zlib.constants.Z_SYNC_FLUSH
		};
		return bytes.length <= littleBytes ? (0, node_zlib.gunzipSync)(bytes, cut) : await (0, node_util.promisify)(node_zlib.gunzip)(bytes, cut);
	}
	if (magic === "28b52ffd") {
		const cut = {
			...most,
			finishFlush: node_zlib.constants.ZSTD_e_flush
		};
		return await (0, node_util.promisify)(node_zlib.zstdDecompress)(bytes, cut);
	}
	return bytes;
}
async function eachEntry(archive, take) {
	const unpack = (0, import_tar_stream.extract)();
	return await new Promise((resolve) => {
		unpack.on("entry", (header, content, next) => {
			const start = content.offset + blockBytes;
			const end = start + Math.min(header.size, 256);
			if (end <= archive.length) take(header, archive.slice(start, end));
			content.on("end", next).on("error", () => {});
			content.resume();
		});
		unpack.on("error", () => resolve(false)).on("finish", () => resolve(true));
		unpack.end(archive);
	});
}
function fileOf({ type, linkname }, head) {
	if (type === "symlink" || type === "link") return {
		kind: type,
		to: linkname
	};
	if (type === "file" || type === "contiguous-file") return {
		kind: "file",
		head
	};
	return { kind: type === "directory" ? "directory" : "other" };
}
function isName(part) {
	return part !== "" && part !== ".";
}
function foldersAbove(path) {
	const parts = path.split("/");
	return parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join("/"));
}
// src/effects/proof-read-image.ts
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
// src/effects/cpu-read.ts
const patience = 5e3;
const smallBytes = 262144;
const firstBytes$1 = 16384;
const sharedBytes = 8388608;
const readable = /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar|docker\.image\.rootfs\.diff\.tar)(?:[+.](?:gzip|zstd))?$/;
async function readWithStarted(source, built) {
	const evidence = await readImage(source, built);
	return {
		...evidence,
		started: await readStarted(source, platformImages(evidence))
	};
}
async function readStarted(source, images) {
	if (cpusOf(images).size < 2) return new Map();
	const read = layerReader(source, images);
	const started = await require_together.together(images.map(async (image) => [image.digest, await startedIn(image, read)]));
	return new Map(started);
}
async function startedIn({ config, layers }, read) {
	let started = {
		programs: [],
		isFound: "no"
	};
	const command = startCommand(config);
	if (command === void 0) return started;
	const seen = [];
	for (const descriptor of layers.toReversed()) for (let step = 0;; step++) {
		const layer = await read(descriptor, step);
		if (layer === void 0) return started;
		const soFar = [...seen, layer];
		started = startedBy(command, soFar, soFar.length === layers.length);
		if (started.isFound === "yes") return started;
		if (started.isFound === "no") continue;
		seen.push(layer);
		break;
	}
	return started;
}
function layerReader(source, images) {
	const signal = AbortSignal.timeout(patience);
	const layers = new Map();
	const isShared = (digest) => cpusOf(images.filter(({ layers }) => layers.some((one) => one.digest === digest))).size > 1;
	const readBeginning = async (digest, count) => {
		try {
			return await layerIn(await source.begin(digest, count, signal));
		} catch {
			return;
		}
	};
	return async ({ digest, size, mediaType }, step) => {
		const further = isShared(digest) ? [smallBytes, sharedBytes] : [];
		const steps = size <= smallBytes ? [smallBytes] : [firstBytes$1, ...further];
		const [count, before] = [steps[step], steps[step - 1] ?? 0];
		if (!readable.test(mediaType) || count === void 0 || size <= before) return void 0;
		const key = `${digest} ${count}`;
		const layer = layers.get(key) ?? readBeginning(digest, Math.min(count, size));
		layers.set(key, layer);
		return await layer;
	};
}
function cpusOf(images) {
	return new Set(images.map(({ platform }) => platform.architecture));
}
// src/effects/export-layout.ts
const mostBytes = 4194304;
const headerBytes = 512;
async function openLayout({ path, isTar }, digest) {
	const files = isTar ? await tarFiles(path) : folderFiles(path);
	const index = await files.text("index.json");
	const document = index === void 0 ? void 0 : parseDocument(index);
	const entries = document?.kind === "index" ? document.index.manifests : [];
	const built = entries.find((entry) => entry.digest === digest) ?? entries.at(-1);
	if (built === void 0) throw new Error(`\`${path}\` has no image in its index.json`);
	const read = async (wanted, kind) => {
		const text = await files.text(nameOf(wanted));
		return text === void 0 ? { problem: `not in ${path}` } : servedDocument(text, kind, {
			digest: require_registry_connections.digestOf(text),
			size: Buffer.byteLength(text)
		});
	};
	const begin = (wanted, count) => files.begin(nameOf(wanted), count);
	return {
		source: {
			read,
			begin
		},
		built
	};
}
function nameOf(digest) {
	return `blobs/${digest.replace(":", "/")}`;
}
function folderFiles(folder) {
	return {
		text: async (name) => {
			try {
				return await (0, node_fs_promises.readFile)((0, node_path.join)(folder, name), "utf8");
			} catch (error) {
				if (error.code === "ENOENT") return void 0;
				throw error;
			}
		},
		begin: async (name, count) => {
			return await bytesAt((0, node_path.join)(folder, name), {
				position: 0,
				count
			});
		}
	};
}
async function tarFiles(path) {
	const texts = new Map();
	const places = new Map();
	const unpack = (0, import_tar_stream.extract)();
	const filled = (0, node_stream_promises.pipeline)((0, node_fs.createReadStream)(path), unpack);
	for await (const entry of unpack) {
		const { name, size = 0 } = entry.header;
		places.set(name, {
			position: entry.offset + headerBytes,
			size
		});
		const parts = [];
		for await (const part of entry) if (size <= mostBytes && part instanceof Uint8Array) parts.push(part);
		const bytes = Buffer.concat(parts);
		if (bytes[0] === "{".charCodeAt(0)) texts.set(name, bytes.toString());
	}
	await filled;
	return {
		text: async (name) => texts.get(name),
		begin: async (name, count) => {
			const place = places.get(name);
			if (place === void 0) throw new Error(`\`${name}\` is not in ${path}`);
			const { position, size } = place;
			return await bytesAt(path, {
				position,
				count: Math.min(count, size)
			});
		}
	};
}
async function bytesAt(path, { position, count }) {
	await using file = await (0, node_fs_promises.open)(path);
	const { buffer, bytesRead } = await file.read(Buffer.alloc(count), { position });
	return buffer.subarray(0, bytesRead);
}
// src/result/proof-contents.ts
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
	const mediaType = mediaTypeOf(document);
	if (mediaType !== void 0 && said.mediaType !== void 0 && mediaType !== said.mediaType) problems.push(`${what} is ${mediaType}, and its descriptor says ${said.mediaType}`);
	return [...problems, ...problemsOfContentType(what, served, mediaType ?? said.mediaType)];
}
function problemsOfContentType(what, { contentType }, mediaType) {
	if (contentType === void 0 || mediaType === void 0) return [];
	if (contentType === mediaType.toLowerCase()) return [];
	return [`${what} is served ${contentType === "" ? "without a Content-Type" : `as ${contentType}`}, and is ${mediaType}; clients can't pull it so`];
}
function problemsOfEntry(entry, entries, evidence) {
	return isAttestation(entry) ? problemsOfAttestation(entry, entries, evidence) : problemsOfImage(entry, evidence);
}
function problemsOfImage(entry, { contents }) {
	const { digest, platform } = entry;
	if (platform === void 0) return [`the manifest ${digest} has no platform`];
	const name = require_pinned_images.formatPlatform(platformIn(platform));
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
	return [...problems, `${name} has a config for ${require_pinned_images.formatPlatform(platformIn(read))}`];
}
function agree(said, config) {
	const { os, architecture, variant } = config;
	const given = {
		os,
		architecture,
		variant: variant === void 0 || variant === "" ? said.variant : variant
	};
	return require_pinned_images.formatPlatform(platformIn(said)) === require_pinned_images.formatPlatform(platformIn(given));
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
// src/result/proof-problems.ts
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
	const names = (imageOf(evidence)?.manifests ?? []).map(({ platform }) => require_pinned_images.formatPlatform(platform));
	const asked = new Set(wanted.map(require_pinned_images.formatPlatform));
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
function problemsOfTags({ digest, mediaType }, tags) {
	return tags.flatMap(({ tag, served }) => {
		const name = require_pinned_images.formatReference(tag);
		if ("problem" in served) return [`${name} is not served: ${served.problem}`];
		if (served.digest === digest) return problemsOfContentType(name, served, mediaTypeOf(documentOf(served)) ?? mediaType);
		return [`${name} resolves to ${served.digest}, not ${digest}. Did another job push the same tag meanwhile?`];
	});
}
// src/result/sign-subjects.ts
function subjectsOf({ digest, mediaType, size, manifests }) {
	const platforms = manifests.map(({ platform, ...manifest }) => ({
		digest: manifest.digest,
		mediaType: manifest.mediaType,
		size: manifest.size,
		what: require_pinned_images.formatPlatform(platform)
	}));
	const all = platforms.every((manifest) => manifest.digest !== digest) ? [{
		digest,
		mediaType,
		size,
		what: "index"
	}, ...platforms] : platforms;
	return [...new Map(all.map((subject) => [subject.digest, subject])).values()];
}
// src/effects/retry-loop.ts
require_errors$1.init_duration();
require_sign_errors.init_sign_errors();
require_retry_verdict.init_retry_verdict();
async function retrying(run, { bound, print }) {
	const verdicts = [];
	let since;
	for (;;) try {
		return await run();
	} catch (error) {
		const failure = failureOf(error);
		if (failure === void 0) throw error;
		since ??= performance.now();
		verdicts.push(failure.verdict);
		const elapsed = performance.now() - since;
		const pause = require_retry_verdict.pauseBeforeNext({
			verdicts,
			elapsed,
			retryAfter: failure.retryAfter
		}, bound);
		if (pause === void 0) throw error;
		print(`${failure.words}\nTry ${verdicts.length + 1} in ${require_errors$1.formatDuration(pause)}`);
		await (0, node_timers_promises.setTimeout)(pause);
	}
}
function failureOf(error) {
	if (error instanceof require_errors$1.CommandError) {
		const words = require_build_failure.lastWords(error.stderr);
		const verdict = error.exitCode === null ? "lasting" : onceAgain(require_retry_verdict.judge(words));
		return {
			words: words.text,
			verdict,
			retryAfter: void 0
		};
	}
	if (error instanceof require_errors$1.RegistryError || error instanceof require_sign_errors.SigstoreError) {
		const { message, words, until } = error;
		const retryAfter = until && Math.max(0, until.getTime() - Date.now());
		return {
			words: message,
			verdict: onceAgain(require_retry_verdict.judge({ text: words })),
			retryAfter
		};
	}
}
function onceAgain(verdict) {
	return verdict === "artifacts" ? "refused" : verdict;
}
// src/effects/proof-give-tags.ts
async function giveTags({ readBack: how, retry: { bound } }, image, { shell, github }) {
	const { repositories, evidence } = image;
	const { digest } = image.built;
	const isIndex = documentOf(evidence.root)?.kind === "index";
	const count = image.tags.length;
	const tags = count === 1 ? "tag" : `${count} tags`;
	const title = `Proven; now for ${image.target === void 0 ? "its" : `${image.target}'s`} ${tags}`;
	await github.group(title, async (print) => {
		for (const repository of repositories) {
			const own = image.tags.filter((tag) => tag.repository === repository);
			const command = require_registry_connections.tagCommand(how.builder, {
				repository,
				digest,
				isIndex
			}, own);
			print(require_end.formatCommand(command));
			const { environment } = how;
			const doing = `moving the tags of ${repository}`;
			await retrying(() => shell.capture(doing, command, { environment }), {
				bound,
				print
			});
		}
	});
}
// src/report/registry-answer.ts
function wordsOfAnswer({ status, reason = "" }, body, { elsewhere = "it" } = {}) {
	const title = `${elsewhere} answers ${status} ${reason}`.trimEnd();
	const details = detailsIn(body).join(", ");
	return details === "" ? title : `${title} (${details})`;
}
function isWebPage(contentType, body) {
	return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "") && /^\s*</.test(body);
}
function webPageWords({ elsewhere = "it" }) {
	return `${elsewhere} answers with a web page, as login portals and proxies do, not a registry's response`;
}
function laterWords(wait, patience) {
	return `it asks to wait ${require_errors$1.formatDuration(wait)}, and reading back waits ${require_errors$1.formatDuration(patience)} at most`;
}
function detailsIn(body) {
	try {
		const { errors } = require_pinned_images.parse(refusal, JSON.parse(body));
		return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
	} catch {
		return [];
	}
}
var refusal;
var init_registry_answer = require_rolldown_runtime.__esmMin((() => {
	require_pinned_images.init_dist();
	require_errors$1.init_duration();
	refusal = require_pinned_images.object({ errors: require_pinned_images.array(require_pinned_images.object({
		code: require_pinned_images.optional(require_pinned_images.string()),
		message: require_pinned_images.optional(require_pinned_images.string())
	})) });
}));
// src/effects/cpu-blob.ts
require_parsed.init_parsed();
init_registry_answer();
async function blobBeginning(client, { repository, digest, count, signal }) {
	const range = `bytes=0-${count - 1}`;
	const asked = client.open(repository, `blobs/${digest}`, { range }).then((answer) => {
		answer.body.on("error", () => {});
		return {
			...answer,
			body: (0, node_stream.addAbortSignal)(signal, answer.body)
		};
	});
	const { status, body } = await Promise.race([asked, aborted(signal)]);
	if (status === 200 || status === 206) return await firstBytes(body, count);
	body.destroy();
	throw new Error(`it answers ${status}`);
}
function aborted(signal) {
	return new Promise((_, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		else signal.addEventListener("abort", stop, { once: true });
	});
}
async function firstBytes(body, count) {
	const parts = [];
	let size = 0;
	for await (const part of body) {
		parts.push(part);
		size += part.length;
		if (size > count) break;
	}
	return Buffer.concat(parts).subarray(0, count);
}
require_http_request.init_http_answer();
function tokenServer(realm, asked, { isPlain, hasLogin }) {
	const registry = new URL(asked);
	const server = realm === "" ? null : URL.parse(realm, asked);
	if (server?.protocol !== "http:" && server?.protocol !== "https:") return require_parsed.refused(`it asks for a token, and does not say where to get one (realm="${realm}")`);
	if (server.protocol === "https:" || registry.protocol === "http:") return require_parsed.parsed(server);
	if (server.hostname === registry.hostname && ["", registry.port].includes(server.port)) return require_parsed.parsed(new URL(`${registry.origin}${server.pathname}${server.search}`));
	const { host } = server;
	if (!hasLogin || require_registry_access.isLoopback(host) || isPlain(host)) return require_parsed.parsed(server);
	return require_parsed.refused(`it wants the login to be sent to ${server.origin}, which is not encrypted; \`registries: '${host}: {http: true}'\` allows that`);
}
// src/effects/registry-authorization.ts
require_pinned_images.init_dist();
const text = require_pinned_images.nullish(require_pinned_images.string(), "");
const token = require_pinned_images.object({
	token: text,
	access_token: text
});
const client = "crossbuild";
const doing = "asking for a token";
async function authorize(challenges, { url, credentials, isPlain }, ask) {
	if (credentials?.kind === "registry-token") return `Bearer ${credentials.token}`;
	const bearer = challenges.find(({ scheme }) => scheme === "bearer");
	if (bearer === void 0) return challenges.some(({ scheme }) => scheme === "basic") ? basicOf(credentials) : void 0;
	const [realm = "", service = "", scope = ""] = [
		"realm",
		"service",
		"scope"
	].map((name) => bearer.parameters.get(name));
	const server = tokenServer(realm, url, {
		isPlain,
		hasLogin: credentials !== void 0
	});
	if (!server.ok) throw new require_errors$1.RegistryError(doing, { words: server.problem });
	const asked = tokenRequest(server.value, {
		service,
		scope
	}, credentials);
	let answer = await ask(asked);
	if (answer.status !== 200) answer = await ask(asked);
	const { status } = answer;
	const { host } = server.value;
	if (status !== 200) throw new require_errors$1.RegistryError(doing, {
		words: `${host} gives no token: it answers ${status}`,
		status
	});
	const given = tokenIn(answer.body.toString());
	if (given !== void 0) return `Bearer ${given}`;
	throw new require_errors$1.RegistryError(doing, { words: `${host} gives no token: its answer has none` });
}
function tokenIn(body) {
	try {
		const given = require_pinned_images.parse(token, JSON.parse(body));
		return given.token || given.access_token || void 0;
	} catch {
		return;
	}
}
function basicOf(credentials) {
	if (credentials?.kind !== "password") return void 0;
	const { username, password } = credentials;
	return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
function tokenRequest(server, { service, scope }, credentials) {
	if (credentials?.kind === "identity-token") {
		const form = {
			grant_type: "refresh_token",
			client_id: client,
			service,
			scope
		};
		return {
			method: "POST",
			url: server.href,
			headers: { "content-type": "application/x-www-form-urlencoded" },
			body: `${new URLSearchParams({
				...form,
				refresh_token: credentials.token
			})}`
		};
	}
	const url = new URL(server);
	if (service !== "") url.searchParams.append("service", service);
	for (const each of scope.split(" ").filter(Boolean)) url.searchParams.append("scope", each);
	const basic = basicOf(credentials);
	return {
		method: "GET",
		url: url.href,
		headers: basic === void 0 ? {} : { authorization: basic }
	};
}
// src/effects/login-helper.ts
require_pinned_images.init_dist();
const seconds = 30;
const answer = require_pinned_images.object({
	Username: require_pinned_images.string(),
	Secret: require_pinned_images.string()
});
const tokenUser = "<token>";
const notFound = "credentials not found in native keychain";
async function askHelper(helper, key, shell) {
	const program = `docker-credential-${helper}`;
	const signal = AbortSignal.timeout(seconds * 1e3);
	const fails = (words, cause) => new require_errors$1.RegistryError(`asking ${program} for the login to ${key}`, {
		words: `the credential helper ${program}, which Docker's config.json names, ${words}`,
		cause
	});
	try {
		const { stdout } = await shell.capture("asking for a login", [program, "get"], {
			input: key,
			signal
		});
		return loginIn(stdout) ?? Promise.reject(fails("printed what is no login"));
	} catch (error) {
		if (signal.aborted) throw fails(`did not answer within ${seconds} seconds`, error);
		if (error instanceof require_errors$1.UserError) throw fails("could not be started", error);
		if (!(error instanceof require_errors$1.CommandError)) throw error;
		const said = [error.stdout, error.stderr].map((text) => text.trim());
		if (said.includes(notFound)) return void 0;
		throw fails(`ended${error.exitCode === null ? "" : ` with code ${error.exitCode}`}: ${said.filter((text) => text !== "" && !text.startsWith("{")).join(" ") || "it gave no reason"}`, error);
	}
}
function loginIn(stdout) {
	try {
		const { Username: username, Secret: secret } = require_pinned_images.parse(answer, JSON.parse(stdout));
		return username === tokenUser ? {
			kind: "identity-token",
			token: secret
		} : {
			kind: "password",
			username,
			password: secret
		};
	} catch {
		return;
	}
}
// src/effects/registry-credentials.ts
async function credentialsFor(host, { dockerConfig, logins }, shell) {
	const key = require_registry_access.credentialKey(host);
	if (logins[key] !== void 0) return credentialsIn(logins[key]);
	const { auths, credHelpers, credsStore } = (await require_docker_config_folder.readSettings(dockerConfig)).settings;
	const helper = credHelpers[key] ?? credHelpers[host] ?? credsStore;
	if (helper !== "") return await askHelper(helper, key, shell);
	const found = auths[key] ?? Object.entries(auths).find(([name]) => hostOf(name) === host)?.[1];
	return found === void 0 ? void 0 : credentialsIn(found);
}
function credentialsIn(entry) {
	const { auth, identitytoken, registrytoken } = entry;
	if (registrytoken !== "") return {
		kind: "registry-token",
		token: registrytoken
	};
	if (identitytoken !== "") return {
		kind: "identity-token",
		token: identitytoken
	};
	const { username, password } = require_docker_config_folder.decodeAuth(auth) ?? entry;
	return username === "" && password === "" ? void 0 : {
		kind: "password",
		username,
		password
	};
}
function hostOf(key) {
	return key.replace(/^https?:\/\//, "").split("/")[0] ?? key;
}
// src/effects/registry-client.ts
const usual = {
	accept: [
		"application/vnd.oci.image.index.v1+json",
		"application/vnd.oci.image.manifest.v1+json",
		"application/vnd.docker.distribution.manifest.list.v2+json",
		"application/vnd.docker.distribution.manifest.v2+json",
		"*/*"
	].join(", "),
	"accept-encoding": "identity"
};
function registryClient(access, shell) {
	const shown = new Map();
	const send = require_registry_connections.sender(access);
	const isPlain = (host) => access.hosts[host]?.http === true;
	const open = async ({ method, repository, path, headers, body }) => {
		const { host, path: name } = require_registry_access.placeOf(repository);
		const base = new URL(`${isPlain(host) ? "http" : "https"}://${host}/v2/${name}/`);
		const url = new URL(path, base);
		const isOwn = url.origin === base.origin || url.host === host && require_registry_access.isLoopback(host);
		const key = `${method === "POST" || method === "PUT" ? "write" : method} ${repository}`;
		const before = shown.get(key);
		const openAs = async (authorization) => {
			const shownTo = authorization === void 0 || !isOwn ? {} : { authorization };
			return await send({
				method,
				url: url.href,
				headers: {
					...usual,
					...headers,
					...shownTo
				},
				...body === void 0 ? {} : { body }
			});
		};
		const answer = await openAs(await before);
		const challenges = require_challenge.parseChallenges(answer.headers["www-authenticate"] ?? "");
		if (!(answer.status === 401 && answer.elsewhere === void 0 && isOwn) || challenges.length === 0) return answer;
		require_http_request.discard(answer.body);
		if (shown.get(key) === before) {
			const header = credentialsFor(host, access, shell).then((credentials) => authorize(challenges, {
				url: answer.url,
				credentials,
				isPlain
			}, async (request) => require_http_request.wholeAnswer(await send(request))));
			shown.set(key, header);
			header.catch(() => shown.delete(key));
		}
		return await openAs(await shown.get(key));
	};
	return {
		ask: (method, repository, path) => told(repository, async () => require_http_request.wholeAnswer(await open({
			method,
			repository,
			path
		}))),
		open: (repository, path, headers = {}) => told(repository, () => open({
			method: "GET",
			repository,
			path,
			headers
		})),
		send: (repository, { to, ...upload }) => told(repository, async () => require_http_request.wholeAnswer(await open({
			repository,
			path: to,
			...upload
		})))
	};
}
async function told(repository, ask) {
	try {
		return await ask();
	} catch (error) {
		throw error instanceof require_errors$1.RegistryError ? error : networkError(repository, error);
	}
}
function networkError(repository, error) {
	const code = require_registry_connections.codeOf(error);
	const message = require_message_of.messageOf(error);
	const further = /^E[A-Z]+$/.test(code) && !message.includes(code) ? code : "";
	const both = [message, message === "" ? further : further && `(${further})`];
	const words = require_registry_connections.speaksPlainHttp(error) ? "server gave HTTP response to HTTPS client" : both.filter(Boolean).join(" ");
	return new require_errors$1.RegistryError(`asking for ${repository}`, {
		words,
		code,
		cause: error
	});
}
// src/effects/registry-read.ts
require_retry_verdict.init_retry_verdict();
const lagMilliseconds = 15e3;
const pauses = [500, 1e3];
const longestPause = 2e3;
const mostPatience = 12e4;
function registryOf(shell, access) {
	const client = registryClient(access, shell);
	const start = performance.now();
	return {
		read: async (name, expected = isThere) => {
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
		},
		begin: (beginning) => blobBeginning(client, beginning)
	};
}
function isThere(served) {
	return !("problem" in served);
}
async function readOnce(name, ask) {
	const doing = `reading ${textOf(name)} back`;
	try {
		const answer = await ask();
		const { status, reason, headers, elsewhere } = answer;
		const body = answer.body.toString();
		if (status === 404) return { served: { problem: "not found" } };
		if (status === 200) {
			const served = servedBy(answer, name);
			if (!("digest" in served && served.digest !== name.reference) || !isWebPage(headers["content-type"], body)) return { served };
			return { error: new require_errors$1.RegistryError(doing, {
				words: webPageWords({ elsewhere }),
				status
			}) };
		}
		const refusal = wordsOfAnswer({
			status,
			reason
		}, body, { elsewhere });
		const retryAfter = retryAfterIn(headers["retry-after"]);
		if (retryAfter === void 0) return {
			error: new require_errors$1.RegistryError(doing, {
				words: refusal,
				status
			}),
			isTransient: isTransientStatus(status)
		};
		const words = `${refusal}; ${laterWords(retryAfter, mostPatience)}`;
		const until = new Date(Date.now() + retryAfter);
		return {
			error: new require_errors$1.RegistryError(doing, {
				words,
				status,
				until
			}),
			isTransient: isTransientStatus(status),
			retryAfter
		};
	} catch (error) {
		if (!(error instanceof require_errors$1.RegistryError)) throw error;
		const { status, code = "" } = error;
		const isTransient = status === void 0 ? brokenOff.has(code) : isTransientStatus(status);
		return {
			error: new require_errors$1.RegistryError(doing, {
				...error,
				cause: error
			}),
			isTransient
		};
	}
}
function retryAfterIn(header) {
	return header === void 0 ? void 0 : require_retry_verdict.parseRetryAfter(header, Date.now());
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
function servedBy({ headers, body }, { kind }) {
	const bytes = {
		digest: require_registry_connections.digestOf(body),
		size: body.length
	};
	if (kind === "blobs") return servedDocument(body.toString(), kind, bytes);
	const [type = ""] = (headers["content-type"] ?? "").split(";");
	const contentType = type.trim().toLowerCase();
	return servedDocument(body.toString(), kind, {
		...bytes,
		contentType
	});
}
function unserved(error) {
	if (!(error instanceof require_errors$1.RegistryError)) throw error;
	return { problem: error.words };
}
// src/effects/proof-repositories.ts
function sourceIn(registry, repository, { digest: root }) {
	return {
		read: (digest, kind) => {
			const read = registry.read({
				repository,
				kind,
				reference: digest
			});
			return digest === root ? read : read.catch(unserved);
		},
		begin: (digest, count, signal) => registry.begin({
			repository,
			digest,
			count,
			signal
		})
	};
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
// src/effects/registry-settings-file.ts
async function noteRegistries({ file }) {
	if (file === void 0) return;
	await (0, node_fs_promises.mkdir)((0, node_path.dirname)(file.path), { recursive: true });
	await (0, node_fs_promises.writeFile)(file.path, file.text, { mode: 384 });
}
// src/effects/proof-read-pushed.ts
async function readPushed(images, plan, ports) {
	const { proof, readBack: how } = plan;
	const { shell } = ports;
	await noteRegistries(how);
	const registry = registryOf(shell, how.access);
	if (proof.verify === "false") {
		const all = await require_together.together(images.map((image) => readUnproven(registry, image)));
		const read = all.flatMap((one) => one.images);
		return {
			images: read,
			warnings: all.flatMap((one) => one.warnings),
			signing: await signRead(plan, read, ports)
		};
	}
	const read = await proveAll(registry, images, proof);
	const signing = await signRead(plan, read, ports);
	if (proof.verify === "before-tag") {
		for (const image of read) await giveTags(plan, image, ports);
		const later = registryOf(shell, how.access);
		const moved = read.map(({ built, tags }) => problemsInTags(later, built, tags));
		refuse("the tags that were moved are not what was pushed", (await require_together.together(moved)).flat());
	}
	return {
		images: read,
		warnings: [],
		signing
	};
}
async function signRead({ signing, proof }, images, ports) {
	if (signing === void 0) return void 0;
	const { signImages } = await Promise.resolve().then(() => require("./sign-images.cjs"));
	return await signImages(signing, images.map(({ built: { digest }, repositories, evidence }) => {
		const image = evidence && imageOf(evidence);
		return {
			digest,
			repositories,
			subjects: image && subjectsOf(image)
		};
	}), {
		...ports,
		isTagged: proof.verify !== "before-tag"
	});
}
async function proveAll(registry, images, proof) {
	const all = await require_together.together(images.map((image) => prove(registry, image, proof)));
	refuse(`what was pushed is not what was asked for${proof.verify === "before-tag" ? ", and no tag was moved" : ""}`, [...new Set(all.flatMap(({ problems }) => problems))]);
	return all.map(({ image, evidence }) => ({
		...image,
		evidence
	}));
}
async function prove(registry, image, proof) {
	const { built, repositories } = image;
	const [repository = "", ...others] = repositories;
	const tags = proof.verify === "before-tag" ? [] : image.tags;
	const [evidence, elsewhere, moved] = await require_together.together([
		readWithStarted(sourceIn(registry, repository, built), built),
		require_together.together(others.map((other) => problemsInRepository(registry, other, built))),
		problemsInTags(registry, built, tags)
	]);
	const found = [
		...problemsInImage(evidence, {
			platforms: image.platforms,
			strict: proof.strict
		}),
		...elsewhere.flat(),
		...moved
	];
	const { target } = image;
	return {
		image,
		evidence,
		problems: target === void 0 ? found : found.map((problem) => `${target}: ${problem}`)
	};
}
function problemsInImage(evidence, { platforms, strict }) {
	return [...problemsOf(evidence, platforms), ...strict ? wrongCpu(evidence) : []];
}
function refuse(title, problems) {
	if (problems.length > 0) throw new require_errors$1.VerificationError(title, problems);
}
async function readUnproven(registry, image) {
	const { built, repositories } = image;
	const [repository = ""] = repositories;
	const unread = (warning) => ({
		images: [{
			...image,
			evidence: void 0
		}],
		warnings: [warning]
	});
	try {
		const evidence = await readIndex(sourceIn(registry, repository, built), built);
		if (!("problem" in evidence.root)) return {
			images: [{
				...image,
				evidence
			}],
			warnings: []
		};
		return unread(`${`${repository}@${built.digest}`} could not be read back: ${evidence.root.problem}`);
	} catch (error) {
		if (error instanceof require_errors$1.RegistryError) return unread(require_end.failureText(error));
		throw error;
	}
}
// src/effects/proof-read-back.ts
var proof_read_back_exports = require_rolldown_runtime.__exportAll({ readBack: () => readBack });
async function readBack(plan, { pushed: told, ...files }, { engine, ...ports }) {
	const { builder, proof } = plan;
	const builds = proof.builds.map((build) => {
		const metadata = require_leg.metadataOf(files.metadata, build.target);
		return {
			...build,
			metadata,
			built: require_leg.builtImage(metadata)
		};
	});
	const all = builds.map(({ target, platforms, names, built }) => {
		const images = pushedImages(names, target === void 0 ? told : taggedOnly(told, names), built);
		if (images === void 0) throw new require_errors$1.VerificationError("buildx pushed, and its metadata file has no digest", []);
		return images.map((image) => ({
			...image,
			target,
			platforms
		}));
	}).flat();
	const pushed = all.length === 0 ? nothing : await readPushed(all, plan, ports);
	const made = [];
	const evidence = pushed.images.flatMap((image) => image.evidence ?? []);
	for (const { target, metadata, built, ...build } of builds) {
		const layouts = await readLayouts(built, {
			...proof,
			...build
		});
		evidence.push(...layouts);
		const own = [...pushed.images.filter((image) => image.target === target).map(madeOf), ...layouts.map(madeLayout)];
		if (own.length === 0 && built !== void 0) own.push(await madeHere(built, metadata, engine));
		made.push(...own.map((image) => ({
			...image,
			target
		})));
	}
	return {
		targets: builds.flatMap(({ target }) => target ?? []),
		builder: builder.name,
		images: made,
		...files,
		signing: pushed.signing,
		warnings: [
			...pushed.warnings,
			...pushed.signing?.warnings ?? [],
			...proof.verify === "false" ? [] : new Set(evidence.flatMap(wrongCpu)),
			...made.length === 0 ? [noDigestText(proof.builds) ?? []].flat() : []
		]
	};
}
function taggedOnly(told, names) {
	const repositories = new Set(names.map(({ repository }) => repository));
	return new Map([...told].filter(([name]) => !repositories.has(name)));
}
const nothing = {
	images: [],
	warnings: []
};
function madeOf({ built: { digest }, evidence, repositories, tags }) {
	return {
		digest,
		repositories,
		tags,
		image: evidence && imageOf(evidence)
	};
}
function madeLayout(evidence) {
	const { digest } = evidence.built;
	return {
		digest,
		repositories: [],
		tags: [],
		image: imageOf(evidence)
	};
}
async function madeHere(built, metadata, engine) {
	const { digest } = built;
	const told = () => engine?.(`/images/${digest}/json?manifests=1`);
	return {
		digest,
		repositories: [],
		tags: [],
		image: require_leg.describedImage(metadata, built) ?? imageInEngine((await told())?.json, digest)
	};
}
async function readLayouts(built, proof) {
	const images = [];
	for (const place of proof.layouts) {
		const layout = await openLayout(place, built?.digest);
		const evidence = await (proof.verify === "false" ? readImage : readWithStarted)(layout.source, layout.built);
		if (proof.verify !== "false") refuse(`${place.path} is not what was asked for`, problemsInImage(evidence, proof));
		images.push(evidence);
	}
	return images;
}
Object.defineProperty(exports, "init_registry_answer", {
	enumerable: true,
	get: function() {
		return init_registry_answer;
	}
});
Object.defineProperty(exports, "noteRegistries", {
	enumerable: true,
	get: function() {
		return noteRegistries;
	}
});
Object.defineProperty(exports, "proof_read_back_exports", {
	enumerable: true,
	get: function() {
		return proof_read_back_exports;
	}
});
Object.defineProperty(exports, "readBack", {
	enumerable: true,
	get: function() {
		return readBack;
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
Object.defineProperty(exports, "wordsOfAnswer", {
	enumerable: true,
	get: function() {
		return wordsOfAnswer;
	}
});
