// Where a registry's tokens are asked for.
import { type Parsed, parsed, refused } from "../domain/parsed.ts";
import { isLoopback } from "./registry-access.ts";

type RegistryTrust = {
  /** Whether a host is spoken to over plain HTTP, as the settings say. */
  readonly isPlain: (host: string) => boolean;
  /** Whether a login would go there. */
  readonly hasLogin: boolean;
};

/**
 * The address that a challenge gives as its realm, which may be relative to what was asked for. A
 * login that the registry would get over TLS goes nowhere without.
 */
export function tokenServer(
  realm: string,
  asked: string,
  { isPlain, hasLogin }: RegistryTrust,
): Parsed<URL> {
  const registry = new URL(asked);
  const server = realm === "" ? null : URL.parse(realm, asked);
  if (server?.protocol !== "http:" && server?.protocol !== "https:") {
    return refused(`it asks for a token, and does not say where to get one (realm="${realm}")`);
  }
  if (server.protocol === "https:" || registry.protocol === "http:") return parsed(server);
  // A registry behind a proxy that ends TLS may not know that it is spoken to over TLS.
  if (server.hostname === registry.hostname && ["", registry.port].includes(server.port)) {
    return parsed(new URL(`${registry.origin}${server.pathname}${server.search}`));
  }
  const { host } = server;
  if (!hasLogin || isLoopback(host) || isPlain(host)) return parsed(server);
  return refused(
    `it wants the login to be sent to ${server.origin}, which is not encrypted; \`registries: '${host}: {http: true}'\` allows that`,
  );
}
