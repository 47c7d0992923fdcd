// Builders of every driver, from the inputs to an image in a registry.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { buildkitdNodes } from "./buildkitd-nodes.ts";
import { docker, everything } from "./docker.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { modernEngine } from "./modern-engine.ts";
import { manifest } from "./registry.ts";
import { tlsEngine } from "./tls-engine.ts";

const files = { Dockerfile: dockerfile };
const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_TLS: tls, STACK_CA: ca } = stack;
const registries = `
${http}: {http: true}
${tls}: {ca: ${ca}}
`;

// One registry a step: the two are one storage, where a push to one is served by the other too.
test.each([
  ["plain HTTP", http],
  ["an own CA", tls],
])("two remote nodes behind mutual TLS build one index, for %s", async (_, host) => {
  await using fixture = await buildkitdNodes(2);
  const [amd, arm] = fixture.nodes;
  if (amd === undefined || arm === undefined) throw new Error("two nodes were asked for");
  await using place = await job({ files });
  const before = await everything();
  const repository = newRepository();
  const main = await place.main({
    driver: "remote",
    endpoint: amd.endpoint,
    "driver-opts": `cacert=${amd.cacert}\ncert=${amd.cert}\nkey=${amd.key}`,
    "node-platforms": "linux/amd64",
    append: `
- endpoint: ${arm.endpoint}
  platforms: linux/arm64,linux/arm/v7
  driver-opts:
    - cacert=${arm.cacert}
    - cert=${arm.cert}
    - key=${arm.key}
`,
    registries,
    // The nodes run on this machine, whose CPU is not theirs.
    qemu: "arm64,arm",
    platforms: "linux/amd64,linux/arm64,linux/arm/v7",
    tags: `${host}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const served = await manifest(host, repository, "1");
  expect(served.digest).toBe(main.outputs["digest"]);
  expect(served.body.manifests).toHaveLength(6);
  expect(main.outputs["platforms"]).toBe("linux/amd64,linux/arm64,linux/arm/v7");
  expect(main.summary).toMatch(
    /\| linux\/arm64 \|.* on node `crossbuild-[0-9a-f]+1` \| [^|]+s \| 0.of.1 \|/,
  );
  expect(await everything()).toEqual(before);
});

test("a remote node takes its certificates from the variables that setup-buildx has", async () => {
  await using fixture = await buildkitdNodes(1);
  const [node] = fixture.nodes;
  if (node === undefined) throw new Error("a node was asked for");
  const environment = {
    BUILDER_NODE_0_AUTH_TLS_CACERT: await readFile(node.cacert, "utf8"),
    BUILDER_NODE_0_AUTH_TLS_CERT: await readFile(node.cert, "utf8"),
    BUILDER_NODE_0_AUTH_TLS_KEY: await readFile(node.key, "utf8"),
    // No engine is needed for it.
    DOCKER_HOST: "unix:///nonexistent.sock",
  };
  await using place = await job({ files, environment });
  const repository = newRepository();
  const main = await place.main({
    driver: "remote",
    endpoint: node.endpoint,
    registries,
    tags: `${http}/${repository}:1`,
    push: "true",
  });
  const post = await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect((await manifest(http, repository, "1")).digest).toBe(main.outputs["digest"]);
  expect(main.log).toContain("No emulator to install: the builder is on another machine");
  expect(post.log).toMatch(/Builder crossbuild-\w+ removed/);
});

test("a missing certificate is reported before buildx waits for it", async () => {
  await using place = await job({ files });
  const main = await place.main({
    driver: "remote",
    endpoint: "tcp://127.0.0.1:1",
    "driver-opts": "cacert=nowhere.pem",
  });
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain("`driver-opts`: there is no file `nowhere.pem`");
});

test("an engine behind TLS works without a context of the user's", async () => {
  await using engine = await tlsEngine();
  const before = await everything();
  await using place = await job({ files, environment: engine.environment });
  const repository = newRepository();
  const main = await place.main({
    "driver-opts": "network=host",
    registries,
    mirrors: http,
    platforms: "linux/amd64,linux/arm64",
    tags: `${http}/${repository}:1`,
    push: "true",
  });
  const post = await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(post.exitCode, post.log).toBe(0);
  expect((await manifest(http, repository, "1")).digest).toBe(main.outputs["digest"]);
  expect(await everything()).toEqual(before);
  const contexts = await docker("context", "ls", "--format", "{{.Name}}");
  expect(contexts).not.toContain("crossbuild");
});

test("nodes on two engines get the same configuration, and each builds what it is told", async () => {
  await using engine = await modernEngine();
  const name = `two-${crypto.randomUUID()}`;
  await using place = await job({ files });
  const before = await everything();
  const repository = newRepository();
  const main = await place.main({
    name,
    "driver-opts": "network=host",
    "node-platforms": "linux/amd64",
    append: `
- endpoint: ${engine.environment.DOCKER_HOST}
  platforms: linux/arm64
  driver-opts: network=host
`,
    registries,
    mirrors: http,
    qemu: "arm64",
    platforms: "linux/amd64,linux/arm64",
    tags: `${http}/${repository}:1,${tls}/${repository}:1`,
    push: "true",
  });
  const config = ["cat", "/etc/buildkit/buildkitd.toml"];
  const first = await docker("exec", `buildx_buildkit_${name}0`, ...config);
  const second = await docker("exec", `buildx_buildkit_${name}1`, ...config, engine.environment);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(first).toContain(`[registry."${http}"]`);
  expect(second).toBe(first);
  for (const host of [http, tls]) {
    const served = await manifest(host, repository, "1");
    expect(served.digest).toBe(main.outputs["digest"]);
    expect(served.body.manifests).toHaveLength(4);
  }
  expect(await docker("ps", "--all", "--quiet", engine.environment)).toBe("");
  expect(await everything()).toEqual(before);
});

test("the docker driver pushes several platforms if the engine's image store supports them", async () => {
  await using engine = await modernEngine();
  await using place = await job({ files, environment: engine.environment });
  const repository = newRepository();
  const main = await place.main({
    driver: "docker",
    registries,
    platforms: "linux/amd64,linux/arm64,linux/arm/v7",
    tags: `${http}/${repository}:1`,
    push: "true",
  });
  const post = await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(post.exitCode, post.log).toBe(0);
  expect(main.outputs["builder"]).toBe("default");
  const served = await manifest(http, repository, "1");
  expect(served.digest).toBe(main.outputs["digest"]);
  expect(served.body.manifests).toHaveLength(6);
  expect(main.summary).toMatch(/\| linux\/arm64 \|.*\| emulated \| [^|]+s \| 0.of.1 \|/);
});

test("the docker driver says what to change if the engine's image store does not support them", async () => {
  await using place = await job({ files });
  const main = await place.main({ driver: "docker", platforms: "linux/amd64,linux/arm64" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::.*Multi-platform build is not supported for the docker driver.*What to try: .*containerd's image store/,
  );
});

test("kubernetes without a cluster says which setting is missing", async () => {
  await using place = await job({ files });
  const before = await everything();
  const main = await place.main({ driver: "kubernetes", "driver-opts": "namespace=ci" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*What to try: give the step a cluster: `KUBECONFIG`/);
  expect(await everything()).toEqual(before);
});
