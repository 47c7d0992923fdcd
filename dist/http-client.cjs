const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_http_request = require("./http-request.cjs");
let node_http = require("node:http");
let node_https = require("node:https");
// src/effects/http-client.ts
var http_client_exports = require_rolldown_runtime.__exportAll({
	agentsFor: () => agentsFor,
	httpClient: () => httpClient
});
const mostAtOnce = 6;
function agentsFor(proxies) {
	const options = {
		keepAlive: true,
		maxSockets: mostAtOnce,
		proxyEnv: proxies
	};
	return {
		http: new node_http.Agent(options),
		https: new node_https.Agent(options)
	};
}
function httpClient(proxies, tls = {}) {
	const connection = {
		agents: agentsFor(proxies),
		tls
	};
	return (request) => require_http_request.openHttp(request, async () => connection);
}
Object.defineProperty(exports, "agentsFor", {
	enumerable: true,
	get: function() {
		return agentsFor;
	}
});
Object.defineProperty(exports, "httpClient", {
	enumerable: true,
	get: function() {
		return httpClient;
	}
});
Object.defineProperty(exports, "http_client_exports", {
	enumerable: true,
	get: function() {
		return http_client_exports;
	}
});
