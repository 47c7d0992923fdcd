// How hosts are reached: by the runner's proxies, and with Node's own authorities unless they are given.
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import { isExempt } from "../domain/no-proxy.ts";
import type { HttpStream } from "./http-answer.ts";
import { type Connection, type HttpRequest, openHttp } from "./http-request.ts";

const mostAtOnce = 6;

/** The runner's proxies, by the names of their variables: `HTTPS_PROXY`, `no_proxy`. */
export type Proxies = Readonly<Record<string, string>>;

/** Opens an answer: {@link openHttp}. */
export type Http = (request: HttpRequest) => Promise<HttpStream>;

type Agents = NonNullable<Connection["agents"]>;

/**
 * The connections to a host, which are kept for its next request: by the runner's proxy, unless
 * NO_PROXY has the host. Node itself takes an entry for one name alone.
 */
export function agentsFor(proxies: Proxies): (host: string) => Agents {
  const direct = agents({});
  const set = Object.entries(proxies).filter(([name]) => !isNoProxy(name));
  if (set.length === 0) return () => direct;
  const proxied = agents(Object.fromEntries(set.map(([name, url]) => [name, withScheme(url)])));
  const exempt = Object.entries(proxies).flatMap(([name, text]) => (isNoProxy(name) ? [text] : []));
  return (host) => (isExempt(host, exempt.join(",")) ? direct : proxied);
}

function agents(proxyEnv: Proxies): Agents {
  const options = { keepAlive: true, maxSockets: mostAtOnce, proxyEnv };
  return { http: new PlainAgent(options), https: new TlsAgent(options) };
}

function isNoProxy(name: string): boolean {
  return name.toLowerCase() === "no_proxy";
}

// `proxy.internal:3128`, as Go's programs and the toolkit take it.
function withScheme(url: string): string {
  return url.includes("://") ? url : `http://${url}`;
}

/** A client for hosts that are no registries of the user's. */
export function httpClient(proxies: Proxies, tls: Connection["tls"] = {}): Http {
  const agentsOf = agentsFor(proxies);
  return (request) => openHttp(request, async (host) => ({ agents: agentsOf(host), tls }));
}
