// What comes out of builds that are not an index with attestations.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { blob, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const files = { Dockerfile: dockerfile };

test("one platform without attestations is a plain manifest, and `digest` and `digests` are the same", async () => {
  await using place = await job({ files, environment: { BUILDX_NO_DEFAULT_ATTESTATIONS: "1" } });
  const repository = newRepository();
  const main = await place.main({
    ...privateRegistry,
    platforms: "linux/arm64",
    tags: `${host}/${repository}:1`,
    push: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const served = await manifest(host, repository, "1");
  expect(served.body.manifests).toBeUndefined();
  expect(main.outputs["digest"]).toBe(served.digest);
  expect(JSON.parse(main.outputs["digests"] ?? "")).toEqual({ "linux/arm64": served.digest });
  expect(JSON.parse(main.outputs["manifests"] ?? "")).toEqual([
    {
      platform: "linux/arm64",
      digest: served.digest,
      mediaType: served.body.mediaType,
      size: served.size,
      attestations: [],
    },
  ]);
  expect(main.outputs["imageid"]).toBe(served.body.config?.digest);
  const config = await blob(host, repository, served.body.config?.digest ?? "");
  expect(config).toMatchObject({ architecture: "arm64", os: "linux" });
});

test("a plain manifest that gets its tag after the proof stays one", async () => {
  await using place = await job({ files, environment: { BUILDX_NO_DEFAULT_ATTESTATIONS: "1" } });
  const repository = newRepository();
  const main = await place.main({
    ...privateRegistry,
    platforms: "linux/arm64",
    tags: `${host}/${repository}:1`,
    push: "true",
    verify: "before-tag",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const served = await manifest(host, repository, "1");
  expect(served.body.manifests).toBeUndefined();
  expect(main.outputs["digest"]).toBe(served.digest);
});

test("without platforms it builds for the builder's own, and says which that is", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const inputs = { ...privateRegistry, tags: `${host}/${repository}:1`, push: "true" };
  const main = await place.main(inputs);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["platforms"]).toMatch(/^linux\/[a-z0-9]+$/);
  expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
});

test("load puts the image into the engine's store", async () => {
  await using place = await job({ files });
  const name = `${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, tags: name, load: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  try {
    expect(main.outputs["imageid"]).toBe(
      await docker("image", "inspect", "--format", "{{.Id}}", name),
    );
    expect(await docker("run", "--rm", name)).toBe("x86_64");
    const digests = { "linux/amd64": main.outputs["digest"] };
    expect(JSON.parse(main.outputs["digests"] ?? "")).toEqual(digests);
  } finally {
    await docker("image", "rm", name);
  }
});

test("target, file and build arguments reach the build as they are", async () => {
  const text = `FROM alpine:3.19 AS first
ARG WORDS
RUN printf %s "$WORDS" > /words.txt
CMD ["cat", "/words.txt"]
FROM first AS second
RUN echo never && false
`;
  await using place = await job({ files: { "app.Dockerfile": text } });
  const name = `${newRepository()}:1`;
  const words = 'it\'s $(id) "quoted", --push ; `x`';
  const main = await place.main({
    ...privateRegistry,
    file: "app.Dockerfile",
    target: "first",
    "build-args": `"WORDS=${words.replaceAll('"', '""')}"`,
    tags: name,
    load: "true",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  try {
    expect(await docker("run", "--rm", name)).toBe(words);
  } finally {
    await docker("image", "rm", name);
  }
});
