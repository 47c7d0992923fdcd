import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openKey } from "../../src/effects/sign-key.ts";

const ec = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve }).privateKey;
const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength }).privateKey;
const text = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
const encrypted = (key: KeyObject, passphrase: string) =>
  key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }).toString();
// `COSIGN_PASSWORD=pw cosign generate-key-pair` of cosign 3.1.3
const cosign = readFileSync(
  new URL("../fixtures/signing/cosign-3.1.3.key", import.meta.url),
  "utf8",
);

describe("a key that is opened signs so that its public key verifies", () => {
  const p256 = ec("P-256");
  test.each([
    ["P-256", text(p256), "", "PKIX_ECDSA_P256_SHA_256"],
    [
      "SEC 1",
      p256.export({ type: "sec1", format: "pem" }).toString(),
      "",
      "PKIX_ECDSA_P256_SHA_256",
    ],
    ["P-256, encrypted", encrypted(p256, "pw"), "pw", "PKIX_ECDSA_P256_SHA_256"],
    ["cosign's own", cosign, "pw", "PKIX_ECDSA_P256_SHA_256"],
    ["cosign's own with CRLF", cosign.replaceAll("\n", "\r\n"), "pw", "PKIX_ECDSA_P256_SHA_256"],
    ["RSA", text(rsa(2048)), "", "PKIX_RSA_PKCS1V15_2048_SHA256"],
    ["Ed25519", text(generateKeyPairSync("ed25519").privateKey), "", "PKIX_ED25519"],
  ])("%s", async (_, pem, password, details) => {
    const opened = await openKey({ pem, password });
    if (!opened.ok) throw new Error(opened.problem);
    const { privateKey, publicKey, hash } = opened.value;
    expect(opened.value.details).toBe(details);
    const data = Buffer.from("data");
    expect(verify(hash, data, publicKey, sign(hash, data, privateKey))).toBe(true);
  });
});

test.each([
  ["no password", encrypted(ec("P-256"), "pw"), "", "is encrypted; give its password"],
  ["another password", encrypted(ec("P-256"), "pw"), "other", "can't be opened with the password"],
  ["no password for cosign's", cosign, "", "is encrypted; give its password"],
  ["another password for cosign's", cosign, "other", "can't be opened with the password"],
  [
    "a broken key",
    text(ec("P-256")).replace(/\n\w{9}/, "\n"),
    "",
    "can't be read as a private key",
  ],
  ["P-384", text(ec("P-384")), "", "is of a kind that cosign does not verify"],
  ["a short RSA key", text(rsa(1024)), "", "is of a kind that cosign does not verify"],
])("%s: the problem says so, and shows nothing of the key", async (_, pem, password, problem) => {
  const opened = await openKey({ pem, password });
  if (opened.ok) throw new Error("it was opened");
  expect(opened.problem).toContain(problem);
  const lines = pem.split(/\r?\n/).filter((line) => /^[\w+/=]{20,}$/.test(line));
  for (const line of lines) expect(opened.problem).not.toContain(line);
});
