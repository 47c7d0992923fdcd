// `sigstore`: the services of a private Sigstore.
import * as v from "valibot";
import type { Fields } from "./fields.ts";
import { complainOfYaml, parseYaml } from "./yaml.ts";

/** What is undefined is not used. */
export type SigstoreServices = {
  /** Certifies an identity. */
  readonly fulcio: string | undefined;
  /** A public log of signatures. */
  readonly rekor: { readonly url: string; readonly version: 1 | 2 } | undefined;
  /** A timestamp authority, RFC 3161. */
  readonly tsa: string | undefined;
  /** The file by which the signatures are verified. */
  readonly trustedRoot: string | undefined;
};

const url = v.pipe(
  v.string(),
  v.check((text) => /^https?:\/\/[^/\s]/.test(text) && URL.canParse(text), "a URL"),
  v.transform((text) => text.replace(/\/+$/, "")),
);
const entries = {
  fulcio: v.optional(url),
  rekor: v.optional(url),
  "rekor-version": v.optional(v.picklist(["1", "2"], "`1` or `2`"), "1"),
  tsa: v.optional(url),
  "trusted-root": v.optional(v.string()),
};
const services = v.strictObject(entries);
const example = "`fulcio: https://fulcio.internal`";

/** Undefined if the input is empty. */
export async function readSigstore(fields: Fields): Promise<SigstoreServices | undefined> {
  const text = fields.text("sigstore");
  if (text === undefined) return undefined;
  const yaml = await parseYaml(text);
  if (!yaml.ok) {
    fields.complain("sigstore", yaml.problem);
    return undefined;
  }
  const read = v.safeParse(services, yaml.value);
  if (!read.success) {
    const expected = { issues: read.issues, known: Object.keys(entries), example };
    complainOfYaml("sigstore", expected, fields.complain);
    return undefined;
  }
  const { fulcio, rekor, tsa, "rekor-version": version, "trusted-root": trustedRoot } = read.output;
  return {
    ...{ fulcio, tsa, trustedRoot },
    rekor: rekor === undefined ? undefined : { url: rekor, version: version === "2" ? 2 : 1 },
  };
}
