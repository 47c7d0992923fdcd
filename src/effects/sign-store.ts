// GitHub's store of attestations, where `gh attestation verify` finds them.
import * as v from "valibot";
import { SigstoreError } from "../domain/sign-errors.ts";
import type { AttestationStore } from "../plan/sign-plan.ts";
import type { Http } from "./http-client.ts";
import type { SignedStatement } from "./sign-bundle.ts";
import { askService } from "./sign-fetch.ts";

const stored = v.object({ id: v.number() });

/**
 * Stores attestations, and returns the page of each that was taken. If the job may not, `warn` is told
 * so once: they are in the registry, too.
 *
 * https://docs.github.com/rest/repos/attestations#create-an-attestation
 */
export function attestationStore(
  store: AttestationStore | undefined,
  { http, warn }: { readonly http: Http; readonly warn: (message: string) => unknown },
): (statement: SignedStatement) => Promise<readonly string[]> {
  let isRefused = false;
  return async ({ text }) => {
    if (store === undefined || isRefused) return [];
    const { url, token, page } = store;
    try {
      const { body } = await askService(http, {
        ...{ method: "POST", url, body: `{"bundle":${text}}` },
        headers: {
          accept: "application/vnd.github+json",
          "content-type": "application/json",
          "x-github-api-version": "2022-11-28",
          authorization: `Bearer ${token}`,
        },
      });
      return [`${page}/${v.parse(stored, JSON.parse(body.toString())).id}`];
    } catch (error) {
      if (!(error instanceof SigstoreError) || !refusals.has(error.status ?? 0)) throw error;
      if (!isRefused) {
        warn(
          `GitHub did not take the attestations, which are in the registry: ${error.words}. Give the job \`attestations: write\` in its \`permissions\``,
        );
      }
      isRefused = true;
      return [];
    }
  };
}

// Enterprise servers may have no such store.
const refusals: ReadonlySet<number> = new Set([401, 403, 404]);
