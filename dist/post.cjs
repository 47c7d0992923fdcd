const require_removal = require("./removal.cjs");
const require_together = require("./together.cjs");
const require_index = require("./index.cjs");
const require_run_files = require("./run-files.cjs");
const require_builder_parts = require("./builder-parts.cjs");
const require_dist = require("./valibot.cjs");
const require_owner = require("./owner.cjs");
const require_undo = require("./undo.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/effects/find-abandoned.ts
const ours = /^crossbuild-[0-9a-f]{16}$/;
const builderContainer = /^buildx_buildkit_(crossbuild-[0-9a-f]{16})0$/;
const pattern = "^/(buildx_buildkit_crossbuild-[0-9a-f]{16}0|crossbuild-[0-9a-f]{16}-binfmt)$";
async function findAbandoned(doors, { buildx, beside, here, own }) {
	const [names, files, folders] = await Promise.all([
		listContainers(doors),
		judge((0, node_path.join)(buildx, "instances"), {
			here,
			own
		}, async (file) => ownerOfBuilder(await text(file))),
		judge(beside, {
			here,
			own
		}, (folder) => text((0, node_path.join)(folder, require_run_files.ownerFile)))
	]);
	const asked = names.filter((name) => !name.includes(own) && !files.has(builderOf(name)));
	const gone = (await Promise.all(asked.map(async (name) => await isAbandoned(doors.shell, name, here) ? [name] : []))).flat();
	return {
		builders: [...goneOf(files), ...gone.filter(isBuilder).map(builderOf)],
		emulators: gone.filter((name) => !isBuilder(name)),
		folders: goneOf(folders)
	};
}
const listed = require_dist.array(require_dist.object({ Names: require_dist.array(require_dist.string()) }));
async function listContainers({ shell, engine }) {
	const answer = await engine(`/containers/json?all=true&filters=${encodeURIComponent(JSON.stringify({ name: [pattern] }))}`);
	const told = require_dist.safeParse(listed, answer?.status === 200 ? answer.json : void 0);
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
async function judge(folder, { here, own }, ownerOf) {
	const names = (await (0, node_fs_promises.readdir)(folder).catch(() => [])).filter((name) => ours.test(name) && name !== own);
	const judged = await Promise.all(names.map(async (name) => {
		const path = (0, node_path.join)(folder, name);
		const [owner, made] = await Promise.all([ownerOf(path).catch(() => void 0), (0, node_fs_promises.stat)(path).catch(() => void 0)]);
		const gone = made && await isOwnerGone(owner, made.mtimeMs, here);
		return gone === void 0 ? [] : [[name, gone]];
	}));
	return new Map(judged.flat());
}
async function isOwnerGone(mark, made, here) {
	const owner = mark === void 0 ? void 0 : require_owner.parseOwner(mark);
	if (owner === void 0) return void 0;
	return require_owner.isGone(owner, made, {
		here,
		started: await require_builder_parts.startOf(owner.pid)
	});
}
const format = "{\"made\":{{json .Created}},\"variables\":{{json .Config.Env}}}";
const inspected = require_dist.object({
	made: require_dist.string(),
	variables: require_dist.nullish(require_dist.array(require_dist.string()), [])
});
async function isAbandoned(shell, container, here) {
	const command = [
		"docker",
		"container",
		"inspect",
		"--format",
		format,
		container
	];
	try {
		const { stdout } = await shell.capture("looking whose a container is", command);
		const { made, variables } = require_dist.parse(inspected, JSON.parse(stdout));
		const mark = variables.find((variable) => variable.startsWith(`${require_owner.ownerVariable}=`))?.slice(require_owner.ownerVariable.length + 1);
		return await isOwnerGone(mark, Date.parse(made), here) ?? false;
	} catch (error) {
		if (error instanceof require_index.CommandError) return false;
		throw error;
	}
}
const instance = require_dist.object({ Nodes: require_dist.array(require_dist.object({ DriverOpts: require_dist.nullish(require_dist.record(require_dist.string(), require_dist.string()), {}) })) });
function ownerOfBuilder(json) {
	const [node] = require_dist.parse(instance, JSON.parse(json)).Nodes;
	return node?.DriverOpts[`env.${require_owner.ownerVariable}`];
}
const text = (path) => (0, node_fs_promises.readFile)(path, "utf8");
const isBuilder = (container) => builderContainer.test(container);
const builderOf = (container) => builderContainer.exec(container)?.[1] ?? "";
function goneOf(judged) {
	return [...judged].flatMap(([name, isGone]) => isGone ? [name] : []);
}
// src/effects/sweep.ts
async function sweep(doors, places) {
	const here = await require_builder_parts.findHere(places.isEngineHere);
	if (here === void 0) return [];
	const beside = (0, node_path.dirname)(places.folder);
	const own = (0, node_path.basename)(places.folder);
	const abandoned = await findAbandoned(doors, {
		...places,
		beside,
		here,
		own
	});
	for (const name of abandoned.builders) await removeBuilder(name, places, doors);
	await require_removal.removeContainers(abandoned.emulators, doors);
	for (const name of abandoned.folders) await require_run_files.removeFolder((0, node_path.join)(beside, name));
	return wordsOf(abandoned);
}
async function removeBuilder(name, { buildx }, doors) {
	const { container, files } = require_builder_parts.partsIn(buildx, name);
	await require_removal.removeContainers([container], doors);
	await require_removal.removeVolume(container, doors);
	for (const file of files) await require_run_files.removeFolder(file);
}
function wordsOf({ builders, emulators, folders }) {
	return [
		...builders.map((name) => `builder ${name}`),
		...emulators.map((name) => `container ${name}`),
		...folders.map((name) => `folder ${name}`)
	];
}
// src/post.ts
async function post({ undo: text, main }, doors) {
	if (text === void 0 || main === "undone") return;
	const { github } = doors;
	const undo = require_undo.parseUndo(text);
	try {
		for (const line of await undoRun(undo, main === "ended", doors)) github.info(line);
	} catch (error) {
		github.warning(`Not everything could be removed. ${require_index.failureText(error)}`);
	}
}
async function undoRun(undo, ended, doors) {
	const { builder, folder } = undo;
	if (undo.machine === "thrown away") {
		await require_run_files.removeFolder(folder);
		return builder === null ? [] : [`Builder ${builder.name} goes with the machine`];
	}
	const shell = require_index.withEnvironment(doors.shell, undo.environment);
	const running = ended ? [] : await require_index.endProcesses(folder);
	const swept = sweepFor(undo, shell);
	await require_removal.cleanUp(shell, undo, running, swept);
	return [...builder === null ? [] : [require_removal.removalText(builder)], ...await swept];
}
async function sweepFor({ sweep: where, folder, endpoint }, shell) {
	if (where === null) return [];
	const swept = await sweep({
		shell,
		engine: require_together.engineApi(endpoint)
	}, {
		...where,
		folder
	}).catch(() => []);
	if (swept.length === 0) return [];
	return [`Removed what runs left that were killed: ${swept.join(", ")}`];
}
exports.post = post;
