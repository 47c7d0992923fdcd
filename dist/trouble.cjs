const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// src/domain/error-chain.ts
function errorChain(line) {
	return withoutReference(line.replace(quoted, "\"\"").split(/:\s+/).map(trim));
}
function trim(part) {
	return part.trim().replace(/:$/, "");
}
function withoutReference(parts) {
	const at = parts.findIndex((part) => /^failed to resolve source metadata for /.test(part));
	return at < 1 ? parts : [...parts.slice(0, at - 1), ...parts.slice(at)];
}
var quoted;
var init_error_chain = require_rolldown_runtime.__esmMin((() => {
	quoted = /"(?:[^"\\]|\\.)*"|(?<!\w)'[^'\n]*'(?!\w)/g;
}));
// src/domain/trouble.ts
function troubleOf({ text, isLocal = false }) {
	if (ofProcess.test(text)) return "process";
	if (text.includes("application/vnd.oci.empty.v1+json")) return "artifacts";
	for (const line of text.split(/\r?\n/)) {
		const parts = errorChain(line);
		const trouble = troubleOfLine({
			parts,
			whole: parts.join(": "),
			isLocal
		});
		if (trouble !== void 0) return trouble;
	}
}
function troubleOfLine({ parts, whole, isLocal }) {
	const last = parts.at(-1) ?? "";
	const isAny = (pattern) => parts.some((part) => pattern.test(part));
	if (isAny(ofDockerfile)) return "dockerfile";
	if (absent.test(last)) return "missing";
	if (isAny(/^digest mismatch |^expected checksum to match /)) return "checksum";
	if (isAny(/^blob unknown to registry\b/)) return "artifacts";
	if (isAny(/^toomanyrequests$/i)) return "limited";
	const [, told, status = told] = statusIn.exec(whole) ?? [];
	if (status !== void 0) return troubleOfStatus(Number(status));
	if (lost.test(whole)) return "lost";
	if (isAny(full)) return "full";
	if (isAny(/server gave HTTP response to HTTPS client$/i)) return "plain-http";
	if (unknownIssuer.test(whole)) return "certificate";
	if (isAny(/^x509$|^certificate (?:has expired|is not valid)|does not match certificate/i)) return "bad-certificate";
	if (unreachable.test(last) || isAny(/^could not resolve host$/i)) return "unreachable";
	if (broken.test(last) && (!isLocal || asks.test(whole))) return "passing";
	return isAny(credentials) ? "refused" : void 0;
}
function troubleOfStatus(status) {
	if (status === 429) return "limited";
	if (status === 401 || status === 403) return "refused";
	return status >= 500 || status === 408 ? "passing" : "declined";
}
var ofProcess, ofDockerfile, absent, statusIn, full, lost, unknownIssuer, credentials, unreachable, broken, asks;
var init_trouble = require_rolldown_runtime.__esmMin((() => {
	init_error_chain();
	ofProcess = /(?:^|: )process "(?:[^"\\]|\\.)*" did not complete successfully(?:: |$)/;
	ofDockerfile = /^(?:dockerfile parse error|failed to process ""$|circular dependency detected on stage$)/;
	absent = /^(?:not found|no such file or directory|file does not exist)$/i;
	statusIn = /\b(?:(?:status(?: code)?|status from [A-Z]+ request to \S+|status code \S+|returned error):? |HTTP |RESPONSE |it answers )([45]\d\d)\b|(?:^|: )(5\d\d) (?:Internal|Bad|Service|Gateway)/;
	full = /^(?:no space left on device|disk quota exceeded)\b|^(?:ENOSPC|EDQUOT)$/i;
	lost = /error reading from server|code = Unavailable\b|closing transport|transport is closing|graceful_stop|connection error: desc|(?:^|: )no such container|container \S+ is not running/i;
	unknownIssuer = /certificate signed by unknown authority|self.signed certificate|unable to (?:verify the first|get (?:local )?issuer) certificate|UNABLE_TO_|SELF_SIGNED_/i;
	credentials = /^(?:denied|unauthorized|forbidden|insufficient_scope|no basic auth credentials|access denied)$|\baccess (?:to the resource is )?denied\b|^authorization failed|^failed to (?:authorize|fetch \w+ token)$|^could not read Username for/i;
	unreachable = /no such host$|connection refused$|network is unreachable$|couldn't connect to server$|^(?:\w+ |.*\()?(?:ENOTFOUND|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)\b/i;
	broken = /^(?:unexpected |early )?EOF$|\b(?:(?:i\/o|handshake) timeout|timed out|deadline exceeded|reset by peer|broken pipe|closed network connection|server misbehaving|temporary failure(?: in name resolution)?|no route to host|connection lost|hung up unexpectedly|timeout reached|timeout awaiting response headers)$|\(Client\.Timeout .*\)$|^(?:\w+ |.*\()?(?:ECONNRESET|ETIMEDOUT|EPIPE|EAI_AGAIN)\b/i;
	asks = /\b(?:Get|Head|Put|Post|Patch|Delete) ""|\b(?:read|write|dial) tcp\b/;
}));
Object.defineProperty(exports, "errorChain", {
	enumerable: true,
	get: function() {
		return errorChain;
	}
});
Object.defineProperty(exports, "init_error_chain", {
	enumerable: true,
	get: function() {
		return init_error_chain;
	}
});
Object.defineProperty(exports, "init_trouble", {
	enumerable: true,
	get: function() {
		return init_trouble;
	}
});
Object.defineProperty(exports, "troubleOf", {
	enumerable: true,
	get: function() {
		return troubleOf;
	}
});
Object.defineProperty(exports, "troubleOfStatus", {
	enumerable: true,
	get: function() {
		return troubleOfStatus;
	}
});
