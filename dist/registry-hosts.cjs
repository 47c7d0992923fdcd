const require_pinned_images = require("./pinned-images.cjs");
// src/inputs/registry-hosts.ts
require_pinned_images.init_dist();
const registrySettings = require_pinned_images.object({ registry: require_pinned_images.optional(require_pinned_images.record(require_pinned_images.string(), require_pinned_images.object({
	http: require_pinned_images.optional(require_pinned_images.boolean(), false),
	insecure: require_pinned_images.optional(require_pinned_images.boolean(), false),
	ca: require_pinned_images.optional(require_pinned_images.array(require_pinned_images.string()), []),
	keypair: require_pinned_images.optional(require_pinned_images.array(require_pinned_images.object({
		key: require_pinned_images.string(),
		cert: require_pinned_images.string()
	})), [])
})), {}) });
function hostsOf(settings) {
	const parsed = require_pinned_images.safeParse(registrySettings, settings);
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
