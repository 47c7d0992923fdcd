import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import type { Facts } from "../../src/plan/facts.ts";
import { makePlan } from "../../src/plan/make-plan.ts";

const facts: Facts = {
  engine: { version: "28.0.0", os: "linux", architecture: "amd64" },
  buildxVersion: "v0.29.1",
  handlers: [],
  builders: undefined,
};
const files = {
  folder: "/tmp/run",
  buildkitdConfig: "/tmp/run/buildkitd.toml",
  metadata: "/tmp/run/metadata.json",
  imageId: "/tmp/run/image-id",
  certificates: "/tmp/run/certificates",
};

const plan = (given: Readonly<Record<string, string>>, found: Facts = facts) =>
  makePlan(readInputs(new Map(Object.entries(given))).inputs, found, {
    runId: "1a2b",
    files,
    certificateFolders: "/etc/ssl/certs",
  });

test("the builder gets a name of this run's own, and every setting", () => {
  const { builder } = plan({
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

test("a builder that exists under the name is not created", () => {
  const builders = { names: ["default", "mine"], current: "default" };
  expect(plan({ name: "mine" }, { ...facts, builders }).builder).toEqual({
    kind: "existing",
    name: "mine",
    use: false,
  });
});

test("the build gets every option as a token of its own, and the context last", () => {
  const { build } = plan({
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
