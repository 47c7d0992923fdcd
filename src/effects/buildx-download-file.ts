// One try to download a file.
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { pipeline } from "node:stream/promises";
import { setInterval } from "node:timers/promises";
import type { Http } from "./http-client.ts";

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

type Downloading = {
  readonly http: Http;
  /** Ends it. */
  readonly signal: AbortSignal | undefined;
};

/**
 * Downloads to a path that does not exist yet.
 *
 * @throws StatusError, StallError, an AbortError, or the network's error
 */
export async function downloadFile(
  url: string,
  path: string,
  { http, signal }: Downloading,
): Promise<void> {
  const ended = new AbortController();
  const either = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
  try {
    const fetched = fetchTo(path, url, { http, signal: either });
    await Promise.race([fetched, standstill(path, either)]);
  } finally {
    ended.abort();
  }
}

async function fetchTo(path: string, url: string, { http, signal }: Downloading): Promise<void> {
  // What was asked for over TLS does not come without it.
  const follows = (to: URL) => to.protocol === "https:" || url.startsWith("http:");
  const { status, headers, body } = await http({ method: "GET", url, follows, silence: 0, signal });
  if (status !== 200) {
    body.destroy();
    throw new StatusError(status, headers);
  }
  await pipeline(body, createWriteStream(path, { flags: "wx" }), { signal });
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
