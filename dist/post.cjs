require("./rolldown-runtime.cjs");
const require_end = require("./end.cjs");
const require_builder_removal = require("./builder-removal.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
const require_builder_marks = require("./builder-marks.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_engine_api = require("./engine-api.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/effects/cleanup-abandoned.ts
require_pinned_images.init_dist();
const ours = /^crossbuild-[0-9a-f]{16}$/;
const builderContainer = /^buildx_buildkit_(crossbuild-[0-9a-f]{16})0$/;
const pattern = "^/(buildx_buildkit_crossbuild-[0-9a-f]{16}0|crossbuild-[0-9a-f]{16}-binfmt)$";
async function findAbandoned(ports, { buildx, beside, named, here, own }) {
	const instances = (0, node_path.join)(buildx, "instances");
	const [containers, builders, neighbours] = await Promise.all([
		listContainers(ports),
		namesIn(instances, own),
		namesIn(beside, own)
	]);
	const files = await judgeAll(builders, (name) => judgeFile((0, node_path.join)(instances, name), here));
	const asked = await judgeAll(containers.filter((name) => !name.includes(own) && !files.has(builderOf(name))), (name) => judgeContainer(name, ports, here));
	const gone = [...asked].flatMap(([name, { isGone }]) => isGone ? [name] : []);
	const marked = [...files.values(), ...asked.values()].flatMap(({ folder }) => folder ?? []);
	const all = [
		...neighbours.map((name) => (0, node_path.join)(beside, name)),
		...named,
		...marked
	];
	const folders = await judgeAll([...new Set(all)].filter((path) => isOurs((0, node_path.basename)(path), own)), (path) => judgeFolder(path, here));
	return {
		builders: [...goneOf(files), ...gone.filter(isBuilder).map(builderOf)],
		emulators: gone.filter((name) => !isBuilder(name)),
		folders: goneOf(folders)
	};
}
const listed = require_pinned_images.array(require_pinned_images.object({ Names: require_pinned_images.array(require_pinned_images.string()) }));
async function listContainers({ shell, engine }) {
	const answer = await engine(`/containers/json?all=true&filters=${encodeURIComponent(JSON.stringify({ name: [pattern] }))}`);
	const told = require_pinned_images.safeParse(listed, answer?.status === 200 ? answer.json : void 0);
	if (told.success) return told.output.flatMap(({ Names }) => Names.map((name) => name.slice(1)));
	const list = [
		"docker",
		"ps",
		"--all",
		"--filter",
		`name=${pattern}`,
		"--format",
		"{{.Names}}"
	];
	const { stdout } = await shell.capture("looking for what dead runs left", list);
	return stdout.split("\n").filter((name) => name !== "");
}
async function namesIn(folder, own) {
	return (await (0, node_fs_promises.readdir)(folder).catch(() => [])).filter((name) => isOurs(name, own));
}
function isOurs(name, own) {
	return ours.test(name) && name !== own;
}
async function judgeAll(names, judge) {
	const judged = await Promise.all(names.map(async (name) => [name, await judge(name)]));
	return new Map(judged.flatMap(([name, verdict]) => verdict ? [[name, verdict]] : []));
}
async function judgeFile(path, here) {
	const [marks, made] = await Promise.all([require_builder_marks.readBuilderFile(path), timeOf(path)]);
	return await verdictOn(marks, made, here);
}
async function judgeFolder(path, here) {
	const [owner, made] = await Promise.all([(0, node_fs_promises.readFile)((0, node_path.join)(path, require_builder_node.ownerFile), "utf8").catch(() => void 0), timeOf(path)]);
	return await verdictOn({
		owner,
		folder: void 0
	}, made, here);
}
async function judgeContainer(name, ports, here) {
	const marks = await require_builder_marks.inspectMarks(name, ports);
	return await verdictOn(marks, marks?.made, here);
}
async function verdictOn(marks, made, here) {
	const owner = marks?.owner === void 0 ? void 0 : require_cleanup_undo.parseOwner(marks.owner);
	if (owner === void 0 || made === void 0) return void 0;
	const started = await require_cleanup_undo.startOf(owner.pid);
	return {
		isGone: require_cleanup_undo.isGone(owner, made, {
			here,
			started
		}),
		folder: marks?.folder
	};
}
async function timeOf(path) {
	return (await (0, node_fs_promises.stat)(path).catch(() => void 0))?.mtimeMs;
}
const isBuilder = (container) => builderContainer.test(container);
const builderOf = (container) => builderContainer.exec(container)?.[1] ?? "";
function goneOf(judged) {
	return [...judged].flatMap(([name, { isGone }]) => isGone ? [name] : []);
}
// src/effects/cleanup-sweep.ts
async function sweep(ports, places) {
	const here = await require_cleanup_undo.findHere(places.isEngineHere);
	if (here === void 0) return [];
	const records = await require_cleanup_undo.otherRecords(places.record);
	const over = records.filter(({ isOver }) => isOver);
	const abandoned = await findAbandoned(ports, {
		...places,
		here,
		beside: (0, node_path.dirname)(places.folder),
		own: (0, node_path.basename)(places.folder),
		named: over.map(({ record }) => record.folder)
	});
	const named = await namedBuilders(records, places);
	const builders = [...abandoned.builders, ...named];
	for (const name of builders) await removeBuilder({
		name,
		keeps: require_cleanup_undo.usesOf(name, over).some(({ cleanup }) => cleanup === "all-but-state")
	}, places, ports);
	await require_builder_removal.removeContainers(abandoned.emulators, ports);
	for (const path of abandoned.folders) await require_builder_node.removeFolder(path);
	for (const { record, path } of over) {
		if (record.current !== void 0 && builders.includes(record.current.name)) await require_builder_marks.giveBack(ports.shell, {
			...record.current,
			file: `${places.buildx}/current`
		});
		await require_cleanup_undo.removeRecord(path);
	}
	return wordsOf({
		...abandoned,
		builders
	});
}
async function namedBuilders(records, { buildx, builder: own }) {
	const living = records.filter(({ isOver }) => !isOver);
	const names = records.flatMap(({ record: { builder }, isOver }) => isOver && builder !== void 0 && builder.cleanup !== "nothing" ? [builder.name] : []);
	const idle = [...new Set(names)].filter((name) => !(own !== void 0 && require_cleanup_undo.isSameName(name, own)) && !require_cleanup_undo.isNeeded(name, living));
	const files = await Promise.all(idle.map((name) => require_builder_marks.readBuilderFile(require_cleanup_undo.instanceFile(buildx, name))));
	return idle.filter((_, index) => isMarked(files[index]));
}
function isMarked(file) {
	return file?.driver === "docker-container" && file.owner !== void 0;
}
async function removeBuilder({ name, keeps }, { buildx }, ports) {
	const { container, files } = require_cleanup_undo.partsIn(buildx, name);
	if (((await require_builder_marks.readBuilderFile(require_cleanup_undo.instanceFile(buildx, name)))?.nodes ?? 1) > 1) {
		const remove = [
			"docker",
			"buildx",
			"rm",
			"--force",
			...keeps ? ["--keep-state"] : [],
			name
		];
		await require_builder_removal.unlessAbsent(ports.shell.capture("removing a builder of several nodes", remove));
		return;
	}
	await require_builder_removal.removeContainers([container], ports);
	if (!keeps) await require_builder_removal.removeVolume(container, ports);
	for (const file of files) await require_builder_node.removeFolder(file);
}
function wordsOf({ builders, emulators, folders }) {
	return [
		...builders.map((name) => `builder ${name}`),
		...emulators.map((name) => `container ${name}`),
		...folders.map((path) => `folder ${(0, node_path.basename)(path)}`)
	];
}
// src/post.ts
async function post({ undo: text, main }, ports) {
	if (text === void 0 || main === "undone") return;
	const { github } = ports;
	const undo = require_cleanup_undo.parseUndo(text);
	try {
		for (const line of await undoRun(undo, main === "ended", ports)) github.info(line);
	} catch (error) {
		github.warning(`Not everything could be removed. ${require_end.failureText(error)}`);
	}
}
async function undoRun(undo, ended, ports) {
	const { builder, folder } = undo;
	if (undo.machine === "thrown away") {
		await require_builder_node.removeFolder(folder);
		return builder === null ? [] : [`Builder ${builder.name} goes with the machine`];
	}
	const shell = require_builder_removal.undoingShell(ports.shell, undo);
	const running = ended ? [] : await require_end.endProcesses(folder);
	const swept = sweepFor(undo, shell);
	const removal = await require_builder_removal.cleanUp(shell, undo, running, swept);
	return [...builder === null ? [] : [require_builder_removal.removalText(builder, removal)], ...await swept];
}
async function sweepFor({ sweep: where, builder, record, folder, endpoint }, shell) {
	if (where === null || record === null) return [];
	const swept = await sweep({
		shell,
		engine: require_engine_api.engineApi(endpoint)
	}, {
		...where,
		record,
		folder,
		builder: builder?.name
	}).catch(() => []);
	if (swept.length === 0) return [];
	return [`Removed what runs left that were killed: ${swept.join(", ")}`];
}
// src/post-index.ts
const { env: environment } = process;
const shell = require_end.systemShell(require_end.withoutInputs({ ...environment }));
const github = require_end.githubRunner({ hasSummary: false });
const saved = {
	undo: environment["STATE_undo"],
	main: environment["STATE_main"]
};
require_end.toTheEnd(post(saved, {
	shell,
	github
}), github);
