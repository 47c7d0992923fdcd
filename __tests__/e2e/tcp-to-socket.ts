// The stack's engine as if it were on another host: TCP in front of its socket.

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { stack } from "./inputs-for.ts";

export type RemoteEngine = AsyncDisposable & {
  /** `tcp://127.0.0.1:40000` */
  readonly endpoint: string;
};

/** Passes bytes on, both ways; docker attaches to containers over the same connections. */
export async function engineOverTcp(): Promise<RemoteEngine> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const engine = connect({
      path: stack.DOCKER_HOST.replace("unix://", ""),
      allowHalfOpen: true,
    });
    for (const socket of [client, engine]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
    client.pipe(engine).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `tcp://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
