const require_pinned_images = require("./pinned-images.cjs");
const require_registry_access = require("./registry-access.cjs");
// src/plan/registry-manifest-url.ts
function plainHostsOf(registries) {
	return registries.filter(({ http }) => http === true).map(({ host }) => host);
}
function manifestUrl({ registry, path, version }, plainHosts) {
	const plain = require_registry_access.isLoopback(registry) || plainHosts.includes(registry);
	const { host } = require_registry_access.placeOf(`${registry}/${path}`);
	const name = version.split("@")[1] ?? version.slice(1);
	return `${plain ? "http" : "https"}://${host}/v2/${path}/manifests/${name}`;
}
function limitedUrl(words, tags, plainHosts) {
	const [, named] = /(?:failed to push|source metadata for) (\S+?):? /.exec(words) ?? [];
	const [first] = tags.map(require_pinned_images.formatReference);
	const image = require_pinned_images.parseImageName(named ?? first ?? "");
	return image.ok ? manifestUrl(image.value, plainHosts) : void 0;
}
// src/plan/tool-image-candidates.ts
function planToolImage(what, names, { network, ...sources }) {
	return toolImage(what, names.flatMap((name) => candidatesFor(name, network)), sources);
}
function toolImage(what, candidates, { engine: { os, architecture }, images }) {
	const fitting = images.filter((image) => image.os === os && image.architecture === architecture);
	const [local] = candidates.flatMap(({ reference }) => fitting.find((image) => image.reference === reference) ?? []);
	return {
		what,
		candidates,
		os,
		architecture,
		local
	};
}
function candidatesFor({ registry, path, version }, { mirrors, registries }) {
	const plainHosts = plainHostsOf(registries);
	return (registry === "docker.io" ? [...mirrors, registry] : [registry]).map((host) => ({
		reference: `${host}/${path}${version}`,
		manifestUrl: manifestUrl({
			registry: host,
			path,
			version
		}, plainHosts)
	}));
}
// src/plan/tool-image-buildkit.ts
const option = "image=";
const what = "BuildKit's image";
function planBuildkitImage(driverOpts, sources) {
	return toolImage(what, buildkitCandidates(driverOpts, sources.network), sources);
}
function buildkitCandidates(driverOpts, network) {
	const text = driverOpts.findLast((opt) => opt.startsWith(option))?.slice(6) ?? require_pinned_images.pinnedImages.buildkit;
	const name = require_pinned_images.parseImageName(text);
	return name.ok ? candidatesFor(name.value, network) : [{
		reference: text,
		manifestUrl: void 0
	}];
}
function optionsBesideImage(driverOpts) {
	return driverOpts.filter((opt) => !opt.startsWith(option));
}
function firstBuildkitReference(network) {
	const name = require_pinned_images.parseImageName(require_pinned_images.pinnedImages.buildkit);
	const [first] = name.ok ? candidatesFor(name.value, network) : [];
	return first?.reference ?? require_pinned_images.pinnedImages.buildkit;
}
function createWithImage(create, idOrName) {
	const [docker = "docker", buildx = "buildx", verb = "create", ...rest] = create;
	return [
		docker,
		buildx,
		verb,
		"--driver-opt",
		`${option}${idOrName.replace(/^sha256:/, "")}`,
		...rest
	];
}
Object.defineProperty(exports, "buildkitCandidates", {
	enumerable: true,
	get: function() {
		return buildkitCandidates;
	}
});
Object.defineProperty(exports, "candidatesFor", {
	enumerable: true,
	get: function() {
		return candidatesFor;
	}
});
Object.defineProperty(exports, "createWithImage", {
	enumerable: true,
	get: function() {
		return createWithImage;
	}
});
Object.defineProperty(exports, "firstBuildkitReference", {
	enumerable: true,
	get: function() {
		return firstBuildkitReference;
	}
});
Object.defineProperty(exports, "limitedUrl", {
	enumerable: true,
	get: function() {
		return limitedUrl;
	}
});
Object.defineProperty(exports, "optionsBesideImage", {
	enumerable: true,
	get: function() {
		return optionsBesideImage;
	}
});
Object.defineProperty(exports, "plainHostsOf", {
	enumerable: true,
	get: function() {
		return plainHostsOf;
	}
});
Object.defineProperty(exports, "planBuildkitImage", {
	enumerable: true,
	get: function() {
		return planBuildkitImage;
	}
});
Object.defineProperty(exports, "planToolImage", {
	enumerable: true,
	get: function() {
		return planToolImage;
	}
});
