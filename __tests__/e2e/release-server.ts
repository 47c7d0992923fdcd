// A server of buildx's releases, over TLS with the stack's certificate, that can misbehave.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { stack } from "./inputs-for.ts";

const root = "/docker/buildx/releases";

/** How one path is answered. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => Promise<void> | void;

export type ReleaseServer = AsyncDisposable & {
  /** For `buildx-download-url`. */
  readonly url: string;
  /** `GET /download/v0.29.1/checksums.txt`, one for each request so far. */
  readonly requests: readonly string[];
};

/** Serves `/download/v0.29.1/…` and so on, each path as its answer says, others with 404. */
export async function releaseServer(
  answers: Readonly<Record<string, Answer>>,
): Promise<ReleaseServer> {
  const certificates = dirname(stack.STACK_CA);
  const [cert, key] = await Promise.all(
    ["registry.pem", "registry.key"].map((name) => readFile(join(certificates, name))),
  );
  const requests: string[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    const path = (request.url ?? "").replace(root, "");
    requests.push(`${request.method} ${path}`);
    const answer = answers[path] ?? body("Not Found", { status: 404 });
    // A client that goes away is its own business.
    Promise.resolve(answer(response, request)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `https://localhost:${port}${root}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Head = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

export function body(text: string, { status = 200, headers = {} }: Head = {}): Answer {
  return (response) => {
    response.writeHead(status, headers).end(text);
  };
}

export function file(path: string): Answer {
  return async (response) => {
    const { size } = await stat(path);
    response.writeHead(200, { "content-length": size });
    await pipeline(createReadStream(path), response);
  };
}

/** To another path of the same server; a whole URL, as GitHub's are. */
export function redirect(path: string): Answer {
  return (response, { headers }) => {
    response.writeHead(302, { location: `https://${headers.host}${root}${path}` }).end();
  };
}

/** Promises more than it sends, then cuts the connection. */
export function cutShort(text: string): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": 2 * text.length });
    response.write(text, () => response.destroy());
  };
}

/** Promises more than it sends, and keeps the connection open. */
export function stalled(text: string): Answer {
  return (response) => {
    response.writeHead(200, { "content-length": 2 * text.length });
    response.write(text);
  };
}
