require("./rolldown-runtime.cjs");
const require_challenge = require("./challenge.cjs");
const require_message_of = require("./message-of.cjs");
const require_http_request = require("./http-request.cjs");
const require_http_client = require("./http-client.cjs");
require_http_request.init_http_answer();
const timeoutMilliseconds = 1e4;
async function refusesLogin({ registry, username, password }, { plainHttp, proxies }) {
	const http = require_http_client.httpClient(proxies, { rejectUnauthorized: false });
	const basic = Buffer.from(`${username}:${password}`).toString("base64");
	try {
		const { status, headers, body } = await http({
			method: "GET",
			url: `${plainHttp ? "http" : "https"}://${registry}/v2/`,
			headers: { authorization: `Basic ${basic}` },
			follows: () => false,
			within: timeoutMilliseconds
		});
		require_http_request.discard(body);
		const schemes = require_challenge.parseChallenges(headers["www-authenticate"] ?? "").map(({ scheme }) => scheme);
		const asksAgain = schemes.includes("basic") && !schemes.includes("bearer");
		return status === 403 || status === 401 && asksAgain ? `it answers ${status}` : void 0;
	} catch (error) {
		return require_message_of.messageOf(error);
	}
}
exports.refusesLogin = refusesLogin;
