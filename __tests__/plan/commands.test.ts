import { expect, test } from "vitest";
import { client, facts, plan } from "./planned.ts";

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
    annotations: "index:e=f",
  });
  expect(build.command).toEqual([
    ...["docker", "buildx", "build", "--builder", "crossbuild-1a2b"],
    ...["--platform", "linux/arm64,linux/arm/v7"],
    ...["--tag", "docker.io/library/app:1", "--tag", "ghcr.io/owner/app:2", "--push"],
    ...["--annotation", "index:e=f"],
    ...["--file", "a b/Dockerfile", "--target", "app"],
    ...["--build-arg", "A=$(id)", "--build-arg", "B=2", "--label", "c=d e"],
    ...["--iidfile", "/tmp/run/image-id", "--metadata-file", "/tmp/run/metadata.json"],
    ...["--", "--allow=security.insecure"],
  ]);
});

test("the user's configuration is used as it is, unless something has to be written", async () => {
  const login = { username: "me", password: "secret" };
  const user = facts.userConfig;
  const theirs = { DOCKER_CONFIG: "/tmp/run/docker", BUILDX_CONFIG: "/home/me/.docker/buildx" };
  const ours = { DOCKER_CONFIG: "/tmp/run/docker", BUILDX_CONFIG: "/tmp/run/docker/buildx" };
  expect((await client({})).dockerConfig).toEqual({
    environment: {},
    buildxFolder: "/home/me/.docker/buildx",
    own: undefined,
  });
  expect((await client(login)).dockerConfig.environment).toEqual(theirs);
  const broken = { userConfig: { ...user, problem: "it cannot be read" } };
  expect((await client({}, broken)).dockerConfig.environment).toEqual(theirs);
  const readOnly = { userConfig: { ...user, writable: false, buildx: "/home/me/bx" } };
  expect((await client({}, readOnly)).dockerConfig.environment).toEqual(ours);
});

test("registries that the builder can't hold are read back through settings of their own", async () => {
  const registries = "registry.internal:5000: {http: true}";
  const { readBack } = await plan({ driver: "docker", registries });
  expect(readBack.file?.path).toBe("/tmp/run/registries/instances/registries");
  const { Nodes } = JSON.parse(readBack.file?.text ?? "");
  expect(Buffer.from(Nodes[0].Files["buildkitd.toml"], "base64").toString()).toContain(
    "http = true",
  );
  expect(readBack.environment["BUILDX_CONFIG"]).toBe("/tmp/run/registries");
  expect((await plan({ driver: "docker" })).readBack).toMatchObject({
    builder: "default",
    file: undefined,
  });
  expect((await plan({ registries })).readBack).toMatchObject({
    builder: "crossbuild-1a2b",
    file: undefined,
  });
});

test("a push through a remote builder says which registries speak plain HTTP", async () => {
  const { build } = await plan({
    driver: "remote",
    endpoint: "tcp://a:1",
    registries: "http.internal:5000: {http: true}",
    tags: "http.internal:5000/a:1,http.internal:5000/b:2,secure.internal/c:3",
    push: "true",
  });
  expect(build.command).not.toContain("--push");
  expect(build.command.filter((_, index) => build.command[index - 1] === "--output")).toEqual([
    'type=image,"name=http.internal:5000/a:1,http.internal:5000/b:2",push=true,registry.insecure=true',
    "type=image,name=secure.internal/c:3,push=true",
  ]);
});

test("what is to be reproducible has the commit's time, its layers too", async () => {
  const outputs = async (given: Readonly<Record<string, string>>) => {
    const { build } = await plan({ tags: "a:1", ...given }, { epoch: 1578616200 });
    expect(build.environment["SOURCE_DATE_EPOCH"]).toBe("1578616200");
    return build.command.filter((_, index) => build.command[index - 1] === "--output");
  };
  expect(await outputs({ push: "true", load: "true" })).toEqual([
    "type=image,push=true,rewrite-timestamp=true",
    "type=docker,rewrite-timestamp=true",
  ]);
  expect(await outputs({})).toEqual([]);
  const remote = { driver: "remote", endpoint: "tcp://a:1", push: "true", tags: "h.internal/a:1" };
  expect(await outputs({ ...remote, registries: "h.internal: {http: true}" })).toEqual([
    "type=image,name=h.internal/a:1,push=true,registry.insecure=true,rewrite-timestamp=true",
  ]);
});

test("buildx goes into the user's configuration, or into the run's own where that can't be", async () => {
  const writable = await client({ username: "me", password: "secret" });
  expect(writable.plugins).toEqual(
    ["/home/me/.docker/cli-plugins", "/tmp/run/docker/cli-plugins"].map((folder) => ({
      folder,
      halfWritten: `${folder}/.docker-buildx-1a2b`,
    })),
  );
  const userConfig = { ...facts.userConfig, takesPlugins: false };
  const own = await client({}, { userConfig });
  expect(own.plugins.map(({ folder }) => folder)).toEqual(["/tmp/run/docker/cli-plugins"]);
  expect(own.dockerConfig.environment).toEqual({
    DOCKER_CONFIG: "/tmp/run/docker",
    BUILDX_CONFIG: "/home/me/.docker/buildx",
  });
  expect((await client({})).dockerConfig.own).toBeUndefined();
});
