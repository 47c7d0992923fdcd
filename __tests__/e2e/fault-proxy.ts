// A registry that misbehaves when it is told to, and otherwise is the stack's.
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { stackEnvironment } from "../../scripts/stack/environment.ts";

/** What somebody asked. */
export type Asked = {
  readonly method: string;
  /** `/v2/moby/buildkit/manifests/v1` */
  readonly path: string;
  readonly userAgent: string;
  readonly authorization: string | undefined;
  /** When it came: milliseconds since 1970. */
  readonly at: number;
  /** The text of a manifest that is pushed. */
  readonly manifest: string | undefined;
};

/**
 * What to answer in place of the registry; undefined to let it answer. `reset` breaks off at once,
 * `cut` when some of what is sent has come; `silence` takes no more of it, and never answers.
 */
export type Fault = (
  asked: Asked,
  address: string,
) => Answer | "reset" | "cut" | "silence" | undefined;

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type FaultProxy = AsyncDisposable & {
  /** On loopback, which engines and BuildKit take for plain HTTP: `127.0.0.1:40000`. */
  readonly address: string;
  /** All that was asked so far, in order. */
  readonly asked: readonly Asked[];
};

/** Starts the proxy in front of the stack's registry over plain HTTP. */
export async function faultProxy(fault: Fault = () => undefined): Promise<FaultProxy> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const manifest = isManifest(request) ? await text(request) : undefined;
    const one = askedBy(request, manifest);
    asked.push(one);
    const answer = fault(one, request.headers.host ?? "");
    if (answer === undefined) pass(request, response, manifest);
    else if (answer === "reset") request.socket.resetAndDestroy();
    else if (answer === "cut") request.once("data", () => request.socket.resetAndDestroy());
    else if (answer === "silence") request.pause();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isManifest({ method, url = "" }: IncomingMessage): boolean {
  return method === "PUT" && url.includes("/manifests/");
}

function askedBy(
  { method = "", url = "", headers }: IncomingMessage,
  manifest: string | undefined,
): Asked {
  return {
    method,
    path: url,
    userAgent: headers["user-agent"] ?? "",
    authorization: headers.authorization,
    at: Date.now(),
    manifest,
  };
}

function pass(
  request: IncomingMessage,
  response: ServerResponse,
  manifest: string | undefined,
): void {
  const url = `http://${stackEnvironment().STACK_REGISTRY_HTTP}${request.url}`;
  const { method = "GET", headers } = request;
  const asked = forward(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  // What tried to send a body may have gone away meanwhile.
  request.on("error", () => asked.destroy());
  if (manifest === undefined) request.pipe(asked);
  else asked.end(manifest);
}
