// A server in front of a private Sigstore's services, which writes down what they are asked.
import { readFileSync } from "node:fs";
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { CertificateFiles } from "../../scripts/stack/certificates.ts";

/** What all servers of one Sigstore have in common. */
export type FrontOptions = {
  /** Served over TLS with this certificate; over plain HTTP if undefined. */
  readonly certificate: CertificateFiles | undefined;
  /** Gets each request: `POST /api/v2/signingCert`. What it returns is answered in its place. */
  readonly asked: (request: string) => Refusal | undefined;
};

export type Refusal = { readonly status: number; readonly body?: string };

export type Front = AsyncDisposable & {
  /** `http://127.0.0.1:40000` */
  readonly url: string;
};

/** Serves what `listener` answers. It does so in this process, which may not be blocked meanwhile. */
export async function front(listener: RequestListener, options: FrontOptions): Promise<Front> {
  const { certificate, asked } = options;
  const answer: RequestListener = (request, response) => {
    const refusal = asked(`${request.method} ${request.url}`);
    if (refusal === undefined) listener(request, response);
    else response.writeHead(refusal.status).end(refusal.body);
  };
  const server =
    certificate === undefined
      ? createServer(answer)
      : createTlsServer(
          { cert: readFileSync(certificate.certificate), key: readFileSync(certificate.key) },
          answer,
        );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Passes requests on to a service at `127.0.0.1:20000`, over plain HTTP. */
export function passOn(address: string): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const { method, url: path, headers } = request;
    const passed = forward(`http://${address}${path}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  };
}
