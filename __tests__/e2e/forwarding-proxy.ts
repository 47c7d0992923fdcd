// A proxy that leads every host to one server, whatever its name: for registries whose names nobody
// but their owners can have.

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createTlsServer, request } from "node:https";
import { type AddressInfo, connect } from "node:net";
import type { CertificateFiles } from "../../scripts/stack/certificates.ts";

export type ForwardingProxy = AsyncDisposable & {
  /** For HTTPS_PROXY. */
  readonly url: string;
  /** The hosts that it was asked for. */
  readonly asked: readonly string[];
};

export type Target = {
  /** `registry.test:5001`, over TLS. */
  readonly host: string;
  readonly authority: string;
};

/** @param certificate of the host that clients believe to speak to */
export async function forwardingProxy(
  target: Target,
  certificate: CertificateFiles,
): Promise<ForwardingProxy> {
  const files = { key: readFileSync(certificate.key), cert: readFileSync(certificate.certificate) };
  const { hostname, port } = new URL(`https://${target.host}`);
  const ca = readFileSync(target.authority);
  const server = createTlsServer(files, (asked, response) => {
    const { method, url: path, headers } = asked;
    const forwarded = request(
      { hostname, port, ca, method, path, headers: { ...headers, host: target.host } },
      (answer) => {
        // The next request of an upload, which the registry names in full.
        const location = answer.headers.location?.replace(target.host, headers.host ?? "");
        const more = location === undefined ? {} : { location };
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...more });
        answer.pipe(response);
      },
    );
    forwarded.on("error", () => response.destroy());
    asked.pipe(forwarded);
  });
  await listening(server);
  const asked: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    const onward = connect(portOf(server), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await listening(proxy);
  return {
    url: `http://127.0.0.1:${portOf(proxy)}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      for (const one of [proxy, server]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
}

async function listening(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
