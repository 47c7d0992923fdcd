// How registries' hosts are reached: over TLS or not, whom their certificates are trusted from, and by
// which proxies.
import { readFile } from "node:fs/promises";
import { getCACertificates } from "node:tls";
import { isLoopback, type RegistryAccess } from "../plan/registry-access.ts";
import { agentsFor, type Http } from "./http-client.ts";
import { type Connection, openHttp } from "./http-request.ts";

/** Sends requests; finds out whether a host speaks TLS, and who vouches for its certificate. */
export function sender({ hosts, proxies }: RegistryAccess): Http {
  const agentsOf = agentsFor(proxies);
  const own = authoritiesOf(hosts);
  const plain = new Set<string>();
  let trusts: "usual" | "machine" = "usual";
  const connect = async (host: string): Promise<Connection> => {
    const { insecure = false, keyPairs: [pair] = [] } = hosts[host] ?? {};
    const [key, cert] = pair === undefined ? [] : await readAll([pair.key, pair.cert]);
    const ca = authoritiesFor(await own, trusts);
    return {
      agents: agentsOf(host),
      tls: {
        rejectUnauthorized: !insecure,
        ...(key === undefined || cert === undefined ? {} : { key, cert }),
        ...(insecure || ca === undefined ? {} : { ca }),
      },
    };
  };
  return async function send(request) {
    const { host } = new URL(request.url);
    const url = plain.has(host) ? request.url.replace(/^https:/, "http:") : request.url;
    const trusted = trusts;
    try {
      return await openHttp({ ...request, url }, connect);
    } catch (error) {
      // Go's clients take loopback's plain HTTP for good: MatchLocalhost of containerd.
      if (speaksPlainHttp(error) && isLoopback(host)) plain.add(host);
      else if (isUnknownIssuer(error) && trusted === "usual") trusts = "machine";
      else throw error;
      return await send(request);
    }
  };
}

// A registry's token server may have a certificate of the same authority.
async function authoritiesOf(hosts: RegistryAccess["hosts"]): Promise<readonly string[]> {
  return await readAll([...new Set(Object.values(hosts).flatMap(({ ca }) => ca))]);
}

async function readAll(paths: readonly string[]): Promise<readonly string[]> {
  const isText = (path: string) => path.includes("-----BEGIN ");
  return await Promise.all(paths.map((path) => (isText(path) ? path : readFile(path, "utf8"))));
}

// Docker's programs know the machine's authorities too. To read those takes a tenth of a second,
// which only a host that Node's own do not vouch for is worth.
function authoritiesFor(
  own: readonly string[],
  trusts: "usual" | "machine",
): readonly string[] | undefined {
  if (trusts === "machine") {
    return [...own, ...getCACertificates("default"), ...getCACertificates("system")];
  }
  return own.length === 0 ? undefined : [...own, ...getCACertificates("default")];
}

function isUnknownIssuer(error: unknown): boolean {
  return /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_SELF_|CERT_UNTRUSTED)/.test(codeOf(error));
}

/** Node's code of an error, or of what it was caused by: `ECONNRESET`. */
export function codeOf(error: unknown): string {
  const { code, cause } = error as NodeJS.ErrnoException;
  return code ?? (cause === undefined ? "" : codeOf(cause));
}

/** Whether TLS was spoken to a host that speaks plain HTTP. */
export function speaksPlainHttp(error: unknown): boolean {
  return codeOf(error) === "EPROTO" && /wrong version number|packet length/i.test(String(error));
}
