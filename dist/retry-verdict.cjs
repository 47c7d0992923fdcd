const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_trouble = require("./trouble.cjs");
// src/plan/retry-verdict.ts
function judge(words) {
	const trouble = require_trouble.troubleOf(words);
	return (trouble === void 0 ? void 0 : verdicts[trouble]) ?? "lasting";
}
function pauseBeforeNext(failures, bound) {
	const { verdicts, elapsed, retryAfter = 0 } = failures;
	const [last] = verdicts.slice(-1);
	const before = verdicts.slice(0, -1);
	if (last === void 0 || last === "lasting" || last === "artifacts") return void 0;
	if ((last === "refused" || last === "lost") && before.includes(last)) return void 0;
	const doubled = firstPause * 2 ** before.filter((verdict) => verdict === last).length;
	const pause = Math.max(Math.min(doubled, longestPause), retryAfter);
	return elapsed + pause <= bound ? pause : void 0;
}
function parseRetryAfter(text, now) {
	const wait = /^\d+$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - now;
	return Number.isNaN(wait) ? void 0 : Math.min(Math.max(0, wait), longestWait);
}
var firstPause, longestPause, verdicts, longestWait;
var init_retry_verdict = require_rolldown_runtime.__esmMin((() => {
	require_trouble.init_trouble();
	firstPause = 1e3;
	longestPause = 3e4;
	verdicts = {
		passing: "passing",
		limited: "limited",
		refused: "refused",
		artifacts: "artifacts",
		lost: "lost"
	};
	longestWait = 31536e6;
}));
Object.defineProperty(exports, "init_retry_verdict", {
	enumerable: true,
	get: function() {
		return init_retry_verdict;
	}
});
Object.defineProperty(exports, "judge", {
	enumerable: true,
	get: function() {
		return judge;
	}
});
Object.defineProperty(exports, "parseRetryAfter", {
	enumerable: true,
	get: function() {
		return parseRetryAfter;
	}
});
Object.defineProperty(exports, "pauseBeforeNext", {
	enumerable: true,
	get: function() {
		return pauseBeforeNext;
	}
});
