require("./rolldown-runtime.cjs");
const require_http_request = require("./http-request.cjs");
const require_http_client = require("./http-client.cjs");
// src/effects/event-github-api.ts
require_http_request.init_http_answer();
const milliseconds = 1e4;
async function askApi(url, { token, proxies }) {
	const { origin } = new URL(url);
	const headers = {
		accept: "application/vnd.github+json",
		authorization: `Bearer ${token}`
	};
	const follows = (to) => to.origin === origin;
	const request = {
		method: "GET",
		url,
		headers,
		follows,
		within: milliseconds
	};
	const answer = await require_http_client.httpClient(proxies)(request);
	const { status, body } = await require_http_request.wholeAnswer(answer);
	if (status !== 200) throw new Error(`the server answered ${status}`);
	return JSON.parse(body.toString("utf8"));
}
exports.askApi = askApi;
