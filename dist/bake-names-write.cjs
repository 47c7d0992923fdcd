require("./rolldown-runtime.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/bake-definition.ts
require_pinned_images.init_dist();
const text = require_pinned_images.optional(require_pinned_images.string());
const texts = require_pinned_images.optional(require_pinned_images.array(require_pinned_images.string()), []);
const records = require_pinned_images.optional(require_pinned_images.array(require_pinned_images.union([require_pinned_images.string(), require_pinned_images.record(require_pinned_images.string(), require_pinned_images.union([require_pinned_images.string(), require_pinned_images.boolean()]))])), []);
const printedTarget = require_pinned_images.looseObject({
	context: text,
	dockerfile: text,
	"dockerfile-inline": text,
	call: text,
	network: text,
	platforms: texts,
	tags: texts,
	entitlements: texts,
	output: records,
	attest: records,
	"cache-from": records,
	"cache-to": records
});
const printed = require_pinned_images.looseObject({
	group: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.looseObject({ targets: texts })), {}),
	target: require_pinned_images.record(require_pinned_images.string(), printedTarget)
});
const asPrinted = require_pinned_images.looseObject({ target: require_pinned_images.record(require_pinned_images.string(), require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown())) });
function readDefinition(json) {
	const parsed = JSON.parse(json);
	const read = require_pinned_images.parse(printed, parsed);
	const asked = targetsIn("default", read.group, new Set());
	return {
		targets: Object.entries(read.target).map(([name, target]) => ({
			name,
			isAsked: asked.has(name),
			platforms: target.platforms.map(fromTemplate),
			tags: target.tags.map(fromTemplate),
			outputs: target.output.map(recordText),
			attests: target.attest.map(recordText),
			cacheFrom: target["cache-from"].map(recordText),
			cacheTo: target["cache-to"].map(recordText),
			context: fromTemplate(target.context ?? "."),
			dockerfile: target["dockerfile-inline"] === void 0 ? fromTemplate(target.dockerfile ?? "Dockerfile") : void 0,
			entitlements: [...target.entitlements, ...target.network === "host" ? ["network.host"] : []],
			call: target.call ?? "build"
		})),
		printed: require_pinned_images.parse(asPrinted, parsed)
	};
}
function targetsIn(name, groups, above) {
	const group = groups[name];
	if (group === void 0 || above.has(name)) return new Set([name]);
	const within = new Set([...above, name]);
	return new Set(group.targets.flatMap((one) => [...targetsIn(one, groups, within)]));
}
function recordText(record) {
	if (typeof record === "string") return fromTemplate(record);
	const { type, ...others } = record;
	return [...type === void 0 ? [] : [["type", type]], ...Object.entries(others)].map(([key, value]) => require_builder_node.csvField(`${key}=${fromTemplate(`${value}`)}`)).join(",");
}
function fromTemplate(template) {
	return template.replaceAll("$${", () => "${").replaceAll("%%{", "%{");
}
function toTemplate(literal) {
	return literal.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
function definitionText({ printed }, changes, anew) {
	const target = Object.fromEntries(Object.entries(printed.target).map(([name, own]) => {
		const { "no-cache": _, "no-cache-filter": __, ...cached } = own;
		return [name, {
			...anew ? own : cached,
			...changed(own, changes.get(name))
		}];
	}));
	return JSON.stringify({
		...printed,
		target
	});
}
function changed(own, change) {
	if (change === void 0) return {};
	const { secret, ...replaced } = change;
	const written = Object.entries(replaced).flatMap(([key, texts]) => texts === void 0 ? [] : [[key, texts.map(toTemplate)]]);
	const before = Array.isArray(own["secret"]) ? own["secret"] : [];
	const added = secret.length === 0 ? {} : { secret: [...before, ...secret.map(toTemplate)] };
	return {
		...Object.fromEntries(written),
		...added
	};
}
// src/plan/bake-names.ts
function bakeNamesText(target, { tags, labels, annotations, version, images }, parts) {
	const has = (part) => parts.includes(part);
	const args = {
		DOCKER_META_IMAGES: images.join(","),
		DOCKER_META_VERSION: version
	};
	const names = {
		...has("tags") ? { tags: tags.map(toTemplate) } : {},
		...has("labels") ? { labels: Object.fromEntries(labels.map(pairOf)) } : {},
		...has("annotations") ? { annotations: annotations.map(toTemplate) } : {},
		...has("tags") ? { args } : {}
	};
	return JSON.stringify({ target: { [target]: names } });
}
function pairOf(label) {
	const [, name = label, value = ""] = /^([^=]*)=?(.*)$/s.exec(label) ?? [];
	return [toTemplate(name), toTemplate(value)];
}
// src/effects/bake-names-write.ts
const files = {
	"bake-file": ["tags", "labels"],
	"bake-file-tags": ["tags"],
	"bake-file-labels": ["labels"],
	"bake-file-annotations": ["annotations"]
};
async function writeBakeNames(folder, target, names) {
	return await Promise.all(Object.entries(files).map(async ([output, parts]) => {
		const path = (0, node_path.join)(folder, `docker-metadata-action-${output}.json`);
		await (0, node_fs_promises.writeFile)(path, bakeNamesText(target, names, parts));
		return [output, path];
	}));
}
async function writeOwnBakeNames(folder, target, names) {
	const path = (0, node_path.join)(folder, "bake-names.json");
	await (0, node_fs_promises.writeFile)(path, bakeNamesText(target, names, [
		"tags",
		"labels",
		"annotations"
	]));
	return path;
}
exports.definitionText = definitionText;
exports.readDefinition = readDefinition;
exports.writeBakeNames = writeBakeNames;
exports.writeOwnBakeNames = writeOwnBakeNames;
