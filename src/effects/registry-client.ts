// Asks registries, with the logins of Docker's configuration.

import { parseChallenges } from "../domain/challenge.ts";
import { RegistryError } from "../domain/errors.ts";
import { messageOf } from "../domain/message-of.ts";
import { isLoopback, placeOf, type RegistryAccess } from "../plan/registry-access.ts";
import { discard, type HttpAnswer, type HttpStream, wholeAnswer } from "./http-answer.ts";
import { authorize } from "./registry-authorization.ts";
import { codeOf, sender, speaksPlainHttp } from "./registry-connections.ts";
import { credentialsFor } from "./registry-credentials.ts";
import type { Shell } from "./shell.ts";

export type RegistryClient = {
  /**
   * Asks for a path below a repository, as in `manifests/latest`.
   *
   * @throws RegistryError if no answer comes, or no token
   */
  ask(method: "GET" | "DELETE", repository: string, path: string): Promise<HttpAnswer>;
  /** The same for `GET`, with the body as it comes, and with further headers, as `range`. */
  open(
    repository: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<HttpStream>;
  /**
   * Sends something to a repository.
   *
   * @param request with a path below the repository, or a URL that the registry gave for it
   */
  send(repository: string, request: Upload): Promise<HttpAnswer>;
};

type Upload = {
  readonly method: "POST" | "PUT";
  readonly to: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

/** What manifests may be, for registries that would else convert them. */
const accept = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "*/*",
].join(", ");
const usual = { accept, "accept-encoding": "identity" };

type RegistryRequest = {
  readonly method: "GET" | "DELETE" | Upload["method"];
  readonly repository: string;
  /** Below the repository, or a whole URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

/** A client that keeps its connections and tokens for as long as it is used. */
export function registryClient(access: RegistryAccess, shell: Shell): RegistryClient {
  const shown = new Map<string, Promise<string | undefined>>();
  const send = sender(access);
  const isPlain = (host: string) => access.hosts[host]?.http === true;
  const open = async ({ method, repository, path, headers, body }: RegistryRequest) => {
    const { host, path: name } = placeOf(repository);
    const base = new URL(`${isPlain(host) ? "http" : "https"}://${host}/v2/${name}/`);
    const url = new URL(path, base);
    // Some registries have uploads sent to another server, which the login is not for.
    const isOwn = url.origin === base.origin || (url.host === host && isLoopback(host));
    const what = method === "POST" || method === "PUT" ? "write" : method;
    const key = `${what} ${repository}`;
    const before = shown.get(key);
    const openAs = async (authorization: string | undefined) => {
      const shownTo = authorization === undefined || !isOwn ? {} : { authorization };
      return await send({
        ...{ method, url: url.href, headers: { ...usual, ...headers, ...shownTo } },
        ...(body === undefined ? {} : { body }),
      });
    };
    const answer = await openAs(await before);
    const challenges = parseChallenges(answer.headers["www-authenticate"] ?? "");
    // Who the registry redirects to is not whom the login is for: CVE-2020-15157.
    const asks = answer.status === 401 && answer.elsewhere === undefined && isOwn;
    if (!asks || challenges.length === 0) return answer;
    discard(answer.body);
    // Of requests that were refused side by side, one asks for a token.
    if (shown.get(key) === before) {
      const login = credentialsFor(host, access, shell);
      const header = login.then((credentials) =>
        authorize(challenges, { url: answer.url, credentials, isPlain }, async (request) =>
          wholeAnswer(await send(request)),
        ),
      );
      shown.set(key, header);
      header.catch(() => shown.delete(key));
    }
    return await openAs(await shown.get(key));
  };
  return {
    ask: (method, repository, path) =>
      told(repository, async () => wholeAnswer(await open({ method, repository, path }))),
    open: (repository, path, headers = {}) =>
      told(repository, () => open({ method: "GET", repository, path, headers })),
    send: (repository, { to, ...upload }) =>
      told(repository, async () => wholeAnswer(await open({ repository, path: to, ...upload }))),
  };
}

async function told<T>(repository: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof RegistryError ? error : networkError(repository, error);
  }
}

function networkError(repository: string, error: unknown): RegistryError {
  const code = codeOf(error);
  const message = messageOf(error);
  // Node does not always say in its message what the system said: ECONNRESET is `socket hang up`.
  const further = /^E[A-Z]+$/.test(code) && !message.includes(code) ? code : "";
  const both = [message, message === "" ? further : further && `(${further})`];
  const words = speaksPlainHttp(error)
    ? "server gave HTTP response to HTTPS client"
    : both.filter(Boolean).join(" ");
  return new RegistryError(`asking for ${repository}`, { words, code, cause: error });
}
