// The inputs that sign and attest what was pushed.
import type { Fields } from "./fields.ts";
import { readSigstore, type SigstoreServices } from "./sign-services.ts";

export type SignInputs = {
  /** `auto`: if there is a key, or the job may have a token. */
  readonly sign: (typeof choices)[number];
  /** Undefined: the job's own identity signs. */
  readonly key: SigningKeyText | undefined;
  /** Undefined: the public Sigstore. */
  readonly services: SigstoreServices | undefined;
  /** Whether build provenance is attested with the job's identity. */
  readonly attest: boolean;
};

export type SigningKeyText = { readonly pem: string; readonly password: string };

const choices = ["false", "true", "auto"] as const;

// RFC 7468, section 2; cosign's own keys are `ENCRYPTED SIGSTORE PRIVATE KEY`.
const privateKey =
  /^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n.*-----END [A-Z0-9 ]*PRIVATE KEY-----$/s;

export async function readSigning(fields: Fields): Promise<SignInputs> {
  const { complain } = fields;
  const sign = fields.choice("sign", choices);
  const pem = fields.text("sign-key");
  const password = fields.text("sign-key-password");
  const services = await readSigstore(fields);
  const attest = fields.flag("attest", false);
  if (pem !== undefined && !privateKey.test(pem)) {
    complain(
      "sign-key",
      "is no private key; give the text of one, as `cosign generate-key-pair` makes it, which begins with `-----BEGIN … PRIVATE KEY-----`, not the name of its file",
    );
  }
  if (password !== undefined && pem === undefined) {
    complain(
      "sign-key-password",
      "there is no key that it opens: `sign-key` is empty, as a secret is that the repository does not have",
    );
  }
  if (sign === "false" && pem !== undefined) {
    complain("sign-key", "has no effect with `sign: false`; write `sign: true`");
  }
  if (sign === "false" && !attest && services !== undefined) {
    complain("sigstore", "has no effect without `sign: true` or `attest: true`");
  }
  const needsIdentity = attest || (sign !== "false" && pem === undefined);
  if (services !== undefined && needsIdentity) complainOfServices(services, complain);
  return {
    sign,
    key: pem === undefined ? undefined : { pem, password: password ?? "" },
    services,
    attest,
  };
}

// A certificate of Fulcio's holds for ten minutes: something has to say that it was used in them.
function complainOfServices(
  { fulcio, rekor, tsa }: SigstoreServices,
  complain: Fields["complain"],
): void {
  if (fulcio === undefined) {
    complain(
      "sigstore",
      "has no `fulcio`, which certifies the job's identity; write its URL, or give a key in `sign-key`",
    );
  } else if (rekor === undefined && tsa === undefined) {
    complain(
      "sigstore",
      "has neither `rekor` nor `tsa`, one of which has to witness when a certificate was used; write the URL of one",
    );
  } else if (rekor?.version === 2 && tsa === undefined) {
    complain(
      "sigstore",
      "has no `tsa`: version 2 of Rekor says nothing of the time, so a timestamp authority has to; write its URL",
    );
  }
}
