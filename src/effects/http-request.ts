// One request over HTTP, with what Node itself has.
import { type Agent, type IncomingMessage, request as plainRequest, STATUS_CODES } from "node:http";
import { request as tlsRequest } from "node:https";
import { discard, type HttpStream, streamOf } from "./http-answer.ts";

/** How long a server may be silent, unless the request says it. */
const usualSilence = 30_000;
const mostRedirects = 5;
/** Node's own bound is 16 KiB, that of Go's clients is 10 MiB. */
const mostHeaderBytes = 1024 * 1024;
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export type HttpRequest = {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Whether a redirect is followed; without it, each is. One that is not is the answer. */
  readonly follows?: (to: URL) => boolean;
  /** Milliseconds for which the server may be silent; 0 is any. */
  readonly silence?: number;
  /** Milliseconds within which the whole answer has to be there. */
  readonly within?: number;
  /** Ends the request, and the body that is being read. */
  readonly signal?: AbortSignal | undefined;
};

/** What belongs to the host: an agent for each protocol or a socket, and what TLS needs. */
export type Connection = {
  readonly agents?: { readonly http: Agent; readonly https: Agent };
  readonly socketPath?: string;
  readonly tls: {
    readonly rejectUnauthorized?: boolean;
    readonly ca?: readonly string[];
    readonly cert?: string;
    readonly key?: string;
  };
};

type Connect = (host: string) => Promise<Connection>;

/**
 * Opens an answer, whose body its reader reads to the end or destroys. Redirects of `GET` are
 * followed; the authorization stays with the origin that it is for.
 *
 * @param connect the connection to a host, `registry.internal:5000`
 * @throws the network's error, or one that says what came in place of an answer
 */
export async function openHttp(request: HttpRequest, connect: Connect): Promise<HttpStream> {
  const { origin } = new URL(request.url);
  const { within, signal } = request;
  const signals = [signal, within === undefined ? undefined : AbortSignal.timeout(within)];
  let next = { ...request, signal: either(signals) };
  for (let count = 0; ; count++) {
    const url = new URL(next.url);
    const message = await send(next, await connect(url.host));
    const { statusCode: status = 0, headers } = message;
    const { location } = headers;
    const redirects = next.method === "GET" && redirecting.has(status) && location !== undefined;
    const to = redirects ? placeOf(location, url) : undefined;
    if (to === undefined || request.follows?.(to) === false) {
      const elsewhere = url.origin === origin ? undefined : url.host;
      const reason = STATUS_CODES[status];
      return { status, reason, headers, url: url.href, elsewhere, body: streamOf(message) };
    }
    discard(message);
    if (count === mostRedirects) {
      const last = `${to.origin}${to.pathname}`;
      throw new Error(`it redirects more than ${mostRedirects} times, in the end to ${last}`);
    }
    next = redirected(next, to);
  }
}

function either(signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length === 0 ? undefined : AbortSignal.any(given);
}

function placeOf(location: string, from: URL): URL {
  const to = URL.parse(location, from.href) ?? undefined;
  if (to?.protocol === "http:" || to?.protocol === "https:") return to;
  throw new Error(`${from.host} redirects to what is no address over HTTP`);
}

// Another port is another origin, and so is the same host without TLS.
function redirected<T extends HttpRequest>(request: T, to: URL): T {
  const { authorization, ...others } = request.headers ?? {};
  const isSame = to.origin === new URL(request.url).origin;
  const headers = isSame && authorization !== undefined ? { ...others, authorization } : others;
  return { ...request, url: to.href, headers };
}

function send(
  { method, url, headers = {}, body, silence = usualSilence, within, signal }: HttpRequest,
  { agents, socketPath, tls }: Connection,
): Promise<IncomingMessage> {
  const isPlain = url.startsWith("http:");
  const { ca, ...others } = tls;
  const options = {
    ...{ method, timeout: silence, maxHeaderSize: mostHeaderBytes },
    // GitHub's API refuses those who don't say what they are.
    headers: { "user-agent": "crossbuild", ...headers },
    ...(signal === undefined ? {} : { signal }),
    ...(socketPath === undefined ? {} : { socketPath }),
    ...(isPlain ? {} : { ...others, ...(ca === undefined ? {} : { ca: [...ca] }) }),
    agent: isPlain ? agents?.http : agents?.https,
  };
  return new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const request = (isPlain ? plainRequest : tlsRequest)(url, options, (message) => {
      answer = message;
      resolve(message);
    });
    request.on("timeout", () => {
      const words = `it was silent for ${silence / 1000} seconds`;
      const silent = Object.assign(new Error(words), { code: "ETIMEDOUT" });
      (answer ?? request).destroy(silent);
    });
    request.on("error", (error) => reject(inWords(error, within))).end(body);
  });
}

// Node's parser has codes of its own: https://github.com/nodejs/llhttp
function inWords(error: Error, within: number | undefined): Error {
  const { code = "", cause } = error as NodeJS.ErrnoException;
  if (within !== undefined && cause instanceof Error && cause.name === "TimeoutError") {
    return new Error(`no answer came within ${within / 1000} seconds`, { cause: error });
  }
  if (!code.startsWith("HPE_")) return error;
  const words =
    code === "HPE_HEADER_OVERFLOW"
      ? `its answer's headers are larger than ${mostHeaderBytes / 1024} KiB`
      : `what it answers is not HTTP (${error.message})`;
  return new Error(words, { cause: error });
}
