// src/plan/owner.ts
const ownerVariable = "CROSSBUILD_OWNER";
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
Object.defineProperty(exports, "formatOwner", {
	enumerable: true,
	get: function() {
		return formatOwner;
	}
});
Object.defineProperty(exports, "isGone", {
	enumerable: true,
	get: function() {
		return isGone;
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
