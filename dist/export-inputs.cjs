const require_pinned_images = require("./pinned-images.cjs");
const require_attestation_inputs = require("./attestation-inputs.cjs");
const require_export_kinds = require("./export-kinds.cjs");
// src/inputs/export-inputs.ts
const types = [
	"image",
	"registry",
	"local",
	"tar",
	"oci",
	"docker",
	"cacheonly"
];
const example = "`type=local,dest=out`";
function readOutputs(fields) {
	const complain = (problem) => fields.complain("outputs", problem);
	return fields.list("outputs", {
		commas: false,
		quotes: false
	}).map((text) => {
		const attributes = require_export_kinds.readAttributes("outputs", text, fields.complain);
		const [first, ...others] = attributes.fields;
		if (first?.value === void 0 && others.length === 0) {
			if (text === "-") complain("`-` is standard output, which is the log; give a file as `dest`");
			return {
				...attributes,
				type: "local"
			};
		}
		for (const { key, value } of attributes.fields) if (value === void 0) complain(`\`${text}\`: \`${key}\` has no value; write \`key=value\``);
		return {
			...attributes,
			type: typeOf(attributes, complain)
		};
	});
}
function typeOf(output, complain) {
	const given = require_export_kinds.attribute(output, "type");
	const { text } = output;
	const type = types.find((known) => known === given);
	if (given === void 0) complain(`\`${text}\` has no \`type=\`; one is ${example}`);
	else if (type === void 0) complain(`\`${text}\`: ${require_pinned_images.notOneOf(given, types)}`);
	else complainOfPlace(output, type, complain);
	return type ?? "cacheonly";
}
function complainOfPlace(output, type, complain) {
	const { text } = output;
	const needs = type === "local" || type === "tar" || type === "oci";
	const place = require_export_kinds.attribute(output, "dest");
	if (place === "-") complain(`\`${text}\`: \`dest=-\` is standard output, which is the log; name a file`);
	else if (needs && (place === void 0 || place === "")) complain(`\`${text}\` needs a place, such as \`type=${type},dest=out${fileOf(type)}\``);
}
function fileOf(type) {
	return type === "local" ? "" : ".tar";
}
function complainOfArchives(build, { complain }) {
	const { outputs, platforms, attestations } = build;
	const tooMuch = platforms.length > 1 ? "several platforms" : require_attestation_inputs.asksForAttestations(attestations) && "attestations";
	const archive = outputs.find((output) => output.type === "docker" && require_export_kinds.attribute(output, "dest") !== void 0);
	if (archive === void 0 || tooMuch === false) return;
	complain("outputs", `\`${archive.text}\` can't hold ${tooMuch}; \`type=oci\` writes all`);
}
function hasFilesOnly(outputs) {
	return outputs.some(({ type }) => type === "local" || type === "tar");
}
function hasDockerExporter(outputs, load) {
	return load || outputs.some(({ type }) => type === "docker");
}
Object.defineProperty(exports, "complainOfArchives", {
	enumerable: true,
	get: function() {
		return complainOfArchives;
	}
});
Object.defineProperty(exports, "hasDockerExporter", {
	enumerable: true,
	get: function() {
		return hasDockerExporter;
	}
});
Object.defineProperty(exports, "hasFilesOnly", {
	enumerable: true,
	get: function() {
		return hasFilesOnly;
	}
});
Object.defineProperty(exports, "readOutputs", {
	enumerable: true,
	get: function() {
		return readOutputs;
	}
});
