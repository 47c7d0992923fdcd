// Asks a registry whether it takes a login, where docker can't ask.
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { parseChallenges } from "../domain/challenge.ts";
import type { Login } from "../inputs/login-inputs.ts";

const timeoutMilliseconds = 10_000;

/**
 * The registry's words where it refuses user name and password, or where it does not answer. One
 * that asks for a token in place of a password is told by the push.
 *
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#determining-support
 */
export async function refusesLogin(
  { registry, username, password }: Login,
  { plainHttp }: { readonly plainHttp: boolean },
): Promise<string | undefined> {
  const request = plainHttp ? httpRequest : httpsRequest;
  const options = {
    auth: `${username}:${password}`,
    timeout: timeoutMilliseconds,
    rejectUnauthorized: false,
  };
  return await new Promise((resolve) => {
    const asked = request(
      `${plainHttp ? "http" : "https"}://${registry}/v2/`,
      options,
      (answer) => {
        answer.resume();
        const challenges = parseChallenges(answer.headers["www-authenticate"] ?? "");
        const schemes = challenges.map(({ scheme }) => scheme);
        const asksAgain = schemes.includes("basic") && !schemes.includes("bearer");
        const refused = answer.statusCode === 401 && asksAgain;
        resolve(
          refused || answer.statusCode === 403 ? `it answers ${answer.statusCode}` : undefined,
        );
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("timeout: it does not answer")));
    asked.on("error", (error) => resolve(error.message));
    asked.end();
  });
}
