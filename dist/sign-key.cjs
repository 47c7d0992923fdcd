const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_pinned_images = require("./pinned-images.cjs");
const require_parsed = require("./parsed.cjs");
let node_crypto = require("node:crypto");
// src/effects/sign-key.ts
var sign_key_exports = require_rolldown_runtime.__exportAll({ openKey: () => openKey });
require_pinned_images.init_dist();
require_parsed.init_parsed();
const cosignKey = /^-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----(.*?)-----END/s;
const base64 = require_pinned_images.pipe(require_pinned_images.string(), require_pinned_images.transform((text) => Buffer.from(text, "base64")));
const encrypted = require_pinned_images.object({
	kdf: require_pinned_images.object({
		name: require_pinned_images.literal("scrypt"),
		params: require_pinned_images.object({
			N: require_pinned_images.number(),
			r: require_pinned_images.number(),
			p: require_pinned_images.number()
		}),
		salt: base64
	}),
	cipher: require_pinned_images.object({
		name: require_pinned_images.literal("nacl/secretbox"),
		nonce: base64
	}),
	ciphertext: base64
});
function temporaryKey() {
	return asSigner((0, node_crypto.generateKeyPairSync)("ec", { namedCurve: "P-256" }).privateKey);
}
async function openKey({ pem, password }) {
	const own = cosignKey.exec(pem)?.[1];
	try {
		const key = own === void 0 ? (0, node_crypto.createPrivateKey)({
			key: pem,
			passphrase: password
		}) : (0, node_crypto.createPrivateKey)({
			key: await decrypted(own, password),
			format: "der",
			type: "pkcs8"
		});
		return require_parsed.parsed(asSigner(key));
	} catch (error) {
		const isEncrypted = own !== void 0 || pem.includes("ENCRYPTED");
		if (error instanceof UnknownKeyError) return require_parsed.refused(error.message);
		if (!isEncrypted) return require_parsed.refused("can't be read as a private key in PEM");
		return require_parsed.refused(password === "" ? "is encrypted; give its password in `sign-key-password`" : "can't be opened with the password in `sign-key-password`");
	}
}
async function decrypted(body, password) {
	const { secretbox } = await Promise.resolve().then(() => require("./noble-ciphers.cjs"));
	const json = JSON.parse(Buffer.from(body, "base64").toString());
	const { kdf, cipher, ciphertext } = require_pinned_images.parse(encrypted, json);
	const { N, r, p } = kdf.params;
	const key = (0, node_crypto.scryptSync)(password, kdf.salt, 32, {
		N,
		r,
		p,
		maxmem: 256 * N * r
	});
	return Buffer.from(secretbox(key, cipher.nonce).open(ciphertext));
}
var UnknownKeyError = class extends Error {};
function asSigner(privateKey) {
	const { asymmetricKeyType: type = "", asymmetricKeyDetails: details = {} } = privateKey;
	const publicKey = (0, node_crypto.createPublicKey)(privateKey).export({
		type: "spki",
		format: "pem"
	}).toString();
	if (type === "ec" && details.namedCurve === "prime256v1") return {
		privateKey,
		publicKey,
		hash: "sha256",
		details: "PKIX_ECDSA_P256_SHA_256"
	};
	if (type === "rsa" && [
		2048,
		3072,
		4096
	].includes(details.modulusLength ?? 0)) return {
		privateKey,
		publicKey,
		hash: "sha256",
		details: `PKIX_RSA_PKCS1V15_${details.modulusLength}_SHA256`
	};
	if (type === "ed25519") return {
		privateKey,
		publicKey,
		hash: null,
		details: "PKIX_ED25519"
	};
	throw new UnknownKeyError("is of a kind that cosign does not verify; take ECDSA with P-256, as `cosign generate-key-pair` makes it, Ed25519, or RSA of 2048, 3072 or 4096 bits");
}
Object.defineProperty(exports, "openKey", {
	enumerable: true,
	get: function() {
		return openKey;
	}
});
Object.defineProperty(exports, "sign_key_exports", {
	enumerable: true,
	get: function() {
		return sign_key_exports;
	}
});
Object.defineProperty(exports, "temporaryKey", {
	enumerable: true,
	get: function() {
		return temporaryKey;
	}
});
