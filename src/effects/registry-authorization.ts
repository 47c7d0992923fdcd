// What a registry wants to be shown: https://distribution.github.io/distribution/spec/auth/token/

import * as v from "valibot";
import type { Challenge } from "../domain/challenge.ts";
import { RegistryError } from "../domain/errors.ts";
import { tokenServer } from "../plan/registry-token-server.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { HttpRequest } from "./http-request.ts";
import type { Credentials } from "./login-helper.ts";

const text = v.nullish(v.string(), "");
const token = v.object({ token: text, access_token: text });
const client = "crossbuild";
const doing = "asking for a token";

type ChallengedRequest = {
  /** What the registry was asked for, and answered with the challenges. */
  readonly url: string;
  readonly credentials: Credentials | undefined;
  /** Whether a host is spoken to over plain HTTP, as the settings say. */
  readonly isPlain: (host: string) => boolean;
};

/**
 * The header that answers the challenges: a token if one is asked for, or else user name and
 * password; undefined if there is no login, and no token.
 *
 * @throws RegistryError if a token is refused
 */
export async function authorize(
  challenges: readonly Challenge[],
  { url, credentials, isPlain }: ChallengedRequest,
  ask: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<string | undefined> {
  if (credentials?.kind === "registry-token") return `Bearer ${credentials.token}`;
  const bearer = challenges.find(({ scheme }) => scheme === "bearer");
  if (bearer === undefined) {
    return challenges.some(({ scheme }) => scheme === "basic") ? basicOf(credentials) : undefined;
  }
  const [realm = "", service = "", scope = ""] = ["realm", "service", "scope"].map((name) =>
    bearer.parameters.get(name),
  );
  const server = tokenServer(realm, url, { isPlain, hasLogin: credentials !== undefined });
  if (!server.ok) throw new RegistryError(doing, { words: server.problem });
  const asked = tokenRequest(server.value, { service, scope }, credentials);
  let answer = await ask(asked);
  // Token servers refuse now and then what they take a moment later.
  if (answer.status !== 200) answer = await ask(asked);
  const { status } = answer;
  const { host } = server.value;
  if (status !== 200) {
    throw new RegistryError(doing, {
      words: `${host} gives no token: it answers ${status}`,
      status,
    });
  }
  const given = tokenIn(answer.body.toString());
  if (given !== undefined) return `Bearer ${given}`;
  throw new RegistryError(doing, { words: `${host} gives no token: its answer has none` });
}

function tokenIn(body: string): string | undefined {
  try {
    const given = v.parse(token, JSON.parse(body));
    return given.token || given.access_token || undefined;
  } catch {
    return undefined;
  }
}

function basicOf(credentials: Credentials | undefined): string | undefined {
  if (credentials?.kind !== "password") return undefined;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

type Wanted = { readonly service: string; readonly scope: string };

// An identity token is shown as OAuth 2's refresh token; everything else by GET.
function tokenRequest(
  server: URL,
  { service, scope }: Wanted,
  credentials: Credentials | undefined,
): HttpRequest {
  if (credentials?.kind === "identity-token") {
    const form = { grant_type: "refresh_token", client_id: client, service, scope };
    return {
      method: "POST",
      url: server.href,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `${new URLSearchParams({ ...form, refresh_token: credentials.token })}`,
    };
  }
  const url = new URL(server);
  if (service !== "") url.searchParams.append("service", service);
  for (const each of scope.split(" ").filter(Boolean)) url.searchParams.append("scope", each);
  const basic = basicOf(credentials);
  return {
    method: "GET",
    url: url.href,
    headers: basic === undefined ? {} : { authorization: basic },
  };
}
