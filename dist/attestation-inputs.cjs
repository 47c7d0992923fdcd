const require_export_kinds = require("./export-kinds.cjs");
// src/inputs/attestation-inputs.ts
const compats = [
	"auto",
	"off",
	"no-oci-artifact"
];
function readAttestations(fields) {
	return {
		provenance: readAttestation(fields, "provenance", "mode=max"),
		sbom: readAttestation(fields, "sbom", "generator=docker/scout-sbom-indexer:latest"),
		attests: fields.list("attests", { commas: false }).map((text) => {
			const attributes = require_export_kinds.readAttributes("attests", text, fields.complain);
			if (attributes.fields.length > 0 && !require_export_kinds.attribute(attributes, "type")) fields.complain("attests", `\`${text}\` has no \`type=\`; write \`type=sbom\` or \`type=provenance,mode=max\``);
			return attributes;
		}),
		compat: fields.choice("compat", compats)
	};
}
function asksForAttestations({ provenance, sbom, attests }) {
	const isWanted = (attributes) => !["true", "1"].includes(require_export_kinds.attribute(attributes, "disabled")?.toLowerCase() ?? "");
	return [provenance, sbom].some((given) => given?.kind === "attributes" ? isWanted(given.attributes) : given?.kind === "on") || attests.some(isWanted);
}
function readAttestation(fields, input, example) {
	const text = fields.text(input);
	if (text === void 0) return void 0;
	if (/^true$/i.test(text)) return { kind: "on" };
	if (/^false$/i.test(text)) return { kind: "off" };
	const attributes = require_export_kinds.readAttributes(input, text, fields.complain);
	const [wrong] = attributes.fields.filter(({ value }) => value === void 0);
	if (wrong !== void 0) fields.complain(input, `\`${wrong.key}\` is neither a boolean nor an attribute; write \`true\`, \`false\`, or attributes such as \`${example}\``);
	return {
		kind: "attributes",
		attributes
	};
}
Object.defineProperty(exports, "asksForAttestations", {
	enumerable: true,
	get: function() {
		return asksForAttestations;
	}
});
Object.defineProperty(exports, "readAttestations", {
	enumerable: true,
	get: function() {
		return readAttestations;
	}
});
