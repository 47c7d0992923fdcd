// What a private Sigstore consists of: the services' addresses, and what their answers are checked by.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Addresses without a path, and PEM texts. */
export type Services = AsyncDisposable & {
  readonly fulcio: { readonly url: string; readonly certificates: string };
  readonly rekor: {
    readonly url: string;
    readonly version: 1 | 2;
    readonly publicKey: string;
    /** What the log calls itself; if undefined, it is its host. */
    readonly origin?: string;
  };
  readonly tsa: { readonly url: string; readonly certificates: string };
  /** The public key of the log of certificates, if there is one. */
  readonly certificateLog: string | undefined;
};

const path = "/api/v1/timestamp";
const since = "2024-01-01T00:00:00Z";

/** The arguments of `cosign trusted-root create` for these services, with its files in `folder`. */
export async function trustedRootFlags(
  { fulcio, rekor, tsa, certificateLog }: Services,
  folder: string,
): Promise<readonly string[]> {
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const chain = async (name: string, text: string) =>
    `certificate-chain=${await file(name, text)},start-time=${since}`;
  const key = async (name: string, text: string) =>
    `public-key=${await file(name, text)},start-time=${since}`;
  const origin = rekor.origin === undefined ? "" : `,origin=${rekor.origin}`;
  return [
    `--fulcio=url=${fulcio.url},${await chain("fulcio.pem", fulcio.certificates)}`,
    `--rekor=url=${rekor.url},${await key("rekor.pub", rekor.publicKey)}${origin}`,
    `--tsa=url=${tsa.url}${path},${await chain("tsa.pem", tsa.certificates)}`,
    ...(certificateLog === undefined
      ? []
      : [`--ctfe=url=${fulcio.url},${await key("ctfe.pub", certificateLog)}`]),
  ];
}

/** The arguments of `cosign signing-config create` for them. */
export function signingConfigFlags(
  { fulcio, rekor, tsa }: Services,
  issuer: string,
): readonly string[] {
  const service = (url: string, version: number) =>
    `url=${url},api-version=${version},start-time=${since},operator=test`;
  return [
    `--fulcio=${service(fulcio.url, 1)}`,
    `--rekor=${service(rekor.url, rekor.version)}`,
    "--rekor-config=ANY",
    `--tsa=${service(`${tsa.url}${path}`, 1)}`,
    "--tsa-config=ANY",
    `--oidc-provider=${service(issuer, 1)}`,
  ];
}
