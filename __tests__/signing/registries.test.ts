// Signatures in registries of several kinds: with and without the referrers API, over TLS, with a login.
import { expect, test } from "vitest";
import { dockerConfig } from "../e2e/docker-config.ts";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { manifest } from "../e2e/registry.ts";
import { referrersRegistry } from "./referrers-registry.ts";
import { build, platforms, referrersTag, sameEachTime } from "./signed-run.ts";
import { signingKey } from "./signing-key.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_TLS: tls, STACK_REGISTRY_AUTH: auth } = stack;
const { STACK_CA: ca, STACK_USERNAME: username, STACK_PASSWORD: password } = stack;
const isLogged = false;

test("a registry with the referrers API lists the signatures itself", async () => {
  await using registry = await referrersRegistry();
  await using key = await signingKey({ kind: "cosign" });
  const repository = newRepository();
  const main = await build({
    ...{ tags: `${registry.host}/${repository}:1`, verify: "before-tag" },
    ...{ "sign-key": key.privateKey, sigstore: "{}" },
  });
  expect(main.exitCode, main.log).toBe(0);
  const signatures: Readonly<Record<string, string>> = JSON.parse(
    main.outputs["signatures"] ?? "{}",
  );
  expect(Object.keys(signatures)).toHaveLength(1 + platforms.length);
  for (const [digest, signature] of Object.entries(signatures)) {
    const ended = await verified(
      `${registry.host}/${repository}@${digest}`,
      { key: key.key },
      { isLogged },
    );
    expect(ended.exitCode, ended.stderr).toBe(0);
    const answer = await fetch(`http://${registry.host}/v2/${repository}/referrers/${digest}`);
    const { manifests } = (await answer.json()) as { manifests: { digest: string }[] };
    expect(manifests.map((one) => one.digest)).toContain(signature);
    const tag = `http://${registry.host}/v2/${repository}/manifests/${referrersTag(digest)}`;
    expect((await fetch(tag)).status).toBe(404);
  }
});

test("an image in three registries is signed in each, over TLS and with a login too", async () => {
  await using key = await signingKey({ kind: "cosign", password: "pw" });
  await using config = await dockerConfig();
  const repository = newRepository();
  const hosts = [http, tls, auth];
  const main = await build(
    {
      tags: hosts.map((host) => `${host}/${repository}:1`).join("\n"),
      platforms: "linux/amd64,linux/arm64",
      "buildkitd-config-inline": "",
      mirrors: http,
      registries: `${http}: {http: true}
${tls}: {ca: ${ca}}
${auth}: {ca: ${ca}, username: ${username}, password: ${password}}`,
      ...{ "sign-key": key.privateKey, "sign-key-password": "pw", sigstore: "{}" },
    },
    { environment: { DOCKER_CONFIG: config.folder } },
  );
  expect(main.exitCode, main.log).toBe(0);
  const signatures: Readonly<Record<string, string>> = JSON.parse(
    main.outputs["signatures"] ?? "{}",
  );
  const authorization = Buffer.from(`${username}:${password}`).toString("base64");
  await using login = await dockerConfig(
    JSON.stringify({ auths: { [auth]: { auth: authorization } } }),
  );
  for (const host of hosts) {
    for (const [digest, signature] of Object.entries(signatures)) {
      const ended = await verified(
        `${host}/${repository}@${digest}`,
        { key: key.key },
        { isLogged, http: host === http, authority: ca, dockerConfig: login.folder },
      );
      expect(ended.exitCode, ended.stderr).toBe(0);
      // The same bundle everywhere: what was signed is the digest, wherever it is.
      expect((await manifest(host, repository, signature)).digest).toBe(signature);
    }
  }
  const commands = main.outputs["verify-commands"]?.split("\n") ?? [];
  expect(commands).toHaveLength(hosts.length);
  expect(commands[1]).toContain(`--registry-cacert ${ca}`);
});

test("signing again adds a signature, and the read-back does not mind the others", async () => {
  await using key = await signingKey({ kind: "P-256" });
  const repository = newRepository();
  const inputs = {
    ...{ ...sameEachTime, tags: `${http}/${repository}:1` },
    ...{ "sign-key": key.privateKey, sigstore: "{}" },
  };
  const first = await build(inputs);
  const second = await build(inputs);
  for (const main of [first, second]) expect(main.exitCode, main.log).toBe(0);
  const digest = first.outputs["digest"] ?? "";
  expect(second.outputs["digest"]).toBe(digest);
  const { body } = await manifest(http, repository, referrersTag(digest));
  expect(body.manifests).toHaveLength(2);
});
