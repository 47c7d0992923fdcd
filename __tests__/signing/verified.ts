// Whether an image is signed, in the eyes of the real cosign.
import { cosign, type Ended, type RegistryOptions, registryAccess } from "./cosign.ts";

export type VerifyOptions = RegistryOptions & {
  /** False if the signature is in no log; that is not checked then. */
  readonly isLogged?: boolean;
};

/** Who must have signed. A private Sigstore is one. */
export type Signer =
  | {
      /** The file of the public key. */
      readonly key: string;
      /** By which its entry in a log is checked; none is needed if it is not logged. */
      readonly trustedRoot?: string;
    }
  | {
      readonly identity: string;
      readonly issuer: string;
      readonly trustedRoot: string;
      readonly hasCertificateLog?: boolean;
    };

/** `cosign verify`: exit code 0, and the signatures on standard output, if `signer` has signed. */
export async function verified(
  reference: string,
  signer: Signer,
  options: VerifyOptions = {},
): Promise<Ended> {
  const { isLogged = true } = options;
  const { flags, environment } = registryAccess(options);
  const byCertificate = "identity" in signer;
  const hasCertificateLog = byCertificate && (signer.hasCertificateLog ?? true);
  return await cosign(
    [
      ...["verify", ...flags],
      ...(byCertificate
        ? [
            `--certificate-identity=${signer.identity}`,
            `--certificate-oidc-issuer=${signer.issuer}`,
          ]
        : [`--key=${signer.key}`]),
      ...(byCertificate && !hasCertificateLog ? ["--insecure-ignore-sct"] : []),
      ...(signer.trustedRoot === undefined ? [] : [`--trusted-root=${signer.trustedRoot}`]),
      ...(isLogged ? [] : ["--insecure-ignore-tlog"]),
      reference,
    ],
    environment,
  );
}
