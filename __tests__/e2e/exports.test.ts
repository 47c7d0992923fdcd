// Digests of what is exported by other ways than a push with tags.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Job, job } from "../../scripts/run-action.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { isServed, type ManifestBody, manifest, sha256 } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const files = { Dockerfile: dockerfile };
const platforms = "linux/amd64,linux/arm64";
const run = promisify(execFile);

type Read = (name: string) => Promise<Buffer>;

const fromFolder =
  ({ workspace }: Job, folder: string): Read =>
  (name) =>
    readFile(join(workspace, folder, name));

const fromTar =
  ({ workspace }: Job, file: string): Read =>
  async (name) => {
    const options = { cwd: workspace, encoding: "buffer" as const };
    return (await run("tar", ["--extract", "--to-stdout", "--file", file, name], options)).stdout;
  };

// The digests of a layout's image, and of its manifests by architecture, by our own sums.
async function digestsIn(read: Read) {
  const layout: ManifestBody = JSON.parse((await read("index.json")).toString());
  const [entry, ...more] = layout.manifests ?? [];
  expect(more).toEqual([]);
  const blob = (digest = "") => read(`blobs/${digest.replace(":", "/")}`);
  const bytes = await blob(entry?.digest);
  const body: ManifestBody = JSON.parse(bytes.toString());
  const manifests = await Promise.all(
    (body.manifests ?? []).map(async ({ digest, platform, annotations }) => ({
      digest: sha256(await blob(digest)),
      architecture: platform?.architecture,
      of: annotations?.["vnd.docker.reference.digest"],
    })),
  );
  return { digest: sha256(bytes), manifests };
}

test.each<[string, (place: Job) => Read]>([
  ["type=oci,dest=image.tar", (place) => fromTar(place, "image.tar")],
  ["type=oci,tar=false,dest=image", (place) => fromFolder(place, "image")],
])("%s: the digests are those of the layout", async (outputs, open) => {
  await using place = await job({ files });
  const main = await place.main({ ...privateRegistry, platforms, outputs });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const { digest, manifests } = await digestsIn(open(place));
  expect(main.outputs["digest"]).toBe(digest);
  for (const architecture of ["amd64", "arm64"]) {
    const image = manifests.find((one) => one.architecture === architecture);
    const attestation = manifests.find((one) => one.of === image?.digest);
    expect(JSON.parse(main.outputs["manifests"] ?? "")).toContainEqual({
      platform: `linux/${architecture}`,
      digest: image?.digest,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      size: expect.any(Number),
      attestations: [
        { digest: attestation?.digest, predicateTypes: ["https://slsa.dev/provenance/v1"] },
      ],
    });
    expect(main.outputs[`digest-linux-${architecture}`]).toBe(image?.digest);
  }
  expect(main.outputs["image-refs"]).toBe("");
});

test("type=docker: the digest is that of the one manifest in the tar file", async () => {
  await using place = await job({ files });
  const main = await place.main({ ...privateRegistry, outputs: "type=docker,dest=image.tar" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const { digest } = await digestsIn(fromTar(place, "image.tar"));
  expect(main.outputs["digest"]).toBe(digest);
  expect(main.outputs["digest-linux-amd64"]).toBe(digest);
});

test("a layout that is not what was asked for fails the step", async () => {
  const Dockerfile = "FROM --platform=$BUILDPLATFORM alpine:3.19\nCOPY Dockerfile /data\n";
  await using place = await job({ files: { Dockerfile } });
  const outputs = "type=oci,dest=image.tar";
  const main = await place.main({ ...privateRegistry, platforms, outputs, strict: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::image.tar is not what was asked for.*share all their layers/);
});

test("a push by digest gives the digest, and no tag", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const main = await place.main({
    ...privateRegistry,
    platforms: "linux/arm64",
    outputs: `type=image,name=${host}/${repository},push-by-digest=true,name-canonical=true,push=true`,
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const digest = main.outputs["digest"] ?? "";
  const { body } = await manifest(host, repository, digest);
  expect(body.manifests?.[0]?.digest).toBe(main.outputs["digest-linux-arm64"]);
  expect(main.outputs["image-refs"]).toBe(`${host}/${repository}@${digest}`);
  expect(await isServed(host, repository, "latest")).toBe(false);
});

test("type=registry pushes the tags, and a layout beside it has the same digest", async () => {
  await using place = await job({ files });
  const repository = newRepository();
  const main = await place.main({
    ...privateRegistry,
    platforms,
    tags: `${host}/${repository}:1`,
    outputs: "type=registry\ntype=oci,dest=image.tar",
  });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["digest"]).toBe((await manifest(host, repository, "1")).digest);
  expect(main.outputs["digest"]).toBe((await digestsIn(fromTar(place, "image.tar"))).digest);
});

test("a build that exports nothing has no digest, and says why", async () => {
  await using place = await job({ files });
  const main = await place.main(privateRegistry);
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toMatch(
    /::warning::There is no digest, because the result stays in the builder's cache/,
  );
  expect(main.outputs["digest"]).toBe("");
});
