// src/domain/url-passwords.ts
const authority = /:\/\/([^\s/?#`'"]*)@/g;
function passwordsIn(text) {
	return Array.from(text.matchAll(authority), (match) => passwordOf(match, text)).filter((password) => password !== "");
}
function withoutPasswords(text) {
	return text.replaceAll(authority, (whole, user, offset) => namesOnly(user, text.slice(0, offset)) ? whole : "://***@");
}
function passwordOf(match, text) {
	const [, user = ""] = match;
	if (namesOnly(user, text.slice(0, match.index))) return "";
	return user.slice(user.indexOf(":") + 1);
}
function namesOnly(user, before) {
	return !user.includes(":") && /ssh$/i.test(before.slice(-3));
}
Object.defineProperty(exports, "passwordsIn", {
	enumerable: true,
	get: function() {
		return passwordsIn;
	}
});
Object.defineProperty(exports, "withoutPasswords", {
	enumerable: true,
	get: function() {
		return withoutPasswords;
	}
});
