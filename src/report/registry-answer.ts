// The words in which a registry refuses.
import * as v from "valibot";
import { formatDuration } from "../domain/duration.ts";

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
const refusal = v.object({
  errors: v.array(v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })),
});

type Further = {
  /** The host that answered, if a redirect led to another. */
  readonly elsewhere?: string | undefined;
};

/** `reason`: HTTP's own words for the status, as `Forbidden`. */
type StatusLine = { readonly status: number; readonly reason: string | undefined };

/** `it answers 403 Forbidden (DENIED: requested access is denied)` */
export function wordsOfAnswer(
  { status, reason = "" }: StatusLine,
  body: string,
  { elsewhere = "it" }: Further = {},
): string {
  const title = `${elsewhere} answers ${status} ${reason}`.trimEnd();
  const details = detailsIn(body).join(", ");
  return details === "" ? title : `${title} (${details})`;
}

/** Whether a web page came in place of what was asked for, as from a login portal. */
export function isWebPage(contentType: string | undefined, body: string): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "") && /^\s*</.test(body);
}

export function webPageWords({ elsewhere = "it" }: Further): string {
  return `${elsewhere} answers with a web page, as login portals and proxies do, not a registry's response`;
}

/** @param patience how long is waited at most; both are milliseconds */
export function laterWords(wait: number, patience: number): string {
  return `it asks to wait ${formatDuration(wait)}, and reading back waits ${formatDuration(patience)} at most`;
}

function detailsIn(body: string): readonly string[] {
  try {
    const { errors } = v.parse(refusal, JSON.parse(body));
    return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
  } catch {
    return [];
  }
}
