// Which exporter gets which name, and what each is told.
import { expect, test } from "vitest";
import { plan } from "./planned.ts";

const canonical = "push-by-digest=true,name-canonical=true,push=true";
const tags = "ghcr.io/a/b:1,quay.io/a/b:2";
const both = '"name=ghcr.io/a/b:1,quay.io/a/b:2"';

test.each<[Readonly<Record<string, string>>, readonly string[]]>([
  [{ outputs: "out" }, ["out"]],
  [{ tags, outputs: "out" }, ["out"]],
  [{ tags, push: "true", outputs: "out" }, [`type=image,${both},push=true`, "out"]],
  [{ tags, outputs: "type=registry" }, [`type=registry,${both}`]],
  [{ tags, push: "true", outputs: "type=registry" }, [`type=registry,${both}`]],
  [
    { tags, push: "true", outputs: "type=image,compression=zstd" },
    [`type=image,compression=zstd,${both},push=true`],
  ],
  [{ tags, outputs: "type=oci,dest=a.tar" }, [`type=oci,dest=a.tar,${both}`]],
  // A name of its own stays, and is not the tags' place.
  [
    { tags, push: "true", outputs: "type=image,name=ghcr.io/c/d,push=true" },
    [`type=image,${both},push=true`, "type=image,name=ghcr.io/c/d,push=true"],
  ],
  // An archive is not a load.
  [
    { tags: "a:1", load: "true", outputs: "type=docker,dest=a.tar" },
    ["type=docker,name=docker.io/library/a:1", "type=docker,dest=a.tar,name=docker.io/library/a:1"],
  ],
  [
    { tags: "a:1", load: "true", outputs: "type=docker" },
    ["type=docker,name=docker.io/library/a:1"],
  ],
  // By digest there is no tag, whatever stands beside it.
  [
    { tags: "ghcr.io/a/b", outputs: `type=image,${canonical}` },
    [`type=image,${canonical},name=ghcr.io/a/b`],
  ],
  [
    { tags, outputs: `type=image,${canonical}` },
    [`type=image,${canonical},"name=ghcr.io/a/b,quay.io/a/b"`],
  ],
  [
    { images: "ghcr.io/A/b", outputs: `type=image,${canonical}` },
    [`type=image,${canonical},name=ghcr.io/a/b`],
  ],
  [
    { images: "ghcr.io/a/b", tags: "type=sha\nquay.io/a/b:1", outputs: `type=image,${canonical}` },
    [`type=image,${canonical},"name=ghcr.io/a/b,quay.io/a/b"`],
  ],
  [
    {
      images: "name=ghcr.io/a/b,enable=false\nghcr.io/a/c",
      outputs: `type=image,${canonical}`,
    },
    [`type=image,${canonical},name=ghcr.io/a/c`],
  ],
  [
    { images: "ghcr.io/a/b", outputs: `type=image,name=quay.io/c/d,${canonical}` },
    [`type=image,name=quay.io/c/d,${canonical}`],
  ],
  [
    { tags, push: "true", verify: "before-tag", outputs: "type=image,compression=zstd" },
    [
      'type=image,compression=zstd,"name=ghcr.io/a/b,quay.io/a/b",push-by-digest=true,name-canonical=true,push=true',
    ],
  ],
])("%j exports %j", async (inputs, outputs) => {
  const { command } = (await plan(inputs)).build;
  expect(command.filter((_, at) => command[at - 1] === "--output")).toEqual(outputs);
  for (const flag of ["--tag", "--push", "--load"]) expect(command).not.toContain(flag);
});

test("without `outputs` the command is what one would type", async () => {
  const { command } = (await plan({ tags, push: "true" })).build;
  expect(command.filter((part) => part === "--tag")).toHaveLength(2);
  expect(command).toContain("--push");
  expect(command).not.toContain("--output");
});

test("an exporter of one's own speaks plain HTTP and has the commit's time as well", async () => {
  const remote = {
    ...{ driver: "remote", endpoint: "tcp://a:1" },
    registries: "quay.io: {http: true}",
  };
  const given = { ...remote, tags, push: "true", outputs: "type=image,compression=zstd" };
  const { command } = (await plan(given, { epoch: 1_700_000_000 })).build;
  const start = "type=image,compression=zstd";
  const end = "rewrite-timestamp=true";
  expect(command.filter((_, at) => command[at - 1] === "--output")).toEqual([
    `${start},name=quay.io/a/b:2,push=true,registry.insecure=true,${end}`,
    `${start},name=ghcr.io/a/b:1,push=true,${end}`,
  ]);
});

test("several nodes push through one exporter, as buildx merges for one", async () => {
  const nodes = { driver: "remote", endpoint: "tcp://a:1", append: "- endpoint: tcp://b:1" };
  const outputs = "type=image,name=ghcr.io/c/d,push=true";
  const given = { ...nodes, tags, push: "true", outputs, platforms: "linux/amd64,linux/arm64" };
  await expect(plan(given)).rejects.toThrow("`outputs`: the builder has 2 nodes");
  await expect(plan({ ...given, platforms: "linux/amd64" })).resolves.toBeDefined();
  await expect(plan({ ...given, push: "false" })).resolves.toBeDefined();
  const plain = { ...given, outputs: "", registries: "quay.io: {http: true}" };
  await expect(plan(plain)).rejects.toThrow("`tags`: the builder has 2 nodes");
  await expect(plan({ ...plain, tags: "quay.io/a/b:2" })).resolves.toBeDefined();
});
