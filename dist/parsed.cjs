// src/domain/parsed.ts
const parsed = (value) => ({
	ok: true,
	value
});
const refused = (problem) => ({
	ok: false,
	problem
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
