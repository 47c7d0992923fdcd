// Signed with a key, in the forms in which keys are kept.
import { expect, test } from "vitest";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { isServed } from "../e2e/registry.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { build, referrersTag } from "./signed-run.ts";
import { signingKey } from "./signing-key.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const registry = { http: true };

test.each([
  ["cosign", "correct horse"],
  ["P-256", "correct horse"],
  ["RSA", ""],
] as const)("a key of kind %s, logged by a Rekor of one's own", async (kind, password) => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  await using key = await signingKey({ kind, password });
  await using other = await signingKey({ kind: "P-256" });
  const repository = newRepository();
  const main = await build({
    ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64,linux/arm64" },
    ...{ "sign-key": key.privateKey, "sign-key-password": password, sigstore: sigstore.sigstore },
  });
  expect(main.exitCode, main.log).toBe(0);
  const { trustedRoot } = sigstore;
  for (const digest of Object.keys(JSON.parse(main.outputs["signatures"] ?? "{}"))) {
    const reference = `${http}/${repository}@${digest}`;
    const ended = await verified(reference, { key: key.key, trustedRoot }, registry);
    expect(ended.exitCode, ended.stderr).toBe(0);
    const wrong = await verified(reference, { key: other.key, trustedRoot }, registry);
    expect(wrong.exitCode).not.toBe(0);
  }
  // Nobody is asked who the job is.
  expect(sigstore.requests.filter((one) => /token|signingCert/.test(one))).toEqual([]);
  const shown = main.log.replaceAll(/^::add-mask::.*$/gm, "") + main.summary;
  for (const line of key.privateKey.split("\n").filter((text) => /^[\w+/=]{20,}$/.test(text))) {
    expect(shown + JSON.stringify(main.outputs)).not.toContain(line);
  }
});

test.each(["cosign", "Ed25519"] as const)(
  "a key of kind %s, without a service that anybody could ask",
  async (kind) => {
    await using key = await signingKey({ kind });
    const repository = newRepository();
    const main = await build({
      ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64" },
      ...{ "sign-key": key.privateKey, sigstore: "{}" },
    });
    expect(main.exitCode, main.log).toBe(0);
    const reference = `${http}/${repository}:1`;
    const ended = await verified(reference, { key: key.key }, { ...registry, isLogged: false });
    expect(ended.exitCode, ended.stderr).toBe(0);
    expect(main.outputs["verify-commands"]).toContain("--insecure-ignore-tlog=true");
  },
);

test("a key that can't be opened is told before anything is built", async () => {
  await using key = await signingKey({ kind: "cosign", password: "right" });
  const repository = newRepository();
  const main = await build({
    ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64", sigstore: "{}" },
    ...{ "sign-key": key.privateKey, "sign-key-password": "wrong" },
  });
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*`sign-key`: can't be opened with the password/);
  expect(main.log).not.toContain("docker buildx build");
  expect(await isServed(http, repository, "1")).toBe(false);
});

test("an image without an index is signed as the manifest that it is", async () => {
  await using key = await signingKey({ kind: "P-256" });
  const repository = newRepository();
  const main = await build({
    ...{ tags: `${http}/${repository}:1`, platforms: "linux/amd64", provenance: "false" },
    ...{ "sign-key": key.privateKey, sigstore: "{}" },
  });
  expect(main.exitCode, main.log).toBe(0);
  const digest = main.outputs["digest"] ?? "";
  expect(Object.keys(JSON.parse(main.outputs["signatures"] ?? "{}"))).toEqual([digest]);
  expect(await isServed(http, repository, referrersTag(digest))).toBe(true);
});
