// src/domain/challenge.ts
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const between = /[\s,]*/y;
const parameter = new RegExp(`(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"?|([^\\s,"]+))`, "ys");
const schemeAlone = new RegExp(`(${token})(?=[ \\t,]|$)`, "y");
const token68 = /[ \t]+[A-Za-z0-9._~+/-]+=*[ \t]*(?=,|$)/y;
const upToComma = /[^,]*/y;
function parseChallenges(header) {
	const challenges = [];
	let at = 0;
	const take = (pattern) => {
		pattern.lastIndex = at;
		const match = pattern.exec(header);
		at += match?.[0].length ?? 0;
		return match;
	};
	for (take(between); at < header.length; take(between)) {
		const pair = take(parameter);
		if (pair !== null) {
			const [, name = "", quoted, plain = ""] = pair;
			const value = quoted?.replaceAll(/\\(.)/gs, "$1") ?? plain;
			challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
			continue;
		}
		const scheme = take(schemeAlone)?.[1];
		if (scheme === void 0) take(upToComma);
		else {
			challenges.push({
				scheme: scheme.toLowerCase(),
				parameters: new Map()
			});
			take(token68);
		}
	}
	return challenges;
}
Object.defineProperty(exports, "parseChallenges", {
	enumerable: true,
	get: function() {
		return parseChallenges;
	}
});
