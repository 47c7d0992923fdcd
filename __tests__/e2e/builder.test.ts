// The builder's life: who made it, who may use it, and when it goes.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker, everything } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";

const files = { Dockerfile: dockerfile };

test("cleanup: false keeps the builder, and says how to remove it", async () => {
  await using place = await job({ files });
  const name = `kept-${crypto.randomUUID()}`;
  const main = await place.main({ ...privateRegistry, name, cleanup: "false" });
  const post = await place.post();
  try {
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs["builder"]).toBe(name);
    expect(post.log).toContain(`docker buildx rm ${name}`);
    expect(main.log).toContain(`--driver-opt image=docker.io/${stack.STACK_BUILDKIT_IMAGE} `);
    expect(await everything()).toContain(`container buildx_buildkit_${name}0`);
  } finally {
    await docker("buildx", "rm", name);
  }
});

test("a builder that exists is used as it is, and kept", async () => {
  const name = `mine-${crypto.randomUUID()}`;
  await docker(
    "buildx",
    "create",
    "--name",
    name,
    "--driver-opt",
    "network=host",
    "--driver-opt",
    `image=${stack.STACK_BUILDKIT_IMAGE}`,
    "--buildkitd-config",
    stack.STACK_BUILDKITD_TOML,
    "--bootstrap",
  );
  try {
    await using place = await job({ files });
    const before = await everything();
    const main = await place.main({ name });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(await everything()).toEqual(before);
  } finally {
    await docker("buildx", "rm", name);
  }
});

test("a builder made from the same inputs does not differ from them, in whatever form buildx keeps them", {
  timeout: 300_000,
}, async () => {
  const name = `same-${crypto.randomUUID()}`;
  const inputs = {
    ...{ name, platforms: "linux/amd64", endpoint: "default", "node-platforms": "linux/amd64" },
    "driver-opts": `network=host\nimage=${stack.STACK_BUILDKIT_IMAGE}\n"env.A=b,c"`,
    "buildkitd-flags": '--debug --oci-worker-labels "a=b c"',
    registries: `${stack.STACK_REGISTRY_TLS}: {ca: ${stack.STACK_CA}}\n${stack.STACK_REGISTRY_HTTP}: {http: true}`,
    ...{ mirrors: stack.STACK_REGISTRY_HTTP, dns: "10.0.0.53" },
  };
  const { endpoint: _, ...here } = inputs;
  const quick = { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" };
  for (const given of [inputs, { ...here, cleanup: "false" }]) {
    await using first = await job({ files: quick });
    await using second = await job({ files: quick });
    await using third = await job({ files: quick });
    try {
      const mains = [await first.main(given), await second.main(given)];
      for (const { exitCode, log } of mains) {
        expect(exitCode, log).toBe(0);
        expect(log).not.toContain("is not what the inputs ask for");
      }
      expect(mains[1]?.log).toContain(`Builder ${name} exists and is used as it is`);
      const image = stack.STACK_BINFMT_IMAGE;
      const { log } = await third.main({ ...given, "driver-opts": `image=${image}` });
      expect(log).toMatch(/::warning::Builder same-.*driver-opts image is `.*`, not `tonistiigi/);
    } finally {
      for (const one of [first, second, third]) await one.post();
      await docker("buildx", "rm", name).catch(() => {});
    }
  }
});

test("use makes the builder the current one, and post restores the former one", async () => {
  const config = await mkdtemp(join(tmpdir(), "crossbuild-buildx-"));
  const environment = { BUILDX_CONFIG: config };
  const current = async () => {
    const text = await docker("buildx", "ls", "--format", "{{json .}}", environment);
    const builders: { Name: string; Current: boolean }[] = text
      .split("\n")
      .map((line) => JSON.parse(line));
    return [...new Set(builders.filter(({ Current }) => Current).map(({ Name }) => Name))];
  };
  const former = `former-${crypto.randomUUID()}`;
  await docker("buildx", "create", "--name", former, "--use", environment);
  try {
    await using place = await job({ files, environment });
    const main = await place.main({ ...privateRegistry, use: "true" });
    expect(main.exitCode, main.log).toBe(0);
    expect(await current()).toEqual([main.outputs["builder"]]);
    await place.post();
    expect(await current()).toEqual([former]);
  } finally {
    await docker("buildx", "rm", former, environment);
    await rm(config, { recursive: true });
  }
});

test("a build that fails shows its own words, and post leaves nothing", async () => {
  await using place = await job({
    files: { Dockerfile: "FROM alpine:3.19\nRUN echo oh && exit 7\n" },
  });
  const before = await everything();
  const main = await place.main(privateRegistry);
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*exited with code \d+ while building the image/);
  expect(main.log).toMatch(/::error::.*exit code: 7/);
  expect((await place.post()).exitCode).toBe(0);
  expect(await everything()).toEqual(before);
});

test.each([
  ["as soon as it has looked around", /Docker engine/],
  ["when the builder has booted", /Builder crossbuild-\w+ booted/],
  ["while it builds", /load build definition/],
])("post leaves nothing of a main that was killed %s", async (_, moment) => {
  const slow = "FROM alpine:3.19\nRUN sleep 30\n";
  await using place = await job({ files: { Dockerfile: slow } });
  const before = await everything();
  const tags = `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1`;
  const inputs = { ...privateRegistry, tags, push: "true", platforms: "linux/amd64,linux/arm64" };
  const main = await place.main(inputs, { killAt: moment });
  expect(main.exitCode).toBeNull();
  const post = await place.post();
  expect(post.exitCode, post.log).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await everything()).toEqual(before);
});

test("on a machine that goes with the job, post removes the run's files and runs nothing", async () => {
  await using place = await job({ files, environment: { RUNNER_ENVIRONMENT: "github-hosted" } });
  const main = await place.main(privateRegistry);
  const { builder = "" } = main.outputs;
  try {
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).not.toContain("CROSSBUILD_OWNER");
    const post = await place.post({ PATH: "" });
    expect(post.exitCode, post.log).toBe(0);
    expect(post.log).toBe(`Builder ${builder} goes with the machine\n`);
    expect(await readdir(place.temp)).toEqual([]);
    expect(await everything()).toContain(`container buildx_buildkit_${builder}0`);
  } finally {
    await docker("buildx", "rm", builder);
  }
});
