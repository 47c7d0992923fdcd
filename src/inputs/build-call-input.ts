// The `call` input: what buildx does with the Dockerfile in place of building it.
import { notOneOf } from "../domain/nearest.ts";
import { readAttributes } from "./attributes.ts";
import type { Fields } from "./fields.ts";

export type Call = {
  readonly method: "check" | "outline" | "targets";
  /** As given: `check,format=json`. */
  readonly text: string;
};

const methods = ["check", "outline", "targets"] as const;
const words = ["build", ...methods];

/** Undefined if the image is built. */
export function readCall(fields: Fields): Call | undefined {
  const text = fields.text("call");
  if (text === undefined) return undefined;
  const [first, ...options] = readAttributes("call", text, fields.complain).fields;
  const given = first?.key ?? "";
  const method = methods.find((known) => known === given);
  if (first?.value !== undefined || !words.includes(given)) {
    fields.complain("call", notOneOf(given, words));
  }
  for (const { key, value } of options) {
    if (value !== undefined) continue;
    fields.complain(
      "call",
      `\`${key}\` has no value; write \`key=value\`, as in \`${given},format=json\``,
    );
  }
  return method === undefined ? undefined : { method, text };
}
