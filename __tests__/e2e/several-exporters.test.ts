// Builds with several exporters: each name is proven with the digest that it was pushed with.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { docker } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { isServed, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const evil = `sha256:${"e".repeat(64)}`;
// What a step prints must not be taken for what was pushed.
const files = {
  Dockerfile: `${dockerfile}RUN printf '#9 exporting to image\\n#9 pushing manifest for ${host}/evil:1@${evil} done\\n'\n`,
};
const provenance = { provenance: "mode=min" };

const digestOf = async (repository: string, tag: string) =>
  (await manifest(host, repository, tag)).digest;

test("push and load: the digest is that of what the registry has, and the engine has the image", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const tags = `${host}/${repository}:1`;
  const main = await place.main({ ...privateRegistry, tags, push: "true", load: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const digest = await digestOf(repository, "1");
  expect(main.outputs["digest"]).toBe(digest);
  expect(JSON.parse(main.outputs["metadata"] ?? "")["containerimage.digest"]).toBe(digest);
  expect(main.outputs["image-refs"]).toBe(`${host}/${repository}@${digest}`);
  expect(await docker("run", "--rm", tags)).toBe("x86_64");
  await docker("image", "rm", tags);
});

test.each(["true", "false"])(
  "gzip and zstd of one repository are two images, with verify: %s",
  async (verify) => {
    await using place = await job({ files });
    const repository = newRepository();
    const names = (tag: string) => `type=image,name=${host}/${repository}:${tag},push=true`;
    const outputs = `${names("gzip")}\n${names("zstd")},compression=zstd,force-compression=true`;
    const platforms = "linux/amd64,linux/arm64";
    const main = await place.main({ ...privateRegistry, platforms, outputs, verify });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    const [gzip, zstd] = await Promise.all([
      manifest(host, repository, "gzip"),
      manifest(host, repository, "zstd"),
    ]);
    expect(gzip.digest).not.toBe(zstd.digest);
    expect(main.outputs["digest"]).toBe(gzip.digest);
    expect(main.outputs["digest-linux-arm64"]).toBe(
      gzip.body.manifests?.find(({ platform }) => platform?.architecture === "arm64")?.digest,
    );
    expect(main.outputs["image-refs"]).toBe(
      [gzip, zstd].map(({ digest }) => `${host}/${repository}@${digest}`).join("\n"),
    );
    const told: { digest: string }[] = JSON.parse(main.outputs["manifests"] ?? "");
    const pushed = [gzip, zstd].flatMap(({ body }) =>
      (body.manifests ?? []).filter(({ platform }) => platform?.os === "linux"),
    );
    expect(told.map(({ digest }) => digest)).toEqual(pushed.map(({ digest }) => digest));
    expect(main.summary).toContain(`${host}/${repository}@${zstd.digest}`);
    expect(main.log).not.toContain("::warning::");
  },
);

test.each([
  ["type=docker,dest=image.tar", {}],
  ["type=oci,dest=image.tar,compression=zstd,force-compression=true", provenance],
  ["type=oci,dest=image.tar,compression=zstd,force-compression=true", { verify: "false" }],
])("type=registry before %s, with %j", async (second, more) => {
  await using place = await job({ files });
  const repository = newRepository();
  const outputs = `type=registry\n${second}`;
  const tags = `${host}/${repository}:1`;
  const main = await place.main({ ...privateRegistry, tags, outputs, ...more });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["digest"]).toBe(await digestOf(repository, "1"));
});

test("before-tag with an archive of another compression tags what was pushed", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const tags = `${host}/${repository}:1`;
  const outputs = "type=oci,dest=image.tar,compression=zstd,force-compression=true";
  const given = { ...privateRegistry, tags, outputs, push: "true", verify: "before-tag" };
  const main = await place.main(given);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["digest"]).toBe(await digestOf(repository, "1"));
});

test("an exporter's own name gets its image, and the tags get theirs", async () => {
  await using place = await job({ files });
  const [own, tagged] = [newRepository(), newRepository()];
  const tags = `${host}/${tagged}:1`;
  const outputs = `type=image,name=${host}/${own}:2,push=true`;
  const main = await place.main({ ...privateRegistry, tags, push: "true", outputs });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  // Each exporter makes attestations of its own, so that the indexes differ.
  const [first, second] = [await digestOf(tagged, "1"), await digestOf(own, "2")];
  expect(main.outputs["digest"]).toBe(first);
  expect(main.outputs["image-refs"]).toBe(`${host}/${tagged}@${first}\n${host}/${own}@${second}`);
});

test("load beside an archive loads, and the archive is written", async () => {
  await using place = await job({ files });
  const tags = `${newRepository()}:1`;
  const main = await place.main({
    ...{ ...privateRegistry, tags, load: "true", outputs: "type=docker,dest=image.tar" },
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect((await stat(join(place.workspace, "image.tar"))).size).toBeGreaterThan(1000);
  expect(await docker("run", "--rm", tags)).toBe("x86_64");
  await docker("image", "rm", tags);
});

test("load alone has the digest of its manifest for the platform, too", async () => {
  await using place = await job({ files });
  const tags = `${newRepository()}:1`;
  const main = await place.main({ ...privateRegistry, tags, load: "true" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const { digest } = main.outputs;
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(JSON.parse(main.outputs["digests"] ?? "")).toEqual({ "linux/amd64": digest });
  expect(main.outputs["image-refs"]).toBe("");
  expect(main.summary).toContain("Nothing was pushed.");
  await docker("image", "rm", tags);
});

// https://docs.docker.com/build/ci/github-actions/multi-platform/#distribute-build-across-multiple-runners
test.each([
  ["tags without a tag", (name: string) => ({ tags: name }), ""],
  ["images", (name: string) => ({ images: name }), ""],
  ["images and a name", (name: string) => ({ images: name }), "name="],
])("legs by digest with %s, which imagetools merges", async (_, named, own) => {
  const repository = newRepository();
  const name = `${host}/${repository}`;
  const outputs = `type=image,${own === "" ? "" : `${own}${name},`}push-by-digest=true,name-canonical=true,push=true`;
  const digests: string[] = [];
  for (const platforms of ["linux/amd64", "linux/arm64"]) {
    await using place = await job({ files });
    const main = await place.main({ ...privateRegistry, platforms, outputs, ...named(name) });
    await place.post();
    expect(main.exitCode, main.log).toBe(0);
    expect(main.outputs["image-refs"]).toBe(`${name}@${main.outputs["digest"]}`);
    digests.push(main.outputs["digest"] ?? "");
  }
  expect(await isServed(host, repository, "latest")).toBe(false);
  expect(new Set(digests).size).toBe(2);
  const parts = digests.map((digest) => `${name}@${digest}`);
  const builder = `merge-${crypto.randomUUID()}`;
  const config = `${stack.STACK_BUILDKITD_TOML}`;
  await docker("buildx", "create", "--name", builder, "--buildkitd-config", config);
  const merge = () =>
    docker("buildx", "imagetools", "create", "--builder", builder, "-t", `${name}:1`, ...parts);
  // buildx may push the index before the registry knows all of its manifests.
  await merge().catch(merge);
  await docker("buildx", "rm", builder);
  const { body } = await manifest(host, repository, "1");
  const cpus = (body.manifests ?? []).map(({ platform }) => platform?.architecture);
  expect(cpus).toEqual(expect.arrayContaining(["amd64", "arm64"]));
});
