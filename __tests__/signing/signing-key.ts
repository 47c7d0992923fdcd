// Key pairs to sign with, in each form that a user can have.
import { generateKeyPair } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cosign } from "./cosign.ts";

export type SigningKeyOptions = {
  /** "cosign" is of P-256 too, in cosign's own encrypted form; the others are PKCS#8. */
  readonly kind: "cosign" | "P-256" | "P-384" | "RSA" | "Ed25519";
  /** The private key is encrypted with it; cosign's form always is, also with an empty one. */
  readonly password?: string;
};

/** PEM; the files are gone when disposed of. */
export type SigningKey = AsyncDisposable & {
  readonly privateKey: string;
  readonly privateKeyFile: string;
  /** The file of the public key, as cosign takes it. */
  readonly key: string;
  /** Empty if there is none. */
  readonly password: string;
};

export async function signingKey(options: SigningKeyOptions): Promise<SigningKey> {
  const { kind, password = "" } = options;
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-key-"));
  const [privateKeyFile, key] = [join(folder, "cosign.key"), join(folder, "cosign.pub")];
  if (kind === "cosign") {
    const prefix = `--output-key-prefix=${join(folder, "cosign")}`;
    const made = await cosign(["generate-key-pair", prefix], { COSIGN_PASSWORD: password });
    if (made.exitCode !== 0) throw new Error(`cosign generate-key-pair: ${made.stderr}`);
  } else {
    const pair = await generate(kind, password);
    await writeFile(privateKeyFile, pair.privateKey, { mode: 0o600 });
    await writeFile(key, pair.publicKey);
  }
  return {
    privateKey: await readFile(privateKeyFile, "utf8"),
    privateKeyFile,
    key,
    password,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

async function generate(
  kind: Exclude<SigningKeyOptions["kind"], "cosign">,
  password: string,
): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const encrypted = password === "" ? {} : { cipher: "aes-256-cbc", passphrase: password };
  const forms = {
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", ...encrypted },
  } as const;
  const pair = promisify(generateKeyPair);
  if (kind === "RSA") return await pair("rsa", { modulusLength: 2048, ...forms });
  if (kind === "Ed25519") return await pair("ed25519", forms);
  return await pair("ec", { namedCurve: kind, ...forms });
}
