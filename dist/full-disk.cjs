const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_errors = require("./errors.cjs");
const require_trouble = require("./trouble.cjs");
const require_build_failure = require("./build-failure.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/effects/full-disk.ts
var full_disk_exports = require_rolldown_runtime.__exportAll({ fullDiskAt: () => fullDiskAt });
require_trouble.init_trouble();
async function namingFullDisks(shell, disks, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const certain = isFull(error);
		if (!certain && !mayBeFull(error)) throw error;
		const places = await placesOf(shell, disks);
		const full = places.filter(({ free, size }) => free < nextToNone * size);
		if (!certain && full.length === 0) throw error;
		throw new require_errors.FullDiskError(error, certain ? places : full);
	}
}
const nextToNone = .05;
async function fullDiskAt(error, folder) {
	if (!(error instanceof Error) || !isFull(error)) return void 0;
	const place = await placeAt("the runner's temporary files, RUNNER_TEMP", folder);
	return new require_errors.FullDiskError(error, place === void 0 ? [] : [place]);
}
function isFull(error) {
	if (error instanceof require_errors.NodeError) return isFull(error.cause);
	if (error instanceof require_errors.CommandError) return require_trouble.troubleOf(require_build_failure.lastWords(error.stderr)) === "full";
	const { code } = error;
	return code === "ENOSPC" || code === "EDQUOT";
}
function mayBeFull(error) {
	const { output = [] } = error instanceof require_errors.CommandError && require_build_failure.buildFailure(error.stderr) || {};
	return output.some((line) => /no space left on device|disk quota exceeded/i.test(line));
}
async function placesOf(shell, disks) {
	return (await Promise.all([disks.engineIsHere ? enginePlace(shell, disks.builder) : void 0, placeAt("the runner's temporary files", disks.folder)])).filter((place) => place !== void 0);
}
async function enginePlace(shell, builder) {
	const volume = builder.kind === "create" && builder.here ? `${builder.here.container}_state` : "";
	const state = volume === "" ? void 0 : await answer(shell, [
		"docker",
		"volume",
		"inspect",
		"--format",
		"{{.Mountpoint}}",
		volume
	]);
	if (state !== void 0) return await placeAt("what BuildKit keeps", state);
	const root = await answer(shell, [
		"docker",
		"info",
		"--format",
		"{{.DockerRootDir}}"
	]);
	return root === void 0 ? void 0 : await placeAt("what the engine keeps", root);
}
async function answer(shell, command) {
	return (await shell.capture("looking for the full disk", command).catch(() => void 0))?.stdout.trim() || void 0;
}
async function placeAt(what, path) {
	try {
		const { bavail, blocks, bsize } = await (0, node_fs_promises.statfs)(path);
		return {
			what,
			path,
			free: bavail * bsize,
			size: blocks * bsize
		};
	} catch {
		return path === (0, node_path.dirname)(path) ? void 0 : await placeAt(what, (0, node_path.dirname)(path));
	}
}
Object.defineProperty(exports, "full_disk_exports", {
	enumerable: true,
	get: function() {
		return full_disk_exports;
	}
});
Object.defineProperty(exports, "namingFullDisks", {
	enumerable: true,
	get: function() {
		return namingFullDisks;
	}
});
