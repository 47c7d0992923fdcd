import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { planClient } from "../../src/plan/client.ts";
import type { Facts, RunFacts } from "../../src/plan/facts.ts";
import { makePlan } from "../../src/plan/make-plan.ts";

const facts: Facts = {
  engine: { version: "28.0.0", os: "linux", architecture: "amd64" },
  buildx: {
    installed: "v0.29.1",
    latest: undefined,
    host: { platform: "linux", arch: "x64", armVersion: undefined },
  },
  handlers: [],
  builders: undefined,
  userConfig: { folder: "/home/me/.docker", writable: true, takesPlugins: true, buildx: undefined },
};
const files = {
  folder: "/tmp/run",
  buildkitdConfig: "/tmp/run/buildkitd.toml",
  metadata: "/tmp/run/metadata.json",
  imageId: "/tmp/run/image-id",
  certificates: "/tmp/run/certificates",
  authorities: "/tmp/run/authorities",
  dockerConfig: "/tmp/run/docker",
};

const run = { runId: "1a2b", files, certificateFolders: "/etc/ssl/certs", proxies: {} };

async function plan(given: Readonly<Record<string, string>>, more: Partial<Facts & RunFacts> = {}) {
  const { inputs } = await readInputs(new Map(Object.entries(given)));
  return makePlan(inputs, { ...facts, ...more }, { ...run, ...more });
}

async function client(given: Readonly<Record<string, string>>, more: Partial<Facts> = {}) {
  const { inputs } = await readInputs(new Map(Object.entries(given)));
  return planClient(inputs, { ...facts, ...more }, run);
}

test("the builder gets a name of this run's own, and every setting", async () => {
  const { builder } = await plan({
    "driver-opts": "network=host\nenv.NO_PROXY=a,b",
    "buildkitd-flags": "--debug --oci-worker-gc",
    "buildkitd-config-inline": "debug = true",
  });
  expect(builder).toEqual({
    kind: "create",
    name: "crossbuild-1a2b",
    use: false,
    cleanup: true,
    command: [
      ...["docker", "buildx", "create", "--bootstrap", "--name", "crossbuild-1a2b"],
      ...["--driver", "docker-container"],
      ...["--driver-opt", "network=host", "--driver-opt", '"env.NO_PROXY=a,b"'],
      ...["--buildkitd-flags", "--debug --oci-worker-gc"],
      ...["--buildkitd-config", "/tmp/run/buildkitd.toml"],
    ],
  });
});

test("a builder that exists under the name is not created", async () => {
  const builders = { names: ["default", "mine"], current: "default" };
  expect((await plan({ name: "mine" }, { builders })).builder).toEqual({
    kind: "existing",
    name: "mine",
    use: false,
  });
});

test("the build gets every option as a token of its own, and the context last", async () => {
  const { build } = await plan({
    context: "--allow=security.insecure",
    file: "a b/Dockerfile",
    target: "app",
    platforms: "linux/arm64/v8,linux/arm",
    tags: "app:1,ghcr.io/owner/app:2",
    push: "true",
    "build-args": "A=$(id)\nB=2",
    labels: "c=d e",
  });
  expect(build.command).toEqual([
    ...["docker", "buildx", "build", "--builder", "crossbuild-1a2b"],
    ...["--platform", "linux/arm64,linux/arm/v7"],
    ...["--tag", "docker.io/library/app:1", "--tag", "ghcr.io/owner/app:2"],
    ...["--file", "a b/Dockerfile", "--target", "app"],
    ...["--build-arg", "A=$(id)", "--build-arg", "B=2", "--label", "c=d e", "--push"],
    ...["--iidfile", "/tmp/run/image-id", "--metadata-file", "/tmp/run/metadata.json"],
    ...["--", "--allow=security.insecure"],
  ]);
});

test("BuildKit gets the runner's proxies, commas and all, unless told otherwise", async () => {
  const proxies = { HTTPS_PROXY: "http://proxy:3128", no_proxy: "a,b" };
  const options = async (given: Readonly<Record<string, string>>) => {
    const { builder } = await plan(given, { proxies });
    const command = builder.kind === "create" ? builder.command : [];
    return command.filter((_, index) => command[index - 1] === "--driver-opt");
  };
  const theirs = ["env.HTTPS_PROXY=http://proxy:3128", '"env.no_proxy=a,b"'];
  expect(await options({})).toEqual(theirs);
  expect(await options({ proxy: "false" })).toEqual([]);
  expect(await options({ "driver-opts": "env.HTTPS_PROXY=x" })).toEqual([
    "env.HTTPS_PROXY=x",
    '"env.no_proxy=a,b"',
  ]);
});

test("the user's configuration is used as it is, unless something has to be written", async () => {
  const login = { username: "me", password: "secret" };
  const readOnly = { ...facts.userConfig, writable: false, takesPlugins: false };
  expect((await client({})).dockerConfig).toEqual({ kind: "user", environment: {} });
  expect((await client(login)).dockerConfig).toMatchObject({
    kind: "own",
    environment: { DOCKER_CONFIG: "/tmp/run/docker", BUILDX_CONFIG: "/home/me/.docker/buildx" },
  });
  expect((await client({}, { userConfig: readOnly })).dockerConfig).toMatchObject({
    kind: "own",
    environment: { DOCKER_CONFIG: "/tmp/run/docker", BUILDX_CONFIG: "/tmp/run/docker/buildx" },
  });
});

test("buildx goes into the user's configuration, or into the run's own where that can't be", async () => {
  const buildx = { ...facts.buildx, installed: undefined };
  const writable = await client({ username: "me", password: "secret" }, { buildx });
  expect(writable.plugin).toEqual({
    config: "/home/me/.docker",
    folder: "/home/me/.docker/cli-plugins",
    halfWritten: "/home/me/.docker/cli-plugins/.docker-buildx-1a2b",
  });
  const userConfig = { ...facts.userConfig, takesPlugins: false };
  const own = await client({}, { buildx, userConfig });
  expect(own.plugin.folder).toBe("/tmp/run/docker/cli-plugins");
  expect(own.dockerConfig).toMatchObject({
    kind: "own",
    environment: { DOCKER_CONFIG: "/tmp/run/docker", BUILDX_CONFIG: "/home/me/.docker/buildx" },
  });
  expect((await client({}, { userConfig })).dockerConfig).toMatchObject({ kind: "user" });
});
