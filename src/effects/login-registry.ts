// Asks a registry whether it accepts a login, if docker can't ask.

import { parseChallenges } from "../domain/challenge.ts";
import { messageOf } from "../domain/message-of.ts";
import type { Login } from "../inputs/login-inputs.ts";
import { discard } from "./http-answer.ts";
import { httpClient, type Proxies } from "./http-client.ts";

const timeoutMilliseconds = 10_000;

/**
 * The registry's words if it refuses user name and password, or if it does not answer. One
 * that asks for a token in place of a password is told by the push.
 *
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#determining-support
 */
export async function refusesLogin(
  { registry, username, password }: Login,
  { plainHttp, proxies }: { readonly plainHttp: boolean; readonly proxies: Proxies },
): Promise<string | undefined> {
  const http = httpClient(proxies, { rejectUnauthorized: false });
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  try {
    const { status, headers, body } = await http({
      method: "GET",
      url: `${plainHttp ? "http" : "https"}://${registry}/v2/`,
      headers: { authorization: `Basic ${basic}` },
      follows: () => false,
      within: timeoutMilliseconds,
    });
    discard(body);
    const challenges = parseChallenges(headers["www-authenticate"] ?? "");
    const schemes = challenges.map(({ scheme }) => scheme);
    const asksAgain = schemes.includes("basic") && !schemes.includes("bearer");
    const refused = status === 403 || (status === 401 && asksAgain);
    return refused ? `it answers ${status}` : undefined;
  } catch (error) {
    return messageOf(error);
  }
}
