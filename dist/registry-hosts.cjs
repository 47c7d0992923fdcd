const require_dist = require("./valibot.cjs");
// src/inputs/registry-hosts.ts
const registrySettings = require_dist.object({ registry: require_dist.optional(require_dist.record(require_dist.string(), require_dist.object({
	http: require_dist.optional(require_dist.boolean(), false),
	insecure: require_dist.optional(require_dist.boolean(), false),
	ca: require_dist.optional(require_dist.array(require_dist.string()), []),
	keypair: require_dist.optional(require_dist.array(require_dist.object({
		key: require_dist.string(),
		cert: require_dist.string()
	})), [])
})), {}) });
function hostsOf(settings) {
	const parsed = require_dist.safeParse(registrySettings, settings);
	if (!parsed.success) return {};
	return Object.fromEntries(Object.entries(parsed.output.registry).map(([host, { keypair, ...others }]) => [host, {
		...others,
		keyPairs: keypair
	}]));
}
Object.defineProperty(exports, "hostsOf", {
	enumerable: true,
	get: function() {
		return hostsOf;
	}
});
Object.defineProperty(exports, "registrySettings", {
	enumerable: true,
	get: function() {
		return registrySettings;
	}
});
