// The oldest buildx that will do, on whatever engine the stack has.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { unpackedPackages } from "../../scripts/stack/debian-package.ts";
import { promiseKept } from "../promise-kept.ts";
import { docker } from "./docker.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { needs, registries, run } from "./leg-jobs.ts";
import { type BareMachine, machineWithoutBuildx, steps } from "./machine-without-buildx.ts";
import { manifest } from "./registry.ts";

const http = stack.STACK_REGISTRY_HTTP;

test("buildx 0.13 builds, pushes and proves; what it can't do names the version that can", async () => {
  await using machine = await machineWithOldBuildx();
  const repository = newRepository();
  const { main } = await steps(machine, {
    platforms: "linux/amd64,linux/arm64",
    tags: `${http}/${repository}:1`,
    push: "true",
    verify: "before-tag",
  });
  expect(main.exitCode, main.log).toBe(0);
  const version = /::group::buildx v?(0\.13\.\S+) found/.exec(main.log)?.[1];
  expect(version).toBeDefined();
  const served = await manifest(http, repository, "1");
  expect(main.outputs["digest"]).toBe(served.digest);
  const newer = await steps(machine, { call: "check", "buildx-version": `v${version}` });
  expect(newer.main.exitCode).toBe(1);
  expect(newer.main.log).toMatch(
    /::error::.*`buildx-version`: .* is older than 0\.15\.1, the minimum for `call`/,
  );
  const engine = await docker("version", "--format", "{{.Server.Version}}");
  promiseKept({
    section: "faults",
    fault: "an old buildx, without what newer ones have",
    promise: "works, or the step names the version that is needed",
    figure: `buildx ${version} built and pushed for two platforms, with an engine ${engine}`,
  });
});

test("buildx 0.13 merges legs, whose tags wait for the proof", async () => {
  await using machine = await machineWithOldBuildx();
  const [repository, other] = [newRepository(), newRepository()];
  const platforms = "linux/amd64,linux/arm64";
  const leg = { platforms, leg: "true", tags: `${http}/${repository}` };
  const { main } = await steps(machine, leg, run);
  expect(main.exitCode, main.log).toBe(0);
  const elsewhere = { ...run, ...machine.environment, DOCKER_HOST: "tcp://127.0.0.1:1" };
  await using place = await job({ action: "merge", environment: elsewhere });
  const merged = await place.main({
    ...{ digests: needs(main), platforms, registries, verify: "before-tag", annotations: "a=b" },
    tags: `${http}/${repository}:1,${http}/${other}:1`,
  });
  await place.post();
  expect(merged.exitCode, merged.log).toBe(0);
  expect(merged.log).toMatch(/::group::Merging the legs.*::group::Proven; now for its 2 tags/s);
  for (const name of [repository, other]) {
    expect((await manifest(http, name, "1")).digest).toBe(merged.outputs["digest"]);
  }
});

test("buildx 0.13 bakes, by digest and with its tags", async () => {
  await using machine = await machineWithOldBuildx();
  const repository = newRepository();
  const text = `group "default" { targets = ["a", "b"] }
target "a" {
  dockerfile-inline = "FROM alpine:3.19\\nRUN test -s /run/secrets/x || true"
  platforms = ["linux/amd64", "linux/arm64"]
  tags = ["${http}/${repository}:a"]
}
target "b" {
  inherits = ["a"]
  contexts = { other = "target:a" }
  dockerfile-inline = "FROM other"
  tags = ["${http}/${repository}:b"]
}
`;
  const files = { "docker-bake.hcl": text };
  for (const verify of ["before-tag", "true"]) {
    const inputs = { bake: "true", push: "true", verify, secrets: "x=y" };
    const { main } = await steps(machine, inputs, {}, files);
    expect(main.exitCode, main.log).toBe(0);
    const targets = JSON.parse(main.outputs["targets"] ?? "{}");
    for (const name of ["a", "b"]) {
      expect(targets[name].digest).toBe((await manifest(http, repository, name)).digest);
    }
  }
});

async function machineWithOldBuildx(): Promise<BareMachine> {
  const set = { name: "old-buildx", suite: "trixie", packages: ["docker-buildx"] } as const;
  const root = await unpackedPackages(set);
  const program = await readFile(join(root, "usr/libexec/docker/cli-plugins/docker-buildx"));
  const machine = await machineWithoutBuildx();
  const plugins = join(machine.config, "cli-plugins");
  await mkdir(plugins);
  await writeFile(join(plugins, "docker-buildx"), program, { mode: 0o755 });
  return machine;
}
