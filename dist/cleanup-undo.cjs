const require_errors = require("./errors.cjs");
const require_shlex = require("./shlex.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_builder_node = require("./builder-node.cjs");
const require_tool_image_buildkit = require("./tool-image-buildkit.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// src/plan/cleanup-record.ts
require_pinned_images.init_dist();
const builderUse = require_pinned_images.object({
	name: require_pinned_images.string(),
	state: require_pinned_images.picklist([
		"looking",
		"creating",
		"using",
		"leaving"
	]),
	cleanup: require_pinned_images.picklist([
		"all",
		"all-but-state",
		"nothing"
	])
});
const runRecord = require_pinned_images.object({
	owner: require_pinned_images.string(),
	folder: require_pinned_images.string(),
	builder: require_pinned_images.optional(builderUse),
	current: require_pinned_images.optional(require_pinned_images.object({
		name: require_pinned_images.string(),
		formers: require_pinned_images.array(require_pinned_images.string())
	}))
});
function recordFolder(buildxFolder) {
	return `${buildxFolder}/crossbuild`;
}
const patience = {
	creating: 12e4,
	leaving: 6e4
};
function usesOf(name, others) {
	return others.flatMap(({ record: { builder }, written }) => builder !== void 0 && isSameName(builder.name, name) ? [{
		...builder,
		written
	}] : []);
}
function isQuiet(name, others, now) {
	return usesOf(name, others).every(({ state, written }) => state !== "creating" && state !== "leaving" || now - written > patience[state]);
}
function isNeeded(name, others) {
	return usesOf(name, others).some(({ state }) => state !== "leaving");
}
function isOfRuns({ name, driver, mark }, others) {
	if (driver === "docker-container") return mark !== void 0;
	return usesOf(name, others).some(({ state, cleanup }) => cleanup !== "nothing" && state !== "looking");
}
function formersOf(current, own, others) {
	const before = others.flatMap(({ record }) => record.current?.name === current ? record.current.formers : []);
	return [...new Set([current, ...before])].filter((name) => name !== own);
}
function isSameName(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
// src/plan/cleanup-owner-text.ts
const ownerVariable = "CROSSBUILD_OWNER";
const ownerOption = `env.${ownerVariable}`;
const folderVariable = "CROSSBUILD_FOLDER";
function formatOwner({ boot, namespace, pid, started }) {
	return [
		boot,
		namespace,
		pid,
		started
	].join(":");
}
function parseOwner(text) {
	const [, boot = "", namespace = "", pid = "", started = ""] = /^([0-9a-f-]{36}):(\d+):(\d+):(\d+)$/.exec(text) ?? [];
	return boot === "" ? void 0 : {
		boot,
		namespace,
		pid,
		started
	};
}
const longestJob = 432e6;
function isGone({ boot, namespace, pid, started }, made, { here, ...found }) {
	if (here.isEngineHere && boot !== here.boot && made < here.booted) return true;
	if (here.isEngineHere && boot === here.boot && namespace === here.namespace && pid !== "0") return found.started !== started;
	return here.now - made > longestJob;
}
// src/effects/cleanup-owner.ts
async function ownerOn(machine) {
	const place = machine === "kept" ? await findPlace() : void 0;
	if (place === void 0) return void 0;
	const pid = String(process.ppid);
	return formatOwner({
		...place,
		pid,
		started: await startOf(pid) ?? "0"
	});
}
async function findHere(isEngineHere) {
	const place = await findPlace();
	if (place === void 0) return void 0;
	const seconds = /^btime (\d+)$/m.exec(await (0, node_fs_promises.readFile)("/proc/stat", "utf8"))?.[1];
	return {
		...place,
		booted: Number(seconds) * 1e3,
		now: Date.now(),
		isEngineHere
	};
}
async function findPlace() {
	try {
		const [boot, namespace] = await Promise.all([(0, node_fs_promises.readFile)("/proc/sys/kernel/random/boot_id", "utf8"), (0, node_fs_promises.readlink)("/proc/self/ns/pid")]);
		return {
			boot: boot.trim(),
			namespace: namespace.replaceAll(/\D/g, "")
		};
	} catch {
		return;
	}
}
async function startOf(pid) {
	try {
		const text = await (0, node_fs_promises.readFile)(`/proc/${pid}/stat`, "utf8");
		return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
	} catch {
		return;
	}
}
// src/effects/cleanup-records.ts
require_pinned_images.init_dist();
async function recordRun(place, { owner, files }) {
	if (place === null) return;
	await writeRecord(place.path, {
		owner: owner ?? "",
		folder: files.folder
	});
}
async function writeRecord(path, record) {
	const half = (0, node_path.join)((0, node_path.dirname)(path), `.${(0, node_path.basename)(path)}`);
	try {
		await inFolderOf(path, () => (0, node_fs_promises.writeFile)(half, JSON.stringify(record), { mode: 384 }));
		await (0, node_fs_promises.rename)(half, path);
	} catch {
		await (0, node_fs_promises.rm)(half, { force: true }).catch(() => {});
	}
}
async function inFolderOf(path, write) {
	for (let isLast = false;; isLast = true) {
		await (0, node_fs_promises.mkdir)((0, node_path.dirname)(path), {
			recursive: true,
			mode: 448
		});
		try {
			return await write();
		} catch (error) {
			if (isLast || error.code !== "ENOENT") throw error;
		}
	}
}
async function changeRecord(path, change) {
	const record = await readRecord(path);
	if (record !== void 0) await writeRecord(path, {
		...record,
		...change
	});
}
async function readRecord(path) {
	try {
		return require_pinned_images.parse(runRecord, JSON.parse(await (0, node_fs_promises.readFile)(path, "utf8")));
	} catch {
		return;
	}
}
async function removeRecord(path) {
	await (0, node_fs_promises.rm)(path, { force: true });
	await (0, node_fs_promises.rmdir)((0, node_path.dirname)(path)).catch(() => {});
}
async function livingRecords(place) {
	return (await otherRecords(place)).filter(({ isOver }) => !isOver);
}
async function otherRecords({ path: own, isEngineHere }) {
	const folder = (0, node_path.dirname)(own);
	const others = (await (0, node_fs_promises.readdir)(folder).catch(() => [])).filter((name) => !name.startsWith(".") && name !== (0, node_path.basename)(own));
	if (others.length === 0) return [];
	const here = await findHere(isEngineHere);
	return (await Promise.all(others.map((name) => lookAt((0, node_path.join)(folder, name), here)))).filter((one) => one !== void 0);
}
async function lookAt(path, here) {
	const [record, file] = await Promise.all([readRecord(path), (0, node_fs_promises.stat)(path).catch(() => void 0)]);
	if (record === void 0 || file === void 0) return void 0;
	const written = file.mtimeMs;
	return {
		path,
		record,
		written,
		isOver: await isOver(record, written, here)
	};
}
async function isOver({ owner: text }, written, here) {
	const owner = parseOwner(text);
	if (owner === void 0 || here === void 0) return Date.now() - written > longestJob;
	const isEngineHere = here.isEngineHere || owner.boot === here.boot;
	const started = await startOf(owner.pid);
	return isGone(owner, written, {
		here: {
			...here,
			isEngineHere
		},
		started
	});
}
// src/plan/builder-parts.ts
function isHere(driver, { endpoint }) {
	return driver === "docker-container" && endpoint === void 0;
}
function partsOf(name, { driver, nodes: [first, ...more] }, buildxFolder) {
	if (first === void 0 || more.length > 0 || !isHere(driver, first)) return void 0;
	return partsIn(buildxFolder, name);
}
function instanceFile(buildxFolder, name) {
	return `${buildxFolder}/instances/${name.toLowerCase()}`;
}
function partsIn(buildxFolder, name) {
	const lower = name.toLowerCase();
	return {
		container: `buildx_buildkit_${lower}0`,
		files: [
			"activity",
			"refs",
			"instances"
		].map((folder) => `${buildxFolder}/${folder}/${lower}`)
	};
}
// src/plan/builder-context.ts
function needsContext({ existing, driver, nodes }, { engineTls }) {
	const [first] = nodes;
	if (existing !== void 0) return false;
	return engineTls !== void 0 && first !== void 0 && isHere(driver, first);
}
function planContext(builder, inputs, facts) {
	if (!needsContext(inputs, facts) || facts.engineTls === void 0) return void 0;
	const { host, skipVerify, ...files } = facts.engineTls;
	const docker = [...Object.entries({
		host,
		...files
	}).filter(([, value]) => value !== void 0).map(([key, value]) => require_builder_node.csvField(`${key}=${value}`)), ...skipVerify ? ["skip-tls-verify=true"] : []].join(",");
	const name = `${builder}-engine`;
	return {
		name,
		create: [
			"docker",
			"context",
			"create",
			name,
			"--docker",
			docker
		]
	};
}
// src/plan/builder-same-image.ts
const id = /^(?:sha256:)?([0-9a-f]{12,64})$/;
function isSameImage(wanted, there, { network, images }) {
	const names = require_tool_image_buildkit.buildkitCandidates([`image=${wanted}`], network).map(({ reference }) => reference);
	if (names.map(canonical$1).includes(canonical$1(there))) return true;
	const thereId = id.exec(there)?.[1];
	if (thereId === void 0) return false;
	const ids = [...images.filter(({ reference }) => names.includes(reference)).map((one) => one.id), wanted].flatMap((text) => id.exec(text)?.[1] ?? []);
	return ids.length === 0 || ids.some((one) => one.startsWith(thereId) || thereId.startsWith(one));
}
function canonical$1(text) {
	const name = require_pinned_images.parseImageName(text);
	if (!name.ok) return text;
	const { registry, path, version } = name.value;
	return `${registry}/${path}${version.replace(/^:[^@]*@/, "@")}`;
}
// src/plan/builder-differences.ts
function differencesOf(inputs, asked, builder) {
	if (builder.driver !== inputs.driver) return [`its driver is ${builder.driver}, not ${inputs.driver}`];
	const count = [builder.nodes.length, inputs.nodes.length];
	if (count[0] !== count[1]) return [`it has ${count[0]} node(s), not ${count[1]}`];
	return inputs.nodes.flatMap((wanted, index) => {
		const node = builder.nodes[index];
		if (node === void 0) return [];
		return [...differencesOfNode(wanted, node, asked), ...differencesOfConfig(asked.config, node)].map((text) => `node ${node.name}: ${text}`);
	});
}
function differencesOfNode(wanted, node, asked) {
	const options = wanted.driverOpts.map((option) => [option.slice(0, option.indexOf("=")), option.slice(option.indexOf("=") + 1)]).filter(([key = "", value = ""]) => !isSameOption(key, [value, node.driverOpts[key]], asked)).map(([key = "", value]) => {
		const there = node.driverOpts[key];
		return `driver-opts ${key} is ${there === void 0 ? "not set" : `\`${there}\``}, not \`${value}\``;
	});
	const flags = require_shlex.split(wanted.buildkitdFlags ?? "").filter((flag) => !node.flags.includes(flag));
	const platforms = wanted.platforms.map(require_pinned_images.formatPlatform).filter((platform) => !node.platforms.includes(platform));
	const { endpoint } = wanted;
	return [
		...endpoint === void 0 || isSameEndpoint(endpoint, node.endpoint, asked) ? [] : [`its endpoint is \`${node.endpoint}\`, not \`${endpoint}\``],
		...options,
		...flags.map((flag) => `buildkitd-flags lack \`${flag}\``),
		...platforms.map((platform) => `platforms lack ${platform}`)
	];
}
function isSameOption(key, [wanted, there], asked) {
	if (key === "image" && there !== void 0) return isSameImage(wanted, there, asked);
	return wanted === there;
}
function isSameEndpoint(wanted, there, { endpoint }) {
	const meant = wanted === "default" ? endpoint : wanted;
	return there === meant || meant.startsWith("tcp://") && there === `${meant}:2375`;
}
function differencesOfConfig(config, { config: there }) {
	if (config === void 0 || canonical(config) === canonical(there ?? {})) return [];
	return ["its buildkitd.toml says something else"];
}
function canonical(value) {
	return JSON.stringify(value, (key, inner) => {
		if (key === "ca" || key === "keypair") return void 0;
		if (typeof inner === "bigint") return String(inner);
		if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1));
	});
}
// src/plan/builder-new.ts
function planNewBuilder(inputs, sources, { name, context, ...end }) {
	const nodes = planNodes(inputs, sources, context?.name);
	const secrets = nodes.map(({ secretOptions }) => secretOptions);
	const isSecret = secrets.some((options) => Object.keys(options).length > 0);
	const separate = isSecret || nodes.length > 1;
	return {
		kind: "create",
		name,
		isShared: inputs.name !== void 0,
		use: inputs.use,
		context,
		image: planImage(inputs, sources),
		config: inputs.driver === "remote" ? void 0 : sources.config?.text,
		files: nodes.flatMap(({ files }) => files),
		create: nodes.map((node, index) => [
			...[
				"docker",
				"buildx",
				"create",
				"--name",
				name
			],
			...index > 0 ? ["--append"] : [],
			...inputs.bootstrap && !separate ? ["--bootstrap"] : [],
			...node.arguments
		]),
		secretOptions: isSecret ? {
			file: instanceFile(sources.dockerConfig.buildxFolder, name),
			ofNodes: secrets
		} : void 0,
		driverOpts: inputs.nodes.flatMap(({ driverOpts }) => driverOpts),
		boots: inputs.bootstrap,
		settings: settingsOf(inputs),
		boot: inputs.bootstrap && separate ? [
			"docker",
			"buildx",
			"inspect",
			"--bootstrap",
			name
		] : void 0,
		...end
	};
}
function planImage(inputs, { facts, network }) {
	const [first] = inputs.nodes;
	const { engine, images } = facts;
	if (first === void 0 || !isHere(inputs.driver, first) || engine === void 0) return void 0;
	return require_tool_image_buildkit.planBuildkitImage(first.driverOpts, {
		network,
		engine,
		images
	});
}
function settingsOf({ nodes: [first], buildkitdConfigs }) {
	return [
		...first?.buildkitdFlags === void 0 ? [] : [{
			input: "buildkitd-flags",
			text: first.buildkitdFlags
		}],
		...buildkitdConfigs.map((config) => config.kind === "file" ? {
			input: "buildkitd-config",
			text: config.path
		} : {
			input: "buildkitd-config-inline",
			text: config.text
		}),
		...(first?.driverOpts ?? []).map((text) => ({
			input: "driver-opts",
			text
		}))
	];
}
function planNodes(inputs, { run, config, network, entitlements }, context) {
	const { driver } = inputs;
	const takesConfig = config !== void 0 && driver !== "remote";
	return inputs.nodes.map((node, index) => {
		const here = index === 0 && isHere(driver, node);
		const wanted = here ? {
			...node,
			endpoint: context,
			driverOpts: require_tool_image_buildkit.optionsBesideImage(node.driverOpts)
		} : node;
		return require_builder_node.planNode(wanted, {
			driver,
			image: here ? void 0 : require_tool_image_buildkit.firstBuildkitReference(network),
			buildkitdConfig: takesConfig ? run.files.buildkitdConfig : void 0,
			marks: marksOf(inputs, run),
			proxies: network.proxy ? run.proxies : {},
			entitlements,
			certificates: run.nodeCertificates[index],
			path: `${run.files.certificates}/node-${index}`
		});
	});
}
function marksOf({ name, cleanup }, { owner, machine, files }) {
	if (!cleanup || machine === "thrown away") return {};
	if (name !== void 0) return { [ownerVariable]: owner ?? "unknown" };
	return owner === void 0 ? {} : {
		[ownerVariable]: owner,
		[folderVariable]: files.folder
	};
}
// src/plan/builder-plan.ts
function planBuilder(inputs, sources) {
	const { facts, run, config } = sources;
	const { use } = inputs;
	if (inputs.existing !== void 0) return planExisting(inputs.existing, use, facts);
	if (inputs.driver === "docker") return {
		kind: "engine",
		name: facts.userConfig.context,
		use
	};
	const name = inputs.name ?? `crossbuild-${run.runId}`;
	const existing = facts.builders?.all.find((builder) => isSameName(builder.name, name));
	const context = planContext(name, inputs, facts);
	const parts = {
		here: partsOf(name, inputs, sources.dockerConfig.buildxFolder),
		cleanup: cleanupOf(inputs)
	};
	if (existing !== void 0) {
		const mark = existing.nodes[0]?.driverOpts[ownerOption];
		const goes = run.machine === "kept" && isOfRuns({
			...existing,
			mark
		}, facts.others);
		return {
			kind: "existing",
			name,
			use,
			differences: differencesOf(inputs, {
				...facts,
				network: sources.network,
				config: config?.settings
			}, existing),
			goes: goes ? {
				...parts,
				context
			} : void 0
		};
	}
	return planNewBuilder(inputs, sources, {
		name,
		context,
		...parts
	});
}
function cleanupOf({ cleanup, keepState }) {
	if (!cleanup) return "nothing";
	return keepState ? "all-but-state" : "all";
}
function planExisting(name, use, { builders }) {
	const names = builders?.all.map((builder) => builder.name) ?? [];
	if (names.includes(name)) return {
		kind: "existing",
		name,
		use,
		differences: [],
		goes: void 0
	};
	const hint = require_pinned_images.didYouMean(name, names) || ".";
	throw new require_errors.UserError(`\`builder\`: there is no builder \`${name}\`${hint} There are ${names.join(", ") || "none"}`, { tryThis: "make it before this step, or leave `builder` out and one is made" });
}
// src/plan/cleanup-undo.ts
require_pinned_images.init_dist();
const undo = require_pinned_images.object({
	folder: require_pinned_images.string(),
	files: require_pinned_images.array(require_pinned_images.string()),
	buildx: require_pinned_images.nullable(require_pinned_images.string()),
	environment: require_pinned_images.record(require_pinned_images.string(), require_pinned_images.string()),
	builder: require_pinned_images.nullable(require_pinned_images.object({
		name: require_pinned_images.string(),
		cleanup: require_pinned_images.picklist([
			"all",
			"all-but-state",
			"nothing"
		]),
		isShared: require_pinned_images.boolean(),
		file: require_pinned_images.string(),
		here: require_pinned_images.nullable(require_pinned_images.object({
			container: require_pinned_images.string(),
			files: require_pinned_images.array(require_pinned_images.string())
		}))
	})),
	emulators: require_pinned_images.nullable(require_pinned_images.string()),
	sweep: require_pinned_images.nullable(require_pinned_images.object({
		buildx: require_pinned_images.string(),
		isEngineHere: require_pinned_images.boolean()
	})),
	machine: require_pinned_images.picklist(["kept", "thrown away"]),
	endpoint: require_pinned_images.string(),
	record: require_pinned_images.nullable(require_pinned_images.object({
		path: require_pinned_images.string(),
		isEngineHere: require_pinned_images.boolean()
	})),
	current: require_pinned_images.nullable(require_pinned_images.object({
		name: require_pinned_images.string(),
		formers: require_pinned_images.array(require_pinned_images.string()),
		file: require_pinned_images.string()
	}))
});
function undoClient({ plugins, dockerConfig }, { files, machine, endpoint, engine, runId, builder }) {
	const path = `${recordFolder(dockerConfig.buildxFolder)}/${runId}`;
	const isEngineHere = engine !== void 0 && engine.elsewhere === void 0;
	return {
		folder: files.folder,
		files: plugins.map(({ halfWritten }) => halfWritten),
		environment: dockerConfig.environment,
		buildx: null,
		builder: machine === "kept" ? sharedOf(builder, dockerConfig.buildxFolder) : null,
		emulators: null,
		sweep: null,
		machine,
		endpoint,
		record: machine === "kept" ? {
			path,
			isEngineHere
		} : null,
		current: null
	};
}
function sharedOf(asked, buildxFolder) {
	if (asked === void 0) return null;
	const { name, existing, driver } = asked;
	if (name === void 0 || existing !== void 0 || driver !== "docker-container") return null;
	return endOf(name, {
		here: partsOf(name, asked, buildxFolder),
		cleanup: cleanupOf(asked),
		isShared: true
	}, buildxFolder);
}
function undoAll(client, { builder, emulation, current }, { engine, owner, buildxFolder }) {
	const isOfRuns = builder.kind === "create" || builder.kind === "existing" && builder.goes !== void 0;
	const sweeps = owner !== void 0 && engine !== void 0 && isOfRuns;
	return {
		...client,
		sweep: sweeps ? {
			buildx: buildxFolder,
			isEngineHere: engine.elsewhere === void 0
		} : null,
		emulators: emulation.kind === "install" ? emulation.container : null,
		builder: builderOf(builder, buildxFolder),
		current: current && {
			...current,
			formers: [...current.formers],
			file: `${buildxFolder}/current`
		}
	};
}
function builderOf(plan, buildxFolder) {
	if (plan.kind === "engine") return null;
	const end = plan.kind === "create" ? plan : plan.goes;
	if (end === void 0) return null;
	return endOf(plan.name, {
		...end,
		isShared: plan.kind === "existing" || plan.isShared
	}, buildxFolder);
}
function endOf(name, { here, cleanup, isShared }, buildxFolder) {
	return {
		name,
		cleanup,
		isShared,
		file: instanceFile(buildxFolder, name),
		here: here === void 0 ? null : {
			...here,
			files: [...here.files]
		}
	};
}
function parseUndo(text) {
	return require_pinned_images.parse(undo, JSON.parse(text));
}
Object.defineProperty(exports, "changeRecord", {
	enumerable: true,
	get: function() {
		return changeRecord;
	}
});
Object.defineProperty(exports, "cleanupOf", {
	enumerable: true,
	get: function() {
		return cleanupOf;
	}
});
Object.defineProperty(exports, "differencesOf", {
	enumerable: true,
	get: function() {
		return differencesOf;
	}
});
Object.defineProperty(exports, "findHere", {
	enumerable: true,
	get: function() {
		return findHere;
	}
});
Object.defineProperty(exports, "folderVariable", {
	enumerable: true,
	get: function() {
		return folderVariable;
	}
});
Object.defineProperty(exports, "formersOf", {
	enumerable: true,
	get: function() {
		return formersOf;
	}
});
Object.defineProperty(exports, "instanceFile", {
	enumerable: true,
	get: function() {
		return instanceFile;
	}
});
Object.defineProperty(exports, "isGone", {
	enumerable: true,
	get: function() {
		return isGone;
	}
});
Object.defineProperty(exports, "isNeeded", {
	enumerable: true,
	get: function() {
		return isNeeded;
	}
});
Object.defineProperty(exports, "isOfRuns", {
	enumerable: true,
	get: function() {
		return isOfRuns;
	}
});
Object.defineProperty(exports, "isQuiet", {
	enumerable: true,
	get: function() {
		return isQuiet;
	}
});
Object.defineProperty(exports, "isSameName", {
	enumerable: true,
	get: function() {
		return isSameName;
	}
});
Object.defineProperty(exports, "livingRecords", {
	enumerable: true,
	get: function() {
		return livingRecords;
	}
});
Object.defineProperty(exports, "needsContext", {
	enumerable: true,
	get: function() {
		return needsContext;
	}
});
Object.defineProperty(exports, "otherRecords", {
	enumerable: true,
	get: function() {
		return otherRecords;
	}
});
Object.defineProperty(exports, "ownerOn", {
	enumerable: true,
	get: function() {
		return ownerOn;
	}
});
Object.defineProperty(exports, "ownerOption", {
	enumerable: true,
	get: function() {
		return ownerOption;
	}
});
Object.defineProperty(exports, "ownerVariable", {
	enumerable: true,
	get: function() {
		return ownerVariable;
	}
});
Object.defineProperty(exports, "parseOwner", {
	enumerable: true,
	get: function() {
		return parseOwner;
	}
});
Object.defineProperty(exports, "parseUndo", {
	enumerable: true,
	get: function() {
		return parseUndo;
	}
});
Object.defineProperty(exports, "partsIn", {
	enumerable: true,
	get: function() {
		return partsIn;
	}
});
Object.defineProperty(exports, "planBuilder", {
	enumerable: true,
	get: function() {
		return planBuilder;
	}
});
Object.defineProperty(exports, "readRecord", {
	enumerable: true,
	get: function() {
		return readRecord;
	}
});
Object.defineProperty(exports, "recordRun", {
	enumerable: true,
	get: function() {
		return recordRun;
	}
});
Object.defineProperty(exports, "removeRecord", {
	enumerable: true,
	get: function() {
		return removeRecord;
	}
});
Object.defineProperty(exports, "startOf", {
	enumerable: true,
	get: function() {
		return startOf;
	}
});
Object.defineProperty(exports, "undoAll", {
	enumerable: true,
	get: function() {
		return undoAll;
	}
});
Object.defineProperty(exports, "undoClient", {
	enumerable: true,
	get: function() {
		return undoClient;
	}
});
Object.defineProperty(exports, "usesOf", {
	enumerable: true,
	get: function() {
		return usesOf;
	}
});
