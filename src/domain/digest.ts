// A content digest, as the OCI image specification's descriptor.md writes it.
import { type Parsed, parsed, refused } from "./parsed.ts";

/** `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly digest: unique symbol };

const form = /^sha256:[0-9a-f]{64}$/;

export function parseDigest(text: string): Parsed<Digest> {
  return form.test(text)
    ? parsed(text as Digest)
    : refused(`\`${text}\` is not a digest; a digest is \`sha256:\` and 64 hexadecimal digits`);
}
