// Registries with a certificate authority of their own, and with a user name and a password.
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const files = { Dockerfile: dockerfile };
const { STACK_REGISTRY_TLS: tls, STACK_REGISTRY_AUTH: auth, STACK_CA: ca } = stack;
const config = `${privateRegistry["buildkitd-config-inline"]}
[registry."${tls}"]
  ca = ["${ca}"]
[registry."${auth}"]
  ca = ["${ca}"]
`;

/** A configuration folder of Docker's with buildx, and without any login. */
async function loggedOut(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-docker-"));
  const plugins = "cli-plugins";
  await cp(join(stack.DOCKER_CONFIG, plugins), join(folder, plugins), { recursive: true });
  return folder;
}

test("one build goes to a TLS registry and to one that asks for a password", async () => {
  const dockerConfig = await loggedOut();
  try {
    const environment = { DOCKER_CONFIG: dockerConfig };
    execFileSync(
      "docker",
      ["login", auth, "--username", stack.STACK_USERNAME, "--password-stdin"],
      {
        env: { ...process.env, ...stack, ...environment },
        input: stack.STACK_PASSWORD,
        stdio: ["pipe", "ignore", "inherit"],
      },
    );
    await using place = await job({ files, environment });
    const repository = newRepository();
    const main = await place.main({
      ...privateRegistry,
      "buildkitd-config-inline": config,
      platforms: "linux/amd64,linux/arm64",
      tags: `${tls}/${repository}:1\n${auth}/${repository}:1`,
      push: "true",
    });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    for (const host of [tls, auth]) {
      expect((await manifest(host, repository, "1")).digest).toBe(main.outputs["digest"]);
    }
    expect(main.outputs["image-refs"]?.split("\n")).toHaveLength(2);
    expect(main.log + JSON.stringify(main.outputs)).not.toContain(stack.STACK_PASSWORD);
  } finally {
    await rm(dockerConfig, { recursive: true });
  }
});

test("without a login, the error names credentials as the cause", async () => {
  const dockerConfig = await loggedOut();
  await using place = await job({ files, environment: { DOCKER_CONFIG: dockerConfig } });
  const main = await place.main({
    ...privateRegistry,
    "buildkitd-config-inline": config,
    tags: `${auth}/${newRepository()}:1`,
    push: "true",
  });
  await place.post();
  await rm(dockerConfig, { recursive: true });
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*What to try: log in to the registry/);
});

test("without its certificate authority, the error says which setting is missing", async () => {
  await using place = await job({ files });
  const tags = `${tls}/${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, tags, push: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*What to try: .*certificate is not known/);
});

test("a registry over plain HTTP that no input mentions is reported as such", async () => {
  await using place = await job({ files });
  const tags = `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1`;
  const main = await place.main({
    "driver-opts": "network=host",
    "buildkitd-config-inline": "",
    tags,
    push: "true",
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*What to try: /);
});
