const require_pinned_images = require("./pinned-images.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_registry_access = require("./registry-access.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/docker-config-json.ts
require_pinned_images.init_dist();
const text = (value, place, odd) => {
	if (typeof value === "string") return value;
	if (value !== null) odd(place);
};
const texts = (value, place, odd) => {
	if (value === null) return void 0;
	if (!Array.isArray(value)) return void odd(place);
	return value.flatMap((item, index) => text(item, `${place}[${index}]`, odd) ?? []);
};
function mapOf(read, empty) {
	return (value, place, odd) => {
		if (value === null) return void 0;
		if (!isObject(value)) return void odd(place);
		const items = Object.entries(value).map(([key, item]) => [key, item === null ? empty : read(item, `${place}[${JSON.stringify(key)}]`, odd)]);
		return Object.fromEntries(items.filter(([, item]) => item !== void 0));
	};
}
function objectOf(fields) {
	const names = new Map(Object.keys(fields).map((name) => [name.toLowerCase(), name]));
	return (value, place, odd) => {
		if (value === null) return {};
		if (!isObject(value)) return void odd(place);
		const read = {};
		for (const [key, item] of Object.entries(value)) {
			const name = names.get(key.toLowerCase());
			if (name === void 0) {
				read[key] = item;
				continue;
			}
			const kept = fields[name]?.(item, place === "" ? key : `${place}.${key}`, odd);
			if (kept === void 0) continue;
			const before = read[name];
			read[name] = isObject(before) && isObject(kept) ? {
				...before,
				...kept
			} : kept;
		}
		return read;
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/plan/docker-config-settings.ts
const optionalText = require_pinned_images.optional(require_pinned_images.string(), "");
const entry = require_pinned_images.object({
	auth: optionalText,
	username: optionalText,
	password: optionalText,
	identitytoken: optionalText,
	registrytoken: optionalText
});
const settings = require_pinned_images.looseObject({
	auths: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), entry), {}),
	credHelpers: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.string()), {}),
	credsStore: optionalText,
	currentContext: optionalText,
	cliPluginsExtraDirs: require_pinned_images.optional(require_pinned_images.array(require_pinned_images.string()), [])
});
const readAuth = (value, place, odd) => {
	const auth = text(value, place, odd);
	if (typeof auth !== "string" || auth === "" || decodeAuth(auth) !== void 0) return auth;
	odd(place);
};
const textMap = mapOf(text, "");
const proxy = [
	"httpProxy",
	"httpsProxy",
	"noProxy",
	"ftpProxy",
	"allProxy"
];
const allText = (names) => Object.fromEntries(names.map((name) => [name, text]));
const file = objectOf({
	auths: mapOf(objectOf({
		...allText([
			"username",
			"password",
			"email",
			"serveraddress",
			"identitytoken",
			"registrytoken"
		]),
		auth: readAuth
	}), {}),
	proxies: mapOf(objectOf(allText(proxy)), {}),
	plugins: mapOf(textMap, {}),
	HttpHeaders: textMap,
	credHelpers: textMap,
	aliases: textMap,
	features: textMap,
	pruneFilters: texts,
	cliPluginsExtraDirs: texts,
	...allText([
		"credsStore",
		"currentContext",
		"detachKeys",
		"experimental"
	]),
	...allText([
		"psFormat",
		"imagesFormat",
		"networksFormat",
		"pluginsFormat",
		"volumesFormat"
	]),
	...allText([
		"statsFormat",
		"serviceInspectFormat",
		"servicesFormat",
		"tasksFormat"
	]),
	...allText([
		"secretFormat",
		"configFormat",
		"nodesFormat"
	])
});
function parseDockerSettings(json) {
	const odd = [];
	const none = require_pinned_images.parse(settings, {});
	const whole = json.trim() === "" ? {} : parseJson(json);
	if (whole === void 0) return {
		settings: none,
		problem: "is not JSON, and is left out"
	};
	const read = file(whole, "", (place) => odd.push(place));
	if (read === void 0) return {
		settings: none,
		problem: "is no JSON object, and is left out"
	};
	const problem = `has what docker can't read, and which is left out: ${odd.map((place) => `\`${require_url_passwords.withoutPasswords(place)}\``).join(", ")}`;
	return {
		settings: require_pinned_images.parse(settings, read),
		problem: odd.length === 0 ? void 0 : problem
	};
}
function parseJson(json) {
	try {
		return JSON.parse(json);
	} catch {
		return;
	}
}
function decodeAuth(auth) {
	const base64 = auth.replaceAll(/[\r\n]/g, "");
	if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return void 0;
	const decoded = Buffer.from(base64, "base64").toString();
	const colon = decoded.indexOf(":");
	if (colon < 1) return void 0;
	const password = decoded.slice(colon + 1).replaceAll(/^\0+|\0+$/g, "");
	return {
		username: decoded.slice(0, colon),
		password
	};
}
const variable = require_pinned_images.strictObject({ auths: require_pinned_images.record(require_pinned_images.string(), require_pinned_images.strictObject({ auth: require_pinned_images.string() })) });
const named = objectOf({ auths: mapOf(objectOf({ auth: text }), {}) });
function parseAuthVariable(json) {
	const read = require_pinned_images.safeParse(variable, named(parseJson(json ?? "null"), "", () => {}));
	if (!read.success) return {};
	const { auths } = read.output;
	if (Object.values(auths).some(({ auth }) => decodeAuth(auth) === void 0)) return {};
	return require_pinned_images.parse(settings, { auths }).auths;
}
// src/effects/buildx-plugin.ts
const systemFolders = [
	"/usr/local/lib/docker/cli-plugins",
	"/usr/local/libexec/docker/cli-plugins",
	"/usr/lib/docker/cli-plugins",
	"/usr/libexec/docker/cli-plugins"
];
async function findBuildx(folder, extra) {
	const own = folder === void 0 ? [] : [(0, node_path.join)(folder, "cli-plugins")];
	const paths = [
		...extra,
		...own,
		...systemFolders
	].map((place) => (0, node_path.join)(place, "docker-buildx"));
	return (await Promise.all(paths.map(async (path) => await isThere(path) ? {
		path,
		problem: await problemOf(path)
	} : []))).flat();
}
async function isThere(path) {
	return await (0, node_fs_promises.lstat)(path).then(() => true, () => false);
}
async function problemOf(path) {
	try {
		if (!(await (0, node_fs_promises.stat)(path)).isFile()) return "is no file";
	} catch (error) {
		const { code } = error;
		return code === "ENOENT" ? "is a link to a file that is not there" : `can't be read (${code})`;
	}
	return await (0, node_fs_promises.access)(path, node_fs_promises.constants.X_OK).then(() => void 0, () => "may not be executed: its mode does not allow it, or its file system is mounted noexec");
}
// src/effects/docker-config-folder.ts
const configFile = "config.json";
const pluginFolder = "cli-plugins";
const contextFolder = "contexts";
async function probeUserConfig(named) {
	const { folder, buildx, context, logins } = named;
	const place = folder ?? "/nonexistent";
	const [writable, takesPlugins, { settings, problem }] = await Promise.all([
		isWritable(buildx ?? place),
		isWritable((0, node_path.join)(place, pluginFolder)),
		readSettings(folder)
	]);
	const { currentContext, cliPluginsExtraDirs } = settings;
	return {
		folder,
		buildx,
		writable,
		takesPlugins,
		problem,
		logins: parseAuthVariable(logins),
		context: context ?? (currentContext || "default"),
		buildxPlugins: await findBuildx(folder, cliPluginsExtraDirs)
	};
}
async function isWritable(folder) {
	try {
		await (0, node_fs_promises.access)(folder, node_fs_promises.constants.W_OK);
		return true;
	} catch (error) {
		const above = (0, node_path.dirname)(folder);
		return error.code === "ENOENT" && above !== folder ? await isWritable(above) : false;
	}
}
async function makeDockerConfig(plan, logins) {
	const { copyOf, folder } = plan;
	await (0, node_fs_promises.mkdir)(folder, {
		mode: 448,
		recursive: true
	});
	if (copyOf !== void 0) {
		await linkAll(copyOf, folder, [
			configFile,
			"buildx",
			pluginFolder,
			contextFolder
		]);
		await linkPlugins((0, node_path.join)(copyOf, pluginFolder), (0, node_path.join)(folder, pluginFolder));
		await copyContexts((0, node_path.join)(copyOf, contextFolder), (0, node_path.join)(folder, contextFolder));
	}
	const { settings } = await readSettings(copyOf);
	const none = [...Object.keys(plan.logins), ...logins.map(require_registry_access.credentialKey)].map((key) => [key, ""]);
	await writeSettings(folder, {
		...settings,
		auths: {
			...settings.auths,
			...plan.logins
		},
		credHelpers: {
			...settings.credHelpers,
			...Object.fromEntries(none)
		}
	});
}
async function linkPlugins(from, to) {
	await (0, node_fs_promises.mkdir)(to, { recursive: true });
	await linkAll(from, to, await (0, node_fs_promises.readdir)(to));
}
async function linkAll(from, to, except) {
	const names = await (0, node_fs_promises.readdir)(from).catch(() => []);
	for (const name of names.filter((name) => !except.includes(name))) await (0, node_fs_promises.symlink)((0, node_path.join)(from, name), (0, node_path.join)(to, name));
}
async function copyContexts(from, to) {
	const names = await (0, node_fs_promises.readdir)(from).catch(() => []);
	for (const name of names) await (0, node_fs_promises.cp)((0, node_path.join)(from, name), (0, node_path.join)(to, name), { recursive: true });
}
async function writeLogin(folder, login) {
	const { settings } = await readSettings(folder);
	const auth = Buffer.from(`${login.username}:${login.password}`).toString("base64");
	const auths = {
		...settings.auths,
		[require_registry_access.credentialKey(login.registry)]: { auth }
	};
	await writeSettings(folder, {
		...settings,
		auths
	});
}
async function readSettings(folder) {
	if (folder === void 0) return parseDockerSettings("");
	const path = (0, node_path.join)(folder, configFile);
	try {
		const { settings, problem } = parseDockerSettings(await (0, node_fs_promises.readFile)(path, "utf8"));
		return {
			settings,
			problem: problem === void 0 ? void 0 : `${path} ${problem}`
		};
	} catch (error) {
		const { code } = error;
		const problem = `${path} cannot be read (${code}), and is left out`;
		return {
			...parseDockerSettings(""),
			problem: code === "ENOENT" ? void 0 : problem
		};
	}
}
async function writeSettings(folder, settings) {
	await (0, node_fs_promises.writeFile)((0, node_path.join)(folder, configFile), JSON.stringify(settings), { mode: 384 });
}
Object.defineProperty(exports, "decodeAuth", {
	enumerable: true,
	get: function() {
		return decodeAuth;
	}
});
Object.defineProperty(exports, "makeDockerConfig", {
	enumerable: true,
	get: function() {
		return makeDockerConfig;
	}
});
Object.defineProperty(exports, "probeUserConfig", {
	enumerable: true,
	get: function() {
		return probeUserConfig;
	}
});
Object.defineProperty(exports, "readSettings", {
	enumerable: true,
	get: function() {
		return readSettings;
	}
});
Object.defineProperty(exports, "writeLogin", {
	enumerable: true,
	get: function() {
		return writeLogin;
	}
});
