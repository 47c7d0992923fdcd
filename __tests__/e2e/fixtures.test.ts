// What the tests of drivers stand on, tried without the action.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildkitdNodes } from "./buildkitd-nodes.ts";
import { docker, everything } from "./docker.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { modernEngine } from "./modern-engine.ts";
import { manifest } from "./registry.ts";
import { tlsEngine } from "./tls-engine.ts";

const host = stack.STACK_REGISTRY_HTTP;
const platforms = ["linux/amd64", "linux/arm64"] as const;
const buildBoth = ["buildx", "build", "--platform", platforms.join(",")];
let context: string;
let before: readonly string[];

beforeAll(async () => {
  context = await mkdtemp(join(tmpdir(), "crossbuild-context-"));
  await writeFile(join(context, "Dockerfile"), dockerfile);
  await writeFile(join(context, "slow.Dockerfile"), "FROM alpine:3.19\nRUN sleep 60\n");
  before = await everything();
});

afterAll(async () => {
  await rm(context, { recursive: true });
  expect(await everything()).toEqual(before);
});

test("nodes behind mutual TLS build one index, until one of them dies", async () => {
  await using daemons = await buildkitdNodes(2);
  const name = `remote-${crypto.randomUUID()}`;
  const create = ["buildx", "create", "--driver", "remote", "--name", name];
  try {
    for (const [index, { endpoint, cacert, cert, key }] of daemons.nodes.entries()) {
      const append = index === 0 ? [] : ["--append"];
      const options = `cacert=${cacert},cert=${cert},key=${key}`;
      const platform = platforms[index] ?? "";
      await docker(...create, ...append, "--platform", platform, "--driver-opt", options, endpoint);
    }
    const repository = newRepository();
    const build = [...buildBoth, "--builder", name];
    // The nodes' own index is put together by buildx, which knows nothing of their registries.
    const output = `type=image,name=${host}/${repository}:1,push=true,registry.insecure=true`;
    await docker(...build, "--output", output, context);
    expect(await servedPlatforms(repository)).toEqual(expect.arrayContaining([...platforms]));

    const slow = [...build, "--file", join(context, "slow.Dockerfile"), context];
    const log = await during(slow, /RUN sleep/, async () => daemons.nodes[1]?.kill());
    expect(log).toMatch(/ERROR: failed to build: .* Unavailable/);
  } finally {
    await docker("buildx", "rm", name);
  }
});

test("an engine behind TLS needs a context of its own before a builder can be made", async () => {
  await using engine = await tlsEngine();
  const { DOCKER_HOST, DOCKER_CERT_PATH: folder } = engine.environment;
  const name = `tls-${crypto.randomUUID()}`;
  const version = ["version", "--format", "{{.Server.Version}}"];
  expect(await docker(...version, engine.environment)).toBe(await docker(...version));
  const withoutTls = { ...engine.environment, DOCKER_CERT_PATH: "", DOCKER_TLS_VERIFY: "" };
  await expect(docker(...version, withoutTls)).rejects.toThrow("error during connect");
  const options = `network=host,image=${stack.STACK_BUILDKIT_IMAGE}`;
  const create = ["buildx", "create", "--name", name, "--driver-opt", options];
  await expect(docker(...create, engine.environment)).rejects.toThrow(
    "could not create a builder instance with TLS data loaded from environment",
  );
  const pem = (file: string) => join(folder, `${file}.pem`);
  const pems = `ca=${pem("ca")},cert=${pem("cert")},key=${pem("key")}`;
  // buildx refuses a builder that has its context's name.
  const endpoint = `${name}-engine`;
  await docker("context", "create", endpoint, "--docker", `host=${DOCKER_HOST},${pems}`);
  try {
    await docker(...create, "--buildkitd-config", stack.STACK_BUILDKITD_TOML, endpoint);
    const repository = newRepository();
    const tag = `${host}/${repository}:1`;
    await docker(...buildBoth, "--builder", name, "--push", "--tag", tag, context);
    expect(await servedPlatforms(repository)).toEqual(expect.arrayContaining([...platforms]));
  } finally {
    await docker("buildx", "rm", name);
    await docker("context", "rm", endpoint);
  }
});

test("an engine with containerd's image store builds and pushes for two platforms", async () => {
  await using engine = await modernEngine();
  const build = [...buildBoth, "--builder", "default"];
  const repository = newRepository();
  const name = `${host}/${repository}:1`;
  await docker(...build, "--push", "--tag", name, context, engine.environment);
  const served = await servedPlatforms(repository);
  expect(served).toEqual(expect.arrayContaining([...platforms, "unknown/unknown"]));

  const loaded = `${repository}:loaded`;
  await docker(...build, "--load", "--tag", loaded, context, engine.environment);
  const cpus = platforms.map((platform) =>
    docker("run", "--rm", "--platform", platform, loaded, engine.environment),
  );
  expect(await Promise.all(cpus)).toEqual(["x86_64", "aarch64"]);
});

/** Runs docker, acts as soon as it has printed `moment`, and gives all that it printed. */
async function during(
  args: readonly string[],
  moment: RegExp,
  act: () => Promise<void>,
): Promise<string> {
  const child = spawn("docker", args, { env: { ...process.env, ...stack } });
  let log = "";
  let acted: Promise<void> | undefined;
  for await (const text of child.stderr.setEncoding("utf8")) {
    log += text;
    if (moment.test(log)) acted ??= act();
  }
  await acted;
  return log;
}

async function servedPlatforms(repository: string): Promise<readonly string[]> {
  const { body } = await manifest(host, repository, "1");
  return (body.manifests ?? []).map(({ platform }) => `${platform?.os}/${platform?.architecture}`);
}
