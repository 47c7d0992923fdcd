const require_errors = require("./errors.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_read_inputs = require("./read-inputs.cjs");
let node_fs_promises = require("node:fs/promises");
// src/result/build-files.ts
const platform = require_pinned_images.object({
	os: require_pinned_images.string(),
	architecture: require_pinned_images.string(),
	variant: require_pinned_images.optional(require_pinned_images.string())
});
const metadata = require_pinned_images.looseObject({
	"containerimage.digest": require_pinned_images.optional(require_pinned_images.string()),
	"containerimage.descriptor": require_pinned_images.optional(require_pinned_images.object({
		mediaType: require_pinned_images.string(),
		digest: require_pinned_images.string(),
		size: require_pinned_images.number(),
		platform: require_pinned_images.optional(platform)
	}))
});
function builtImage(text) {
	if (text === "") return void 0;
	const { "containerimage.digest": digest, "containerimage.descriptor": descriptor } = require_pinned_images.parse(metadata, JSON.parse(text));
	if (digest === void 0) return void 0;
	const parsed = require_pinned_images.parseDigest(digest);
	if (!parsed.ok) throw new Error(`buildx's metadata file: ${parsed.problem}`);
	const said = descriptor?.digest === digest ? descriptor : void 0;
	return {
		digest: parsed.value,
		size: said?.size,
		mediaType: said?.mediaType
	};
}
function describedImage(text, { digest }) {
	const { "containerimage.descriptor": descriptor } = require_pinned_images.parse(metadata, JSON.parse(text));
	if (descriptor?.platform === void 0 || descriptor.digest !== digest) return void 0;
	const { mediaType, size, platform } = descriptor;
	const about = {
		digest,
		mediaType,
		size,
		layersSize: void 0,
		attestations: []
	};
	return {
		digest,
		mediaType,
		manifests: [{
			platform: require_pinned_images.platformOf({
				...platform,
				variant: platform.variant
			}),
			...about
		}]
	};
}
function compactMetadata(text, { most, digest }) {
	if (text === "") return "";
	const all = require_pinned_images.parse(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.unknown()), JSON.parse(text));
	const told = all["containerimage.digest"];
	const isOther = digest !== void 0 && told !== void 0 && told !== digest;
	const ofOther = ["containerimage.descriptor", "containerimage.config.digest"];
	const entries = Object.entries(isOther ? {
		...all,
		"containerimage.digest": digest
	} : all).filter(([name]) => !/^buildx\.build\.(?:provenance|warnings)/.test(name)).filter(([name]) => !isOther || !ofOther.includes(name)).map(([name, value]) => ({
		name,
		value,
		length: JSON.stringify([name, value]).length
	}));
	const shortest = entries.toSorted((one, other) => one.length - other.length);
	let length = 0;
	const kept = new Set(shortest.filter((entry) => {
		length += entry.length;
		return length <= most;
	}));
	return JSON.stringify(Object.fromEntries(entries.filter((entry) => kept.has(entry)).map(({ name, value }) => [name, value])));
}
function checkBuilt({ metadata, imageId }, program = "docker buildx") {
	if (metadata !== "" || imageId !== "") return;
	throw new require_errors.UserError(`nothing was built: \`${program}\` ended without an error, and left neither a metadata file nor an image's ID. What to try: look whether that is buildx, with \`docker buildx version\`; \`buildx-version: latest\` installs another`);
}
// src/report/outputs.ts
const mostMetadata = 4096;
function describe({ tags, labels, annotations }) {
	const tagNames = [...new Set(tags.map(({ tag }) => tag))];
	return {
		version: "",
		tags: tags.map(require_pinned_images.formatReference),
		tagNames,
		labels,
		annotations
	};
}
function outputsOf(result, names) {
	const { images, builder, metadata, imageId } = result;
	const [first] = images;
	const own = described(first === void 0 ? [] : [first]);
	const pushed = images.filter(({ repositories }) => repositories.length > 0);
	const all = pushed.length > 0 ? described(pushed) : own;
	return new Map([
		["digest", first?.digest ?? ""],
		["digests", JSON.stringify(Object.fromEntries(own.map((m) => [m.platform, m.digest])))],
		["image-refs", pushed.flatMap(imageReferences).join("\n")],
		["manifests", JSON.stringify(all)],
		["metadata", compactMetadata(metadata, {
			most: mostMetadata,
			digest: first?.digest
		})],
		["imageid", imageId],
		["builder", builder],
		["platforms", own.map(({ platform }) => platform).join(",")],
		...descriptionOutputs(names),
		...own.map((m) => [`digest-${m.platform.replaceAll("/", "-")}`, m.digest])
	]);
}
function described(images) {
	const all = images.flatMap(({ image }) => image?.manifests ?? []).map(({ platform, digest, mediaType, size, attestations }) => ({
		platform: require_pinned_images.formatPlatform(platform),
		digest,
		mediaType,
		size,
		attestations
	}));
	return [...new Map(all.map((manifest) => [JSON.stringify(manifest), manifest])).values()];
}
function descriptionOutputs(names) {
	const { version, tags, tagNames, labels, annotations } = names;
	const pairs = labels.map((label) => /^([^=]*)=?(.*)$/s.exec(label)?.slice(1) ?? [label, ""]);
	const object = {
		tags,
		"tag-names": tagNames,
		labels: Object.fromEntries(pairs),
		annotations
	};
	return [
		["tags", tags.join("\n")],
		["tag-names", tagNames.join("\n")],
		["version", version],
		["labels", labels.join("\n")],
		["annotations", annotations.join("\n")],
		["json", JSON.stringify(object)]
	];
}
function imageReferences({ digest, repositories }) {
	return repositories.map((repository) => `${repository}@${digest}`);
}
// src/report/secret-left-out.ts
const cause = "secrets are empty for pull requests from forks and for Dependabot";
function leftOutText({ input, what }) {
	return require_read_inputs.complaintOf(input, `${what}; ${cause}. The build goes on without it`);
}
function noLoginText(login) {
	return require_read_inputs.complaintOf(login.input, `no login to ${login.registry}, as ${whyNone(login)}`);
}
function whyNone(login) {
	const missing = require_read_inputs.missingOf(login);
	return `the ${missing} ${missing.includes(" and ") ? "are" : "is"} empty; ${cause}`;
}
// src/runner/secrets.ts
function secretsOf({ login, build }, { proxies, nodeCertificates }) {
	const passwords = [
		...login.logins.flatMap(({ username, password }) => password === "" ? [] : [password, Buffer.from(`${username}:${password}`).toString("base64")]),
		...login.leftOut.map(({ password }) => password),
		...Object.values(proxies).map(require_builder_node.passwordOf)
	];
	const keys = nodeCertificates.flatMap(({ key }) => key === void 0 ? [] : [key]);
	const ofBuild = build === void 0 ? [] : secretsOfBuild(build);
	return distinct([
		...passwords,
		...passwords.map(decoded),
		...keys,
		...ofBuild
	]);
}
function secretsOfTexts(raw) {
	const whole = ["password", "github-token"].flatMap((name) => raw.get(name) ?? []);
	const passwords = [...raw.values()].flatMap(require_url_passwords.passwordsIn);
	return distinct([
		...whole,
		...passwords,
		...passwords.map(decoded)
	]);
}
function secretsOfBuild({ secrets, cache }) {
	const { githubToken = "", secrets: given } = secrets;
	return [
		...given.map(({ value }) => value),
		...require_read_inputs.secretsOfCache(cache),
		githubToken
	];
}
function distinct(secrets) {
	return [...new Set(secrets)].filter((secret) => secret !== "");
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
const shortest = 4;
function maskFor(github) {
	return (secrets) => {
		const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
		const trimmed = secrets.map((secret) => secret.trim());
		const all = distinct([
			...secrets,
			...trimmed,
			...lines.filter((line) => line.length >= shortest)
		]);
		for (const secret of all) github.mask(secret);
	};
}
// src/effects/check-paths.ts
async function readGivenConfigs(configs, complain) {
	const given = [];
	for (const config of configs) if (config.kind === "inline") given.push({
		input: "buildkitd-config-inline",
		text: config.text
	});
	else if (await kindOf(config.path) === "file") given.push({
		input: "buildkitd-config",
		text: await (0, node_fs_promises.readFile)(config.path, "utf8")
	});
	else complain("buildkitd-config", `there is no file \`${config.path}\`; take a path as seen from the working directory, such as \`.github/buildkitd.toml\``);
	return given;
}
async function checkCertificates(config, nodes, complain) {
	const written = config?.pems.map(({ path }) => path) ?? [];
	const all = [...(config?.certificates ?? []).filter(({ path }) => !written.includes(path)), ...nodes.flatMap(certificatesOf)];
	const kinds = await Promise.all(all.map(({ path }) => kindOf(path)));
	for (const [index, { input, path }] of all.entries()) {
		if (kinds[index] === "file") continue;
		complain(input, `there is no file \`${path}\`; take a path on the runner, such as \`/etc/ssl/registry-ca.pem\``);
	}
}
function certificatesOf({ driverOpts }) {
	return driverOpts.flatMap((option) => /^(?:cacert|cert|key)=(.*)$/.exec(option)?.[1] ?? []).map((path) => ({
		input: "driver-opts",
		path
	}));
}
async function kindOf(path) {
	try {
		return (await (0, node_fs_promises.stat)(path)).isDirectory() ? "directory" : "file";
	} catch {
		return "absent";
	}
}
Object.defineProperty(exports, "builtImage", {
	enumerable: true,
	get: function() {
		return builtImage;
	}
});
Object.defineProperty(exports, "checkBuilt", {
	enumerable: true,
	get: function() {
		return checkBuilt;
	}
});
Object.defineProperty(exports, "checkCertificates", {
	enumerable: true,
	get: function() {
		return checkCertificates;
	}
});
Object.defineProperty(exports, "describe", {
	enumerable: true,
	get: function() {
		return describe;
	}
});
Object.defineProperty(exports, "describedImage", {
	enumerable: true,
	get: function() {
		return describedImage;
	}
});
Object.defineProperty(exports, "imageReferences", {
	enumerable: true,
	get: function() {
		return imageReferences;
	}
});
Object.defineProperty(exports, "kindOf", {
	enumerable: true,
	get: function() {
		return kindOf;
	}
});
Object.defineProperty(exports, "leftOutText", {
	enumerable: true,
	get: function() {
		return leftOutText;
	}
});
Object.defineProperty(exports, "maskFor", {
	enumerable: true,
	get: function() {
		return maskFor;
	}
});
Object.defineProperty(exports, "noLoginText", {
	enumerable: true,
	get: function() {
		return noLoginText;
	}
});
Object.defineProperty(exports, "outputsOf", {
	enumerable: true,
	get: function() {
		return outputsOf;
	}
});
Object.defineProperty(exports, "readGivenConfigs", {
	enumerable: true,
	get: function() {
		return readGivenConfigs;
	}
});
Object.defineProperty(exports, "secretsOf", {
	enumerable: true,
	get: function() {
		return secretsOf;
	}
});
Object.defineProperty(exports, "secretsOfTexts", {
	enumerable: true,
	get: function() {
		return secretsOfTexts;
	}
});
Object.defineProperty(exports, "whyNone", {
	enumerable: true,
	get: function() {
		return whyNone;
	}
});
