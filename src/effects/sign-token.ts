// The token by which the job proves to others what it is.
import * as v from "valibot";
import { SigstoreError } from "../domain/sign-errors.ts";
import type { TokenSource } from "../plan/sign-plan.ts";
import type { Http } from "./http-client.ts";
import { askService } from "./sign-fetch.ts";

const answer = v.object({ value: v.string() });
const audience = "sigstore";

/**
 * Asks GitHub for it; it is valid for some minutes:
 * https://docs.github.com/actions/reference/security/oidc
 *
 * @throws SigstoreError if none comes
 */
export async function askToken(source: TokenSource, http: Http): Promise<string> {
  const url = new URL(source.url);
  url.searchParams.set("audience", audience);
  const headers = { accept: "application/json", authorization: `Bearer ${source.token}` };
  const { body } = await askService(http, { method: "GET", url: url.href, headers });
  try {
    return v.parse(answer, JSON.parse(body.toString())).value;
  } catch (cause) {
    throw new SigstoreError(url.host, { words: "its answer has no token", cause });
  }
}

/** What a token says, without a look at its signature. @throws Error if it is none */
export function claimsOf(token: string): unknown {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString());
}
