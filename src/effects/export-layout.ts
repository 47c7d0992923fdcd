// Reads an image out of the layout that an exporter left on this machine.
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import type { Digest } from "../domain/digest.ts";
import type { LayoutPlace } from "../inputs/export-kinds.ts";
import { parseDocument } from "../result/image-manifest.ts";
import { type BuiltImage, servedDocument } from "../result/proof-evidence.ts";
import type { LayerSource } from "./cpu-read.ts";
import type { Source } from "./proof-read-image.ts";
import { digestOf } from "./sha256.ts";

/** What registries take for a manifest at most: https://github.com/opencontainers/distribution-spec */
const mostBytes = 4 * 1024 * 1024;

/** Of an entry in a tar file. */
const headerBytes = 512;

/** A layout's files by their names in it; those that are no JSON, or too large, are left out. */
type Files = {
  text(name: string): Promise<string | undefined>;
  /** The first bytes. @throws Error if the file is not there */
  begin(name: string, count: number): Promise<Uint8Array>;
};

/**
 * The layout in a folder or a tar file, and what its index.json names:
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md
 *
 * @param digest of what was built: of several images in one layout, this one is taken, else the last
 */
export async function openLayout(
  { path, isTar }: LayoutPlace,
  digest: Digest | undefined,
): Promise<{ readonly source: Source & LayerSource; readonly built: BuiltImage }> {
  const files = isTar ? await tarFiles(path) : folderFiles(path);
  const index = await files.text("index.json");
  const document = index === undefined ? undefined : parseDocument(index);
  const entries = document?.kind === "index" ? document.index.manifests : [];
  const built = entries.find((entry) => entry.digest === digest) ?? entries.at(-1);
  if (built === undefined) throw new Error(`\`${path}\` has no image in its index.json`);
  const read: Source["read"] = async (wanted, kind) => {
    const text = await files.text(nameOf(wanted));
    return text === undefined
      ? { problem: `not in ${path}` }
      : servedDocument(text, kind, { digest: digestOf(text), size: Buffer.byteLength(text) });
  };
  const begin = (wanted: Digest, count: number) => files.begin(nameOf(wanted), count);
  return { source: { read, begin }, built };
}

function nameOf(digest: Digest): string {
  return `blobs/${digest.replace(":", "/")}`;
}

function folderFiles(folder: string): Files {
  return {
    text: async (name) => {
      try {
        return await readFile(join(folder, name), "utf8");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    begin: async (name, count) => {
      return await bytesAt(join(folder, name), { position: 0, count });
    },
  };
}

async function tarFiles(path: string): Promise<Files> {
  const texts = new Map<string, string>();
  const places = new Map<string, { readonly position: number; readonly size: number }>();
  const unpack = extract();
  const filled = pipeline(createReadStream(path), unpack);
  for await (const entry of unpack) {
    const { name, size = 0 } = entry.header;
    places.set(name, { position: entry.offset + headerBytes, size });
    const parts: Uint8Array[] = [];
    for await (const part of entry) {
      if (size <= mostBytes && part instanceof Uint8Array) parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    if (bytes[0] === "{".charCodeAt(0)) texts.set(name, bytes.toString());
  }
  await filled;
  return {
    text: async (name) => texts.get(name),
    begin: async (name, count) => {
      const place = places.get(name);
      if (place === undefined) throw new Error(`\`${name}\` is not in ${path}`);
      const { position, size } = place;
      return await bytesAt(path, { position, count: Math.min(count, size) });
    },
  };
}

async function bytesAt(
  path: string,
  { position, count }: { readonly position: number; readonly count: number },
): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), { position });
  return buffer.subarray(0, bytesRead);
}
