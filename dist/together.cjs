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
Object.defineProperty(exports, "engineApi", {
	enumerable: true,
	get: function() {
		return engineApi;
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
