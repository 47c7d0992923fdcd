const require_index = require("./index.cjs");
const require_together = require("./together.cjs");
const require_run_files = require("./run-files.cjs");
let node_timers_promises = require("node:timers/promises");
// src/effects/remove-from-engine.ts
const done = [
	204,
	404,
	409
];
async function removeContainers(names, doors) {
	const removed = await Promise.all(names.map((name) => removeContainer(name, doors)));
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
		if (error instanceof require_index.CommandError && /no builder|no such|not found|does not exist|already in progress/i.test(error.stderr)) return {
			stdout: "",
			stderr: ""
		};
		throw error;
	}
}
// src/effects/clean-up.ts
const lookMilliseconds = 100;
const appearMilliseconds = 1500;
async function cleanUp(shell, undo, running, beside = Promise.resolve()) {
	const parts = require_together.together([
		beside,
		removeBuilder(shell, undo, running),
		giveFormerBuilderBack(shell, undo),
		...undo.files.map(require_run_files.removeFile)
	]);
	const folder = parts.catch(() => {}).then(() => require_run_files.removeFolder(undo.folder));
	await require_together.together([parts, folder]);
}
async function giveFormerBuilderBack(shell, { formerBuilder }) {
	if (formerBuilder === null) return;
	await shell.capture(`making \`${formerBuilder}\` the current builder again`, [...[
		"docker",
		"buildx",
		"use",
		formerBuilder
	]]);
}
async function removeBuilder(shell, undo, running) {
	const { builder } = undo;
	const doors = {
		shell,
		engine: require_together.engineApi(undo.endpoint)
	};
	const goes = builder !== null && builder.cleanup !== "nothing" ? builder : null;
	const container = goes?.here?.container;
	const words = running.flat();
	const names = [container, words.find((word) => word === undo.emulators)].filter((name) => name !== void 0);
	await removeAll(names, goes !== null && words.includes(goes.name) ? names : names.filter((name) => name !== container), doors);
	if (goes === null) return;
	if (container === void 0) return await removeByBuildx(shell, goes);
	if (goes.cleanup === "all") await removeVolume(container, doors);
	for (const file of goes.here?.files ?? []) await require_run_files.removeFolder(file);
}
async function removeAll(names, late, doors) {
	const start = performance.now();
	const removed = await removeContainers(names, doors);
	let absent = late.filter((name) => !removed.includes(name));
	while (absent.length > 0 && performance.now() - start < appearMilliseconds) {
		await (0, node_timers_promises.setTimeout)(lookMilliseconds);
		const found = await removeContainers(absent, doors);
		absent = absent.filter((name) => !found.includes(name));
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
// src/report/removal.ts
function removalText({ name, cleanup }) {
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
