// The parts that need no image: the mock's services, the issuer of tokens, and key pairs.
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cosign } from "./cosign.ts";
import { type PrivateSigstore, privateSigstore } from "./private-sigstore.ts";
import { scriptSigned, tokenFor } from "./script-signed.ts";
import { signingKey } from "./signing-key.ts";

test("version 1 of Rekor logs what Sigstore's JavaScript signs, and cosign verifies that", async () => {
  await using sigstore = await privateSigstore({ rekor: "v1" });
  await using folder = await mkdtempDisposable(join(tmpdir(), "crossbuild-bundle-"));
  const [text, bundle] = [join(folder.path, "text"), join(folder.path, "bundle.json")];
  await writeFile(text, "a text");
  await writeFile(bundle, await signedByScript(sigstore, "a text"));
  const verify = (identity: string) =>
    cosign([
      ...["verify-blob-attestation", `--bundle=${bundle}`, `--type=${predicateType}`],
      ...[`--trusted-root=${sigstore.trustedRoot}`, `--certificate-identity=${identity}`],
      ...[`--certificate-oidc-issuer=${sigstore.issuer}`, text],
    ]);
  expect(await verify(sigstore.identity)).toMatchObject({ exitCode: 0 });
  expect(await verify("another")).toMatchObject({ exitCode: 1 });
  expect(sigstore.requests.slice(1)).toEqual([
    "POST /api/v2/signingCert",
    "POST /api/v1/log/entries",
    "POST /api/v1/timestamp",
  ]);
});

test("a service refuses what a test wants it to", async () => {
  const refused = "POST /api/v1/log/entries";
  await using sigstore = await privateSigstore({
    rekor: "v1",
    refuse: (request) => (request === refused ? { status: 403, body: "not here" } : undefined),
  });
  await expect(signedByScript(sigstore, "a text")).rejects.toThrow("(403)");
  expect(sigstore.requests).toContain(refused);
});

test("the issuer gives a token for an audience, to the job alone", async () => {
  await using sigstore = await privateSigstore({ rekor: "v1" });
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = "" } = sigstore.environment;
  const token = await tokenFor(sigstore.environment);
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  expect(claims).toMatchObject({ iss: sigstore.issuer, aud: "sigstore", sub: sigstore.identity });
  expect((await fetch(`${url}&audience=sigstore`)).status).toBe(401);
});

test.for([
  { kind: "P-256" },
  { kind: "P-384", password: "a password" },
  { kind: "RSA", password: "a password" },
  { kind: "Ed25519", password: "a password" },
] as const)("a key pair of %j fits together, and needs its password", async (options) => {
  await using key = await signingKey(options);
  const { privateKey: pem, password: passphrase } = key;
  const publicKey = createPublicKey(createPrivateKey({ key: pem, passphrase }));
  expect(publicKey.export({ type: "spki", format: "pem" })).toBe(await readFile(key.key, "utf8"));
  if (passphrase === "") expect(pem).toContain("BEGIN PRIVATE KEY");
  else expect(() => createPrivateKey({ key: pem, passphrase: "another" })).toThrow();
});

const predicateType = "https://example.test/predicate";

async function signedByScript(sigstore: PrivateSigstore, text: string): Promise<string> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return await scriptSigned(sigstore, {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "text", digest: { sha256 } }],
    predicateType,
    predicate: {},
  });
}
