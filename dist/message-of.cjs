const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// src/domain/message-of.ts
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
var init_message_of = require_rolldown_runtime.__esmMin((() => {}));
Object.defineProperty(exports, "init_message_of", {
	enumerable: true,
	get: function() {
		return init_message_of;
	}
});
Object.defineProperty(exports, "messageOf", {
	enumerable: true,
	get: function() {
		return messageOf;
	}
});
