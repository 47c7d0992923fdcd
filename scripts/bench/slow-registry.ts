// A registry far away, in front of the stack's own.
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { stackEnvironment } from "../stack/environment.ts";

export type SlowRegistry = AsyncDisposable & {
  /** On loopback, which engines and BuildKit take for plain HTTP: `127.0.0.1:40000`. */
  readonly address: string;
  /** Forgets what was asked so far, for the next pull. */
  restart(): void;
};

/** Starts it. Manifests of a tool image come no earlier than this long after the first was asked for. */
export async function slowRegistry(milliseconds: number): Promise<SlowRegistry> {
  const firstAsked = new Map<string, number>();
  const server = createServer((request, response) => {
    const [, image, kind] =
      /^\/v2\/(moby\/buildkit|tonistiigi\/binfmt)\/(\w+)\//.exec(request.url ?? "") ?? [];
    if (image === undefined) return pass(request, response);
    const asked = firstAsked.get(image) ?? performance.now();
    firstAsked.set(image, asked);
    if (kind !== "manifests") return pass(request, response);
    const left = asked + milliseconds - performance.now();
    setTimeout(() => pass(request, response), Math.max(0, left));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    restart: () => firstAsked.clear(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(request: IncomingMessage, response: ServerResponse): void {
  const url = `http://${stackEnvironment().STACK_REGISTRY_HTTP}${request.url}`;
  const { method = "GET", headers } = request;
  const asked = forward(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  request.pipe(asked);
}
