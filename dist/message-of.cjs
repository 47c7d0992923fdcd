// src/domain/message-of.ts
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
Object.defineProperty(exports, "messageOf", {
	enumerable: true,
	get: function() {
		return messageOf;
	}
});
