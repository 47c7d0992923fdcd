const require_errors = require("./errors.cjs");
const require_url_passwords = require("./url-passwords.cjs");
const require_pinned_images = require("./pinned-images.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/effects/run-files.ts
function runFiles(folder) {
	return {
		folder,
		buildkitdConfig: (0, node_path.join)(folder, "buildkitd.toml"),
		metadata: (0, node_path.join)(folder, "metadata.json"),
		imageId: (0, node_path.join)(folder, "image-id"),
		secrets: (0, node_path.join)(folder, "secrets"),
		certificates: (0, node_path.join)(folder, "certificates"),
		authorities: (0, node_path.join)(folder, "authorities"),
		dockerConfig: (0, node_path.join)(folder, "docker"),
		registrySettings: (0, node_path.join)(folder, "registries")
	};
}
const ownerFile = "owner";
async function makeRunFiles(run, config) {
	try {
		await makeAll(run, config);
	} catch (error) {
		const { code } = error;
		if (code === void 0) throw error;
		const { folder } = run.files;
		const { fullDiskAt } = await Promise.resolve().then(() => require("./full-disk.cjs")).then((n) => n.full_disk_exports);
		throw await fullDiskAt(error, folder) ?? new require_errors.UserError(`the run's files can't be written to ${folder}: ${await causeOf(error, (0, node_path.dirname)(folder))}`, {
			tryThis: `let the runner's user write in ${(0, node_path.dirname)(folder)}, which RUNNER_TEMP names, or name another folder there`,
			cause: error
		});
	}
}
async function causeOf(error, above) {
	return await (0, node_fs_promises.access)(above, node_fs_promises.constants.W_OK).then(() => String(error), String);
}
async function makeAll({ files, owner }, config) {
	await (0, node_fs_promises.mkdir)(files.folder, {
		mode: 448,
		recursive: true
	});
	if (owner !== void 0) await (0, node_fs_promises.writeFile)((0, node_path.join)(files.folder, ownerFile), owner);
	await (0, node_fs_promises.mkdir)(files.certificates);
	await (0, node_fs_promises.mkdir)(files.authorities);
	if (config === void 0) return;
	await (0, node_fs_promises.writeFile)(files.buildkitdConfig, config.text);
	for (const { path, text } of config.pems) await (0, node_fs_promises.writeFile)(path, text, { mode: 384 });
	for (const [index, path] of config.authorities.entries()) await (0, node_fs_promises.copyFile)(path, (0, node_path.join)(files.authorities, `${index}.pem`));
	if (config.uncheckedHosts.length === 0) return;
	const { trustPeers } = await Promise.resolve().then(() => require("./registry-peer-certificates.cjs"));
	await trustPeers(config.uncheckedHosts, files.authorities);
}
async function removeFolder(folder) {
	await (0, node_fs_promises.rm)(folder, {
		recursive: true,
		force: true
	});
}
async function removeFile(path) {
	await (0, node_fs_promises.rm)(path, { force: true });
}
async function readBuildFiles(files) {
	const [metadata, imageId] = await Promise.all([textOf(files.metadata), textOf(files.imageId)]);
	return {
		metadata,
		imageId
	};
}
async function textOf(path) {
	try {
		return (await (0, node_fs_promises.readFile)(path, "utf8")).trim();
	} catch (error) {
		if (error.code === "ENOENT") return "";
		throw error;
	}
}
// src/plan/builder-node.ts
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
	const platforms = node.platforms.map(require_pinned_images.formatPlatform).join(",");
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
function variables({ driver, proxies, marks }) {
	if (driver !== "docker-container") return {};
	const all = {
		...proxies,
		...marks
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
Object.defineProperty(exports, "csvField", {
	enumerable: true,
	get: function() {
		return csvField;
	}
});
Object.defineProperty(exports, "makeRunFiles", {
	enumerable: true,
	get: function() {
		return makeRunFiles;
	}
});
Object.defineProperty(exports, "ownerFile", {
	enumerable: true,
	get: function() {
		return ownerFile;
	}
});
Object.defineProperty(exports, "passwordOf", {
	enumerable: true,
	get: function() {
		return passwordOf;
	}
});
Object.defineProperty(exports, "planNode", {
	enumerable: true,
	get: function() {
		return planNode;
	}
});
Object.defineProperty(exports, "readBuildFiles", {
	enumerable: true,
	get: function() {
		return readBuildFiles;
	}
});
Object.defineProperty(exports, "removeFile", {
	enumerable: true,
	get: function() {
		return removeFile;
	}
});
Object.defineProperty(exports, "removeFolder", {
	enumerable: true,
	get: function() {
		return removeFolder;
	}
});
Object.defineProperty(exports, "runFiles", {
	enumerable: true,
	get: function() {
		return runFiles;
	}
});
