const require_challenge = require("./challenge.cjs");
let node_http = require("node:http");
let node_https = require("node:https");
// src/effects/login-registry.ts
const timeoutMilliseconds = 1e4;
async function refusesLogin({ registry, username, password }, { plainHttp }) {
	const request = plainHttp ? node_http.request : node_https.request;
	const options = {
		auth: `${username}:${password}`,
		timeout: timeoutMilliseconds,
		rejectUnauthorized: false
	};
	return await new Promise((resolve) => {
		const asked = request(`${plainHttp ? "http" : "https"}://${registry}/v2/`, options, (answer) => {
			answer.resume();
			const schemes = require_challenge.parseChallenges(answer.headers["www-authenticate"] ?? "").map(({ scheme }) => scheme);
			const asksAgain = schemes.includes("basic") && !schemes.includes("bearer");
			resolve(answer.statusCode === 401 && asksAgain || answer.statusCode === 403 ? `it answers ${answer.statusCode}` : void 0);
		});
		asked.on("timeout", () => asked.destroy(new Error("timeout: it does not answer")));
		asked.on("error", (error) => resolve(error.message));
		asked.end();
	});
}
exports.refusesLogin = refusesLogin;
