const require_http_request = require("./http-request.cjs");
// src/effects/engine-api.ts
require_http_request.init_http_answer();
const timeoutMilliseconds = {
	GET: 5e3,
	DELETE: 6e4
};
function engineApi(endpoint) {
	const [, socketPath] = /^unix:\/\/(\/.*)$/.exec(endpoint) ?? [];
	return async (path, method = "GET") => {
		if (socketPath === void 0) return void 0;
		const request = {
			method,
			url: `http://engine${path}`,
			silence: timeoutMilliseconds[method]
		};
		try {
			const answer = await require_http_request.openHttp(request, async () => ({
				socketPath,
				tls: {}
			}));
			const { status, body } = await require_http_request.wholeAnswer(answer);
			return {
				status,
				json: jsonOf(body.toString("utf8"))
			};
		} catch {
			return;
		}
	};
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
Object.defineProperty(exports, "engineApi", {
	enumerable: true,
	get: function() {
		return engineApi;
	}
});
