// What the tests of signatures stand on, tried without the action.
import { afterAll, beforeAll, expect, test } from "vitest";
import { dockerConfig } from "../e2e/docker-config.ts";
import { stack } from "../e2e/inputs-for.ts";
import { type OwnBuilder, ownBuilder } from "../e2e/own-builder.ts";
import { cosignSign } from "./cosign-sign.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { pushImage } from "./pushed-image.ts";
import { referrersRegistry } from "./referrers-registry.ts";
import { signingKey } from "./signing-key.ts";
import { verified } from "./verified.ts";

const host = stack.STACK_REGISTRY_HTTP;
const http = { http: true };
const unlogged = { http: true, isLogged: false };
let builder: OwnBuilder;

beforeAll(async () => {
  builder = await ownBuilder();
});

afterAll(() => builder[Symbol.asyncDispose]());

test("cosign signs as the job, in registries with the referrers API and without", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using registry = await referrersRegistry();
  const images = await pushImage(builder.name, [host, registry.host]);
  const signed = await cosignSign(images, { sigstore }, http);
  expect(signed.exitCode, signed.stderr).toBe(0);
  for (const image of images) {
    const found = await verified(image, sigstore, http);
    expect(found.exitCode, found.stderr).toBe(0);
    expect(found.stdout).toContain(image.split("@")[1]);
  }
  const [inStack, inOther] = await Promise.all(images.map(referrers));
  expect(inStack).toEqual({ api: 404, tag: true });
  expect(inOther).toEqual({ api: 200, tag: false });
  const asked = (path: string) => sigstore.requests.filter((one) => one.includes(path)).length;
  expect(asked("GET /token?")).toBeGreaterThan(0);
  expect(asked("POST /api/v2/signingCert")).toBeGreaterThan(0);
  expect(asked("POST /api/v2/log/entries")).toBe(2);
  expect(asked("POST /api/v1/timestamp")).toBe(2);
});

test("the signature of another job, issuer or Sigstore is refused, and so is none", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using other = await privateSigstore({ rekor: "v2" });
  const [image = "", unsigned = ""] = await pushImage(builder.name, [host, host]);
  expect(await cosignSign([image], { sigstore }, http)).toMatchObject({ exitCode: 0 });
  const { identity, issuer, trustedRoot } = other;
  expect(await verified(image, { ...sigstore, identity: `${identity}/x` }, http)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(
      "no matching CertificateIdentity found, last error: expected SAN",
    ),
  });
  expect(await verified(image, { ...sigstore, issuer }, http)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("expected issuer"),
  });
  const byOtherLog = await verified(image, { ...sigstore, trustedRoot }, http);
  expect(byOtherLog.stderr).toContain("not enough verified log entries");
  const inLog = await verified(image, { ...sigstore, hasCertificateLog: true }, http);
  expect(inLog.stderr).toContain("failed to verify signed certificate timestamp");
  expect(await verified(unsigned, sigstore, http)).toMatchObject({
    exitCode: 10,
    stderr: expect.stringContaining("no signatures found"),
  });
});

test("cosign signs with its own key, in a log and without one", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using key = await signingKey({ kind: "cosign", password: "a password" });
  await using other = await signingKey({ kind: "cosign" });
  const [plain = "", logged = ""] = await pushImage(builder.name, [host, host]);
  expect(await cosignSign([plain], { key }, http)).toMatchObject({ exitCode: 0 });
  expect(await cosignSign([logged], { key, sigstore }, http)).toMatchObject({ exitCode: 0 });
  expect(await verified(plain, key, unlogged)).toMatchObject({ exitCode: 0 });
  const { trustedRoot } = sigstore;
  expect(await verified(logged, { ...key, trustedRoot }, http)).toMatchObject({ exitCode: 0 });
  const unnoted = await verified(plain, { ...key, trustedRoot }, http);
  expect(unnoted.stderr).toContain("not enough verified log entries");
  expect(await verified(plain, other, unlogged)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("accepted signatures do not match threshold"),
  });
  const wrong = await cosignSign([plain], { key: { ...key, password: "another" } }, http);
  expect(wrong).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("decrypt") });
});

test("all services can be behind TLS, and the registry behind TLS and a login", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2", tls: true });
  const { STACK_REGISTRY_AUTH: closed, STACK_USERNAME: user, STACK_PASSWORD: password } = stack;
  const auth = Buffer.from(`${user}:${password}`).toString("base64");
  await using config = await dockerConfig(JSON.stringify({ auths: { [closed]: { auth } } }));
  const environment = { DOCKER_CONFIG: config.folder };
  const [image = ""] = await pushImage(builder.name, [closed], environment);
  const access = { authority: stack.STACK_CA, dockerConfig: config.folder };
  const signed = await cosignSign([image], { sigstore }, access);
  expect(signed.exitCode, signed.stderr).toBe(0);
  expect(sigstore.sigstore).toMatch(/fulcio: https:/);
  expect(await verified(image, sigstore, access)).toMatchObject({ exitCode: 0 });
  const { authority, dockerConfig: folder } = access;
  expect((await verified(image, sigstore, { authority })).stderr).toContain("UNAUTHORIZED");
  const untrusted = await verified(image, sigstore, { dockerConfig: folder });
  expect(untrusted.stderr).toContain("certificate signed by unknown authority");
  const unknown = await cosignSign(
    [image],
    { sigstore: { ...sigstore, authority: undefined } },
    access,
  );
  expect(unknown.stderr).toContain("certificate signed by unknown authority");
});

/** What the registry says of an image's signatures: over the referrers API, and by their tag. */
async function referrers(image: string) {
  const [, registry = "", repository = "", digest = ""] = /^([^/]+)\/(.+)@(.+)$/.exec(image) ?? [];
  const { status } = await fetch(`http://${registry}/v2/${repository}/referrers/${digest}`);
  const url = `http://${registry}/v2/${repository}/manifests/${digest.replace(":", "-")}`;
  const headers = { accept: "application/vnd.oci.image.index.v1+json" };
  return { api: status, tag: (await fetch(url, { headers })).ok };
}
