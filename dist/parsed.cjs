const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// src/domain/parsed.ts
var parsed, refused;
var init_parsed = require_rolldown_runtime.__esmMin((() => {
	parsed = (value) => ({
		ok: true,
		value
	});
	refused = (problem) => ({
		ok: false,
		problem
	});
}));
Object.defineProperty(exports, "init_parsed", {
	enumerable: true,
	get: function() {
		return init_parsed;
	}
});
Object.defineProperty(exports, "parsed", {
	enumerable: true,
	get: function() {
		return parsed;
	}
});
Object.defineProperty(exports, "refused", {
	enumerable: true,
	get: function() {
		return refused;
	}
});
