// The checksums of files and texts.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Digest, parseDigest } from "../domain/digest.ts";
import { explained } from "../domain/errors.ts";
import type { KnownSum } from "../plan/buildx-plan.ts";
import { checksumMismatch } from "../report/buildx-checksum-failure.ts";

const startBytes = 512;

/** 64 lower-case hexadecimal digits. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The digest of bytes, or of a text's bytes in UTF-8. */
export function digestOf(content: string | Uint8Array): Digest {
  const read = parseDigest(`sha256:${createHash("sha256").update(content).digest("hex")}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

/**
 * @param from where the file came from, for the error
 * @throws UserError with both sums and what the file looks like, if it is another
 */
export async function verifyFile(path: string, expected: KnownSum, from: string): Promise<void> {
  const actual = await sha256Of(path);
  if (actual === expected.sha256) return;
  await using file = await open(path);
  const { size } = await file.stat();
  const { bytesRead, buffer } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
  const start = buffer.subarray(0, bytesRead);
  throw explained(checksumMismatch({ from, expected, actual, size, start }));
}
