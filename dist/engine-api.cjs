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
Object.defineProperty(exports, "engineApi", {
	enumerable: true,
	get: function() {
		return engineApi;
	}
});
