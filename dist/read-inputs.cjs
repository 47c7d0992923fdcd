const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_template = require("./template.cjs");
const require_parsed = require("./parsed.cjs");
const require_message_of = require("./message-of.cjs");
const require_errors = require("./errors.cjs");
let node_net = require("node:net");
// src/inputs/complaint.ts
require_parsed.init_parsed();
require_pinned_images.init_dist();
const most = 1500;
const head = 300;
function complaintOf(name, problem) {
	return `\`${cut(name)}\`: ${cut(require_url_passwords.withoutPasswords(problem))}`;
}
function cut(text) {
	if (text.length <= most) return text;
	return `${text.slice(0, head)} … ${text.slice(-1200)}`.toWellFormed();
}
// src/domain/ecr-place.ts
const privateForm = /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;
function ecrPlace(host) {
	if (host === "public.ecr.aws") {
		const region = "us-east-1";
		return {
			service: "ecr-public",
			region,
			endpoint: `https://api.ecr-public.${region}.amazonaws.com`,
			account: void 0
		};
	}
	const [, account, separator, fips = "", region = "", domain = ""] = privateForm.exec(host) ?? [];
	if (account === void 0) return void 0;
	return {
		service: "ecr",
		region,
		endpoint: `https://${apiHost({
			fips,
			region,
			domain,
			dualStack: separator === "-"
		})}`,
		account
	};
}
function apiHost({ fips, region, domain, dualStack }) {
	if (dualStack) return `ecr${fips}.${region}.api.aws`;
	return fips === "" ? `api.ecr.${region}.${domain}` : `ecr-fips.${region}.${domain}`;
}
// src/domain/address.ts
function isAddress(text) {
	return (0, node_net.isIP)(text) !== 0;
}
// src/inputs/plain-text.ts
const notPlain = "has a character that can't be passed to a program: a NUL or half of a surrogate pair; remove it";
function isPlain(text) {
	return !text.includes("\0") && text.isWellFormed();
}
// src/inputs/yaml.ts
async function parseYaml(text) {
	const { isScalar, LineCounter, parseDocument, visit } = await Promise.resolve().then(() => require_rolldown_runtime.__toESM(require("./yaml.cjs").default, 1));
	const lineCounter = new LineCounter();
	const document = parseDocument(text, {
		lineCounter,
		prettyErrors: false,
		logLevel: "silent",
		schema: "failsafe"
	});
	const [wrong] = [...document.errors, ...document.warnings];
	if (wrong !== void 0) return require_parsed.refused(`is not YAML: ${wordsOf(wrong, lineCounter)}`);
	let problem;
	visit(document, {
		Pair: (_, { key }) => {
			if (!isScalar(key)) problem = "a key is a list or a map; quote a text that begins with `{` or `[`";
		},
		Scalar: (_, { value }) => {
			if (typeof value === "string" && !isPlain(value)) problem = notPlain;
		}
	});
	if (problem !== void 0) return require_parsed.refused(problem);
	try {
		return require_parsed.parsed(document.toJS());
	} catch {
		return require_parsed.refused("is not YAML: an alias (`*name`) has no anchor or expands to too much; write its value out");
	}
}
function wordsOf({ message, pos: [start] }, lines) {
	const [words = ""] = message.split(/[:\n]/);
	const { line, col } = lines.linePos(start);
	return `${words} (line ${line}, column ${col})`;
}
const booleans = [
	"true",
	"True",
	"TRUE",
	"false",
	"False",
	"FALSE"
];
const yamlBoolean = require_pinned_images.pipe(require_pinned_images.picklist(booleans, "`true` or `false`"), require_pinned_images.transform((text) => text.toLowerCase() === "true"));
function complainOfYaml(input, expected, complain) {
	const { issues, known, example } = expected;
	for (const issue of issues) {
		const path = require_pinned_images.getDotPath(issue);
		const key = path?.split(".").find((part) => !/^\d+$/.test(part));
		const wanted = issue.type === "picklist" || issue.type === "check" ? issue.message : wordsFor(issue.expected);
		if (path === null || key === void 0) complain(input, `takes ${wanted}, as in ${example}`);
		else if (known.includes(key)) complain(input, `\`${path}\` takes ${wanted}, as in ${example}`);
		else {
			const hint = require_pinned_images.didYouMean(key, known);
			const list = known.map((name) => `\`${name}\``).join(", ");
			if (hint === "") complain(input, `has an unknown key; the known ones are ${list}`);
			else complain(input, `\`${path}\` is not a known setting${hint}`);
		}
	}
}
function wordsFor(expected) {
	if (expected === "Array") return "a list";
	if (expected === "Object") return "a mapping";
	return expected ?? "another value";
}
// src/inputs/registry-inputs.ts
require_pinned_images.init_dist();
const oneOrMore = (item) => require_pinned_images.pipe(require_pinned_images.union([item, require_pinned_images.array(item)]), require_pinned_images.transform((value) => Array.isArray(value) ? value : [value]));
const entries$3 = {
	http: require_pinned_images.optional(yamlBoolean),
	insecure: require_pinned_images.optional(yamlBoolean),
	mirrors: require_pinned_images.optional(oneOrMore(require_pinned_images.string())),
	ca: require_pinned_images.optional(oneOrMore(require_pinned_images.string())),
	keypair: require_pinned_images.optional(oneOrMore(require_pinned_images.strictObject({
		key: require_pinned_images.string(),
		cert: require_pinned_images.string()
	}))),
	username: require_pinned_images.optional(require_pinned_images.string()),
	password: require_pinned_images.optional(require_pinned_images.string())
};
const registry = require_pinned_images.strictObject(entries$3);
const entriesOfHosts = require_pinned_images.custom((value) => typeof value === "object" && value !== null && !Array.isArray(value));
const example$4 = "`registry.internal:5000: {http: true}`";
const host = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?(?:\/[a-z0-9._/-]+)?$/i;
function isHost(text) {
	return host.test(text);
}
function notHost(text, like) {
	return `${text.includes("@") ? "a name with an `@`" : `\`${text}\``} is not a registry; write host and port, as in ${like}`;
}
async function readRegistryInputs(fields) {
	const { complain } = fields;
	const registries = await readRegistries(fields);
	const mirrors = fields.list("mirrors", { commas: true });
	for (const mirror of mirrors.filter((text) => !isHost(text))) complain("mirrors", notHost(mirror, "`mirror.internal:5000`"));
	const dns = fields.list("dns", { commas: true });
	for (const server of dns.filter((text) => !isAddress(text))) complain("dns", `\`${server}\` is not an address; write numbers, as in \`10.0.0.53\``);
	return {
		registries,
		mirrors,
		dns,
		proxy: fields.flag("proxy", true)
	};
}
async function readRegistries(fields) {
	const { complain } = fields;
	const text = fields.text("registries");
	if (text === void 0) return [];
	const yaml = await parseYaml(text);
	if (!yaml.ok) {
		complain("registries", yaml.problem);
		return [];
	}
	const hosts = require_pinned_images.safeParse(entriesOfHosts, yaml.value);
	if (!hosts.success) {
		complain("registries", `takes an entry for each host, as in ${example$4}`);
		return [];
	}
	return Object.entries(hosts.output).flatMap(([name, settings]) => readRegistry(name, settings, (problem) => complain("registries", problem)));
}
function readRegistry(name, settings, complain) {
	if (!isHost(name)) complain(notHost(name, example$4));
	const read = require_pinned_images.safeParse(registry, settings);
	if (!read.success) {
		complainOfYaml("registries", {
			issues: read.issues,
			known: Object.keys(entries$3),
			example: example$4
		}, (_, problem) => complain(`\`${name}\`: ${problem}`));
		return [];
	}
	const { username, password } = read.output;
	if (username === void 0 !== (password === void 0)) complain(`\`${name}\`: needs both \`username\` and \`password\`; one is missing`);
	return [{
		host: name,
		...read.output
	}];
}
// src/inputs/login-inputs.ts
require_pinned_images.init_dist();
const dockerHub = "docker.io";
const entries$2 = {
	registry: require_pinned_images.optional(require_pinned_images.string()),
	username: require_pinned_images.string(),
	password: require_pinned_images.string(),
	ecr: require_pinned_images.optional(require_pinned_images.picklist([
		"",
		"auto",
		...booleans
	], "`auto`, `true` or `false`"))
};
const list = require_pinned_images.array(require_pinned_images.strictObject(entries$2));
const known$2 = Object.keys(entries$2);
const example$3 = "`- {registry: ghcr.io, username: octocat, password: …}`";
async function readLogins(fields, registries) {
	const { complain } = fields;
	const [registry, username = "", password = ""] = [
		"registry",
		"username",
		"password"
	].map((name) => fields.text(name));
	const single = registry !== void 0 || username + password !== "" ? [{
		input: password === "" ? "password" : "username",
		registry: hostOf(registry),
		username,
		password
	}] : [];
	const listed = await readList$1(fields.text("registry-auth"), complain);
	for (const { input, registry: host } of [...single, ...listed]) if (!isHost(host)) complain(input === "registry-auth" ? input : "registry", notHost(host, "`registry.internal:5000`"));
	const all = [
		...single,
		...listed,
		...registries.flatMap(({ host, username: name, password: word }) => name === void 0 || word === void 0 ? [] : [{
			input: "registries",
			registry: host,
			username: name,
			password: word
		}])
	];
	const whole = all.filter(isWhole);
	const hosts = whole.map(({ registry: host }) => host);
	return {
		logins: whole.map(({ input, ...login }) => login),
		leftOut: all.filter((login) => !isWhole(login) && !hosts.includes(login.registry)),
		logout: fields.flag("logout", true)
	};
}
function isWhole({ registry, username, password }) {
	return username + password === "" ? ecrPlace(registry) !== void 0 : username !== "" && password !== "";
}
function complainOfHalfLogins({ leftOut }, pushedTo, complain) {
	for (const login of leftOut) {
		const { input, registry, username, password } = login;
		if (username + password === "" || !pushedTo.includes(registry)) continue;
		complain(input, `the login to ${registry} has no ${missingOf(login)}, and the image goes there; is the secret empty in this event, as in a fork's?`);
	}
}
function missingOf({ username, password }) {
	return [username === "" ? "user name" : "", password === "" ? "password" : ""].filter((part) => part !== "").join(" and ");
}
function hostOf(registry = dockerHub) {
	const [host = ""] = registry.replace(/^https?:\/\//, "").split("/");
	return /^(?:index|registry-1)\.docker\.io$/.test(host) ? dockerHub : host;
}
async function readList$1(text, complain) {
	if (text === void 0) return [];
	const yaml = await parseYaml(text);
	if (!yaml.ok) {
		complain("registry-auth", yaml.problem);
		return [];
	}
	const read = require_pinned_images.safeParse(list, withoutKeys(yaml.value));
	if (read.success) return read.output.map(({ registry, ecr: _, ...login }) => ({
		...login,
		input: "registry-auth",
		registry: hostOf(login.password === "" ? registry || dockerHub : registry)
	}));
	complainOfYaml("registry-auth", {
		issues: read.issues,
		known: known$2,
		example: example$3
	}, complain);
	return [];
}
const place = require_pinned_images.looseObject({ registry: require_pinned_images.string() });
function withoutKeys(value) {
	if (!Array.isArray(value)) return value;
	return value.map((entry) => {
		const read = require_pinned_images.safeParse(place, entry);
		return read.success && ecrPlace(hostOf(read.output.registry)) !== void 0 ? {
			username: "",
			password: "",
			...read.output
		} : entry;
	});
}
// src/inputs/login-pushed-hosts.ts
function pushedHosts({ push, tags, names, outputs }) {
	const pushing = outputs.filter(require_template.pushesImage);
	if (!push && pushing.length === 0) return [];
	const named = [...names.images.map(({ name }) => name), ...pushing.flatMap((output) => (require_template.attribute(output, "name") ?? "").split(","))].map(require_pinned_images.parseReference).flatMap((read) => read.ok ? [read.value] : []);
	return hostsOf([...tags, ...named]);
}
function hostsOf(references) {
	const hosts = references.map(({ repository }) => repository.slice(0, repository.indexOf("/")));
	return [...new Set(hosts)];
}
// src/inputs/names-clashes.ts
function complainOfNameClashes(build, complain) {
	if (build.call !== void 0) return;
	for (const name of pushedTwice(build)) complain("outputs", `two exporters push \`${name}\`, and one would overwrite the other; change the \`name=\` of one, or leave one out`);
	for (const name of cachesAmongNames(build)) complain("cache-to", `\`ref=${name}\` is also a name of the image, and one would overwrite the other; use a separate tag, such as \`${name.slice(0, name.lastIndexOf(":"))}:buildcache\``);
}
function pushedTwice(build) {
	const all = require_template.pushedNames(build).flatMap((names) => [...tagged(names)]);
	return [...new Set(all.filter((name, index) => all.indexOf(name) !== index))];
}
function cachesAmongNames(build) {
	const names = tagged([...build.tags, ...require_template.pushedNames(build).flat()]);
	const places = build.cache.to.filter(({ type }) => type === "registry").flatMap((entry) => {
		const read = require_pinned_images.parseReference(require_template.attribute(entry, "ref") ?? "");
		return read.ok ? [require_pinned_images.formatReference(read.value)] : [];
	});
	return [...new Set(places.filter((place) => names.has(place)))];
}
function tagged(names) {
	return new Set(names.flatMap(({ repository, tag }) => tag === void 0 ? [] : [require_pinned_images.formatReference({
		repository,
		tag
	})]));
}
// src/inputs/cache-inputs.ts
const placeholder = /\{\{\s*platform\s*\}\}/g;
const types$1 = [
	"registry",
	"local",
	"gha",
	"s3",
	"azblob",
	"inline"
];
const needed = new Map([["registry", {
	from: "ref",
	to: "ref",
	example: "type=registry,ref=ghcr.io/owner/app:cache"
}], ["local", {
	from: "src",
	to: "dest",
	example: "type=local,PLACE=path/to/cache"
}]]);
function readCache(fields, platforms) {
	const place = platforms.map(require_pinned_images.formatPlatform).sort().join("-").replaceAll("/", "-");
	const cache = {
		pull: fields.flag("pull", false),
		noCache: fields.flag("no-cache", false),
		noCacheFilters: fields.list("no-cache-filters", { commas: true }),
		from: readEntries(fields, "cache-from", place),
		to: readEntries(fields, "cache-to", place)
	};
	complainOfCredentials([...cache.from, ...cache.to], fields.complain);
	return cache;
}
function complainOfCredentials(entries, complain) {
	for (const [type, key] of [...[["s3", "access_key_id"], ["s3", "secret_access_key"]], ...[["s3", "session_token"], ["gha", "token"]]]) {
		const given = entries.filter((entry) => entry.type === type);
		if (new Set(given.flatMap((entry) => require_template.attribute(entry, key) || [])).size < 2) continue;
		complain("cache-to", `has a different \`${key}\` from \`cache-from\` or from another of its lines; a run can use only one for \`type=${type}\``);
	}
}
function readEntries(fields, input, place) {
	const { complain } = fields;
	return fields.list(input, { commas: false }).flatMap((item) => {
		const text = item.replaceAll(placeholder, place);
		if (text !== item && place === "") complain(input, "`{{platform}}` stands for `platforms`, which is empty; set it");
		return cacheEntries(input, text, complain);
	});
}
function cacheEntries(input, text, complain) {
	const attributes = require_template.readAttributes(input, text, complain);
	const names = attributes.fields.map(({ key }) => key);
	if (attributes.fields.every(({ value }) => value === void 0)) return names.map((name) => registryEntry(name));
	const type = require_template.attribute(attributes, "type") ?? "";
	complainOf({
		...attributes,
		type
	}, input, complain);
	return [{
		...attributes,
		type
	}];
}
function registryEntry(name) {
	const fields = [{
		key: "type",
		value: "registry"
	}, {
		key: "ref",
		value: name
	}];
	return {
		text: `type=registry,ref=${name}`,
		type: "registry",
		fields
	};
}
function complainOf(entry, input, complain) {
	const { type, fields } = entry;
	if (fields.some(({ value }) => value === void 0)) complain(input, "has an attribute without a value; write `key=value`, as in `type=gha,mode=max`");
	else if (type === "") complain(input, "has an item without `type=`; write, for example, `type=gha,mode=max`");
	else if (!types$1.includes(type)) complain(input, require_pinned_images.notOneOf(type, types$1));
	const { [input === "cache-to" ? "to" : "from"]: place, example } = needed.get(type) ?? {};
	if (place !== void 0 && !require_template.attribute(entry, place)) {
		const shown = example?.replace("PLACE", place);
		complain(input, `\`type=${type}\` needs \`${place}=\`, as in \`${shown}\``);
	}
}
const secretKeys = /^(?:token|ghtoken|secret_access_key|session_token)$/i;
function secretsOfCache({ from, to }) {
	return [...from, ...to].flatMap(({ fields }) => fields.flatMap(({ key, value }) => secretKeys.test(key) && value ? [value] : []));
}
// src/inputs/build-call-input.ts
const methods = [
	"check",
	"outline",
	"targets"
];
const words = ["build", ...methods];
function readCall(fields) {
	const text = fields.text("call");
	if (text === void 0) return void 0;
	const [first, ...options] = require_template.readAttributes("call", text, fields.complain).fields;
	const given = first?.key ?? "";
	const method = methods.find((known) => known === given);
	if (first?.value !== void 0 || !words.includes(given)) fields.complain("call", require_pinned_images.notOneOf(given, words));
	for (const { key, value } of options) {
		if (value !== void 0) continue;
		fields.complain("call", `\`${key}\` has no value; write \`key=value\`, as in \`${given},format=json\``);
	}
	return method === void 0 ? void 0 : {
		method,
		text
	};
}
// src/inputs/build-run-inputs.ts
const networks = [
	"default",
	"none",
	"host"
];
const hostGateway = "host-gateway";
const entitlements = [
	"network.host",
	"security.insecure",
	"device"
];
const ofBake = [
	"ssh",
	"fs",
	"fs.read",
	"fs.write"
];
const limits = [...[
	"core",
	"cpu",
	"data",
	"fsize",
	"locks",
	"memlock",
	"msgqueue",
	"nice",
	"nofile",
	"nproc"
], ...[
	"rss",
	"rtprio",
	"rttime",
	"sigpending",
	"stack"
]];
function permittedBy(names) {
	const kinds = names.map((name) => name.split("=")[0] ?? name);
	return [...new Set(kinds)].filter((kind) => entitlements.includes(kind));
}
function complainOfBakeAllowed({ allow }, complain) {
	for (const name of allow.filter((one) => ofBake.includes(one.split("=")[0] ?? one))) complain("allow", `\`${name}\` is for a bake; a single build needs no leave to read files`);
}
function readRun(fields) {
	const { complain } = fields;
	const addHosts = fields.list("add-hosts", { commas: true });
	const allow = fields.list("allow", { commas: true });
	const run = {
		addHosts,
		allow,
		network: fields.choice("network", networks),
		shmSize: fields.text("shm-size"),
		ulimits: fields.list("ulimit", { commas: false }),
		cgroupParent: fields.text("cgroup-parent")
	};
	for (const host of addHosts) complainOfHost(host, complain);
	for (const name of allow) {
		const kind = name.split("=")[0] ?? name;
		if ([...entitlements, ...ofBake].includes(kind)) continue;
		complain("allow", require_pinned_images.notOneOf(name, entitlements));
	}
	if (run.shmSize !== void 0 && !/^\d+(?:\.\d+)? ?(?:[kmgtp]i?b?|b)?$/i.test(run.shmSize)) complain("shm-size", `\`${run.shmSize}\` is not a size; write one like \`64m\` or \`2g\``);
	for (const limit of run.ulimits) complainOfLimit(limit, complain);
	return run;
}
function complainOfHost(text, complain) {
	const [, name = "", ip = ""] = /^([^:=]+)[:=](.*)$/.exec(text) ?? [];
	const [, bare = ip] = /^\[(.*)\]$/.exec(ip) ?? [];
	if (name !== "" && (isAddress(bare) || ip === hostGateway)) return;
	complain("add-hosts", `\`${text}\` is not a name and its address; write \`build.internal:10.0.0.7\``);
}
function complainOfGateway({ addHosts }, { existing, driver }, complain) {
	if (existing !== void 0 || driver === "docker") return;
	for (const host of addHosts.filter((text) => /[:=]host-gateway$/.test(text))) complain("add-hosts", `\`${host}\`: \`${hostGateway}\` works only with \`driver: docker\`; write the address itself, or use the runner's network with \`network: host\`, \`driver-opts: network=host\` and 127.0.0.1`);
}
function complainOfLimit(text, complain) {
	const [, name = "", soft = "", hard] = /^([^=]+)=(-?\d+)(?::(-?\d+))?$/.exec(text) ?? [];
	if (name === "") complain("ulimit", `\`${text}\` is not a limit; write \`name=soft:hard\`, as in \`nofile=1024:4096\``);
	else if (!limits.includes(name)) complain("ulimit", require_pinned_images.notOneOf(name, limits));
	else if (hard !== void 0 && hard !== "-1" && Number(soft) > Number(hard)) complain("ulimit", `\`${text}\`: the soft limit is above the hard one`);
}
// src/inputs/names-rule-items.ts
function attributesOf(record) {
	return new Map(record.map((item) => {
		const sign = item.indexOf("=");
		if (sign < 1) return ["", item];
		return [item.slice(0, sign).trim().toLowerCase(), item.slice(sign + 1).trim()];
	}));
}
function hasAttributes(record) {
	return record.some((item) => /^\w[\w-]*\s*=/.test(item));
}
function unknownWord(kind, word, known) {
	return `\`${word}\` is not ${kind}${require_pinned_images.didYouMean(word, known) || "."} Known: ${known.map((name) => `\`${name}\``).join(", ")}`;
}
// src/inputs/event-inputs.ts
const levels = [
	"manifest",
	"index",
	"manifest-descriptor",
	"index-descriptor"
];
function readEventInputs(fields, given) {
	const { complain } = fields;
	const annotationLevels = [...new Set(fields.list("annotation-levels", { commas: true }))];
	for (const level of annotationLevels) {
		const [name = ""] = level.split("[");
		if (!levels.includes(name)) complain("annotation-levels", unknownWord("a level", level, levels));
	}
	const describes = [
		given.images,
		given.rules,
		annotationLevels
	].some(({ length }) => length > 0);
	const templates = (name, texts) => describes ? texts.flatMap((text) => readTemplate$1(name, text, complain)) : [];
	return {
		describes,
		labels: templates("labels", given.labels),
		annotations: templates("annotations", given.annotations),
		annotationLevels
	};
}
function readPush(fields, otherwise) {
	const text = fields.text("push");
	if (text === "auto") return {
		push: false,
		pushByEvent: true
	};
	const isFlag = text === void 0 || /^(?:true|false)$/i.test(text);
	if (!isFlag) fields.complain("push", require_pinned_images.notOneOf(text, [
		"true",
		"false",
		"auto"
	]));
	return {
		push: isFlag && fields.flag("push", otherwise),
		pushByEvent: false
	};
}
function readTemplate$1(name, text, complain) {
	const template = require_template.parseTemplate(text, "event");
	if (!template.ok) complain(name, template.problem);
	return template.ok ? [template.value] : [];
}
// src/inputs/names-flavor.ts
const none = {
	text: [],
	onLatest: false
};
const known$1 = [
	"latest",
	"prefix",
	"suffix",
	"onlatest"
];
const examples = "`latest=false` and `suffix=-alpine,onlatest=true`";
function readFlavor(fields) {
	const flavor = {
		latest: "auto",
		prefix: none,
		suffix: none
	};
	const complain = (problem) => fields.complain("flavor", `${problem}; two lines of it are ${examples}`);
	for (const record of fields.records("flavor")) readLine$1(record, flavor, complain);
	return flavor;
}
function readLine$1(record, flavor, complain) {
	let last;
	for (const [key = "", text = ""] of record.flatMap((item) => [...attributesOf([item])])) if (key === "latest") flavor.latest = text === "auto" ? text : readFlag$1(key, text, complain);
	else if (key === "prefix" || key === "suffix") {
		flavor[key] = {
			...flavor[key],
			text: readTemplate(text, complain)
		};
		last = key;
	} else if (key === "onlatest") {
		const onLatest = readFlag$1(key, text, complain);
		if (last === void 0) complain("`onlatest` has no `prefix` or `suffix` before it");
		else flavor[last] = {
			...flavor[last],
			onLatest
		};
	} else if (key === "") complain(`\`${text}\` has no \`=\``);
	else complain(unknownWord("a key of this input", key, known$1));
}
function readFlag$1(name, text, complain) {
	if (text !== "true" && text !== "false") complain(`\`${name}=${text}\`: it takes ${name === "latest" ? "`auto`, " : ""}\`true\` or \`false\``);
	return text === "true";
}
function readTemplate(text, complain) {
	const template = require_template.parseTemplate(text, "event");
	if (!template.ok) complain(template.problem);
	return template.ok ? template.value : [];
}
// src/inputs/names-images.ts
const known = ["name", "enable"];
const example$2 = "`ghcr.io/owner/image`";
function readImages(fields) {
	const complain = (problem) => fields.complain("images", problem);
	return fields.records("images").flatMap((record) => hasAttributes(record) ? readAttributes(record, complain) : record.map((given) => ({
		given,
		enabled: true
	}))).map(({ given, enabled }) => ({
		name: checked(given, complain),
		given,
		enabled
	}));
}
function readAttributes(record, complain) {
	const attributes = attributesOf(record);
	const unknown = [...attributes.keys()].find((key) => key !== "" && !known.includes(key));
	if (unknown !== void 0) {
		complain(`${unknownWord("a key of this input", unknown, known)}; a line is \`name=ghcr.io/owner/image\``);
		return [];
	}
	const enable = attributes.get("enable") ?? "true";
	if (enable !== "true" && enable !== "false") complain(`\`enable=${enable}\`: it takes \`true\` or \`false\``);
	return [{
		given: attributes.get("name") ?? attributes.get("") ?? "",
		enabled: enable === "true"
	}];
}
function checked(given, complain) {
	const name = given.toLowerCase();
	const foreign = require_pinned_images.foreignPart(given);
	if (foreign !== void 0) complain(`\`${given}\` ${foreign}`);
	else if (!require_pinned_images.parseReference(`${name}:1`).ok) complain(`\`${given}\` is not the name of an image without its tag; one is ${example$2}`);
	return name;
}
// src/inputs/names-rule-attributes.ts
function readersOf(attributes, isWhole, complain) {
	const taken = (read) => {
		if (!read.ok) complain(read.problem);
		return read.ok ? read.value : void 0;
	};
	const text = (key) => attributes.get(key) || void 0;
	const template = (key, place = "event") => {
		const given = attributes.get(key);
		return given === void 0 ? void 0 : taken(require_template.parseTemplate(given, place));
	};
	return {
		text,
		template,
		value: () => ({ value: text("value") === void 0 ? void 0 : template("value") }),
		required: (key, value, otherwise) => {
			const given = attributes.has(key) || key === "value" && attributes.has("");
			if (isWhole && (!given || key !== "value" && text(key) === void 0)) complain(`has no \`${key}\``);
			return value ?? otherwise;
		},
		number: (key) => {
			const given = text(key);
			const number = given === void 0 ? void 0 : Number(given);
			if (number === void 0 || !Number.isNaN(number)) return number;
			complain(`\`${key}=${given}\` is not a number`);
		},
		choice: (key, choices) => {
			const given = text(key);
			const chosen = choices.find((choice) => choice === given);
			if (given !== void 0 && chosen === void 0) complain(unknownWord(`a value of \`${key}\``, given, choices));
			return chosen;
		},
		flag: (key) => {
			const given = template(key);
			if (given === void 0 || attributes.get(key)?.includes("{{")) return given;
			if (text(key) === "true" || text(key) === "false") return given;
			complain(`\`${key}=${attributes.get(key)}\`: it takes \`true\` or \`false\``);
		},
		pattern: (key) => readPattern(text(key), void 0, complain),
		flaggedPattern: (key) => {
			const [, source, flags] = /^\/(.+)\/(.*)$/.exec(text(key) ?? "") ?? [];
			return readPattern(source ?? text(key), flags, complain);
		}
	};
}
function readPattern(source, flags, complain) {
	if (source === void 0) return void 0;
	try {
		return new RegExp(source, flags);
	} catch (error) {
		complain(`\`${source}\` is not a regular expression: ${require_message_of.messageOf(error)}`);
		return;
	}
}
// src/inputs/names-tag-rules.ts
const types = {
	schedule: {
		priority: 1e3,
		own: ["pattern"],
		example: "type=schedule,pattern=nightly"
	},
	semver: {
		priority: 900,
		own: [
			"pattern",
			"value",
			"match"
		],
		example: "type=semver,pattern={{version}}"
	},
	pep440: {
		priority: 900,
		own: [
			"pattern",
			"value",
			"match"
		],
		example: "type=pep440,pattern={{version}}"
	},
	match: {
		priority: 800,
		own: [
			"pattern",
			"group",
			"value"
		],
		example: "type=match,pattern=v(.*),group=1"
	},
	edge: {
		priority: 700,
		own: ["branch"],
		example: "type=edge,branch=main"
	},
	ref: {
		priority: 600,
		own: ["event"],
		example: "type=ref,event=branch"
	},
	raw: {
		priority: 200,
		own: ["value"],
		example: "type=raw,value=stable"
	},
	sha: {
		priority: 100,
		own: ["format"],
		example: "type=sha,format=long"
	}
};
const common = [
	"type",
	"enable",
	"priority",
	"prefix",
	"suffix"
];
function defaultRules() {
	return [["type=schedule"], ...[
		"branch",
		"tag",
		"pr"
	].map((name) => ["type=ref", `event=${name}`])].map((record) => readRule(record, () => {})).filter((rule) => rule !== void 0);
}
function readRule(record, complain) {
	const text = record.join(",");
	const problems = [];
	const attributes = attributesOf(record);
	const type = attributes.get("type") ?? "raw";
	if (!isType(type)) {
		complain(`\`${text}\`: ${unknownWord("a type of rule", type, Object.keys(types))}`);
		return;
	}
	const known = [...common, ...types[type].own];
	for (const key of attributes.keys()) {
		if (key === "" ? type === "raw" : known.includes(key)) continue;
		if (key === "") problems.push(`\`${attributes.get("")}\` has no \`=\``);
		else problems.push(unknownWord(`an attribute of \`type=${type}\``, key, known));
	}
	const values = readersOf(attributes, problems.length === 0, (problem) => problems.push(problem));
	const rule = {
		text,
		enable: values.flag("enable") ?? ["true"],
		priority: values.number("priority") ?? types[type].priority,
		prefix: values.template("prefix"),
		suffix: values.template("suffix"),
		...readKind(type, values)
	};
	const { example } = types[type];
	for (const problem of problems) complain(`\`${text}\`: ${problem}; one such rule is \`${example}\``);
	if (problems.length > 0) return void 0;
	return {
		...rule,
		prefix: rule.prefix ?? defaultPrefix(rule)
	};
}
function isType(name) {
	return Object.hasOwn(types, name);
}
function defaultPrefix(kind) {
	if (kind.type === "sha") return ["sha-"];
	return kind.type === "ref" && kind.event === "pr" ? ["pr-"] : void 0;
}
function readKind(type, values) {
	switch (type) {
		case "schedule": return {
			type,
			pattern: values.template("pattern", "date") ?? ["nightly"]
		};
		case "semver":
		case "pep440": {
			const pattern = values.template("pattern", "version");
			const match = values.pattern("match");
			return {
				type,
				pattern: values.required("pattern", pattern, []),
				...values.value(),
				match
			};
		}
		case "match": return {
			type,
			pattern: values.required("pattern", values.flaggedPattern("pattern"), /(?:)/),
			group: values.number("group") ?? 0,
			...values.value()
		};
		case "edge": return {
			type,
			branch: values.text("branch")
		};
		case "ref": {
			const event = values.choice("event", [
				"branch",
				"tag",
				"pr"
			]);
			return {
				type,
				event: values.required("event", event, "branch")
			};
		}
		case "raw": {
			const value = values.template("value") ?? values.template("");
			return {
				type,
				value: values.required("value", value, [])
			};
		}
		case "sha": return {
			type,
			format: values.choice("format", ["short", "long"]) ?? "short"
		};
	}
}
// src/inputs/names-inputs.ts
require_parsed.init_parsed();
function readNames(fields) {
	const { complain } = fields;
	const images = readImages(fields);
	const lines = fields.records("tags").flatMap((record) => linesOf(record, images.length > 0));
	const flavor = readFlavor(fields);
	const problem = (text) => complain("tags", text);
	const rules = lines.filter(({ kind }) => kind === "rule");
	if (rules.length > 0 && images.length === 0) complain("images", "is empty, but the rules in `tags` need a name to tag, such as `ghcr.io/owner/image`");
	if (images.length > 0 && lines.length > 0 && rules.length === 0) complain("images", "needs a rule in `tags`, such as `type=ref,event=branch`");
	if (images.length === 0 && rules.length === 0 && fields.text("flavor") !== void 0) complain("flavor", "changes the tags of `images`, which is empty; leave it out, or set `images`");
	const given = rules.flatMap(({ items }) => readRule(items, problem) ?? []);
	return {
		tags: readWhole(lines.filter(({ kind }) => kind === "reference").flatMap(({ items }) => items), problem),
		names: {
			images,
			rules: lines.length === 0 && images.length > 0 ? defaultRules() : given,
			flavor
		}
	};
}
function readWhole(texts, complain) {
	const read = texts.map((text) => {
		if (!text.includes("{{")) return require_pinned_images.parseReference(text);
		return require_parsed.refused(`\`${text}\` is a whole name with an expression; move the name to \`images\`, and write only the tag here`);
	});
	for (const reference of read) if (!reference.ok) complain(reference.problem);
	return require_pinned_images.distinctReferences(read.flatMap((reference) => reference.ok ? [reference.value] : []));
}
function linesOf(record, hasImages) {
	if (hasAttributes(record)) return [{
		kind: "rule",
		items: record
	}];
	return record.map((item) => {
		const [start = item] = item.split("{{");
		return {
			kind: !require_pinned_images.hasHostOrTag(start) && (start !== item || hasImages) ? "rule" : "reference",
			items: [item]
		};
	});
}
// src/inputs/platform-list.ts
function readPlatformList({ list, complain }, name) {
	const platforms = new Map();
	const repeated = new Set();
	for (const text of list(name, { commas: true })) {
		const read = require_pinned_images.parsePlatform(text);
		if (!read.ok) {
			complain(name, read.problem);
			continue;
		}
		const own = require_pinned_images.formatPlatform(read.value);
		if (platforms.has(own)) repeated.add(text === own ? own : `${text} is ${own}`);
		else platforms.set(own, read.value);
	}
	return {
		platforms: [...platforms.values()],
		repeated: [...repeated]
	};
}
// src/inputs/secret-forms.ts
const idForm = /^[^\s",=]+$/;
function misformed(input, items) {
	const quoted = require_template.quotesWithin(items);
	if (quoted >= 0) return `${require_template.notQuoted(quoted)}, or put the secret into the step's \`env:\` and name that in \`secret-envs\``;
	const option = input === "secret-envs" ? optionOfFields(items) : items.findIndex(isOption);
	if (option < 0) return void 0;
	return `item ${option + 1} has the form of \`docker build --secret\`; ${instead[input]}`;
}
const instead = {
	secrets: "write `npm=a-secret`, or use `secret-files` (`npm=.npmrc`) or `secret-envs` (`npm=NPM_TOKEN`)",
	"secret-files": "write the ID and the path, as in `npm=.npmrc`",
	"secret-envs": "write the ID and the variable, as in `npm=NPM_TOKEN`"
};
function isOption(item) {
	return /^(?:id=[^,=]+,(?:src|source|env|type)=|type=(?:file|env),(?:id|src|source|env)=)/.test(item);
}
function optionOfFields(items) {
	return items.findIndex((item, index) => isOption(`${item},${items[index + 1] ?? ""}`));
}
// src/inputs/secret-ssh.ts
const keyForm = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n.*-----END [A-Z0-9 ]*PRIVATE KEY-----$/s;
const keyStart = "-----BEGIN ";
function readSsh(fields) {
	const { complain } = fields;
	const text = fields.text("ssh") ?? "";
	if (text.startsWith(keyStart)) return readKey("default", text, complain);
	const items = fields.list("ssh", { commas: "outside quotes" });
	if (items.filter((item) => keyForm.test(item.slice(item.indexOf("=") + 1))).length !== text.split(keyStart).length - 1) {
		complain("ssh", "has a key that is not whole; put quotes around its ID and text, as in `\"github=-----BEGIN …\"`");
		return [];
	}
	return items.flatMap((item) => {
		const equals = item.indexOf("=");
		const [id, value] = equals < 0 ? [item] : [item.slice(0, equals), item.slice(equals + 1)];
		if (value?.startsWith(keyStart)) return readKey(id, value, complain);
		const paths = value === void 0 ? [] : value.split(",");
		if (!idForm.test(id) || paths.some((path) => path === "")) complain("ssh", `\`${item}\` is neither an ID nor \`id=path\`; write \`default\`, or a key such as \`github=keys/id_ed25519\``);
		return [{
			id,
			paths: paths.filter((path) => path !== ""),
			key: void 0
		}];
	});
}
function readKey(id, text, complain) {
	if (!keyForm.test(text.trim())) complain("ssh", `the key \`${idForm.test(id) ? id : "…"}\` is no private key; it begins with \`-----BEGIN … PRIVATE KEY-----\`, and ends with \`-----END … PRIVATE KEY-----\``);
	else if (!idForm.test(id)) complain("ssh", "has a key without an ID; write `default=…`");
	return [{
		id,
		paths: [],
		key: `${text.trim().replaceAll("\r\n", "\n")}\n`
	}];
}
// src/inputs/secret-inputs.ts
function readSecrets(fields) {
	const [secrets, files, variables] = [
		readPairs(fields, "secrets", {
			items: fields.exactList("secrets"),
			example: "npm=a-secret"
		}),
		readPairs(fields, "secret-files", {
			items: fields.list("secret-files", { commas: false }),
			example: "npmrc=.npmrc"
		}),
		readPairs(fields, "secret-envs", {
			items: fields.list("secret-envs", { commas: true }),
			example: "npm=NPM_TOKEN"
		})
	];
	return {
		secrets: secrets.pairs.map(({ id, rest }) => ({
			id,
			value: rest
		})),
		files: files.pairs.map(({ id, rest }) => ({
			id,
			path: rest
		})),
		variables: variables.pairs.map(({ id, rest }) => ({
			id,
			name: rest
		})),
		leftOut: [
			...secrets.leftOut,
			...files.leftOut,
			...variables.leftOut
		],
		ssh: readSsh(fields),
		githubToken: fields.text("github-token")
	};
}
function readPairs(fields, input, { items, example }) {
	const pairs = [];
	const leftOut = [];
	const problem = misformed(input, items);
	if (problem !== void 0) {
		fields.complain(input, problem);
		return {
			pairs,
			leftOut
		};
	}
	for (const [index, text] of items.entries()) {
		const equals = text.indexOf("=");
		const id = text.slice(0, Math.max(equals, 0)).trim();
		const rest = text.slice(equals + 1);
		const item = `item ${index + 1}`;
		if (equals < 0 || !idForm.test(id)) {
			const quotes = input === "secrets" ? "; put quotes around the whole item if its value has several lines" : "";
			fields.complain(input, `${item} is not \`id=…\`, as in \`${example}\`${quotes}`);
		} else if (rest.trim() === "") leftOut.push({
			input,
			what: `${item} has nothing after its \`=\``
		});
		else pairs.push({
			id,
			rest
		});
	}
	return {
		pairs,
		leftOut
	};
}
// src/inputs/build-inputs.ts
const legs = [
	"false",
	"true",
	"tagged"
];
function readBuild(fields) {
	const place = {
		context: fields.text("context"),
		file: fields.text("file"),
		target: fields.text("target"),
		...readPlatformList(fields, "platforms")
	};
	const named = readNames(fields);
	const given = {
		...readPush(fields, false),
		load: fields.flag("load", false),
		buildArgs: fields.list("build-args", { commas: false }),
		labels: fields.list("labels", {
			commas: false,
			comments: true
		}),
		annotations: fields.list("annotations", {
			commas: false,
			comments: true
		})
	};
	const event = readEventInputs(fields, {
		...named.names,
		...given
	});
	return {
		...place,
		...named,
		...given,
		event,
		reproducible: fields.flag("reproducible", false),
		outputs: require_template.readOutputs(fields),
		buildContexts: readContexts(fields),
		call: readCall(fields),
		cache: readCache(fields, place.platforms),
		attestations: require_template.readAttestations(fields),
		secrets: readSecrets(fields),
		run: readRun(fields),
		leg: fields.choice("leg", legs)
	};
}
function readContexts({ list, complain }) {
	return list("build-contexts", { commas: false }).flatMap((text) => {
		const equals = text.indexOf("=");
		const [name, source] = [text.slice(0, Math.max(equals, 0)).trim(), text.slice(equals + 1).trim()];
		if (name !== "" && source !== "") return [{
			name,
			source
		}];
		complain("build-contexts", `\`${text}\` is not \`name=source\`, as in \`shared=../shared\` or \`base=docker-image://alpine:3.19\``);
		return [];
	});
}
// src/inputs/export-pushes.ts
function complainOfPushes({ outputs, names, push, pushByEvent }, { text, complain }) {
	const hasNames = push || pushByEvent || text("tags") !== void 0 || names.images.length > 0;
	for (const output of outputs.filter(require_template.pushesImage)) {
		const own = require_template.ownNames(output);
		if (own.length === 0 && !hasNames) complain("outputs", `\`${output.text}\` needs a name to push to; set \`tags\`, or add \`name=ghcr.io/owner/image:1.0\``);
		for (const name of require_template.pushesByDigest(output) ? own : []) {
			const read = require_pinned_images.parseReference(name);
			if (!read.ok || !name.endsWith(`:${read.value.tag}`)) continue;
			complain("outputs", `\`${output.text}\` pushes by digest, which needs a name without a tag; write \`name=${read.value.repository}\``);
		}
	}
}
// src/inputs/build-checks.ts
function checkBuild(build, fields) {
	const { complain } = fields;
	complainOfNames(build, complain);
	require_template.complainOfIndexAnnotations(build, complain);
	complainOfLeg(build, fields);
	if (build.call === void 0) {
		require_template.complainOfArchives(build, fields);
		complainOfPushes(build, fields);
	}
	for (const name of ["context", "file"]) {
		if (build[name] !== "-") continue;
		complain(name, "`-` is standard input, which a step does not have; write a path or a URL");
	}
	const pushes = build.push || build.pushByEvent;
	const hasName = fields.text("tags") !== void 0 || build.names.images.length > 0 || build.outputs.some((output) => require_template.attribute(output, "name"));
	if (pushes && !hasName) complain("tags", `\`push: ${build.pushByEvent ? "auto" : "true"}\` needs a name to push to, such as \`ghcr.io/owner/image:1.0\``);
	if (pushes && build.load && build.platforms.length > 1) complain("load", "`push` and `load` together support only one platform; push here, and pull the image where you need it");
	complainOfNameClashes({
		...build,
		push: pushes || build.leg !== "false"
	}, complain);
}
function complainOfLeg(build, { text, complain }) {
	const { leg, push, load, outputs, platforms, names, pushByEvent } = build;
	if (leg === "false") return;
	if (!push && !pushByEvent && text("tags") === void 0 && names.images.length === 0) complain("tags", `\`leg: ${leg}\` needs a name, whose repository the leg is pushed to, such as \`ghcr.io/owner/image:1.0\``);
	if (load) complain("load", "a leg is pushed, not loaded; leave out `load` or `leg`");
	const own = outputs.find(require_template.pushesImage);
	if (own !== void 0) complain("outputs", `\`${own.text}\` pushes by itself, but a leg is pushed to the repositories in \`tags\` and \`images\`; write only how, as in \`type=image,compression=zstd\`, or leave it out`);
	if (leg === "tagged" && platforms.length === 0) complain("platforms", "`leg: tagged` needs platforms, which are part of its tags, such as `linux/arm64`");
}
function complainOfNames({ buildArgs, labels, annotations }, complain) {
	for (const [name, items] of [
		["build-args", buildArgs],
		["labels", labels],
		["annotations", annotations]
	]) {
		const quoted = require_template.quotesWithin(items);
		if (quoted >= 0) complain(name, require_template.notQuoted(quoted));
	}
	for (const argument of buildArgs) if (!/^[^\s=]+(?:=|$)/.test(argument)) complain("build-args", "has an item that does not begin with a name; write `VERSION=1.0`");
	for (const label of labels.filter((text) => text.startsWith("="))) complain("labels", `\`${label}\` has no name; write \`name=value\``);
	for (const annotation of annotations.filter((text) => !/^[^=]+=/.test(text))) complain("annotations", `\`${annotation}\` is not \`key=value\`, as in \`index:org.opencontainers.image.title=App\``);
}
// src/inputs/bake-inputs.ts
const names = {
	"bake-files": "files",
	"bake-targets": "targets",
	"bake-set": "set",
	"bake-vars": "vars"
};
const ofOneBuild = {
	context: "`context` of the target, or `source`",
	file: "`dockerfile` of the target",
	target: "`target` of the target",
	"build-args": "`args` of the target, `bake-vars`, or `bake-set: *.args.NAME=value`",
	"build-contexts": "`contexts` of the target",
	outputs: "`output` of the target, or `bake-set: *.output=…`",
	attests: "`attest` of the target, or `bake-set: *.attest=…`",
	"no-cache-filters": "`no-cache-filter` of the target",
	"add-hosts": "`extra-hosts` of the target",
	network: "`network` of the target",
	"shm-size": "`shm-size` of the target",
	ulimit: "`ulimits` of the target",
	ssh: "`ssh` of the target",
	"cgroup-parent": "`docker buildx bake` has none"
};
function readBake(fields) {
	const { complain, text } = fields;
	const asked = fields.flag("bake", false);
	const list = (name, form) => {
		const other = names[name];
		const [own, theirs] = [fields.list(name, form), fields.list(other, form)];
		if (own.length > 0 && theirs.length > 0) complain(other, `says the same as \`${name}\`; write one of them`);
		return [...own, ...theirs];
	};
	const files = list("bake-files", { commas: true });
	const targets = list("bake-targets", { commas: true });
	const set = list("bake-set", { commas: false });
	const vars = list("bake-vars", { commas: false });
	const [source, workdir] = [text("source"), text("workdir")];
	if (!asked && [
		files,
		targets,
		set,
		vars
	].every(({ length }) => length === 0)) {
		if (source === void 0) return void 0;
	}
	for (const item of set.filter((one) => !/^[^.=\s]+\.[^=]+=?/.test(one))) complain("bake-set", `\`${item}\` is not \`pattern.key=value\`, as in \`*.platform=linux/arm64\``);
	if (require_url_passwords.passwordsIn(source ?? "").length > 0) complain("source", "has a password or token in its URL, which everybody on the machine could read on the command line; remove it, and set `github-token` or `env: BUILDX_BAKE_GIT_AUTH_TOKEN`");
	return {
		files,
		targets,
		set,
		variables: readVariables(vars, fields),
		source,
		workdir
	};
}
function readBakeTarget({ text, complain }) {
	const target = text("bake-target") ?? "docker-metadata-action";
	if (!/^[a-zA-Z0-9_-]+$/.test(target)) complain("bake-target", `\`${target}\` is no name of a target: letters, digits, \`_\` and \`-\``);
	return target;
}
function checkBake(build, bake, fields) {
	const { text, complain } = fields;
	complainOfNames(build, complain);
	if (build.leg !== "false") complain("leg", "is not for a bake");
	if (build.platforms.length > 0 && bake.set.some((item) => /^[^.]+\.platform\+?=/.test(item))) complain("platforms", "and `bake-set` both set the targets' platforms; leave one out");
	for (const [name, instead] of Object.entries(ofOneBuild)) {
		const given = text(name);
		if (given === void 0 || name === "network" && given === "default") continue;
		complain(name, `is for a single build, and this step bakes; in its place there is ${instead}`);
	}
}
function readVariables(items, { complain }) {
	const pairs = items.map((item) => {
		const [, name, value = ""] = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(item) ?? [];
		if (name === void 0) complain("bake-vars", "has an item that is not `NAME=value`");
		return [name ?? "", value];
	});
	return Object.fromEntries(pairs.filter(([name]) => name !== ""));
}
// src/inputs/builder-drivers.ts
const drivers = [
	"docker-container",
	"docker",
	"kubernetes",
	"remote"
];
const useless = {
	"docker-container": [[], ""],
	docker: [[...[
		"driver-opts",
		"buildkitd-flags",
		"endpoint",
		"node-platforms",
		"append",
		"name"
	], ...[
		"buildkitd-config",
		"buildkitd-config-inline",
		"dns",
		"keep-state"
	]], "the docker driver builds in the engine itself, with the engine's settings; leave this out, or use `driver: docker-container`"],
	remote: [[
		"buildkitd-flags",
		"buildkitd-config",
		"buildkitd-config-inline",
		"dns",
		"keep-state"
	], "the remote driver uses a BuildKit that is already running; configure it there instead"],
	kubernetes: [["endpoint"], "the kubernetes driver uses the cluster in `KUBECONFIG`; leave this out"]
};
function complainOfDriver(fields, { driver, nodes }) {
	const [names, why] = useless[driver];
	for (const name of names) {
		const text = fields.text(name);
		if (text !== void 0 && text !== "false") fields.complain(name, why);
	}
	const [first, ...appended] = nodes;
	const takesAddress = driver === "remote" || driver === "docker-container";
	if (driver === "remote" && first?.endpoint === void 0) fields.complain("endpoint", "the remote driver needs an address, such as `tcp://buildkit.internal:1234`");
	for (const [index, { endpoint }] of appended.entries()) if (takesAddress && endpoint === void 0) {
		const example = driver === "remote" ? "tcp://arm.internal:1234" : "ssh://me@arm.internal";
		fields.complain("append", `\`${index}.endpoint\`: an additional node needs an endpoint, such as \`${example}\``);
	}
	complainOfTwice(fields, nodes);
	if (driver !== "remote") return;
	for (const [index, { endpoint }] of nodes.entries()) {
		if (endpoint === void 0 || buildkitAddress.test(endpoint)) continue;
		const [name, place] = index === 0 ? ["endpoint", ""] : ["append", `\`${index - 1}.endpoint\`: `];
		fields.complain(name, `${place}\`${endpoint}\` is not BuildKit's address; write one like \`tcp://buildkit.internal:1234\``);
	}
}
function complainOfTwice({ complain }, nodes) {
	const endpoints = nodes.map(({ endpoint }) => endpoint);
	for (const [index, endpoint] of endpoints.entries()) {
		const first = endpoints.indexOf(endpoint);
		if (endpoint === void 0 || first === index) continue;
		const other = first === 0 ? "`endpoint`" : `\`${first - 1}.endpoint\``;
		complain("append", `\`${index - 1}.endpoint\`: \`${endpoint}\` is the same as ${other}, and a builder can have each endpoint only once; give that node all the platforms`);
	}
}
const buildkitAddress = /^(?:tcp|unix|ssh|npipe|docker-container|podman-container|kube-pod):\/\/./;
const shaping = [...[
	"name",
	"driver-opts",
	"buildkitd-flags",
	"endpoint",
	"node-platforms",
	"append"
], ...[
	"buildkitd-config",
	"buildkitd-config-inline",
	"dns",
	"mirrors",
	"keep-state"
]];
function complainOfShaping(fields, builder, driver) {
	const why = `\`builder: ${builder}\` is used as it is, so this has no effect; leave out one of them`;
	for (const name of shaping) {
		const text = fields.text(name);
		if (text !== void 0 && text !== "false") fields.complain(name, why);
	}
	if (driver !== "docker-container") fields.complain("driver", why);
}
function readDriverOpts(text, complain) {
	if (text === void 0) return [];
	return text.split("\n").flatMap((line) => readLine(line.trim(), complain));
}
function readLine(line, complain) {
	if (line === "") return [];
	const options = [];
	for (const item of itemsOf(line, complain)) {
		const last = options.length - 1;
		if (/^[^=]+=/.test(item)) options.push(item);
		else if (last >= 0) options[last] = `${options[last]},${item}`;
		else complain(`\`${item}\` has no value; write \`key=value\`, as in \`network=host\``);
	}
	return options;
}
function itemsOf(line, complain) {
	try {
		return require_template.splitList(line, { commas: "outside quotes" });
	} catch (error) {
		complain(`has a line that is not a list: ${require_message_of.messageOf(error)}`);
		return [];
	}
}
// src/inputs/builder-node-inputs.ts
require_pinned_images.init_dist();
const text = require_pinned_images.optional(require_pinned_images.string());
const lines = require_pinned_images.optional(require_pinned_images.pipe(require_pinned_images.union([require_pinned_images.string(), require_pinned_images.array(require_pinned_images.string())]), require_pinned_images.transform((value) => typeof value === "string" ? value : value.join("\n"))));
const entries$1 = {
	name: text,
	endpoint: text,
	"driver-opts": lines,
	"buildkitd-flags": text,
	platforms: lines
};
const nodes = require_pinned_images.array(require_pinned_images.strictObject(entries$1));
const example$1 = "`- {endpoint: tcp://arm.internal:1234, platforms: linux/arm64}`";
async function readNodes(fields) {
	return [{
		name: void 0,
		driverOpts: readDriverOpts(fields.text("driver-opts"), (problem) => fields.complain("driver-opts", problem)),
		buildkitdFlags: await readFlags(fields.text("buildkitd-flags"), (problem) => fields.complain("buildkitd-flags", problem)),
		endpoint: fields.text("endpoint"),
		platforms: readPlatformList(fields, "node-platforms").platforms
	}, ...await readAppended(fields.text("append"), fields.complain)];
}
async function readAppended(given, complain) {
	if (given === void 0) return [];
	const yaml = await parseYaml(given);
	if (!yaml.ok) {
		complain("append", yaml.problem);
		return [];
	}
	const read = require_pinned_images.safeParse(nodes, yaml.value);
	if (!read.success) {
		complainOfYaml("append", {
			issues: read.issues,
			known: Object.keys(entries$1),
			example: example$1
		}, complain);
		return [];
	}
	const appended = read.output.map(async (node, index) => {
		const tell = (key) => (problem) => complain("append", `\`${index}.${key}\`: ${problem}`);
		return {
			name: node.name,
			endpoint: node.endpoint,
			platforms: readPlatforms(node.platforms, tell("platforms")),
			driverOpts: readDriverOpts(node["driver-opts"], tell("driver-opts")),
			buildkitdFlags: await readFlags(node["buildkitd-flags"], tell("buildkitd-flags"))
		};
	});
	return await Promise.all(appended);
}
async function readFlags(flags, complain) {
	if (flags === void 0 || !/["'\\]/.test(flags)) return flags;
	const { split } = await Promise.resolve().then(() => require("./shlex.cjs")).then((n) => n.shlex_exports);
	try {
		split(flags);
	} catch {
		complain(`\`${flags}\` has a quote that is not closed, or ends with \`\\\`; write flags like \`--debug --oci-worker-gc=false\``);
	}
	return flags;
}
function readPlatforms(given, complain) {
	const read = require_template.splitList(given ?? "", { commas: true }).flatMap((item) => {
		const platform = require_pinned_images.parsePlatform(item);
		if (!platform.ok) complain(platform.problem);
		return platform.ok ? [platform.value] : [];
	});
	return [...new Map(read.map((platform) => [require_pinned_images.formatPlatform(platform), platform])).values()];
}
// src/inputs/builder-inputs.ts
async function readBuilder(fields) {
	const existing = fields.text("builder");
	const driver = readDriver(fields);
	const inputs = {
		existing,
		driver,
		nodes: await readNodes(fields),
		buildkitdConfigs: readBuildkitdConfigs(fields),
		name: readName(fields),
		use: fields.flag("use", false),
		bootstrap: fields.flag("bootstrap", true),
		keepState: fields.flag("keep-state", false),
		cleanup: fields.flag("cleanup", true)
	};
	if (inputs.keepState && inputs.name === void 0) fields.complain("keep-state", "needs `name`, because the cache is kept under the builder's name; add one, such as `name: ci`");
	if (existing === void 0) complainOfDriver(fields, inputs);
	else complainOfShaping(fields, existing, driver);
	return inputs;
}
function readDriver(fields) {
	if (fields.text("driver") !== "cloud") return fields.choice("driver", drivers);
	fields.complain("driver", "`cloud` needs Docker's own build of buildx and a login: create the builder with docker/setup-buildx-action before this step, and set `builder` to its output `name`");
	return drivers[0];
}
function readName(fields) {
	const name = fields.text("name");
	if (name !== void 0 && !/^[a-zA-Z][a-zA-Z0-9._-]*$/.test(name)) fields.complain("name", `\`${name}\` is not a name for a builder; start with a letter and continue with letters, digits, \`.\`, \`_\` or \`-\`, as in \`my-builder\``);
	if (name === "default") fields.complain("name", "buildx uses `default` for the engine itself; choose another name, such as `my-builder`, or use `driver: docker` to build in the engine");
	return name;
}
function readBuildkitdConfigs(fields) {
	const path = fields.text("buildkitd-config");
	const text = fields.text("buildkitd-config-inline");
	return [...path === void 0 ? [] : [{
		kind: "file",
		path
	}], ...text === void 0 ? [] : [{
		kind: "inline",
		text
	}]];
}
// src/inputs/buildx-inputs.ts
const officialReleases = "https://github.com/docker/buildx/releases";
async function readBuildx(fields, need = require_template.everyRun) {
	const { complain } = fields;
	return {
		version: await versionOf(fields.text("buildx-version"), need, complain),
		downloadUrl: readUrl(fields.text("buildx-download-url") ?? officialReleases, complain),
		checksum: readChecksum(fields.text("buildx-checksum"), complain)
	};
}
async function versionOf(text, need, complain) {
	if (text === void 0) return { kind: "any" };
	if (text === "latest") return { kind: "latest" };
	const { readVersion } = await Promise.resolve().then(() => require("./buildx-version-input.cjs"));
	return readVersion(text, need, complain);
}
function readUrl(text, complain) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
	if (url?.username || url?.password) complain("buildx-download-url", "has a user name or a password; use a mirror that needs none");
	else if (!isWeb || url?.search || url?.hash) complain("buildx-download-url", `\`${text}\` is not the base URL of a mirror; write, for example, \`https://mirror.internal/docker/buildx/releases\`, with \`download/v0.36.1/\` below it`);
	return text.replace(/\/+$/, "");
}
function readChecksum(text, complain) {
	if (text === void 0) return void 0;
	const digits = text.toLowerCase().replace(/^sha256:/, "");
	if (/^[0-9a-f]{64}$/.test(digits)) return digits;
	complain("buildx-checksum", `\`${text}\` is not a SHA-256; write 64 hexadecimal digits, with or without \`sha256:\`, as in \`sha256:${"48af8a39".repeat(8)}\``);
}
// src/inputs/emulators-inputs.ts
function readEmulation(fields) {
	const given = fields.parsedList("binfmt-image", require_pinned_images.parseImageName);
	const qemu = readQemu(fields.list("qemu", { commas: true }), fields.complain);
	const reset = fields.flag("reset", false);
	if (reset && qemu.kind === "off") fields.complain("reset", "has no effect with `qemu: off`, which installs nothing; leave out one of them");
	return {
		images: given.length === 0 ? defaultImages() : given,
		qemu,
		reset
	};
}
function defaultImages() {
	const name = require_pinned_images.parseImageName(require_pinned_images.pinnedImages.binfmt);
	return name.ok ? [name.value] : [];
}
function readQemu(items, complain) {
	const [only = "auto", ...others] = items;
	if (others.length === 0 && (only === "auto" || only === "off" || only === "all")) return { kind: only };
	const names = items.flatMap((item) => {
		const platform = require_pinned_images.parsePlatform(item.includes("/") ? item : `linux/${item}`);
		if (platform.ok) return [platform.value.architecture];
		complain("qemu", `\`${item}\` is not an emulator; write \`auto\`, \`off\`, \`all\`, or a list of ${require_pinned_images.architectures.join(", ")}, as in \`arm64,arm\``);
		return [];
	});
	return {
		kind: "list",
		architectures: [...new Set(names)]
	};
}
function fieldsOf(raw, complain) {
	const asked = new Set();
	const given = (name) => {
		const text = raw.get(name);
		const plain = text === void 0 || isPlain(text);
		if (!plain && !asked.has(name)) complain(name, notPlain);
		asked.add(name);
		return {
			name,
			text: plain ? text : void 0
		};
	};
	const list = (name, form) => readList(given(name), (text) => require_template.splitList(text, form), complain);
	return {
		complain,
		list,
		exactList: (name) => readList(given(name), require_template.splitExact, complain),
		records: (name) => readList(given(name), require_template.splitRecords, complain),
		text: (name) => given(name).text,
		flag: (name, otherwise) => readFlag(given(name), otherwise, complain),
		choice: (name, choices) => readChoice(given(name), choices, complain),
		parsedList: (name, parse) => list(name, { commas: true }).flatMap((item) => {
			const result = parse(item);
			if (!result.ok) complain(name, result.problem);
			return result.ok ? [result.value] : [];
		}),
		names: () => [...asked]
	};
}
function readFlag({ name, text }, otherwise, complain) {
	if (text === void 0) return otherwise;
	if ([
		"true",
		"True",
		"TRUE"
	].includes(text)) return true;
	if ([
		"false",
		"False",
		"FALSE"
	].includes(text)) return false;
	complain(name, `\`${text}\` is not a boolean; write \`true\` or \`false\``);
	return otherwise;
}
function readChoice({ name, text }, choices, complain) {
	const chosen = choices.find((choice) => choice === text);
	if (text === void 0 || chosen !== void 0) return chosen ?? choices[0];
	complain(name, require_pinned_images.notOneOf(text, choices));
	return choices[0];
}
function readList({ name, text }, split, complain) {
	if (text === void 0) return [];
	try {
		return split(text);
	} catch (error) {
		complain(name, `is not a list: ${require_message_of.messageOf(error)}; close each \`"\`, and write \`""\` for one inside`);
		return [];
	}
}
// src/inputs/foreign-inputs.ts
const separator = "belongs to docker/metadata-action; the outputs here always have one item per line, so convert them where you use them";
const foreign = {
	version: {
		kind: "renamed",
		name: "buildx-version"
	},
	config: {
		kind: "renamed",
		name: "buildkitd-config"
	},
	"config-inline": {
		kind: "renamed",
		name: "buildkitd-config-inline"
	},
	image: {
		kind: "renamed",
		name: "binfmt-image"
	},
	install: {
		kind: "needless",
		words: "since Docker 23 `docker build` uses buildx, and with `use: true` this builder"
	},
	"cache-binary": {
		kind: "needless",
		words: "a downloaded buildx stays in the runner's tool cache"
	},
	"cache-image": {
		kind: "needless",
		words: "the image is pulled only if emulators are missing and the engine does not have it"
	},
	ecr: {
		kind: "needless",
		words: "ECR registries are recognised by their names, and access keys are exchanged for a token"
	},
	scope: {
		kind: "error",
		words: "belongs to docker/login-action; here a login is for a whole registry, so use one with all permissions that the build needs"
	},
	"sep-tags": {
		kind: "error",
		words: separator
	},
	"sep-labels": {
		kind: "error",
		words: separator
	},
	"sep-annotations": {
		kind: "error",
		words: separator
	}
};
function foreignInput(name) {
	return Object.hasOwn(foreign, name) ? foreign[name] : void 0;
}
// src/inputs/proof-inputs.ts
const choices$1 = [
	"true",
	"false",
	"before-tag"
];
function readVerify(fields) {
	return fields.choice("verify", choices$1);
}
function readProof(fields, build, isBake) {
	const { complain } = fields;
	const proof = {
		verify: readVerify(fields),
		strict: fields.flag("strict", false)
	};
	const { verify, strict } = proof;
	if (strict && verify === "false") complain("strict", "`true` has no effect with `verify: false`; leave out one of them");
	if (verify === "before-tag" && !isBake && !build.push && !build.pushByEvent) complain("verify", "`before-tag` needs `push: true`, and `tags` to set at the end");
	if (verify === "before-tag" && build.load) complain("verify", "`before-tag` builds without tags, but `load` needs one; leave out one of them");
	if (verify === "before-tag" && build.outputs.some(require_template.pushesImage)) complain("verify", "`before-tag` pushes without an exporter; remove the exporter that pushes from `outputs`");
	return proof;
}
// src/inputs/retry-inputs.ts
require_errors.init_duration();
const phases = [
	"probe",
	"buildx",
	"login",
	"emulators",
	"builder",
	"build",
	"verification"
];
const bounded = [
	...phases,
	"pull",
	"push"
];
const minute = 6e4;
const usual = {
	...Object.fromEntries(phases.map((name) => [name, 10 * minute])),
	build: void 0,
	pull: 5 * minute,
	push: 15 * minute
};
function readPatience(fields) {
	return {
		retryTimeout: readRetryTimeout(fields),
		bounds: readBounds(fields)
	};
}
function readRetryTimeout({ text, complain }) {
	const given = require_errors.parseDuration(text("retry-timeout") ?? "5m");
	if (!given.ok) complain("retry-timeout", `${given.problem}; \`0\` disables retries`);
	return given.ok ? given.value : 5 * minute;
}
function readBounds({ list, complain }) {
	const bounds = { ...usual };
	const items = list("timeout", { commas: true }).map((text) => {
		const equals = text.indexOf("=");
		return {
			name: text.slice(0, Math.max(equals, 0)),
			value: text.slice(equals + 1)
		};
	});
	const forAll = items.filter(({ name }) => name === "");
	const forOne = items.filter(({ name }) => name !== "");
	for (const { name, value } of [...forAll, ...forOne]) {
		const known = bounded.find((one) => one === name);
		const duration = require_errors.parseDuration(value);
		if (!duration.ok) complain("timeout", `${duration.problem}; \`0\` means no limit`);
		else if (name !== "" && known === void 0) complain("timeout", require_pinned_images.notOneOf(name, bounded));
		else for (const phase of known === void 0 ? phases : [known]) bounds[phase] = duration.value === 0 ? void 0 : duration.value;
	}
	return bounds;
}
// src/inputs/secret-command-line.ts
const remedies = [
	[[
		"context",
		"build-contexts",
		"file"
	], "remove it from the URL, and set `secrets: GIT_AUTH_TOKEN=…`, which BuildKit passes to Git"],
	[[
		"cache-from",
		"cache-to",
		"outputs",
		"endpoint",
		"binfmt-image"
	], "remove it from the URL"],
	[["registry", "mirrors"], "write only host and port, as in `registry.internal:5000`"]
];
function complainOfPasswords({ text, complain, names: read }) {
	for (const [names, remedy] of remedies) for (const name of read().filter((one) => names.includes(one))) {
		if (require_url_passwords.passwordsIn(text(name) ?? "").length === 0) continue;
		complain(name, `has a password or token in a URL, which everybody on the machine could read on the command line; ${remedy}`);
	}
}
// src/inputs/sign-services.ts
require_pinned_images.init_dist();
const url = require_pinned_images.pipe(require_pinned_images.string(), require_pinned_images.check((text) => /^https?:\/\/[^/\s]/.test(text) && URL.canParse(text), "a URL"), require_pinned_images.transform((text) => text.replace(/\/+$/, "")));
const entries = {
	fulcio: require_pinned_images.optional(url),
	rekor: require_pinned_images.optional(url),
	"rekor-version": require_pinned_images.optional(require_pinned_images.picklist(["1", "2"], "`1` or `2`"), "1"),
	tsa: require_pinned_images.optional(url),
	"trusted-root": require_pinned_images.optional(require_pinned_images.string())
};
const services = require_pinned_images.strictObject(entries);
const example = "`fulcio: https://fulcio.internal`";
async function readSigstore(fields) {
	const text = fields.text("sigstore");
	if (text === void 0) return void 0;
	const yaml = await parseYaml(text);
	if (!yaml.ok) {
		fields.complain("sigstore", yaml.problem);
		return;
	}
	const read = require_pinned_images.safeParse(services, yaml.value);
	if (!read.success) {
		complainOfYaml("sigstore", {
			issues: read.issues,
			known: Object.keys(entries),
			example
		}, fields.complain);
		return;
	}
	const { fulcio, rekor, tsa, "rekor-version": version, "trusted-root": trustedRoot } = read.output;
	return {
		fulcio,
		tsa,
		trustedRoot,
		rekor: rekor === void 0 ? void 0 : {
			url: rekor,
			version: version === "2" ? 2 : 1
		}
	};
}
// src/inputs/sign-inputs.ts
const choices = [
	"false",
	"true",
	"auto"
];
const privateKey = /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n.*-----END [A-Z0-9 ]*PRIVATE KEY-----$/s;
async function readSigning(fields) {
	const { complain } = fields;
	const sign = fields.choice("sign", choices);
	const pem = fields.text("sign-key");
	const password = fields.text("sign-key-password");
	const services = await readSigstore(fields);
	const attest = fields.flag("attest", false);
	if (pem !== void 0 && !privateKey.test(pem)) complain("sign-key", "is no private key; give the text of one, as `cosign generate-key-pair` makes it, which begins with `-----BEGIN … PRIVATE KEY-----`, not the name of its file");
	if (password !== void 0 && pem === void 0) complain("sign-key-password", "there is no key that it opens: `sign-key` is empty, as a secret is that the repository does not have");
	if (sign === "false" && pem !== void 0) complain("sign-key", "has no effect with `sign: false`; write `sign: true`");
	if (sign === "false" && !attest && services !== void 0) complain("sigstore", "has no effect without `sign: true` or `attest: true`");
	if (services !== void 0 && (attest || sign !== "false" && pem === void 0)) complainOfServices(services, complain);
	return {
		sign,
		key: pem === void 0 ? void 0 : {
			pem,
			password: password ?? ""
		},
		services,
		attest
	};
}
function complainOfServices({ fulcio, rekor, tsa }, complain) {
	if (fulcio === void 0) complain("sigstore", "has no `fulcio`, which certifies the job's identity; write its URL, or give a key in `sign-key`");
	else if (rekor === void 0 && tsa === void 0) complain("sigstore", "has neither `rekor` nor `tsa`, one of which has to witness when a certificate was used; write the URL of one");
	else if (rekor?.version === 2 && tsa === void 0) complain("sigstore", "has no `tsa`: version 2 of Rekor says nothing of the time, so a timestamp authority has to; write its URL");
}
// src/inputs/read-inputs.ts
async function readInputs(raw) {
	const problems = [];
	const complain = (name, problem) => problems.push(complaintOf(name, problem));
	const fields = fieldsOf(raw, complain);
	const asked = readBuild(fields);
	const bake = readBake(fields);
	const bakeTarget = readBakeTarget(fields);
	if (bake === void 0) {
		checkBuild(asked, fields);
		complainOfBakeAllowed(asked.run, complain);
	} else checkBake(asked, bake, fields);
	const build = asked.leg !== "false" && !asked.pushByEvent ? {
		...asked,
		push: true
	} : asked;
	const proof = readProof(fields, build, bake !== void 0);
	const signing = await readSigning(fields);
	const patience = readPatience(fields);
	const buildx = await readBuildx(fields, require_template.buildxNeedOf(build));
	const builder = await readBuilder(fields);
	const emulation = readEmulation(fields);
	const network = await readRegistryInputs(fields);
	const login = await readLogins(fields, network.registries);
	complainOfGateway(build.run, builder, complain);
	complainOfHalfLogins(login, pushedHosts(build), complain);
	complainOfPasswords(fields);
	const inputs = {
		build,
		bake,
		bakeTarget,
		buildx,
		builder,
		emulation,
		network,
		proof,
		signing,
		login,
		patience
	};
	const names = fields.names();
	return {
		inputs,
		problems: [...problems, ...unknownInputs(raw, names)],
		names
	};
}
function unknownInputs(raw, names) {
	return unknownNames(raw, names).flatMap((name) => {
		const known = foreignInput(name);
		if (known?.kind === "needless") return [];
		if (known?.kind === "error") return [complaintOf(name, known.words)];
		if (known?.kind === "renamed" && names.includes(known.name)) return [complaintOf(name, `is called \`${known.name}\` here`)];
		return [complaintOf(name, `is not an input of this action${require_pinned_images.didYouMean(name, names)}`)];
	});
}
function needlessInputs(raw, names) {
	return unknownNames(raw, names).flatMap((name) => {
		const known = foreignInput(name);
		if (known?.kind !== "needless") return [];
		return [complaintOf(name, `is not needed here: ${known.words}; leave it out`)];
	});
}
function unknownNames(raw, names) {
	return [...raw.keys()].filter((name) => !names.includes(name));
}
Object.defineProperty(exports, "cacheEntries", {
	enumerable: true,
	get: function() {
		return cacheEntries;
	}
});
Object.defineProperty(exports, "complainOfHalfLogins", {
	enumerable: true,
	get: function() {
		return complainOfHalfLogins;
	}
});
Object.defineProperty(exports, "complainOfNameClashes", {
	enumerable: true,
	get: function() {
		return complainOfNameClashes;
	}
});
Object.defineProperty(exports, "complainOfNames", {
	enumerable: true,
	get: function() {
		return complainOfNames;
	}
});
Object.defineProperty(exports, "complainOfPasswords", {
	enumerable: true,
	get: function() {
		return complainOfPasswords;
	}
});
Object.defineProperty(exports, "complaintOf", {
	enumerable: true,
	get: function() {
		return complaintOf;
	}
});
Object.defineProperty(exports, "ecrPlace", {
	enumerable: true,
	get: function() {
		return ecrPlace;
	}
});
Object.defineProperty(exports, "fieldsOf", {
	enumerable: true,
	get: function() {
		return fieldsOf;
	}
});
Object.defineProperty(exports, "hostsOf", {
	enumerable: true,
	get: function() {
		return hostsOf;
	}
});
Object.defineProperty(exports, "missingOf", {
	enumerable: true,
	get: function() {
		return missingOf;
	}
});
Object.defineProperty(exports, "needlessInputs", {
	enumerable: true,
	get: function() {
		return needlessInputs;
	}
});
Object.defineProperty(exports, "permittedBy", {
	enumerable: true,
	get: function() {
		return permittedBy;
	}
});
Object.defineProperty(exports, "pushedHosts", {
	enumerable: true,
	get: function() {
		return pushedHosts;
	}
});
Object.defineProperty(exports, "readBuildx", {
	enumerable: true,
	get: function() {
		return readBuildx;
	}
});
Object.defineProperty(exports, "readEventInputs", {
	enumerable: true,
	get: function() {
		return readEventInputs;
	}
});
Object.defineProperty(exports, "readInputs", {
	enumerable: true,
	get: function() {
		return readInputs;
	}
});
Object.defineProperty(exports, "readLogins", {
	enumerable: true,
	get: function() {
		return readLogins;
	}
});
Object.defineProperty(exports, "readNames", {
	enumerable: true,
	get: function() {
		return readNames;
	}
});
Object.defineProperty(exports, "readPlatformList", {
	enumerable: true,
	get: function() {
		return readPlatformList;
	}
});
Object.defineProperty(exports, "readPush", {
	enumerable: true,
	get: function() {
		return readPush;
	}
});
Object.defineProperty(exports, "readRegistries", {
	enumerable: true,
	get: function() {
		return readRegistries;
	}
});
Object.defineProperty(exports, "readRetryTimeout", {
	enumerable: true,
	get: function() {
		return readRetryTimeout;
	}
});
Object.defineProperty(exports, "readSigning", {
	enumerable: true,
	get: function() {
		return readSigning;
	}
});
Object.defineProperty(exports, "readVerify", {
	enumerable: true,
	get: function() {
		return readVerify;
	}
});
Object.defineProperty(exports, "secretsOfCache", {
	enumerable: true,
	get: function() {
		return secretsOfCache;
	}
});
Object.defineProperty(exports, "unknownInputs", {
	enumerable: true,
	get: function() {
		return unknownInputs;
	}
});
