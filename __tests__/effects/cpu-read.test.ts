// How far layers are read for the programs that images start.
import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { expect, test } from "vitest";
import { readStarted } from "../../src/effects/cpu-read.ts";
import { parseConfig } from "../../src/result/image-manifest.ts";
import type { PlatformImage } from "../../src/result/image-platforms.ts";
import { elf } from "../result/programs.ts";
import { digestOf } from "../result/pushed.ts";

type Files = Readonly<Record<string, Uint8Array>>;
type Blob = { readonly digest: string; readonly bytes: Buffer };

const gzip = "application/vnd.oci.image.layer.v1.tar+gzip";
const KiB = 1024;

async function layer(files: Files): Promise<Blob> {
  const tar = pack();
  for (const [name, bytes] of Object.entries(files)) tar.entry({ name }, Buffer.from(bytes));
  tar.finalize();
  const bytes = gzipSync(await buffer(tar));
  return { digest: digestOf(bytes.toString("latin1")), bytes };
}

function imageOf(
  architecture: string,
  layers: readonly Blob[],
  { Cmd = ["/app"], mediaType = gzip } = {},
): PlatformImage {
  const os = "linux";
  return {
    platform: { os, architecture },
    digest: digestOf(architecture + layers.map(({ digest }) => digest).join()),
    layers: layers.map(({ digest, bytes }) => ({
      ...{ mediaType, digest: digest as PlatformImage["digest"], size: bytes.length },
    })),
    config: parseConfig(JSON.stringify({ os, architecture, config: { Cmd }, rootfs: {} })),
  };
}

/** What each image starts, in order, and what was read for it: `[digest, bytes]`. */
async function read(images: readonly PlatformImage[], blobs: readonly Blob[]) {
  const asked: (readonly [string, number])[] = [];
  const source = {
    begin: async (digest: string, count: number) => {
      asked.push([digest, count]);
      const blob = blobs.find((one) => one.digest === digest);
      if (blob === undefined) throw new Error("not found");
      return blob.bytes.subarray(0, count);
    },
  };
  const started = await readStarted(source, images);
  return { asked, started: images.map(({ digest }) => started.get(digest)) };
}

const found = (cpu: string) => ({ programs: [{ word: "/app", cpu }], isFound: "yes" });
const nothing = { programs: [], isFound: "no" };
const random = (size: number) => new Uint8Array(randomBytes(size));

const amd64 = await layer({ app: elf(62) });
const arm64 = await layer({ app: elf(183) });
const data = await layer({ data: Buffer.from("x") });
// Large: its beginning does not have what comes behind.
const behind = await layer({ first: random(300 * KiB), app: elf(62) });
const far = await layer({ first: random(9000 * KiB), app: elf(62) });
const before = await layer({ app: Buffer.concat([elf(62), random(300 * KiB)]) });

test("layers are read from the newest down, and one that two images have is read once", async () => {
  const [one, other] = [imageOf("amd64", [amd64, data]), imageOf("arm64", [arm64, data])];
  const { asked, started } = await read([one, other], [amd64, arm64, data]);
  expect(started).toEqual([found("amd64"), found("arm64")]);
  expect(asked).toEqual([data, amd64, arm64].map(({ digest, bytes }) => [digest, bytes.length]));
});

test("below the file nothing is read", async () => {
  const images = [imageOf("amd64", [data, amd64]), imageOf("arm64", [data, arm64])];
  const { asked } = await read(images, [amd64, arm64, data]);
  expect(asked.map(([digest]) => digest)).toEqual([amd64.digest, arm64.digest]);
});

test.each([
  ["one image", [imageOf("amd64", [amd64])]],
  [
    "variants of one CPU",
    ["v6", "v7"].map((variant) => {
      const image = imageOf("arm", [amd64]);
      return { ...image, platform: { ...image.platform, variant } };
    }),
  ],
  [
    "images that start nothing",
    ["amd64", "arm64"].map((cpu) => imageOf(cpu, [amd64], { Cmd: [] })),
  ],
  [
    "layers that registries don't have",
    ["amd64", "arm64"].map((cpu) =>
      imageOf(cpu, [amd64], { mediaType: gzip.replace("layer", "layer.nondistributable") }),
    ),
  ],
])("of %s nothing is read", async (_, images) => {
  expect((await read(images, [amd64])).asked).toEqual([]);
});

test("of a large layer the beginning is read, which has a large program", async () => {
  const images = [imageOf("amd64", [data, before]), imageOf("arm64", [arm64])];
  const { asked, started } = await read(images, [before, arm64]);
  expect(started).toEqual([found("amd64"), found("arm64")]);
  expect(asked).toContainEqual([before.digest, 16 * KiB]);
});

test("where it is not in that, nothing older has a word", async () => {
  const images = [imageOf("amd64", [amd64, behind]), imageOf("arm64", [arm64])];
  const { asked, started } = await read(images, [amd64, behind, arm64]);
  expect(started).toEqual([nothing, found("arm64")]);
  expect(asked.map(([digest]) => digest)).toEqual([behind.digest, arm64.digest]);
});

test("a large layer that images for several CPUs share is read on", async () => {
  const images = ["amd64", "arm64"].map((cpu) => imageOf(cpu, [data, behind]));
  const { asked, started } = await read(images, [behind]);
  expect(started).toEqual([found("amd64"), found("amd64")]);
  expect(asked).toEqual(
    [16 * KiB, 256 * KiB, behind.bytes.length].map((count) => [behind.digest, count]),
  );
});

test("but not without end", async () => {
  const images = ["amd64", "arm64"].map((cpu) => imageOf(cpu, [data, far]));
  const { asked, started } = await read(images, [far]);
  expect(started).toEqual([nothing, nothing]);
  expect(asked.at(-1)).toEqual([far.digest, 8 * KiB * KiB]);
});

test("what can't be read is left out, and the others are read", async () => {
  const broken = { digest: digestOf("broken"), bytes: Buffer.from("1f8b0000", "hex") };
  const images = [imageOf("amd64", [broken]), imageOf("arm64", [arm64]), imageOf("arm", [data])];
  const { started } = await read(images, [broken, arm64]);
  expect(started).toEqual([nothing, found("arm64"), nothing]);
});
