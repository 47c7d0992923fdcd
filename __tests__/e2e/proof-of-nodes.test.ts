// The proof of an image that several nodes built, whose metadata file has nothing but a digest.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { type BuildkitdNodes, buildkitdNodes } from "./buildkitd-nodes.ts";
import { dockerfile, newRepository, stack } from "./inputs-for.ts";
import { isServed, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;

// The nodes run on this machine, whose CPU is not theirs.
const inputs = {
  "node-platforms": "linux/amd64",
  registries: `${host}: {http: true}`,
  qemu: "arm64",
  platforms: "linux/amd64,linux/arm64",
  push: "true",
};

test("two nodes' index is read back whole", async () => {
  await using fixture = await buildkitdNodes(2);
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const repository = newRepository();
  const tags = `${host}/${repository}:1`;
  const main = await place.main({ ...inputs, ...nodesOf(fixture), tags });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(Object.keys(JSON.parse(main.outputs["metadata"] ?? ""))).toEqual([
    "containerimage.digest",
  ]);
  const { digest, body } = await manifest(host, repository, "1");
  expect(main.outputs["digest"]).toBe(digest);
  const manifests: { digest: string; attestations: object[] }[] = JSON.parse(
    main.outputs["manifests"] ?? "",
  );
  expect(body.manifests?.map((one) => one.digest)).toEqual(
    expect.arrayContaining(manifests.map((one) => one.digest)),
  );
  expect(manifests.map(({ attestations }) => attestations.length)).toEqual([1, 1]);
});

test("before-tag is refused with several nodes, as buildx would tag at once", async () => {
  await using fixture = await buildkitdNodes(2);
  await using place = await job({ files: { Dockerfile: dockerfile } });
  const repository = newRepository();
  const tags = `${host}/${repository}:1`;
  const main = await place.main({
    ...inputs,
    ...nodesOf(fixture),
    tags,
    verify: "before-tag",
  });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(
    /::error::`verify`: `before-tag` is not for a builder with several nodes/,
  );
  for (const tag of ["1", "latest"]) expect(await isServed(host, repository, tag)).toBe(false);
});

function nodesOf({ nodes: [amd, arm] }: BuildkitdNodes) {
  if (amd === undefined || arm === undefined) throw new Error("two nodes were asked for");
  return {
    driver: "remote",
    endpoint: amd.endpoint,
    "driver-opts": `cacert=${amd.cacert}\ncert=${amd.cert}\nkey=${amd.key}`,
    append: `
- endpoint: ${arm.endpoint}
  platforms: linux/arm64
  driver-opts:
    - cacert=${arm.cacert}
    - cert=${arm.cert}
    - key=${arm.key}
`,
  };
}
