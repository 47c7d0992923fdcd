// What a server answers, as it comes or whole.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";

/** What registries take for a manifest at most is 4 MiB; a config may be larger. */
const mostBytes = 32 * 1024 * 1024;

type Head = {
  readonly status: number;
  /** What the status means: `Not Found`. */
  readonly reason: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Where it came from, after all redirects. */
  readonly url: string;
  /** The host that answered, if a redirect led to another origin. */
  readonly elsewhere: string | undefined;
};
export type HttpStream = Head & { readonly body: Readable };
export type HttpAnswer = Head & { readonly body: Buffer };

// https://www.iana.org/assignments/http-parameters/http-parameters.xhtml#content-coding
const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** The body without the encoding that some proxies and stores add unasked; Go's clients read it too. */
export function streamOf(message: IncomingMessage): Readable {
  const encoding = message.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  const decoder = decoders[encoding]?.();
  const isEmpty = message.headers["content-length"] === "0";
  if (decoder === undefined || isEmpty) return message;
  // Errors reach the stream's reader.
  return pipeline(message, decoder, () => {}) as unknown as Readable;
}

/** @throws an error that says how much came, if not all did */
export async function wholeAnswer({ body, ...head }: HttpStream): Promise<HttpAnswer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      parts.push(part);
      size += part.length;
      if (size > mostBytes) throw new Error(`it sends more than ${mostBytes} bytes`);
    }
  } catch (error) {
    throw inWords(error, size, head.headers);
  }
  return { ...head, body: Buffer.concat(parts) };
}

/** Lets the connection go on to the next request. */
export function discard(body: Readable): void {
  body.on("error", () => {}).resume();
}

function inWords(error: unknown, size: number, headers: IncomingHttpHeaders): unknown {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const { "content-length": length, "content-encoding": encoding } = headers;
  if (code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE") {
    const whole = length === undefined || encoding !== undefined ? "" : ` of ${length}`;
    return new Error(`the connection broke off after ${size}${whole} bytes`, { cause: error });
  }
  if (!code.startsWith("Z_")) return error;
  const words = `it says that its answer is encoded as ${encoding}, which can't be read`;
  return new Error(`${words} (${message})`, { cause: error });
}
