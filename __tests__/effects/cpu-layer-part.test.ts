// What layers have in them, in archives as tools make them.
import { buffer } from "node:stream/consumers";
import { deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { expect, test } from "vitest";
import { layerIn } from "../../src/effects/cpu-layer-part.ts";

type Entry = Partial<Header> & { readonly name: string; readonly text?: string | Buffer };

async function archive(...entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { text = "", ...header } of entries) tar.entry(header, Buffer.from(text));
  tar.finalize();
  return await buffer(tar);
}

const program = Buffer.alloc(100_000, "program ");
const usual = await archive(
  { name: "usr/", type: "directory" },
  { name: "usr/app", text: program },
  { name: "small", text: "#!/bin/sh\n" },
  { name: "empty" },
  { name: "sh", type: "symlink", linkname: "usr/app" },
  { name: "hard", type: "link", linkname: "usr/app" },
  { name: "null", type: "character-device" },
);
const files = {
  usr: { kind: "directory" },
  "usr/app": { kind: "file", head: program.subarray(0, 256) },
  small: { kind: "file", head: Buffer.from("#!/bin/sh\n") },
  empty: { kind: "file", head: Buffer.alloc(0) },
  sh: { kind: "symlink", to: "usr/app" },
  hard: { kind: "link", to: "usr/app" },
  null: { kind: "other" },
};

test.each([
  ["as it is", usual],
  ["gzip", gzipSync(usual)],
  ["gzip in several members, as eStargz has it", members(usual, 700)],
  ["zstd", zstdCompressSync(usual)],
])("a layer compressed with %s", async (_, bytes) => {
  const layer = await layerIn(bytes);
  expect(Object.fromEntries(layer.files)).toEqual(files);
  expect(layer.isWhole).toBe(true);
});

test.each([
  ["as it is", usual, 3000],
  ["gzip", gzipSync(usual), 300],
  ["gzip in several members", members(usual, 700), 300],
  ["zstd", zstdCompressSync(usual), 60],
])("one cut off, compressed with %s, has what comes before", async (_, bytes, count) => {
  const layer = await layerIn(bytes.subarray(0, count));
  expect(layer.isWhole).toBe(false);
  for (const [name, found] of layer.files) {
    expect(found).toEqual(files[name as keyof typeof files]);
  }
});

test("of a file whose beginning is cut off nothing is known", async () => {
  const cut = (count: number) => layerIn(usual.subarray(0, 1024 + count));
  expect([...(await cut(256)).files.keys()]).toEqual(["usr", "usr/app"]);
  expect([...(await cut(255)).files.keys()]).toEqual(["usr"]);
});

test.each([1000, 16 * 1024, 100_000])(
  "a program of which %i bytes came is known",
  async (count) => {
    const large = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
    const app = { name: "app", text: Buffer.concat([large, large, large]) };
    const { files } = await layerIn(gzipSync(await archive(app)).subarray(0, count));
    expect(files.get("app")).toEqual({ kind: "file", head: large.subarray(0, 256) });
  },
);

test("a large part is unpacked too", async () => {
  const random = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
  const entries = ["a", "b", "c"].map((name) => ({ name, text: random }));
  const layer = await layerIn(gzipSync(await archive(...entries)));
  expect([...layer.files.keys()]).toEqual(["a", "b", "c"]);
  expect(layer.isWhole).toBe(true);
});

test("whiteouts are told apart from files", async () => {
  const { files, removed, emptied } = await layerIn(
    await archive(
      { name: ".wh.app" },
      { name: "usr/.wh.bin" },
      { name: "opt/.wh..wh..opq" },
      { name: "opt/new", text: "x" },
    ),
  );
  expect([...removed]).toEqual(["app", "usr/bin"]);
  expect([...emptied]).toEqual(["opt"]);
  expect([...files.keys()]).toEqual(["usr", "opt", "opt/new"]);
});

test("names are read in every form, and folders that are left out are there", async () => {
  const long = `${"long/".repeat(60)}app`;
  const { files } = await layerIn(
    await archive(
      { name: "./", type: "directory" },
      { name: "./a", text: "x" },
      { name: "/b/c/d", text: "x" },
      { name: long, text: "x" },
    ),
  );
  for (const name of ["a", "b/c/d", long]) expect(files.get(name)).toMatchObject({ kind: "file" });
  for (const name of ["b", "b/c", "long", "long/long"]) {
    expect(files.get(name)).toEqual({ kind: "directory" });
  }
});

test("what is no archive has nothing, and is not whole", async () => {
  const text = Buffer.alloc(2000, "no archive ");
  expect(await layerIn(text)).toMatchObject({ files: new Map(), isWhole: false });
  expect(await layerIn(deflateRawSync(usual))).toMatchObject({ files: new Map(), isWhole: false });
  expect(await layerIn(Buffer.alloc(0))).toMatchObject({ files: new Map(), isWhole: false });
});

test("what says that it is compressed, and is not, is refused; so is what grows without end", async () => {
  await expect(layerIn(Buffer.from("1f8b0000000000", "hex"))).rejects.toThrow();
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  await expect(layerIn(bomb)).rejects.toMatchObject({ code: "ERR_BUFFER_TOO_LARGE" });
});

function members(bytes: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    parts.push(gzipSync(bytes.subarray(at, at + size)));
  }
  return Buffer.concat(parts);
}
