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
async function makeRunFiles({ files, owner }, config) {
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
	const { trustPeers } = await Promise.resolve().then(() => require("./peer-certificates.cjs"));
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
