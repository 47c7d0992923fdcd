// The stack's engine behind mutual TLS, as docker-in-docker beside a runner has it.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { certificateAuthority } from "./certificate-authority.ts";
import { stack } from "./inputs-for.ts";

/** The engine's way in; it closes, and the certificates go, when disposed of. */
export type TlsEngine = AsyncDisposable & {
  /** What the runner's environment has beside a docker-in-docker container. */
  readonly environment: {
    readonly DOCKER_HOST: string;
    readonly DOCKER_TLS_VERIFY: "1";
    readonly DOCKER_CERT_PATH: string;
  };
};

/**
 * Passes on each byte between clients that have the certificate and the engine's socket. It does so
 * in this process, so nothing here may wait for docker synchronously.
 */
export async function tlsEngine(): Promise<TlsEngine> {
  const socket = stack.DOCKER_HOST.replace("unix://", "");
  const certificates = await certificateAuthority();
  const { authority, server, clientFolder } = certificates;
  const open = new Set<TLSSocket>();
  const options = {
    ca: await readFile(authority),
    cert: await readFile(server.certificate),
    key: await readFile(server.key),
    requestCert: true,
    rejectUnauthorized: true,
    // docker ends its own direction of a hijacked connection first.
    allowHalfOpen: true,
  };
  const proxy = createServer(options, (client) => {
    open.add(client);
    client.on("close", () => open.delete(client));
    passOn(client, socket);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = proxy.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    environment: {
      DOCKER_HOST: `tcp://127.0.0.1:${port}`,
      DOCKER_TLS_VERIFY: "1",
      DOCKER_CERT_PATH: clientFolder,
    },
    [Symbol.asyncDispose]: async () => {
      proxy.close();
      for (const client of open) client.destroy();
      await certificates[Symbol.asyncDispose]();
    },
  };
}

function passOn(client: TLSSocket, path: string): void {
  const engine = connect({ path, allowHalfOpen: true });
  client.on("error", () => engine.destroy());
  client.on("close", () => engine.destroy());
  engine.on("error", () => client.destroy());
  engine.on("close", () => client.destroy());
  client.pipe(engine).pipe(client);
}
