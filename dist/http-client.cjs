const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_http_request = require("./http-request.cjs");
let node_net = require("node:net");
let node_http = require("node:http");
let node_https = require("node:https");
// src/domain/no-proxy.ts
function isExempt(host, noProxy) {
	const { name, port } = parts(host.toLowerCase());
	if (name === "localhost" || isIn(name, "127.0.0.0/8") || name === "::1") return true;
	return noProxy.toLowerCase().split(",").some((entry) => covers(entry.trim(), name, port));
}
function covers(entry, name, port) {
	if (entry === "") return false;
	if (entry === "*") return true;
	if (entry.includes("/")) return isIn(name, entry);
	const only = parts(entry);
	if (only.port !== "" && !(port === "" ? ["80", "443"] : [port]).includes(only.port)) return false;
	const domain = only.name.replace(/^\*\./, ".");
	if (domain.startsWith(".")) return name.endsWith(domain);
	return name === domain || (0, node_net.isIP)(name) === 0 && name.endsWith(`.${domain}`);
}
function parts(host) {
	if ((0, node_net.isIP)(host) !== 0) return {
		name: host,
		port: ""
	};
	const [, bracketed, plain = "", port = ""] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(host) ?? [];
	return {
		name: bracketed ?? plain,
		port
	};
}
function isIn(name, network) {
	const family = (0, node_net.isIP)(name);
	const [address = "", prefix = ""] = network.split("/");
	if (family === 0 || family !== (0, node_net.isIP)(address) || !/^\d{1,3}$/.test(prefix)) return false;
	if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
	const list = new node_net.BlockList();
	const kind = family === 4 ? "ipv4" : "ipv6";
	list.addSubnet(address, Number(prefix), kind);
	return list.check(name, kind);
}
// src/effects/http-client.ts
var http_client_exports = require_rolldown_runtime.__exportAll({
	agentsFor: () => agentsFor,
	httpClient: () => httpClient
});
const mostAtOnce = 6;
function agentsFor(proxies) {
	const direct = agents({});
	const set = Object.entries(proxies).filter(([name]) => !isNoProxy(name));
	if (set.length === 0) return () => direct;
	const proxied = agents(Object.fromEntries(set.map(([name, url]) => [name, withScheme(url)])));
	const exempt = Object.entries(proxies).flatMap(([name, text]) => isNoProxy(name) ? [text] : []);
	return (host) => isExempt(host, exempt.join(",")) ? direct : proxied;
}
function agents(proxyEnv) {
	const options = {
		keepAlive: true,
		maxSockets: mostAtOnce,
		proxyEnv
	};
	return {
		http: new node_http.Agent(options),
		https: new node_https.Agent(options)
	};
}
function isNoProxy(name) {
	return name.toLowerCase() === "no_proxy";
}
function withScheme(url) {
	return url.includes("://") ? url : `http://${url}`;
}
function httpClient(proxies, tls = {}) {
	const agentsOf = agentsFor(proxies);
	return (request) => require_http_request.openHttp(request, async (host) => ({
		agents: agentsOf(host),
		tls
	}));
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
