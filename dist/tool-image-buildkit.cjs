const require_pinned_images = require("./pinned-images.cjs");
const require_registry_hosts = require("./registry-hosts.cjs");
let node_http = require("node:http");
// src/effects/engine-api.ts
const timeoutMilliseconds = {
	GET: 5e3,
	DELETE: 6e4
};
function engineApi(endpoint) {
	const [, socketPath] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
	return async (path, method = "GET") => {
		if (socketPath === void 0) return void 0;
		return await new Promise((resolve) => {
			const options = {
				socketPath,
				path,
				method,
				timeout: timeoutMilliseconds[method]
			};
			const request = (0, node_http.request)(options, (response) => {
				let text = "";
				response.setEncoding("utf8").on("data", (part) => {
					text += part;
				});
				response.on("error", () => resolve(void 0));
				response.on("end", () => resolve({
					status: response.statusCode ?? 0,
					json: jsonOf(text)
				}));
			});
			request.on("timeout", () => request.destroy());
			request.on("error", () => resolve(void 0)).end();
		});
	};
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/effects/together.ts
async function together(tasks) {
	const all = (await Promise.allSettled(tasks)).flatMap((end) => end.status === "rejected" ? [end.reason] : []);
	const errors = [...new Set(all)];
	if (errors.length === 1) throw errors[0];
	if (errors.length > 1) throw new AggregateError(errors, "several things failed");
	return await Promise.all(tasks);
}
function waitedForLater(begun) {
	begun.catch(() => {});
	return begun;
}
// src/plan/registry-access.ts
function planAccess({ settings, dockerConfig, userConfig, proxies }) {
	return {
		hosts: Object.assign({}, ...settings.map(require_registry_hosts.hostsOf)),
		dockerConfig: dockerConfig.own?.folder ?? userConfig.folder,
		logins: dockerConfig.own === void 0 ? userConfig.logins : {},
		proxies
	};
}
function placeOf(repository) {
	const slash = repository.indexOf("/");
	const host = repository.slice(0, slash);
	return {
		host: host === "docker.io" ? hubHost : host,
		path: repository.slice(slash + 1)
	};
}
const hubHost = "registry-1.docker.io";
function credentialKey(host) {
	return host === "docker.io" || host === hubHost ? "https://index.docker.io/v1/" : host;
}
function isLoopback(host) {
	return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(host);
}
// src/plan/registry-manifest-url.ts
function plainHostsOf(registries) {
	return registries.filter(({ http }) => http === true).map(({ host }) => host);
}
function manifestUrl({ registry, path, version }, plainHosts) {
	const plain = isLoopback(registry) || plainHosts.includes(registry);
	const { host } = placeOf(`${registry}/${path}`);
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
Object.defineProperty(exports, "credentialKey", {
	enumerable: true,
	get: function() {
		return credentialKey;
	}
});
Object.defineProperty(exports, "engineApi", {
	enumerable: true,
	get: function() {
		return engineApi;
	}
});
Object.defineProperty(exports, "firstBuildkitReference", {
	enumerable: true,
	get: function() {
		return firstBuildkitReference;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
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
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf;
	}
});
Object.defineProperty(exports, "plainHostsOf", {
	enumerable: true,
	get: function() {
		return plainHostsOf;
	}
});
Object.defineProperty(exports, "planAccess", {
	enumerable: true,
	get: function() {
		return planAccess;
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
Object.defineProperty(exports, "together", {
	enumerable: true,
	get: function() {
		return together;
	}
});
Object.defineProperty(exports, "waitedForLater", {
	enumerable: true,
	get: function() {
		return waitedForLater;
	}
});
