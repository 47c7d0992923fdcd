// Builders of several nodes, and nodes that are not there, or not for long.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { buildkitdNodes } from "./buildkitd-nodes.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const platforms = "linux/amd64,linux/arm64,linux/arm/v7";
const seconds = 1000;

type Node = Awaited<ReturnType<typeof buildkitdNodes>>["nodes"][number];

function tlsOptions({ cacert, cert, key }: Node): string {
  return `cacert=${cacert},cert=${cert},key=${key}`;
}

/** The inputs of a builder of these nodes, each for its platforms. */
function inputsOf(nodes: readonly (readonly [Node, string])[]) {
  const [first, ...others] = nodes;
  if (first === undefined) throw new Error("a node is needed");
  const append = others.map(
    ([node, forPlatforms]) =>
      `- {endpoint: "${node.endpoint}", platforms: "${forPlatforms}", driver-opts: "${tlsOptions(node)}"}`,
  );
  return {
    driver: "remote",
    endpoint: first[0].endpoint,
    "driver-opts": tlsOptions(first[0]),
    "node-platforms": first[1],
    append: append.join("\n"),
    registries: `${http}: {http: true}`,
    // The nodes run on this machine, whose CPU is not theirs.
    qemu: "arm64,arm",
  };
}

test("each of three nodes builds its platform, and the index has all of them", async () => {
  await using fixture = await buildkitdNodes(3);
  const [amd, arm, old] = fixture.nodes;
  if (!amd || !arm || !old) throw new Error("three nodes were asked for");
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const repository = newRepository();
  const main = await place.main({
    ...inputsOf([
      [amd, "linux/amd64"],
      [arm, "linux/arm64"],
      [old, "linux/arm/v7"],
    ]),
    platforms,
    tags: `${http}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const served = await manifest(http, repository, "1");
  expect(served.digest).toBe(main.outputs["digest"]);
  expect(main.outputs["platforms"]).toBe(platforms);
});

test("a node that dies in the middle of the build is named, and nothing hangs", async () => {
  await using fixture = await buildkitdNodes(2);
  const [amd, arm] = fixture.nodes;
  if (!amd || !arm) throw new Error("two nodes were asked for");
  let died = 0;
  let log = "";
  const print = (text: string) => {
    log += text;
    if (died > 0 || !/arm64 2\/2\] RUN/.test(log)) return;
    died = performance.now();
    void arm.kill();
  };
  const slow = "FROM alpine:3.19\nRUN sleep 60\n";
  await using place = await job({ files: { Dockerfile: slow }, print });
  const main = await place.main({
    ...inputsOf([
      [amd, "linux/amd64"],
      [arm, "linux/arm64"],
    ]),
    platforms: "linux/amd64,linux/arm64",
  });
  const took = performance.now() - died;
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  expect(died).toBeGreaterThan(0);
  expect(took).toBeLessThan(30 * seconds);
  expect(main.log).toContain(`::error::node ${nameOf(main.log)}1 (${arm.endpoint}) of the builder`);
});

test("a node that can't be reached is named before the build begins", async () => {
  await using fixture = await buildkitdNodes(2);
  const [amd, arm] = fixture.nodes;
  if (!amd || !arm) throw new Error("two nodes were asked for");
  await arm.kill();
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const main = await place.main({
    ...inputsOf([
      [amd, "linux/amd64"],
      [arm, "linux/arm64"],
    ]),
    platforms: "linux/amd64,linux/arm64",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(1);
  expect(main.milliseconds).toBeLessThan(30 * seconds);
  expect(main.log).toContain(`::error::node ${nameOf(main.log)}1 (${arm.endpoint}) of the builder`);
  expect(main.log).not.toContain("::group::Build");
});

/** The builder's name, as the log has it. */
function nameOf(log: string): string {
  return /crossbuild-[0-9a-f]{16}/.exec(log)?.[0] ?? "no builder";
}
