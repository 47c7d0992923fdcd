// Registries of the tests' own, which answer as they are told, and a client that asks them.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createAnyServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { registryClient } from "../../src/effects/registry-client.ts";
import { systemShell } from "../../src/effects/shell.ts";
import type { RegistryAccess } from "../../src/plan/registry-access.ts";

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
};

type Files = { readonly certificate: string; readonly key: string };

/** @param tls TLS is spoken to whoever speaks it; plain HTTP to others */
export async function server(
  answer: (request: IncomingMessage, body: string) => Answer,
  tls?: Files,
) {
  const asked: string[] = [];
  const listener: RequestListener = async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? "-"}`);
    const { status, headers, body: text } = answer(request, body);
    response.writeHead(status, { ...headers } as OutgoingHttpHeaders).end(text);
  };
  const plain = createServer(listener);
  const started = tls === undefined ? plain : await both(plain, listener, tls);
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  return {
    asked,
    host: `127.0.0.1:${port}`,
    [Symbol.dispose]: () => {
      plain.closeAllConnections();
      started.close();
    },
  };
}

// The first byte of TLS is 22: https://www.rfc-editor.org/rfc/rfc8446#section-5.1
async function both(plain: Server, listener: RequestListener, { certificate, key }: Files) {
  const files = { cert: await readFile(certificate), key: await readFile(key) };
  const secure = createTlsServer(files, listener);
  return createAnyServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", (first) => {
        socket.pause().unshift(first);
        (first[0] === 22 ? secure : plain).emit("connection", socket);
        process.nextTick(() => socket.resume());
      });
  });
}

export const usual: RegistryAccess = {
  hosts: {},
  dockerConfig: undefined,
  logins: {},
  proxies: {},
};
export const settings = { http: false, insecure: false, ca: [], keyPairs: [] };
export const path = "/v2/o/app/manifests/1";

export async function ask(
  host: string,
  access: Partial<RegistryAccess> = {},
  shell = systemShell({}),
) {
  const client = registryClient({ ...usual, ...access }, shell);
  return await client.ask("GET", `${host}/o/app`, "manifests/1");
}

export async function configFolder(config: object) {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-config-"));
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

export const authOf = (text: string) => Buffer.from(text).toString("base64");
export const wantsBasic = ({ headers }: IncomingMessage): Answer =>
  headers.authorization === undefined
    ? { status: 401, headers: { "www-authenticate": 'Basic realm="r"' } }
    : { status: 200 };
/** A registry with a token server of its own. */
export const wantsToken = (token: (request: IncomingMessage, body: string) => Answer) => {
  return (request: IncomingMessage, body: string): Answer => {
    if (request.url?.startsWith("/token")) return token(request, body);
    if (request.headers.authorization === "Bearer good") return { status: 200 };
    const realm = `http://${request.headers.host}/token`;
    const challenge = `Bearer realm="${realm}",service="s",scope="repository:o/app:pull"`;
    return { status: 401, headers: { "www-authenticate": challenge } };
  };
};
export const good = { status: 200, body: '{"token":"good"}' };
