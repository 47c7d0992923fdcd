const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_toml$1 = require("./iarna-toml.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_parsed = require("./parsed.cjs");
const require_registry_hosts = require("./registry-hosts.cjs");
// src/inputs/buildkitd-toml.ts
var import_toml = require_toml$1.require_toml();
require_pinned_images.init_dist();
require_parsed.init_parsed();
function parseBuildkitdToml(text) {
	try {
		const settings = (0, import_toml.parse)(text);
		const checked = require_pinned_images.safeParse(require_registry_hosts.registrySettings, settings);
		if (checked.success) return require_parsed.parsed(settings);
		return require_parsed.refused(`is not a configuration of buildkitd: ${require_pinned_images.summarize(checked.issues)}`);
	} catch (error) {
		return require_parsed.refused(`is not TOML: ${wordsOf(error)}`);
	}
}
function wordsOf(error) {
	if (!(error instanceof Error)) return String(error);
	const message = (error.message.split("\n")[0] ?? "").replace(/ at row \d+, col \d+, pos \d+:?$/, "");
	const { line, col } = error;
	if (typeof line !== "number" || typeof col !== "number") return message;
	return `${message} (line ${line + 1}, column ${col + 1})`;
}
function authoritiesOf(settings) {
	const registries = Object.values(require_pinned_images.parse(require_registry_hosts.registrySettings, settings).registry);
	return [...new Set(registries.flatMap(({ ca }) => ca))];
}
function keyPairsOf(settings) {
	const pairs = Object.values(require_pinned_images.parse(require_registry_hosts.registrySettings, settings).registry).flatMap(({ keypair }) => keypair);
	return [...new Set(pairs.flatMap(({ key, cert }) => [key, cert]))];
}
const topLevel = [
	...[
		"debug",
		"trace",
		"root",
		"insecure-entitlements",
		"proxyNetwork",
		"log",
		"grpc",
		"otel"
	],
	...[
		"cdi",
		"worker",
		"registry",
		"dns",
		"history",
		"frontend",
		"system",
		"provenanceEnvDir"
	],
	...[
		"cache",
		"gha",
		"platformsCacheMaxAge",
		"maxRegistryConcurrency"
	]
];
const ofRegistry = [
	"mirrors",
	"http",
	"insecure",
	"ca",
	"keypair",
	"tlsconfigdir"
];
const ofDns = [
	"nameservers",
	"options",
	"searchDomains"
];
function insecureHostsOf(settings) {
	const insecure = Object.entries(require_pinned_images.parse(require_registry_hosts.registrySettings, settings).registry).filter(([, { http, insecure }]) => http || insecure);
	const unchecked = insecure.filter(([, { http }]) => !http);
	return {
		insecureHosts: insecure.map(([host]) => host),
		uncheckedHosts: unchecked.map(([host]) => host)
	};
}
function unknownKeys(settings) {
	const { registry = {}, dns = {} } = settings;
	return [
		...strangers(settings, topLevel, ""),
		...strangers(dns, ofDns, "dns."),
		...Object.entries(registry).flatMap(([host, entry]) => strangers(entry, ofRegistry, `registry."${host}".`))
	];
}
function strangers(map, known, prefix) {
	if (typeof map !== "object" || map === null) return [];
	return Object.keys(map).filter((key) => !known.includes(key)).map((key) => {
		return `BuildKit does not know \`${prefix}${key}\`${require_pinned_images.didYouMean(key, known)}`;
	});
}
// src/inputs/buildkitd-config.ts
var buildkitd_config_exports = require_rolldown_runtime.__exportAll({ composeBuildkitdConfig: () => composeBuildkitdConfig });
function composeBuildkitdConfig(given, { inputs, folder }, complain) {
	const pems = [];
	const typed = settingsOf(inputs, (text) => pathOf(text, {
		folder,
		pems
	}));
	const texts = given.flatMap(({ input, text }) => {
		const toml = parseBuildkitdToml(text);
		if (!toml.ok) complain(input, toml.problem);
		return toml.ok ? [{
			input,
			settings: toml.value
		}] : [];
	});
	const parts = [...texts, ...typed].filter(({ settings }) => Object.keys(settings).length > 0);
	const [first, ...others] = parts;
	if (first === void 0) return void 0;
	const merged = merge(parts, complain);
	return {
		text: given.find(({ input }) => input === first.input && others.length === 0)?.text ?? (0, import_toml.stringify)(merged),
		settings: merged,
		authorities: authoritiesOf(merged),
		certificates: parts.flatMap(({ input, settings }) => [...authoritiesOf(settings), ...keyPairsOf(settings)].map((path) => ({
			input,
			path
		}))),
		...insecureHostsOf(merged),
		pems,
		warnings: texts.flatMap(({ input, settings }) => unknownKeys(settings).map((problem) => `\`${input}\`: ${problem}`))
	};
}
function settingsOf({ registries, mirrors, dns }, path) {
	const hosts = registries.map((registry) => [registry.host, registryOf(registry, path)]);
	const told = Object.fromEntries(hosts.filter(([, settings]) => Object.keys(settings).length > 0));
	const hub = { "docker.io": { mirrors: [...mirrors] } };
	return [
		{
			input: "registries",
			settings: Object.keys(told).length > 0 ? { registry: told } : {}
		},
		{
			input: "mirrors",
			settings: mirrors.length > 0 ? { registry: hub } : {}
		},
		{
			input: "dns",
			settings: dns.length > 0 ? { dns: { nameservers: [...dns] } } : {}
		}
	];
}
function registryOf(registry, path) {
	const { http, insecure, mirrors, ca, keypair } = registry;
	const settings = {};
	if (http !== void 0) settings["http"] = http;
	if (insecure !== void 0) settings["insecure"] = insecure;
	if (mirrors !== void 0) settings["mirrors"] = [...mirrors];
	if (ca !== void 0) settings["ca"] = ca.map(path);
	if (keypair !== void 0) settings["keypair"] = keypair.map(({ key, cert }) => ({
		key: path(key),
		cert: path(cert)
	}));
	return settings;
}
function pathOf(text, to) {
	if (!text.includes("-----BEGIN ")) return text;
	const path = `${to.folder}/${to.pems.length}.pem`;
	to.pems.push({
		path,
		text
	});
	return path;
}
function merge(parts, complain) {
	const sources = new Map();
	const add = (base, { input, settings }, at) => {
		const merged = { ...base };
		for (const [key, value] of Object.entries(settings)) {
			const path = `${at}${/^[\w-]+$/.test(key) ? key : `"${key}"`}`;
			const there = merged[key];
			if (isMap(value) && (there === void 0 || isMap(there))) merged[key] = add(there ?? {}, {
				input,
				settings: value
			}, `${path}.`);
			else if (there === void 0) {
				merged[key] = value;
				sources.set(path, input);
			} else if (JSON.stringify(there) !== JSON.stringify(value)) {
				const [ours, theirs] = [JSON.stringify(value), JSON.stringify(there)];
				complain(input, `says \`${path}\` is ${ours}, but \`${sources.get(path) ?? "another input"}\` says ${theirs}; keep one`);
			}
		}
		return merged;
	};
	return parts.reduce((merged, part) => add(merged, part, ""), {});
}
function isMap(value) {
	return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
Object.defineProperty(exports, "buildkitd_config_exports", {
	enumerable: true,
	get: function() {
		return buildkitd_config_exports;
	}
});
Object.defineProperty(exports, "composeBuildkitdConfig", {
	enumerable: true,
	get: function() {
		return composeBuildkitdConfig;
	}
});
