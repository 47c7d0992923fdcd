const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// src/domain/sign-errors.ts
var SigstoreError, SigningError;
var init_sign_errors = require_rolldown_runtime.__esmMin((() => {
	SigstoreError = class extends Error {
		name = "SigstoreError";
		host;
		words;
		status;
		until;
		constructor(host, { words, status, until, cause }) {
			super(`asking ${host} failed: ${words}`, { cause });
			this.host = host;
			this.words = words;
			this.status = status;
			this.until = until;
		}
	};
	SigningError = class extends Error {
		name = "SigningError";
		signed;
		unsigned;
		constructor(title, { signed, unsigned }) {
			super(title, { cause: unsigned[0]?.error });
			this.signed = signed;
			this.unsigned = unsigned;
		}
	};
}));
Object.defineProperty(exports, "SigningError", {
	enumerable: true,
	get: function() {
		return SigningError;
	}
});
Object.defineProperty(exports, "SigstoreError", {
	enumerable: true,
	get: function() {
		return SigstoreError;
	}
});
Object.defineProperty(exports, "init_sign_errors", {
	enumerable: true,
	get: function() {
		return init_sign_errors;
	}
});
