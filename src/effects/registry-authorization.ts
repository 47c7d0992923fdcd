// What a registry wants to be shown: https://distribution.github.io/distribution/spec/auth/token/
import * as v from "valibot";
import { RegistryError } from "../domain/errors.ts";
import type { HttpAnswer, HttpRequest } from "./http-request.ts";
import type { Credentials } from "./registry-credentials.ts";

const token = v.object({ token: v.optional(v.string()), access_token: v.optional(v.string()) });
const client = "crossbuild";

/**
 * The header that answers a challenge; undefined where nobody is logged in, and none is given.
 *
 * @throws RegistryError where a token is refused
 */
export async function authorize(
  challenge: string,
  credentials: Credentials | undefined,
  ask: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<string | undefined> {
  if (!/^bearer /i.test(challenge)) return basicOf(credentials);
  const { realm = "", ...fields } = Object.fromEntries(
    Array.from(challenge.matchAll(/(\w+)="([^"]*)"/g), ([, name = "", value = ""]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const asked = tokenRequest(realm, fields, credentials);
  let answer = await ask(asked);
  // Token servers refuse now and then what they take a moment later.
  if (answer.status !== 200) answer = await ask(asked);
  if (answer.status !== 200) {
    const words = `${new URL(realm).host} gives no token: it answers ${answer.status}`;
    throw new RegistryError("asking for a token", { words, status: answer.status });
  }
  const given = v.parse(token, JSON.parse(answer.body.toString()));
  return `Bearer ${given.token ?? given.access_token}`;
}

function basicOf(credentials: Credentials | undefined): string | undefined {
  if (credentials?.kind !== "password") return undefined;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}

// An identity token is shown as OAuth 2's refresh token; everything else by GET.
function tokenRequest(
  realm: string,
  fields: Readonly<Record<string, string>>,
  credentials: Credentials | undefined,
): HttpRequest {
  const { service = "", scope = "" } = fields;
  if (credentials?.kind === "identity-token") {
    const form = { grant_type: "refresh_token", client_id: client, service, scope };
    return {
      method: "POST",
      url: realm,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `${new URLSearchParams({ ...form, refresh_token: credentials.token })}`,
    };
  }
  const basic = basicOf(credentials);
  return {
    method: "GET",
    url: `${realm}?${new URLSearchParams(fields)}`,
    headers: basic === undefined ? {} : { authorization: basic },
  };
}
