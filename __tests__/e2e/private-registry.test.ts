// The flow of a team with a private registry, from the inputs to nothing left behind.
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Job, job, type Step } from "../../scripts/run-action.ts";
import { docker, everything, removeEmulators } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";
import { blob, type Descriptor, manifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const repository = newRepository();
const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7"];

describe("three platforms to a registry over plain HTTP", () => {
  let place: Job;
  let before: readonly string[];
  let main: Step;
  let post: Step;
  let afterPost: readonly string[];
  let served: Awaited<ReturnType<typeof manifest>>;
  let images: readonly Descriptor[];

  beforeAll(async () => {
    place = await job({ files: { Dockerfile: dockerfile } });
    await removeEmulators("qemu-aarch64,qemu-arm");
    before = await everything();
    main = await place.main({
      ...privateRegistry,
      platforms: platforms.join(","),
      tags: `${host}/${repository}:1.0\n${host}/${repository}:latest`,
      push: "true",
      labels: "org.example.words=two words",
    });
    post = await place.post();
    afterPost = await everything();
    if (main.exitCode !== 0) throw new Error(main.log);
    served = await manifest(host, repository, "1.0");
    images = (served.body.manifests ?? []).filter(({ platform }) => platform?.os === "linux");
  });

  afterAll(async () => {
    await place[Symbol.asyncDispose]();
  });

  test("digest is that of the index that each tag serves", async () => {
    expect(main.outputs["digest"]).toBe(served.digest);
    expect((await manifest(host, repository, "latest")).digest).toBe(served.digest);
    expect(main.outputs["image-refs"]).toBe(`${host}/${repository}@${served.digest}`);
  });

  test("digests has each platform's manifest, and nothing else", async () => {
    const digests = JSON.parse(main.outputs["digests"] ?? "");
    expect(Object.keys(digests)).toEqual(platforms);
    for (const platform of platforms) {
      const { digest, body } = await manifest(host, repository, digests[platform]);
      expect(digest).toBe(digests[platform]);
      expect(main.outputs[`digest-${platform.replaceAll("/", "-")}`]).toBe(digest);
      const config = await blob(host, repository, body.config?.digest ?? "");
      expect(`linux/${(config as { architecture: string }).architecture}`).toBe(
        platform.replace("/v7", ""),
      );
    }
    expect(main.outputs["platforms"]).toBe(platforms.join(","));
  });

  test("manifests has sizes, media types and each platform's attestation", () => {
    const manifests = JSON.parse(main.outputs["manifests"] ?? "");
    expect(manifests).toHaveLength(3);
    for (const [index, image] of images.entries()) {
      const attestation = served.body.manifests?.find(
        ({ annotations }) => annotations?.["vnd.docker.reference.digest"] === image.digest,
      );
      expect(manifests[index]).toEqual({
        platform: platforms[index],
        digest: image.digest,
        mediaType: image.mediaType,
        size: image.size,
        attestations: [
          { digest: attestation?.digest, predicateTypes: ["https://slsa.dev/provenance/v1"] },
        ],
      });
    }
  });

  test("each image runs on its CPU", async () => {
    const digests = JSON.parse(main.outputs["digests"] ?? "");
    const cpus = [];
    for (const platform of platforms) {
      const name = `${host}/${repository}@${digests[platform]}`;
      cpus.push(
        await docker(
          "run",
          "--rm",
          "--pull",
          "always",
          "--platform",
          platform,
          name,
          "uname",
          "-m",
        ),
      );
    }
    expect(cpus).toEqual(["x86_64", "aarch64", expect.stringMatching(/^armv[78]l$/)]);
  });

  test("metadata is buildx's, without provenance", () => {
    const metadata = JSON.parse(main.outputs["metadata"] ?? "");
    expect(metadata["containerimage.digest"]).toBe(served.digest);
    expect(main.outputs["metadata"]).not.toContain("provenance");
    expect(main.outputs["imageid"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test("the summary shows tags, digest and a row for each platform", () => {
    const { summary } = main;
    expect(summary).toContain(`\n${host}/${repository}:1.0\n${host}/${repository}:latest\n`);
    expect(summary).toContain(served.digest);
    for (const { digest } of images) expect(summary).toContain(digest);
    expect(summary).toMatch(/\| linux\/amd64 \|.* native \|/);
    expect(summary).toMatch(/\| linux\/arm64 \|.* emulated \|/);
  });

  test("the missing emulators are registered", () => {
    expect(main.log).toContain("::group::Emulators installed: arm64, arm");
    expect(main.log).toMatch(/docker run --privileged --rm .*docker\.io\/tonistiigi\/binfmt/);
  });

  test("the log has the command, ready to be pasted, and BuildKit's output", () => {
    expect(main.log).toContain("--label 'org.example.words=two words'");
    expect(main.log).toMatch(/built on aarch64/);
    expect(main.log).toMatch(/built on armv[78]l/);
  });

  test("post leaves nothing behind", async () => {
    expect(post.exitCode).toBe(0);
    expect(afterPost).toEqual(before);
    expect(await readdir(place.temp)).toEqual([]);
    expect(main.outputs["builder"]).toMatch(/^crossbuild-[0-9a-f]{16}$/);
  });
});
