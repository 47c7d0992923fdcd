// Signs statements, as Sigstore bundles; loaded only by a run that signs.
import { createHash, createPublicKey, sign } from "node:crypto";
import { bundleToJSON } from "@sigstore/bundle";
import { X509Certificate } from "@sigstore/core";
import {
  DSSEBundleBuilder,
  FulcioSigner,
  RekorWitness,
  type Signature,
  type Signer,
  TSAWitness,
  type Witness,
} from "@sigstore/sign";
import { SigstoreError } from "../domain/sign-errors.ts";
import type { SigstoreServices } from "../inputs/sign-services.ts";
import { type Statement, statementType } from "../result/sign-statement.ts";
import type { Http } from "./http-client.ts";
import { askingBy } from "./sign-fetch.ts";
import { type SigningKey, temporaryKey } from "./sign-key.ts";
import { logWitness } from "./sign-rekor.ts";

/** A signed statement: https://docs.sigstore.dev/about/bundle/ */
export type SignedStatement = {
  /** `application/vnd.dev.sigstore.bundle.v0.3+json` */
  readonly mediaType: string;
  /** The bundle as JSON. */
  readonly text: string;
  readonly predicateType: string;
};

export type StatementSigner = {
  /** @throws SigstoreError if a service refuses, or does not answer */
  sign(statement: Statement): Promise<SignedStatement>;
  /** Who has signed, once something is; undefined if it was the holder of a key. */
  identity(): CertifiedIdentity | undefined;
};

export type CertifiedIdentity = {
  /** `https://github.com/owner/name/.github/workflows/release.yml@refs/tags/v1` */
  readonly name: string;
  /** Whether a public log has the certificate, as verifiers want by default. */
  readonly isLogged: boolean;
};

/** Signs with a private key of the user's. */
export function keySigner(
  key: SigningKey,
  services: SigstoreServices,
  http: Http,
): StatementSigner {
  const der = createPublicKey(key.publicKey).export({ type: "spki", format: "der" });
  const hint = createHash("sha256").update(der).digest("base64");
  return {
    identity: () => undefined,
    sign: (statement) =>
      signedBy({ signer: holding(key), key, hint }, statement, { services, http }),
  };
}

/**
 * Signs with keys that are thrown away, certified for the identity that a token tells. One certificate
 * serves for all that is signed within minutes.
 */
export function identitySigner(
  token: () => Promise<string>,
  services: SigstoreServices,
  http: Http,
): StatementSigner {
  const key = temporaryKey();
  const holder = holding(key);
  const fulcio = new FulcioSigner({
    identityProvider: { getToken: token },
    fulcioBaseURL: services.fulcio ?? "",
    keyHolder: holder,
  });
  let certified: Promise<string> | undefined;
  let until = 0;
  const certificate = async (data: Buffer) => {
    if (certified === undefined || Date.now() > until) {
      until = Date.now() + certificateMilliseconds;
      certified = fulcio.sign(data).then(({ key: own }) => certificateIn(own));
      certified.catch(() => {
        certified = undefined;
      });
    }
    return await certified;
  };
  let identity: CertifiedIdentity | undefined;
  const signer: Signer = {
    sign: async (data) => {
      const pem = await certificate(data);
      identity = identityIn(pem);
      const { signature } = await holder.sign(data);
      return { signature, key: { $case: "x509Certificate", certificate: pem } };
    },
  };
  return {
    identity: () => identity,
    sign: (statement) => signedBy({ signer, key, hint: undefined }, statement, { services, http }),
  };
}

/** Fulcio's certificates hold for ten minutes, in which a signature has to be witnessed. */
const certificateMilliseconds = 5 * 60_000;

function holding({ privateKey, publicKey, hash }: SigningKey): Signer {
  return {
    sign: async (data) => ({
      signature: sign(hash, data, privateKey),
      key: { $case: "publicKey", publicKey },
    }),
  };
}

function certificateIn(key: Signature["key"]): string {
  if (key.$case === "x509Certificate") return key.certificate;
  throw new Error("Fulcio gave no certificate");
}

function identityIn(pem: string): CertifiedIdentity {
  const { subjectAltName = "", extSCT } = X509Certificate.parse(pem);
  return { name: subjectAltName, isLogged: (extSCT?.signedCertificateTimestamps.length ?? 0) > 0 };
}

type Signing = {
  readonly signer: Signer;
  readonly key: SigningKey;
  /** By which verifiers may look a public key up; undefined if there is a certificate. */
  readonly hint: string | undefined;
};

async function signedBy(
  { signer, key, hint }: Signing,
  statement: Statement,
  { services, http }: { readonly services: SigstoreServices; readonly http: Http },
): Promise<SignedStatement> {
  const { rekor, tsa } = services;
  const witnesses: Witness[] = [
    ...(rekor === undefined
      ? []
      : rekor.version === 2
        ? [logWitness(rekor.url, key, http)]
        : [new RekorWitness({ rekorBaseURL: rekor.url })]),
    ...(tsa === undefined ? [] : [new TSAWitness({ tsaBaseURL: tsa })]),
  ];
  const data = Buffer.from(JSON.stringify(statement));
  const bundle = await askingBy(http, () =>
    new DSSEBundleBuilder({ signer, witnesses }).create({ data, type: statementType }),
  ).catch((error: unknown) => {
    throw serviceErrorIn(error) ?? error;
  });
  // It is told only now: cosign takes no signature whose envelope names the key.
  const { content } = bundle.verificationMaterial;
  if (content.$case === "publicKey" && hint !== undefined) content.publicKey.hint = hint;
  const { predicateType } = statement;
  const text = JSON.stringify(bundleToJSON(bundle));
  return { mediaType: bundle.mediaType, text, predicateType };
}

// The library wraps what its client throws.
function serviceErrorIn(error: unknown): SigstoreError | undefined {
  if (error instanceof SigstoreError) return error;
  return error instanceof Error && error.cause !== undefined
    ? serviceErrorIn(error.cause)
    : undefined;
}
