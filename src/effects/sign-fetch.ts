// Stands for make-fetch-happen in the bundle (scripts/bundle.ts), so that what @sigstore/sign asks goes
// by our own client: with the runner's proxies, and the registries' certificate authorities.
import { AsyncLocalStorage } from "node:async_hooks";
import * as v from "valibot";
import { messageOf } from "../domain/message-of.ts";
import { SigstoreError } from "../domain/sign-errors.ts";
import { parseRetryAfter } from "../plan/retry-verdict.ts";
import { wordsOfAnswer } from "../report/registry-answer.ts";
import { type HttpAnswer, wholeAnswer } from "./http-answer.ts";
import type { Http } from "./http-client.ts";
import type { HttpRequest } from "./http-request.ts";

/** Version 2 of Rekor answers once a batch of entries is logged. */
const silence = 60_000;
const http = new AsyncLocalStorage<Http>();

/** Does what makes the library ask, which it does by this client. */
export function askingBy<T>(client: Http, work: () => Promise<T>): Promise<T> {
  return http.run(client, work);
}

type Options = {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** As much of fetch's response as the library reads. @throws SigstoreError unless there is one */
export default async function askLibrary(url: string, { method, headers, body }: Options) {
  const client = http.getStore();
  if (client === undefined) throw new Error("no client was given for this request");
  const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
  const answer = await askService(client, request, [409]);
  return {
    ok: answer.status < 300,
    status: answer.status,
    statusText: answer.reason ?? "",
    headers: { get: (name: string) => answer.headers[name]?.toString() ?? null },
    json: async () => JSON.parse(answer.body.toString()) as unknown,
    buffer: async () => answer.body,
  };
}

/**
 * Asks a service that signing needs.
 *
 * @param taken statuses that are taken beside those of success
 * @throws SigstoreError if it refuses, or does not answer
 */
export async function askService(
  client: Http,
  request: HttpRequest,
  taken: readonly number[] = [],
): Promise<HttpAnswer> {
  const { host } = new URL(request.url);
  const answer = await client({ silence, ...request })
    .then(wholeAnswer)
    .catch((cause: unknown) => {
      throw new SigstoreError(host, { words: messageOf(cause), cause });
    });
  const { status, reason, headers } = answer;
  if (status < 300 || taken.includes(status)) return answer;
  const wait = headers["retry-after"];
  const pause = wait === undefined ? undefined : parseRetryAfter(wait, Date.now());
  throw new SigstoreError(host, {
    words: [wordsOfAnswer({ status, reason }, ""), ...messageIn(answer.body.toString())].join(": "),
    status,
    until: pause === undefined ? undefined : new Date(Date.now() + pause),
  });
}

// Fulcio, Rekor and GitHub say it in the same place.
const refusal = v.object({ message: v.string() });

function messageIn(body: string): readonly string[] {
  try {
    return [v.parse(refusal, JSON.parse(body)).message];
  } catch {
    return [];
  }
}
