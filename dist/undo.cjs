const require_dist = require("./valibot.cjs");
// src/undo.ts
const undo = require_dist.object({
	folder: require_dist.string(),
	files: require_dist.array(require_dist.string()),
	environment: require_dist.record(require_dist.string(), require_dist.string()),
	builder: require_dist.nullable(require_dist.object({
		name: require_dist.string(),
		cleanup: require_dist.picklist([
			"all",
			"all-but-state",
			"nothing"
		]),
		here: require_dist.nullable(require_dist.object({
			container: require_dist.string(),
			files: require_dist.array(require_dist.string())
		}))
	})),
	emulators: require_dist.nullable(require_dist.string()),
	sweep: require_dist.nullable(require_dist.object({
		buildx: require_dist.string(),
		isEngineHere: require_dist.boolean()
	})),
	machine: require_dist.picklist(["kept", "thrown away"]),
	endpoint: require_dist.string(),
	formerBuilder: require_dist.nullable(require_dist.string())
});
function undoClient({ plugin, dockerConfig }, { files, machine, endpoint }) {
	return {
		folder: files.folder,
		files: [plugin.halfWritten],
		environment: dockerConfig.environment,
		builder: null,
		emulators: null,
		sweep: null,
		machine,
		endpoint,
		formerBuilder: null
	};
}
function undoAll(client, { builder, emulation }, { builders, engine, owner, buildxFolder }) {
	const sweeps = owner !== void 0 && engine !== void 0 && builder.kind === "create";
	return {
		...client,
		sweep: sweeps ? {
			buildx: buildxFolder,
			isEngineHere: engine.elsewhere === void 0
		} : null,
		emulators: emulation.kind === "install" ? emulation.container : null,
		builder: builder.kind === "create" ? builderOf(builder) : null,
		formerBuilder: builder.use ? builders?.current ?? null : null
	};
}
function builderOf({ name, here, cleanup }) {
	return {
		name,
		cleanup,
		here: here === void 0 ? null : {
			...here,
			files: [...here.files]
		}
	};
}
function parseUndo(text) {
	return require_dist.parse(undo, JSON.parse(text));
}
Object.defineProperty(exports, "parseUndo", {
	enumerable: true,
	get: function() {
		return parseUndo;
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
