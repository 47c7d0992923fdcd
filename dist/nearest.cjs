const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// node_modules/damerau-levenshtein/index.js
var require_damerau_levenshtein = require_rolldown_runtime.__commonJSMin(((exports, module) => {
	module.exports = function(__this, that, limit) {
		var thisLength = __this.length, thatLength = that.length, matrix = [];
		limit = (limit || (thatLength > thisLength ? thatLength : thisLength)) + 1;
		for (var i = 0; i < limit; i++) {
			matrix[i] = [i];
			matrix[i].length = limit;
		}
		for (i = 0; i < limit; i++) matrix[0][i] = i;
		if (Math.abs(thisLength - thatLength) > (limit || 100)) return prepare(limit || 100);
		if (thisLength === 0) return prepare(thatLength);
		if (thatLength === 0) return prepare(thisLength);
		var j, this_i, that_j, cost, min, t;
		for (i = 1; i <= thisLength; ++i) {
			this_i = __this[i - 1];
			for (j = 1; j <= thatLength; ++j) {
				if (i === j && matrix[i][j] > 4) return prepare(thisLength);
				that_j = that[j - 1];
				cost = this_i === that_j ? 0 : 1;
				min = matrix[i - 1][j] + 1;
				if ((t = matrix[i][j - 1] + 1) < min) min = t;
				if ((t = matrix[i - 1][j - 1] + cost) < min) min = t;
				matrix[i][j] = i > 1 && j > 1 && this_i === that[j - 2] && __this[i - 2] === that_j && (t = matrix[i - 2][j - 2] + cost) < min ? t : min;
			}
		}
		return prepare(matrix[thisLength][thatLength]);
		function prepare(steps) {
			var length = Math.max(thisLength, thatLength);
			var relative = length === 0 ? 0 : steps / length;
			return {
				steps,
				relative,
				similarity: 1 - relative
			};
		}
	};
}));
// src/domain/nearest.ts
var import_damerau_levenshtein = require_rolldown_runtime.__toESM(require_damerau_levenshtein(), 1);
function nearest(word, candidates) {
	const limit = Math.max(2, Math.floor(word.length / 3));
	let best;
	for (const candidate of candidates) {
		if (Math.abs(word.length - candidate.length) > limit) continue;
		const edits = (0, import_damerau_levenshtein.default)(word, candidate).steps;
		if (best === void 0 || edits < best.edits) best = {
			candidate,
			edits
		};
	}
	return best !== void 0 && best.edits <= limit ? best.candidate : void 0;
}
Object.defineProperty(exports, "nearest", {
	enumerable: true,
	get: function() {
		return nearest;
	}
});
