const require_url_passwords = require("./url-passwords.cjs");
const require_dist = require("./valibot.cjs");
const require_read_inputs = require("./read-inputs.cjs");
const require_attributes = require("./attributes.cjs");
const require_reference = require("./reference.cjs");
const require_owner = require("./owner.cjs");
let node_fs_promises = require("node:fs/promises");
// src/plan/node.ts
function planNode(node, settings) {
	const { buildkitdConfig } = settings;
	const files = certificateFiles(settings);
	const ours = {
		...files.options,
		...imageOption(node, settings),
		...variables(settings)
	};
	const given = new Set(node.driverOpts.map((option) => option.split("=")[0] ?? ""));
	const added = Object.entries(ours).filter(([name]) => !given.has(name));
	const all = [...node.driverOpts.map(pairOf), ...added];
	const options = all.filter(([, value]) => !hasPassword(value)).map(([name, value]) => `${name}=${value}`);
	const flags = flagsOf(node, settings);
	const platforms = node.platforms.map(require_read_inputs.formatPlatform).join(",");
	return {
		arguments: [
			...node.name === void 0 ? [] : ["--node", node.name],
			...["--driver", settings.driver],
			...options.flatMap((option) => ["--driver-opt", csvField(option)]),
			...flags === "" ? [] : ["--buildkitd-flags", flags],
			...buildkitdConfig === void 0 ? [] : ["--buildkitd-config", buildkitdConfig],
			...platforms === "" ? [] : ["--platform", platforms],
			...node.endpoint === void 0 ? [] : ["--", node.endpoint]
		],
		secretOptions: Object.fromEntries(all.filter(([, value]) => hasPassword(value))),
		files: files.files
	};
}
function pairOf(option) {
	const equals = option.indexOf("=");
	return [option.slice(0, equals), option.slice(equals + 1)];
}
function flagsOf({ buildkitdFlags = "" }, { driver, entitlements }) {
	if (driver === "remote") return "";
	return [buildkitdFlags, ...entitlements.filter((name) => !buildkitdFlags.includes(name)).map((name) => `--allow-insecure-entitlement=${name}`)].filter(Boolean).join(" ");
}
function imageOption({ driverOpts }, { driver, image }) {
	if (!(driver === "docker-container" || driver === "kubernetes") || image === void 0) return {};
	return { image: driverOpts.includes("rootless=true") ? `${image}-rootless` : image };
}
function variables({ driver, proxies, owner }) {
	if (driver !== "docker-container") return {};
	const all = {
		...proxies,
		...owner === void 0 ? {} : { [require_owner.ownerVariable]: owner }
	};
	return Object.fromEntries(Object.entries(all).map(([name, value]) => [`env.${name}`, value]));
}
function hasPassword(value) {
	return passwordOf(value) !== "" || require_url_passwords.passwordsIn(value).length > 0;
}
function passwordOf(address) {
	return /^(?:[a-z]+:\/\/)?[^/@:]*:([^/@]*)@/i.exec(address)?.[1] ?? "";
}
function certificateFiles({ driver, certificates = {}, path }) {
	const files = (driver === "remote" ? Object.entries(certificates) : []).map(([name, text]) => ({
		name,
		path: `${path}-${name}.pem`,
		text
	}));
	return {
		options: Object.fromEntries(files.map((file) => [file.name, file.path])),
		files: files.map(({ path, text }) => ({
			path,
			text
		}))
	};
}
function csvField(option) {
	return /[",\r\n]/.test(option) ? `"${option.replaceAll("\"", "\"\"")}"` : option;
}
// src/result/build-files.ts
const metadata = require_dist.looseObject({
	"containerimage.digest": require_dist.optional(require_dist.string()),
	"containerimage.descriptor": require_dist.optional(require_dist.object({
		mediaType: require_dist.string(),
		digest: require_dist.string(),
		size: require_dist.number()
	}))
});
function builtImage(text) {
	if (text === "") return void 0;
	const { "containerimage.digest": digest, "containerimage.descriptor": descriptor } = require_dist.parse(metadata, JSON.parse(text));
	if (digest === void 0) return void 0;
	const parsed = require_attributes.parseDigest(digest);
	if (!parsed.ok) throw new Error(`buildx's metadata file: ${parsed.problem}`);
	const said = descriptor?.digest === digest ? descriptor : void 0;
	return {
		digest: parsed.value,
		size: said?.size,
		mediaType: said?.mediaType
	};
}
function compactMetadata(text, most) {
	if (text === "") return "";
	const entries = Object.entries(require_dist.parse(require_dist.record(require_dist.string(), require_dist.unknown()), JSON.parse(text))).filter(([name]) => !/^buildx\.build\.(?:provenance|warnings)/.test(name)).map(([name, value]) => ({
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
// src/report/outputs.ts
const mostMetadata = 4096;
function describe({ tags, labels, annotations }) {
	const tagNames = [...new Set(tags.map(({ tag }) => tag))];
	return {
		version: "",
		tags: tags.map(require_reference.formatReference),
		tagNames,
		labels,
		annotations
	};
}
function outputsOf(result, names) {
	const { digest = "", builder, metadata, imageId } = result;
	const manifests = (result.image?.manifests ?? []).map((manifest) => {
		const { digest, mediaType, size, attestations } = manifest;
		return {
			platform: require_read_inputs.formatPlatform(manifest.platform),
			digest,
			mediaType,
			size,
			attestations
		};
	});
	return new Map([
		["digest", digest],
		["digests", JSON.stringify(Object.fromEntries(manifests.map((m) => [m.platform, m.digest])))],
		["image-refs", imageReferences(result).join("\n")],
		["manifests", JSON.stringify(manifests)],
		["metadata", compactMetadata(metadata, mostMetadata)],
		["imageid", imageId],
		["builder", builder],
		["platforms", manifests.map(({ platform }) => platform).join(",")],
		...descriptionOutputs(names),
		...manifests.map((m) => [`digest-${m.platform.replaceAll("/", "-")}`, m.digest])
	]);
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
	if (digest === void 0) return [];
	return repositories.map((repository) => `${repository}@${digest}`);
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
async function checkCertificates(config, { driver, nodes }, complain) {
	const written = config?.pems.map(({ path }) => path) ?? [];
	const all = [...(config?.certificates ?? []).filter(({ path }) => !written.includes(path)), ...driver === "remote" ? nodes.flatMap(certificatesOf) : []];
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
// src/secrets.ts
function secretsOf({ login, build }, { proxies, nodeCertificates }) {
	const passwords = [...login.logins.flatMap(({ username, password }) => [password, Buffer.from(`${username}:${password}`).toString("base64")]), ...Object.values(proxies).map(passwordOf)];
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
		const all = distinct([...secrets, ...lines.filter((line) => line.length >= shortest)]);
		for (const secret of all) github.mask(secret);
	};
}
Object.defineProperty(exports, "builtImage", {
	enumerable: true,
	get: function() {
		return builtImage;
	}
});
Object.defineProperty(exports, "checkCertificates", {
	enumerable: true,
	get: function() {
		return checkCertificates;
	}
});
Object.defineProperty(exports, "csvField", {
	enumerable: true,
	get: function() {
		return csvField;
	}
});
Object.defineProperty(exports, "describe", {
	enumerable: true,
	get: function() {
		return describe;
	}
});
Object.defineProperty(exports, "kindOf", {
	enumerable: true,
	get: function() {
		return kindOf;
	}
});
Object.defineProperty(exports, "maskFor", {
	enumerable: true,
	get: function() {
		return maskFor;
	}
});
Object.defineProperty(exports, "outputsOf", {
	enumerable: true,
	get: function() {
		return outputsOf;
	}
});
Object.defineProperty(exports, "planNode", {
	enumerable: true,
	get: function() {
		return planNode;
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
