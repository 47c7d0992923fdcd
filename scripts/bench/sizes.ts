// The size of dist/.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export type Size = { readonly bytes: number; readonly gzipped: number };

/** The program's files together, as they are and as gzip packs each. */
export async function programSize(): Promise<Size> {
  const folder = join(import.meta.dirname, "../../dist");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".cjs"));
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return { bytes: sum(files), gzipped: sum(files.map((file) => gzipSync(file))) };
}

function sum(files: readonly Buffer[]): number {
  return files.reduce((bytes, file) => bytes + file.length, 0);
}
