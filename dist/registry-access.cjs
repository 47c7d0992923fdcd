const require_registry_hosts = require("./registry-hosts.cjs");
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
Object.defineProperty(exports, "credentialKey", {
	enumerable: true,
	get: function() {
		return credentialKey;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "placeOf", {
	enumerable: true,
	get: function() {
		return placeOf;
	}
});
Object.defineProperty(exports, "planAccess", {
	enumerable: true,
	get: function() {
		return planAccess;
	}
});
