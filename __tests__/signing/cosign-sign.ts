// Signs with the real cosign, to compare with.
import { cosign, type Ended, type RegistryOptions, registryAccess } from "./cosign.ts";
import type { PrivateSigstore } from "./private-sigstore.ts";
import type { SigningKey } from "./signing-key.ts";

/**
 * `cosign sign` for several digests in one process: by the job that a private Sigstore certifies, or
 * by a key of cosign's own form, which a log of that Sigstore notes if both are given.
 */
export async function cosignSign(
  references: readonly string[],
  by: {
    readonly sigstore?: PrivateSigstore;
    readonly key?: SigningKey;
  },
  options: RegistryOptions & { readonly recursive?: boolean } = {},
): Promise<Ended> {
  const { sigstore, key } = by;
  const authority = sigstore?.authority;
  const { flags, environment } = registryAccess(options);
  return await cosign(
    [
      ...["sign", "--yes", ...flags],
      ...(options.recursive === true ? ["--recursive"] : []),
      ...(key === undefined ? [] : [`--key=${key.privateKeyFile}`]),
      ...(sigstore === undefined
        ? ["--tlog-upload=false", "--use-signing-config=false"]
        : [`--signing-config=${sigstore.signingConfig}`, `--trusted-root=${sigstore.trustedRoot}`]),
      ...references,
    ],
    {
      ...environment,
      ...sigstore?.environment,
      ...(authority === undefined ? {} : { SSL_CERT_FILE: authority }),
      ...(key === undefined ? {} : { COSIGN_PASSWORD: key.password }),
    },
  );
}
