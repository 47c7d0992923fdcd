require("./rolldown-runtime.cjs");
const require_builder_removal = require("./builder-removal.cjs");
const require_end = require("./end.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
let node_timers_promises = require("node:timers/promises");
// src/step/cancel.ts
const settleMilliseconds = 500;
const phaseWords = {
	probe: "the look around",
	buildx: "the installation of buildx",
	login: "the login",
	emulators: "the installation of emulators",
	builder: "the builder's creation",
	build: "the build",
	verification: "the proof"
};
async function cancel({ folder, doing, phase, work, log }, { shell, github }) {
	const settled = Promise.race([work.catch(() => {}), (0, node_timers_promises.setTimeout)(settleMilliseconds)]);
	const ended = await require_end.endProcesses(folder, settled);
	log.close();
	const at = phase === void 0 ? "" : ` during ${phaseWords[phase]}`;
	const what = doing.length === 0 ? at : ` while ${doing.slice(0, 2).join(" and ")}`;
	const text = log.saved("undo");
	const removal = text === void 0 ? "" : await undoRun(text, ended, {
		shell,
		github
	});
	github.info(`Cancelled${what}${removal}`);
}
async function undoRun(text, running, { shell, github }) {
	const undo = require_cleanup_undo.parseUndo(text);
	try {
		const removal = await require_builder_removal.cleanUp(require_builder_removal.undoingShell(shell, undo), undo, running);
		await require_builder_node.removeFolder(undo.folder);
		github.saveState("main", "undone");
		return undo.builder === null ? "" : `. ${require_builder_removal.removalText(undo.builder, removal)}`;
	} catch (error) {
		github.warning(`Not everything could be removed. ${require_end.failureText(error)}`);
		return "";
	}
}
exports.cancel = cancel;
