// What the runner fetches and Node reads.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export type Size = { readonly bytes: number; readonly gzipped: number };

/** The size of the bundle, as it is and as gzip packs it. */
export async function bundleSize(): Promise<Size> {
  const bundle = await readFile(join(import.meta.dirname, "../../dist/index.cjs"));
  return { bytes: bundle.length, gzipped: gzipSync(bundle).length };
}
