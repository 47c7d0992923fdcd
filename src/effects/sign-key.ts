// Private keys, in the forms in which they are kept.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  scryptSync,
} from "node:crypto";
import * as v from "valibot";
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import type { SigningKeyText } from "../inputs/sign-inputs.ts";

/** A key, and how it signs. */
export type SigningKey = {
  readonly privateKey: KeyObject;
  /** PEM, `PUBLIC KEY`. */
  readonly publicKey: string;
  /** Of what is signed; null if the key hashes by itself. */
  readonly hash: "sha256" | null;
  /**
   * Key and hash by the name that Sigstore has for both: PublicKeyDetails in sigstore_common.proto of
   * sigstore/protobuf-specs.
   */
  readonly details: string;
};

// pkg/cosign/keys.go of sigstore/cosign, pkg/encrypted of go-securesystemslib
const cosignKey = /^-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----(.*?)-----END/s;
const base64 = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, "base64")),
);
const encrypted = v.object({
  kdf: v.object({
    name: v.literal("scrypt"),
    params: v.object({ N: v.number(), r: v.number(), p: v.number() }),
    salt: base64,
  }),
  cipher: v.object({ name: v.literal("nacl/secretbox"), nonce: base64 }),
  ciphertext: base64,
});

/** A P-256 key that is thrown away. */
export function temporaryKey(): SigningKey {
  return asSigner(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
}

/** Opens cosign's own encrypted keys, and those that OpenSSL writes, with the password if need be. */
export async function openKey({ pem, password }: SigningKeyText): Promise<Parsed<SigningKey>> {
  const own = cosignKey.exec(pem)?.[1];
  try {
    const key =
      own === undefined
        ? createPrivateKey({ key: pem, passphrase: password })
        : createPrivateKey({ key: await decrypted(own, password), format: "der", type: "pkcs8" });
    return parsed(asSigner(key));
  } catch (error) {
    // The words are OpenSSL's, or ours; none has the key.
    const isEncrypted = own !== undefined || pem.includes("ENCRYPTED");
    if (error instanceof UnknownKeyError) return refused(error.message);
    if (!isEncrypted) return refused("can't be read as a private key in PEM");
    return refused(
      password === ""
        ? "is encrypted; give its password in `sign-key-password`"
        : "can't be opened with the password in `sign-key-password`",
    );
  }
}

async function decrypted(body: string, password: string): Promise<Buffer> {
  const { secretbox } = await import("@noble/ciphers/salsa.js");
  const json: unknown = JSON.parse(Buffer.from(body, "base64").toString());
  const { kdf, cipher, ciphertext } = v.parse(encrypted, json);
  const { N, r, p } = kdf.params;
  const key = scryptSync(password, kdf.salt, 32, { N, r, p, maxmem: 256 * N * r });
  return Buffer.from(secretbox(key, cipher.nonce).open(ciphertext));
}

class UnknownKeyError extends Error {}

function asSigner(privateKey: KeyObject): SigningKey {
  const { asymmetricKeyType: type = "", asymmetricKeyDetails: details = {} } = privateKey;
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  if (type === "ec" && details.namedCurve === "prime256v1") {
    return { privateKey, publicKey, hash: "sha256", details: "PKIX_ECDSA_P256_SHA_256" };
  }
  if (type === "rsa" && [2048, 3072, 4096].includes(details.modulusLength ?? 0)) {
    const name = `PKIX_RSA_PKCS1V15_${details.modulusLength}_SHA256`;
    return { privateKey, publicKey, hash: "sha256", details: name };
  }
  if (type === "ed25519") return { privateKey, publicKey, hash: null, details: "PKIX_ED25519" };
  // With P-384, cosign 3.1 can't verify what it has signed itself.
  throw new UnknownKeyError(
    "is of a kind that cosign does not verify; take ECDSA with P-256, as `cosign generate-key-pair` makes it, Ed25519, or RSA of 2048, 3072 or 4096 bits",
  );
}
