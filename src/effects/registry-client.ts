// Speaks to registries: over TLS or not, with the logins of Docker's configuration.
import { readFile } from "node:fs/promises";
import { Agent as PlainAgent } from "node:http";
import { Agent as TlsAgent } from "node:https";
import { getCACertificates } from "node:tls";
import { RegistryError } from "../domain/errors.ts";
import { isLoopback, placeOf, type RegistryAccess } from "../plan/registry-access.ts";
import { askHttp, type Connection, type HttpAnswer, type HttpRequest } from "./http-request.ts";
import { authorize } from "./registry-authorization.ts";
import { credentialsFor } from "./registry-credentials.ts";
import type { Shell } from "./shell.ts";

const mostAtOnce = 6;

export type RegistryClient = {
  /**
   * Asks for a path below a repository, as in `manifests/latest`.
   *
   * @throws RegistryError where no answer comes, or no token
   */
  ask(method: "GET" | "DELETE", repository: string, path: string): Promise<HttpAnswer>;
};

/** What manifests may be, for registries that would else convert them. */
const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "*/*",
].join(", ");

/** A client that keeps its connections and tokens for as long as it is used. */
export function registryClient(access: RegistryAccess, shell: Shell): RegistryClient {
  const shown = new Map<string, Promise<string | undefined>>();
  const send = sender(access);
  const ask = async (method: "GET" | "DELETE", repository: string, path: string) => {
    const { host, path: name } = placeOf(repository);
    const url = `${access.hosts[host]?.http ? "http" : "https"}://${host}/v2/${name}/${path}`;
    const key = `${method} ${repository}`;
    const before = shown.get(key);
    const askAs = async (authorization: string | undefined) => {
      const headers = authorization === undefined ? { accept } : { accept, authorization };
      return await send({ method, url, headers });
    };
    const answer = await askAs(await before);
    const challenge = answer.headers["www-authenticate"];
    if (answer.status !== 401 || challenge === undefined) return answer;
    // Of requests that were refused side by side, one asks for a token.
    if (shown.get(key) === before) {
      const login = credentialsFor(host, access.dockerConfig, shell);
      const header = login.then((found) => authorize(challenge, found, send));
      shown.set(key, header);
      header.catch(() => shown.delete(key));
    }
    return await askAs(await shown.get(key));
  };
  return {
    ask: async (method, repository, path) => {
      try {
        return await ask(method, repository, path);
      } catch (error) {
        throw error instanceof RegistryError ? error : networkError(repository, error);
      }
    },
  };
}

/** Sends requests; finds out whether a host speaks TLS, and who vouches for its certificate. */
function sender({ hosts, proxies }: RegistryAccess) {
  const options = { keepAlive: true, maxSockets: mostAtOnce, proxyEnv: proxies };
  const agents = { http: new PlainAgent(options), https: new TlsAgent(options) };
  const own = authoritiesOf(hosts);
  const plain = new Set<string>();
  let trusts: "usual" | "machine" = "usual";
  const connect = async (host: string): Promise<Connection> => {
    const { insecure = false, keyPairs: [pair] = [] } = hosts[host] ?? {};
    const [key, cert] = pair === undefined ? [] : await readAll([pair.key, pair.cert]);
    const ca = authoritiesFor(await own, trusts);
    return {
      agents,
      tls: {
        rejectUnauthorized: !insecure,
        ...(key === undefined || cert === undefined ? {} : { key, cert }),
        ...(insecure || ca === undefined ? {} : { ca }),
      },
    };
  };
  return async function send(request: HttpRequest): Promise<HttpAnswer> {
    const { host } = new URL(request.url);
    const url = plain.has(host) ? request.url.replace(/^https:/, "http:") : request.url;
    const trusted = trusts;
    try {
      return await askHttp({ ...request, url }, connect);
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

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? "");
}

function speaksPlainHttp(error: unknown): boolean {
  return codeOf(error) === "EPROTO" && /wrong version number|packet length/i.test(String(error));
}

function networkError(repository: string, error: unknown): RegistryError {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const words = speaksPlainHttp(error) ? "server gave HTTP response to HTTPS client" : message;
  return new RegistryError(`asking for ${repository}`, {
    words: words || code,
    code,
    cause: error,
  });
}
