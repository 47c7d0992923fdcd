// The typed inputs of registries, mirrors, DNS and proxies, by their effect on a build.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker, everything } from "./docker.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_TLS: tls, STACK_CA: ca } = stack;
const files = { Dockerfile: dockerfile };
const platforms = "linux/amd64,linux/arm64,linux/arm/v7";

test("three platforms go to the registry over plain HTTP, as registries and mirrors say", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const main = await place.main({
    "driver-opts": "network=host",
    registries: `${http}: {http: true}`,
    mirrors: http,
    platforms,
    tags: `${http}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect((await manifest(http, repository, "1")).digest).toBe(main.outputs["digest"]);
  expect(main.log).toContain(`mirrors = [ "${http}" ]`);
});

test.each([
  ["a path", ca],
  ["PEM text", undefined],
])("three platforms go to the registry with its own CA, given as %s", async (_, path) => {
  const text = `|\n    ${(await readFile(ca, "utf8")).trimEnd().replaceAll("\n", "\n    ")}`;
  await using place = await job({ files });
  const repository = newRepository();
  const main = await place.main({
    "driver-opts": "network=host",
    registries: `
${http}:
  http: true
${tls}:
  ca: ${path ?? text}
`,
    mirrors: http,
    platforms,
    tags: `${tls}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect((await manifest(tls, repository, "1")).digest).toBe(main.outputs["digest"]);
});

test("a file, a text and single inputs become one configuration, and dns reaches the build", async () => {
  const Dockerfile = "FROM alpine:3.19\nRUN cat /etc/resolv.conf\n";
  const config = `[registry."${http}"]\nhttp = true\n`;
  await using place = await job({ files: { Dockerfile, "buildkitd.toml": config } });
  const main = await place.main({
    "buildkitd-config": "buildkitd.toml",
    "buildkitd-config-inline": "[worker.oci]\nmax-parallelism = 2\n[worker.foo]\nx = 1\n",
    registries: `docker.io: {mirrors: ["${http}"]}`,
    "driver-opts": "network=host",
    dns: "10.0.0.53\n10.0.0.54",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/nameserver 10\.0\.0\.53\s[\s\S]*nameserver 10\.0\.0\.54/);
  expect(main.log).toContain('nameservers = [ "10.0.0.53", "10.0.0.54" ]');
});

test("inputs that contradict each other are reported with both values, and nothing is created", async () => {
  await using place = await job({ files });
  const before = await everything();
  const main = await place.main({
    "buildkitd-config-inline": `[registry."${http}"]\nhttp = false\n`,
    registries: `${http}: {http: true}`,
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toContain(`is true, but \`buildkitd-config-inline\` says false; keep one`);
  expect(await everything()).toEqual(before);
});

test("the runner's proxies reach BuildKit, and a password of theirs no command line", async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.headers["proxy-authorization"]} ${request.url}`);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const environment = {
    HTTP_PROXY: `http://me:hu%23sh@127.0.0.1:${port}`,
    NO_PROXY: `${http.split(":")[0]},10.0.0.0/8`,
  };
  // BuildKit fetches it, not the runner.
  const Dockerfile = "FROM scratch\nADD http://elsewhere.internal/file /file\n";
  await using place = await job({ files: { Dockerfile }, environment });
  const inputs = { "driver-opts": "network=host", cleanup: "true" };
  try {
    const main = await place.main(inputs);
    const name = main.outputs["builder"] ?? "";
    await place.post();
    expect(main.exitCode).toBe(1);
    const [first] = asked;
    expect(first).toBe(
      `Basic ${Buffer.from("me:hu#sh").toString("base64")} http://elsewhere.internal/file`,
    );
    const shown = main.log.replaceAll(/^::add-mask::.*$/gm, "");
    expect(shown).not.toMatch(/hu%23sh|hu#sh/);
    expect(shown).toContain("env.NO_PROXY");
    expect(name).toBe("");
    asked.length = 0;
    const without = await place.main({ ...inputs, proxy: "false" });
    await place.post();
    expect(without.exitCode).toBe(1);
    expect(asked).toEqual([]);
  } finally {
    proxy.close();
  }
});

test("keep-state leaves the cache, and the next builder of that name finds it", async () => {
  await using place = await job({ files });
  const name = `state-${crypto.randomUUID()}`;
  const inputs = {
    "driver-opts": "network=host",
    registries: `${http}: {http: true}`,
    mirrors: http,
    name,
    "keep-state": "true",
  };
  const volume = `buildx_buildkit_${name}0_state`;
  try {
    const first = await place.main(inputs);
    await place.post();
    expect(first.exitCode, first.log).toBe(0);
    expect(first.log).not.toMatch(/^#\d+ CACHED$/m);
    expect((await everything()).filter((line) => line.includes(name))).toEqual([
      `volume ${volume}`,
    ]);
    const second = await place.main(inputs);
    await place.post();
    expect(second.exitCode, second.log).toBe(0);
    expect(second.log).toMatch(/^#\d+ CACHED$/m);
  } finally {
    await docker("volume", "rm", "--force", volume);
  }
});

test("bootstrap: false leaves the boot to the build", async () => {
  await using place = await job({ files });
  const before = await everything();
  const main = await place.main({
    "driver-opts": "network=host",
    registries: `${http}: {http: true}`,
    mirrors: http,
    bootstrap: "false",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(/Builder crossbuild-\w+ created/);
  expect(await everything()).toEqual(before);
});

test("a builder that exists and differs from the inputs is used, and a warning says what differs", async () => {
  const name = `mine-${crypto.randomUUID()}`;
  const options = `network=host,image=${stack.STACK_BUILDKIT_IMAGE}`;
  await docker("buildx", "create", "--name", name, "--driver-opt", options);
  try {
    await using place = await job({ files: { Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" } });
    const main = await place.main({
      name,
      "driver-opts": "network=bridge",
      "buildkitd-flags": "--debug",
      registries: `${http}: {http: true}`,
    });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.log).toMatch(/::warning::.*network is `host`, not `bridge`.*lack `--debug`/);
    expect(main.log).toMatch(/::warning::.*its buildkitd.toml says something else/);
    expect(await everything()).toContain(`builder ${name}`);
  } finally {
    await docker("buildx", "rm", name);
  }
});
