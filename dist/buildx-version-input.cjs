const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_semver$1 = require("./semver.cjs");
const require_template = require("./template.cjs");
// src/inputs/buildx-version-input.ts
var import_semver = require_rolldown_runtime.__toESM(require_semver$1.require_semver(), 1);
function readVersion(text, need, complain) {
	const version = (0, import_semver.valid)(text);
	if (version !== null) {
		complainOfOld(version, need, complain);
		return {
			kind: "exact",
			version
		};
	}
	if ((0, import_semver.validRange)(text) !== null) return {
		kind: "range",
		range: text
	};
	complain("buildx-version", `\`${text}\` is not a version; write \`latest\`, a version such as \`v0.36.1\`, or a range such as \`>=0.33\` or \`0.36.x\``);
	return { kind: "any" };
}
function complainOfOld(version, need, complain) {
	if (need === require_template.everyRun || (0, import_semver.gte)(version, need.version)) return;
	complain("buildx-version", `\`${version}\` is older than ${need.version}, the minimum for ${need.why}`);
}
exports.readVersion = readVersion;
