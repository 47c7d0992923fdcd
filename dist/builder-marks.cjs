const require_errors = require("./errors.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_cleanup_undo = require("./cleanup-undo.cjs");
let node_fs_promises = require("node:fs/promises");
// src/effects/builder-current.ts
require_pinned_images.init_dist();
async function useBuilder(shell, name) {
	await shell.capture(`making \`${name}\` the current builder`, [
		"docker",
		"buildx",
		"use",
		name
	]);
}
async function giveFormerBuilderBack(shell, { current, record }) {
	if (current === null) return;
	if ((record === null ? [] : await require_cleanup_undo.livingRecords(record)).some((other) => uses(other, current.name))) return;
	await giveBack(shell, current);
}
async function giveBack(shell, { name, formers, file }) {
	const chosen = await readCurrent(file);
	if (chosen !== void 0 && !require_cleanup_undo.isSameName(chosen, name)) return;
	for (const former of formers) if (await isUsed(shell, former)) return;
}
function uses({ record }, name) {
	return record.current !== void 0 && require_cleanup_undo.isSameName(record.current.name, name);
}
async function isUsed(shell, name) {
	try {
		await useBuilder(shell, name);
		return true;
	} catch (error) {
		if (error instanceof require_errors.CommandError) return false;
		throw error;
	}
}
const chosen = require_pinned_images.object({ Name: require_pinned_images.string() });
async function readCurrent(file) {
	try {
		const { Name } = require_pinned_images.parse(chosen, JSON.parse(await (0, node_fs_promises.readFile)(file, "utf8")));
		return Name === "" ? void 0 : Name;
	} catch {
		return;
	}
}
// src/effects/builder-file.ts
require_pinned_images.init_dist();
const words = require_pinned_images.nullish(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.string()), {});
const node = require_pinned_images.object({
	Name: require_pinned_images.optional(require_pinned_images.string(), ""),
	Endpoint: require_pinned_images.optional(require_pinned_images.string(), ""),
	Status: require_pinned_images.optional(require_pinned_images.string(), ""),
	DriverOpts: words,
	Flags: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()), []),
	Platforms: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()), []),
	Files: words
});
const instance = require_pinned_images.object({
	Name: require_pinned_images.optional(require_pinned_images.string(), ""),
	Driver: require_pinned_images.optional(require_pinned_images.string(), ""),
	Current: require_pinned_images.optional(require_pinned_images.boolean(), false),
	Nodes: require_pinned_images.nullish(require_pinned_images.array(node), [])
});
async function readInstance(path) {
	try {
		return require_pinned_images.parse(instance, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")));
	} catch {
		return;
	}
}
const rewritable = require_pinned_images.looseObject({ Nodes: require_pinned_images.array(require_pinned_images.looseObject({ DriverOpts: words })) });
async function addDriverOpts(path, ofNodes) {
	const builder = require_pinned_images.parse(rewritable, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")));
	const nodes = builder.Nodes.map((node, index) => ({
		...node,
		DriverOpts: {
			...node.DriverOpts,
			...ofNodes[index]
		}
	}));
	await (0, node_fs_promises.writeFile)(path, JSON.stringify({
		...builder,
		Nodes: nodes
	}), { mode: 384 });
}
// src/effects/builder-marks.ts
require_pinned_images.init_dist();
async function readBuilderFile(path) {
	const builder = await readInstance(path);
	if (builder === void 0) return void 0;
	const { Driver, Nodes } = builder;
	const options = Nodes[0]?.DriverOpts ?? {};
	return {
		driver: Driver,
		nodes: Nodes.length,
		owner: options[require_cleanup_undo.ownerOption],
		folder: options[`env.${require_cleanup_undo.folderVariable}`]
	};
}
const inspected = require_pinned_images.object({
	Created: require_pinned_images.string(),
	Config: require_pinned_images.object({ Env: require_pinned_images.nullish(require_pinned_images.array(require_pinned_images.string()), []) })
});
async function inspectMarks(container, ports) {
	const json = await inspectContainer(container, ports);
	if (json === void 0) return void 0;
	const { Created, Config } = require_pinned_images.parse(inspected, json);
	const variable = (name) => Config.Env.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1);
	return {
		made: Date.parse(Created),
		owner: variable(require_cleanup_undo.ownerVariable),
		folder: variable(require_cleanup_undo.folderVariable)
	};
}
async function inspectContainer(name, { shell, engine }) {
	const answer = await engine(`/containers/${name}/json`);
	if (answer?.status === 404) return void 0;
	if (answer?.status === 200) return answer.json;
	const command = [
		"docker",
		"container",
		"inspect",
		"--format",
		"{{json .}}",
		name
	];
	try {
		return JSON.parse((await shell.capture("looking at a container", command)).stdout);
	} catch (error) {
		if (error instanceof require_errors.CommandError) return void 0;
		throw error;
	}
}
Object.defineProperty(exports, "addDriverOpts", {
	enumerable: true,
	get: function() {
		return addDriverOpts;
	}
});
Object.defineProperty(exports, "giveBack", {
	enumerable: true,
	get: function() {
		return giveBack;
	}
});
Object.defineProperty(exports, "giveFormerBuilderBack", {
	enumerable: true,
	get: function() {
		return giveFormerBuilderBack;
	}
});
Object.defineProperty(exports, "inspectContainer", {
	enumerable: true,
	get: function() {
		return inspectContainer;
	}
});
Object.defineProperty(exports, "inspectMarks", {
	enumerable: true,
	get: function() {
		return inspectMarks;
	}
});
Object.defineProperty(exports, "instance", {
	enumerable: true,
	get: function() {
		return instance;
	}
});
Object.defineProperty(exports, "readBuilderFile", {
	enumerable: true,
	get: function() {
		return readBuilderFile;
	}
});
Object.defineProperty(exports, "readInstance", {
	enumerable: true,
	get: function() {
		return readInstance;
	}
});
Object.defineProperty(exports, "useBuilder", {
	enumerable: true,
	get: function() {
		return useBuilder;
	}
});
