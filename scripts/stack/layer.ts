// Image layers: a folder packed as a compressed tar, kept in the cache with its digests.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { lockedBy } from "./lock.ts";
import { cacheName, folders } from "./stack-folder.ts";

/** A packed layer. `diffId` is the digest of the tar before its compression. */
export type Layer = {
  readonly file: string;
  readonly digest: string;
  readonly diffId: string;
  readonly size: number;
};

/** The layer that was made from `source`; if it is not in the cache, `fill` fills its folder. */
export async function cachedLayer(
  name: string,
  source: string,
  fill: (folder: string) => Promise<void>,
): Promise<Layer> {
  const place = join(folders.cache, "layers", cacheName(name, source));
  return await lockedBy(
    `${place}.lock`,
    async () => (await readRecord(`${place}.json`)) ?? (await makeLayer(place, fill)),
  );
}

async function makeLayer(folder: string, fill: (folder: string) => Promise<void>): Promise<Layer> {
  const record = `${folder}.json`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await fill(folder);
  const layer = await pack(folder, `${folder}.tar`);
  await rm(folder, { recursive: true, force: true });
  await writeFile(`${record}.new`, JSON.stringify(layer));
  await rename(`${record}.new`, record);
  return layer;
}

/** The record beside a layer; where the folder was moved, its layer is where the record is. */
async function readRecord(path: string): Promise<Layer | undefined> {
  try {
    const layer: Layer = JSON.parse(await readFile(path, "utf8"));
    const file = path.replace(/\.json$/, ".tar.gz");
    const { size } = await stat(file);
    return size === layer.size ? { ...layer, file } : undefined;
  } catch {
    return undefined;
  }
}

async function pack(folder: string, tar: string): Promise<Layer> {
  const doing = "packing an image layer";
  const stable = ["--sort=name", "--mtime=@0", "--numeric-owner", "--exclude=./dev/*"];
  await run(["tar", ...stable, "-C", folder, "-cf", tar, "."], { doing });
  const diffId = await digestOf(tar);
  await run(["gzip", "-n", "-1", "-f", tar], { doing });
  const file = `${tar}.gz`;
  return { file, digest: await digestOf(file), diffId, size: (await stat(file)).size };
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest("hex")}`;
}
