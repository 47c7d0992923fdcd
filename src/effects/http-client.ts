// How hosts are reached: by the runner's proxies, and with Node's own authorities unless they are given.
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { HttpStream } from "./http-answer.ts";
import { type Connection, type HttpRequest, openHttp } from "./http-request.ts";

const mostAtOnce = 6;

/** The runner's proxies, by the names of their variables: `HTTPS_PROXY`, `no_proxy`. */
export type Proxies = Readonly<Record<string, string>>;

/** Opens an answer: {@link openHttp}. */
export type Http = (request: HttpRequest) => Promise<HttpStream>;

/** Connections that are kept for the next request to the same host. */
export function agentsFor(proxies: Proxies): NonNullable<Connection["agents"]> {
  const options = { keepAlive: true, maxSockets: mostAtOnce, proxyEnv: proxies };
  return { http: new PlainAgent(options), https: new TlsAgent(options) };
}

/** A client for hosts that are no registries of the user's. */
export function httpClient(proxies: Proxies, tls: Connection["tls"] = {}): Http {
  const connection = { agents: agentsFor(proxies), tls };
  return (request) => openHttp(request, async () => connection);
}
