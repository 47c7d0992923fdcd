const require_parsed = require("./parsed.cjs");
// src/domain/reference.ts
const domain = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]+)?$/;
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagForm = /^[\w][\w.-]{0,127}$/;
const example = "`ghcr.io/owner/image:1.0`";
const longest = 255;
function parseReference(text) {
	if (text.includes("@")) return require_parsed.refused(`\`${text}\` has a digest; a tag is a name to give, like ${example}`);
	const colon = text.lastIndexOf(":");
	const tagged = colon > text.lastIndexOf("/");
	const name = tagged ? text.slice(0, colon) : text;
	const tag = tagged ? text.slice(colon + 1) : "latest";
	const { host, path } = splitHost(name);
	if (/[A-Z]/.test(path)) return require_parsed.refused(`\`${text}\` has upper-case letters in its repository; write \`${host === void 0 ? "" : `${host}/`}${path.toLowerCase()}:${tag}\``);
	if (!(name.length <= longest && (host === void 0 || domain.test(host)) && path.split("/").every((part) => component.test(part)) && tagForm.test(tag))) return require_parsed.refused(`\`${text}\` is not an image reference; one is ${example}`);
	return require_parsed.parsed({
		repository: `${host ?? "docker.io"}/${withLibrary(host, path)}`,
		tag
	});
}
function splitHost(name) {
	const slash = name.indexOf("/");
	const first = name.slice(0, Math.max(slash, 0));
	return first === "localhost" || /[.:]/.test(first) ? {
		host: first,
		path: name.slice(slash + 1)
	} : {
		host: void 0,
		path: name
	};
}
function withLibrary(host, path) {
	return (host === void 0 || host === "docker.io") && !path.includes("/") ? `library/${path}` : path;
}
function formatReference(reference) {
	return `${reference.repository}:${reference.tag}`;
}
Object.defineProperty(exports, "formatReference", {
	enumerable: true,
	get: function() {
		return formatReference;
	}
});
Object.defineProperty(exports, "parseReference", {
	enumerable: true,
	get: function() {
		return parseReference;
	}
});
