// Reads the first bytes of a blob, and no more.
import { addAbortSignal, type Readable } from "node:stream";
import type { RegistryClient } from "./registry-client.ts";

export type Beginning = {
  /** `registry.internal:5000/team/app` */
  readonly repository: string;
  /** Of the blob. */
  readonly digest: string;
  /** How many bytes at most. */
  readonly count: number;
  readonly signal: AbortSignal;
};

/**
 * Asks for a range; a registry that serves none and sends all is hung up on.
 *
 * @throws Error if the registry refuses, does not answer, or the signal comes first
 */
export async function blobBeginning(
  client: RegistryClient,
  { repository, digest, count, signal }: Beginning,
): Promise<Buffer> {
  const range = `bytes=0-${count - 1}`;
  const asked = client.open(repository, `blobs/${digest}`, { range }).then((answer) => {
    // Its reader may have gone away meanwhile.
    answer.body.on("error", () => {});
    return { ...answer, body: addAbortSignal(signal, answer.body) };
  });
  const { status, body } = await Promise.race([asked, aborted(signal)]);
  if (status === 200 || status === 206) return await firstBytes(body, count);
  body.destroy();
  throw new Error(`it answers ${status}`);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

// A connection whose answer is read to its end serves the next request too.
async function firstBytes(body: Readable, count: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part);
    size += part.length;
    if (size > count) break;
  }
  return Buffer.concat(parts).subarray(0, count);
}
