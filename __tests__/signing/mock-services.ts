// Version 1 of Rekor needs a database, so that @sigstore/mock answers in its place, and as Fulcio
// with a log of certificates, which the real one has only with a service more.
import { generateKeyPairSync } from "node:crypto";
import type { RequestListener } from "node:http";
import { buffer } from "node:stream/consumers";
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  tsaHandler,
} from "@sigstore/mock";
import { type FrontOptions, front } from "./front.ts";
import type { Services } from "./sigstore-services.ts";

type Handler = ReturnType<typeof fulcioHandler>;

/** One server is all services. Its timestamp authority takes requests of Sigstore's JavaScript only. */
export async function mockServices(options: FrontOptions): Promise<Services> {
  const certificateLog = await initializeCTLog(newKey());
  const [fulcio, tsa] = await Promise.all([
    initializeCA(newKey(), certificateLog),
    initializeTSA(newKey()),
  ]);
  const handlers = [fulcioHandler(fulcio), tsaHandler(tsa)];
  const server = await front(answerWith(handlers), options);
  const { url } = server;
  const rekor = await initializeTLog(url, newKey());
  handlers.push(rekorHandler(rekor));
  const chain = [tsa.intCertificate, tsa.rootCertificate];
  return {
    fulcio: { url, certificates: pem("CERTIFICATE", fulcio.rootCertificate) },
    rekor: { url, version: 1, publicKey: pem("PUBLIC KEY", rekor.publicKey) },
    tsa: { url, certificates: chain.map((one) => pem("CERTIFICATE", one)).join("") },
    certificateLog: pem("PUBLIC KEY", certificateLog.publicKey),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function answerWith(handlers: readonly Handler[]): RequestListener {
  return async (request, response) => {
    const handler = handlers.find(({ path }) => path === request.url);
    if (handler === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = await buffer(request);
    const answer = await handler.fn(body.toString());
    response.writeHead(answer.statusCode, { "content-type": answer.contentType ?? "text/plain" });
    response.end(typeof answer.response === "string" ? answer.response : bytes(answer.response));
  };
}

function newKey() {
  return generateKeyPairSync("ec", { namedCurve: "P-256" });
}

function pem(label: string, der: ArrayBufferView): string {
  const lines = bytes(der).toString("base64").replaceAll(/.{64}/g, "$&\n").trim();
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

function bytes({ buffer: all, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(all, byteOffset, byteLength);
}
