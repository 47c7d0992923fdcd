// One try to download a file. @actions/http-client reads the proxies' variables itself.
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { pipeline } from "node:stream/promises";
import { setInterval } from "node:timers/promises";

/** How long a download may go on without a byte. */
const stallSeconds = 60;

/** A download that came to a standstill. */
class StallError extends Error {
  override readonly name = "StallError";
}

/** A server's answer other than 200. */
export class StatusError extends Error {
  override readonly name = "StatusError";
  readonly status: number;
  readonly headers: IncomingHttpHeaders;

  constructor(status: number, headers: IncomingHttpHeaders) {
    super(`the server answered ${status}`);
    this.status = status;
    this.headers = headers;
  }
}

/**
 * Downloads to a path where nothing is.
 *
 * @param signal ends it
 * @throws StatusError, StallError, an AbortError, or the network's error
 */
export async function downloadFile(
  url: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ended = new AbortController();
  const either = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
  try {
    // A request without an answer can't be ended, and is left behind.
    await Promise.race([fetchTo(path, url, either), standstill(path, either)]);
  } finally {
    ended.abort();
  }
}

async function fetchTo(path: string, url: string, signal: AbortSignal): Promise<void> {
  const { HttpClient } = await import("@actions/http-client");
  const client = new HttpClient("crossbuild", [], { allowRetries: false });
  const { message } = await client.get(url);
  const { statusCode = 0, headers } = message;
  if (statusCode !== 200) {
    message.destroy();
    throw new StatusError(statusCode, headers);
  }
  await pipeline(message, createWriteStream(path, { flags: "wx" }), { signal });
}

async function standstill(path: string, signal: AbortSignal): Promise<never> {
  let last = { size: 0, time: performance.now() };
  for await (const _ of setInterval(1000, undefined, { signal })) {
    const size = await sizeOf(path);
    if (size !== last.size) last = { size, time: performance.now() };
    if (performance.now() - last.time < stallSeconds * 1000) continue;
    throw new StallError(`no byte came for ${stallSeconds} seconds, after ${size} bytes`);
  }
  throw new Error("an interval has no end");
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
