// The words in which a registry refuses.
import { STATUS_CODES } from "node:http";
import * as v from "valibot";

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
const refusal = v.object({
  errors: v.array(v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })),
});

/** `it answers 403 Forbidden (DENIED: requested access is denied)` */
export function wordsOfAnswer(status: number, body: string): string {
  const title = `it answers ${status} ${STATUS_CODES[status] ?? ""}`.trimEnd();
  const details = detailsIn(body).join(", ");
  return details === "" ? title : `${title} (${details})`;
}

function detailsIn(body: string): readonly string[] {
  try {
    const { errors } = v.parse(refusal, JSON.parse(body));
    return errors.map(({ code, message }) => [code, message].filter(Boolean).join(": "));
  } catch {
    return [];
  }
}
