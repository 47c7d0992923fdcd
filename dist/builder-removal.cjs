const require_errors = require("./errors.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
const require_builder_marks = require("./builder-marks.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_engine_api = require("./engine-api.cjs");
const require_together = require("./together.cjs");
let node_timers_promises = require("node:timers/promises");
// src/effects/builder-remove.ts
const done = [
	204,
	404,
	409
];
async function removeContainers(names, ports) {
	const removed = await Promise.all(names.map((name) => removeContainer(name, ports)));
	return names.filter((_, index) => removed[index]);
}
async function removeContainer(name, { shell, engine }) {
	const answer = await engine(`/containers/${name}?force=true&v=true`, "DELETE");
	if (answer !== void 0 && done.includes(answer.status)) return answer.status === 204;
	const remove = [
		"docker",
		"rm",
		"--force",
		"--volumes",
		name
	];
	const { stdout } = await unlessAbsent(shell.capture("removing the builder's container", remove));
	return stdout.includes(name);
}
async function removeVolume(container, { shell, engine }) {
	const volume = `${container}_state`;
	const answer = await engine(`/volumes/${volume}?force=true`, "DELETE");
	if (answer?.status === 204 || answer?.status === 404) return;
	const remove = [
		"docker",
		"volume",
		"rm",
		"--force",
		volume
	];
	await unlessAbsent(shell.capture("removing the builder's volume", remove));
}
async function unlessAbsent(removal) {
	try {
		return await removal;
	} catch (error) {
		if (error instanceof require_errors.CommandError && /no builder|no such|not found|does not exist|already in progress/i.test(error.stderr)) return {
			stdout: "",
			stderr: ""
		};
		throw error;
	}
}
// src/effects/builder-remove-shared.ts
const lookMilliseconds = 100;
const appearMilliseconds = 1500;
async function removeBuilder(ports, { builder, record }, running) {
	if (builder === null || builder.cleanup === "nothing") return "kept";
	const isLate = running.flat().includes(builder.name);
	if (!builder.isShared || record === null) {
		await remove(ports, builder, isLate);
		return "removed";
	}
	const { name, cleanup } = builder;
	await require_cleanup_undo.changeRecord(record.path, { builder: {
		name,
		cleanup,
		state: "leaving"
	} });
	if (require_cleanup_undo.isNeeded(name, await require_cleanup_undo.livingRecords(record))) return "shared";
	const file = await require_builder_marks.readBuilderFile(builder.file);
	if (isForeign(file)) return "foreign";
	if (builder.here === null) await removeByBuildx(ports.shell, builder);
	else if (await isContainerOfOthers(ports, {
		builder,
		file,
		record
	})) await removeFiles(builder);
	else await remove(ports, builder, isLate);
	return "removed";
}
function isForeign(file) {
	return file?.driver === "docker-container" && file.owner === void 0;
}
async function isContainerOfOthers(ports, { builder: { here }, file, record }) {
	const found = here === null ? void 0 : await require_builder_marks.inspectMarks(here.container, ports);
	if (found === void 0) return false;
	const owner = file === void 0 ? (await require_cleanup_undo.readRecord(record.path))?.owner : file.owner;
	return found.owner === void 0 || found.owner !== owner;
}
async function remove(ports, builder, isLate) {
	if (builder.here === null) return await removeByBuildx(ports.shell, builder);
	const { container } = builder.here;
	await removeWith(container, isLate, ports);
	if (builder.cleanup === "all") await removeVolume(container, ports);
	await removeFiles(builder);
}
async function removeFiles({ here }) {
	for (const file of here?.files ?? []) await require_builder_node.removeFolder(file);
}
async function removeWith(container, isLate, ports) {
	const start = performance.now();
	let removed = await removeContainers([container], ports);
	while (isLate && removed.length === 0 && performance.now() - start < appearMilliseconds) {
		await (0, node_timers_promises.setTimeout)(lookMilliseconds);
		removed = await removeContainers([container], ports);
	}
}
async function removeByBuildx(shell, { name, cleanup }) {
	const remove = [
		"docker",
		"buildx",
		"rm",
		"--force",
		...cleanup === "all-but-state" ? ["--keep-state"] : [],
		name
	];
	await unlessAbsent(shell.capture("removing the builder", remove));
}
// src/effects/cleanup-run.ts
function undoingShell(shell, { environment, buildx }) {
	return shell.with({
		environment,
		buildx: buildx ?? void 0
	});
}
async function cleanUp(shell, undo, running, beside = Promise.resolve()) {
	const ports = {
		shell,
		engine: require_engine_api.engineApi(undo.endpoint)
	};
	const builder = removeBuilder(ports, undo, running);
	const current = builder.catch(() => {}).then(() => require_builder_marks.giveFormerBuilderBack(shell, undo));
	const parts = require_together.together([
		builder,
		current,
		beside,
		removeEmulators(undo, running, ports),
		...undo.files.map(require_builder_node.removeFile)
	]);
	const folder = parts.catch(() => {}).then(() => require_builder_node.removeFolder(undo.folder));
	const [[removal]] = await require_together.together([parts, folder]);
	if (undo.record !== null) await require_cleanup_undo.removeRecord(undo.record.path);
	return removal;
}
async function removeEmulators({ emulators }, running, ports) {
	if (emulators === null || !running.flat().includes(emulators)) return;
	await removeWith(emulators, true, ports);
}
// src/report/builder-removal.ts
function removalText({ name, cleanup }, removal) {
	if (removal === "shared") return `Builder ${name} is still in use by another run, and is left to it`;
	if (removal === "foreign") return `Builder ${name} was not created by a run, and is kept`;
	switch (cleanup) {
		case "all": return `Builder ${name} removed`;
		case "all-but-state": return `Builder ${name} removed; its cache is kept for the next builder of that name`;
		case "nothing": return `Builder ${name} is kept. To remove it: docker buildx rm ${name}`;
	}
}
Object.defineProperty(exports, "cleanUp", {
	enumerable: true,
	get: function() {
		return cleanUp;
	}
});
Object.defineProperty(exports, "removalText", {
	enumerable: true,
	get: function() {
		return removalText;
	}
});
Object.defineProperty(exports, "removeContainers", {
	enumerable: true,
	get: function() {
		return removeContainers;
	}
});
Object.defineProperty(exports, "removeVolume", {
	enumerable: true,
	get: function() {
		return removeVolume;
	}
});
Object.defineProperty(exports, "undoingShell", {
	enumerable: true,
	get: function() {
		return undoingShell;
	}
});
Object.defineProperty(exports, "unlessAbsent", {
	enumerable: true,
	get: function() {
		return unlessAbsent;
	}
});
