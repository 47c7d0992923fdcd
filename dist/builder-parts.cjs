const require_owner = require("./owner.cjs");
let node_fs_promises = require("node:fs/promises");
// src/effects/owner.ts
async function ownerOn(machine) {
	const place = machine === "kept" ? await findPlace() : void 0;
	if (place === void 0) return void 0;
	const pid = String(process.ppid);
	return require_owner.formatOwner({
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
// src/plan/builder-parts.ts
function isHere(driver, { endpoint }) {
	return driver === "docker-container" && endpoint === void 0;
}
function partsOf(name, { driver, nodes: [first, ...more] }, buildxFolder) {
	if (first === void 0 || more.length > 0 || !isHere(driver, first)) return void 0;
	return partsIn(buildxFolder, name);
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
Object.defineProperty(exports, "findHere", {
	enumerable: true,
	get: function() {
		return findHere;
	}
});
Object.defineProperty(exports, "isHere", {
	enumerable: true,
	get: function() {
		return isHere;
	}
});
Object.defineProperty(exports, "ownerOn", {
	enumerable: true,
	get: function() {
		return ownerOn;
	}
});
Object.defineProperty(exports, "partsIn", {
	enumerable: true,
	get: function() {
		return partsIn;
	}
});
Object.defineProperty(exports, "partsOf", {
	enumerable: true,
	get: function() {
		return partsOf;
	}
});
Object.defineProperty(exports, "startOf", {
	enumerable: true,
	get: function() {
		return startOf;
	}
});
