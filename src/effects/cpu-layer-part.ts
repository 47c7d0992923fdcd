// Unpacks a layer, or as much of it as was read.
import { promisify } from "node:util";
import { constants, gunzip, gunzipSync, zstdDecompress } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { headBytes, type Layer, type LayerFile } from "../result/cpu-layer-files.ts";

/** No part that is read becomes so much, unless it is made to do harm. */
const mostBytes = 64 * 1024 * 1024;
const littleBytes = 64 * 1024;
/** Of a header, and of the zeros at an archive's end, which are two: tar(5). */
const blockBytes = 512;
const directory: LayerFile = { kind: "directory" };
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";

/**
 * What the first bytes of a layer have in them.
 *
 * @throws Error if they are no archive, or compressed in another way than OCI's image-spec has
 */
export async function layerIn(bytes: Uint8Array): Promise<Layer> {
  const archive = await decompressed(bytes);
  const files = new Map<string, LayerFile>();
  const removed = new Set<string>();
  const emptied = new Set<string>();
  const isSound = await eachEntry(archive, (header, head) => {
    const path = header.name.split("/").filter(isName).join("/");
    const folders = foldersAbove(path);
    const [folder = ""] = folders;
    const name = path.slice(folder === "" ? 0 : folder.length + 1);
    // Some tools leave the folders out.
    for (const above of folders) if (!files.has(above)) files.set(above, directory);
    if (name === opaque) emptied.add(folder);
    else if (name.startsWith(whiteout)) {
      removed.add(`${path.slice(0, -name.length)}${name.slice(whiteout.length)}`);
    } else files.set(path, fileOf(header, head));
  });
  const end = archive.subarray(-2 * blockBytes);
  const isWhole = isSound && end.length === 2 * blockBytes && end.every((byte) => byte === 0);
  return { files, removed, emptied, isWhole };
}

// What is cut off in the middle gives what came before.
async function decompressed(bytes: Uint8Array): Promise<Uint8Array> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const most = { maxOutputLength: mostBytes };
  if (magic.startsWith("1f8b")) {
    const cut = { ...most, finishFlush: constants.Z_SYNC_FLUSH };
    // Another thread is not worth its while for little.
    return bytes.length <= littleBytes
      ? gunzipSync(bytes, cut)
      : await promisify(gunzip)(bytes, cut);
  }
  if (magic === "28b52ffd") {
    const cut = { ...most, finishFlush: constants.ZSTD_e_flush };
    return await promisify(zstdDecompress)(bytes, cut);
  }
  return bytes;
}

/**
 * Takes each entry of which at least the head is there; returns whether the archive has nothing cut off.
 */
async function eachEntry(
  archive: Uint8Array,
  take: (header: Header, head: Uint8Array) => void,
): Promise<boolean> {
  const unpack = extract();
  return await new Promise((resolve) => {
    unpack.on("entry", (header, content, next) => {
      const start = content.offset + blockBytes;
      const end = start + Math.min(header.size, headBytes);
      if (end <= archive.length) take(header, archive.slice(start, end));
      content.on("end", next).on("error", () => {});
      content.resume();
    });
    unpack.on("error", () => resolve(false)).on("finish", () => resolve(true));
    unpack.end(archive);
  });
}

function fileOf({ type, linkname }: Header, head: Uint8Array): LayerFile {
  if (type === "symlink" || type === "link") return { kind: type, to: linkname };
  if (type === "file" || type === "contiguous-file") return { kind: "file", head };
  return { kind: type === "directory" ? "directory" : "other" };
}

function isName(part: string): boolean {
  return part !== "" && part !== ".";
}

/** `["usr/bin", "usr"]`, of `usr/bin/app` */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join("/"));
}
