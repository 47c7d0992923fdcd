// One request over HTTP, with what Node itself has: the toolkit's client takes no certificates.
import { type Agent, type IncomingHttpHeaders, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";

/** How long a server may be silent. */
const timeoutMilliseconds = 30_000;
const mostRedirects = 5;
/** What registries take for a manifest at most is 4 MiB; a config may be larger. */
const mostBytes = 32 * 1024 * 1024;

export type HttpAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type HttpRequest = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What belongs to the host: an agent for each protocol, and what TLS needs. */
export type Connection = {
  readonly agents: { readonly http: Agent; readonly https: Agent };
  readonly tls: {
    readonly rejectUnauthorized: boolean;
    readonly ca?: readonly string[];
    readonly cert?: string;
    readonly key?: string;
  };
};

/**
 * Follows redirects of `GET`; the authorization stays with the host that it is for.
 *
 * @param connect the connection to a host, `registry.internal:5000`
 * @throws the network's error, or one that says that no answer came
 */
export async function askHttp(
  request: HttpRequest,
  connect: (host: string) => Promise<Connection>,
): Promise<HttpAnswer> {
  let next = request;
  for (let redirects = 0; ; redirects++) {
    const { host } = new URL(next.url);
    const answer = await send(next, await connect(host));
    const { location } = answer.headers;
    const moved = answer.status >= 301 && answer.status <= 308 && location !== undefined;
    if (!moved || next.method !== "GET" || redirects === mostRedirects) return answer;
    next = redirected(next, new URL(location, next.url));
  }
}

function redirected(request: HttpRequest, to: URL): HttpRequest {
  const { authorization, ...others } = request.headers ?? {};
  const isSame = to.host === new URL(request.url).host;
  const headers = isSame && authorization !== undefined ? { ...others, authorization } : others;
  return { ...request, url: to.href, headers };
}

function send(
  { method, url, headers = {}, body }: HttpRequest,
  { agents, tls }: Connection,
): Promise<HttpAnswer> {
  const isPlain = url.startsWith("http:");
  const { ca, ...others } = tls;
  const options = {
    ...{ method, headers, timeout: timeoutMilliseconds },
    ...(isPlain ? {} : { ...others, ...(ca === undefined ? {} : { ca: [...ca] }) }),
    agent: isPlain ? agents.http : agents.https,
  };
  return new Promise((resolve, reject) => {
    const request = (isPlain ? plainRequest : tlsRequest)(url, options, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        if (size > mostBytes) request.destroy(new Error(`it sends more than ${mostBytes} bytes`));
        parts.push(part);
      });
      response.on("error", reject).on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    });
    request.on("timeout", () => {
      request.destroy(new Error(`it did not answer within ${timeoutMilliseconds / 1000} seconds`));
    });
    request.on("error", reject).end(body);
  });
}
