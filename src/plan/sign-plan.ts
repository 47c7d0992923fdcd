// Whether and how what was pushed is signed.

import type { SignInputs, SigningKeyText } from "../inputs/sign-inputs.ts";
import type { SigstoreServices } from "../inputs/sign-services.ts";
import type { RegistryAccess } from "./registry-access.ts";

export type SignPlan = {
  /** With what images are signed; undefined if they are not. */
  readonly sign: { readonly signer: SignerPlan; readonly services: SigstoreServices } | undefined;
  /** With what their provenance is attested; undefined if it is not. */
  readonly attest: AttestPlan | undefined;
  readonly access: RegistryAccess;
  /** The run's own, whose files end with the job. */
  readonly folder: string;
  /** No try begins later than this after the first failure, in milliseconds. */
  readonly bound: number;
};

/** Who signs: the holder of a key, or the job, which a token names. */
export type SignerPlan =
  | { readonly kind: "key"; readonly key: SigningKeyText }
  | { readonly kind: "identity"; readonly token: TokenSource };

export type AttestPlan = {
  readonly signer: Extract<SignerPlan, { kind: "identity" }>;
  readonly services: SigstoreServices;
  /** GitHub's API, and what the bundle is sent with; undefined if there is no token for it. */
  readonly store: AttestationStore | undefined;
  /** `https://github.com` */
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
};

export type AttestationStore = {
  /** `https://api.github.com/repos/owner/name/attestations` */
  readonly url: string;
  readonly token: string;
  /** `https://github.com/owner/name/attestations`, below which each has a page. */
  readonly page: string;
};

/** Where the job gets its token: ACTIONS_ID_TOKEN_REQUEST_URL and …_TOKEN. */
export type TokenSource = { readonly url: string; readonly token: string };

/** What the runner says of the job. */
export type SigningJob = {
  /** Undefined if the job has no `id-token: write`. */
  readonly idToken: TokenSource | undefined;
  readonly isPrivate: boolean;
  readonly githubToken: string | undefined;
  readonly event: {
    readonly serverUrl: string;
    readonly apiUrl: string;
    readonly repository: string;
  };
};

// https://github.com/sigstore/root-signing: targets/signing_config.v0.2.json
const publicServices: SigstoreServices = {
  fulcio: "https://fulcio.sigstore.dev",
  rekor: { url: "https://rekor.sigstore.dev", version: 1 },
  tsa: undefined,
  trustedRoot: undefined,
};

// What GitHub has for private repositories, which a public log must not name:
// https://docs.github.com/actions/concepts/security/artifact-attestations
const githubServices: SigstoreServices = {
  fulcio: "https://fulcio.githubapp.com",
  rekor: undefined,
  tsa: "https://timestamp.githubapp.com",
  trustedRoot: undefined,
};

/** Undefined if nothing is to be signed. */
export function planSigning(
  { sign, key, services, attest }: SignInputs,
  job: SigningJob,
  around: Pick<SignPlan, "access" | "folder" | "bound">,
): SignPlan | undefined {
  const { idToken, isPrivate } = job;
  const identity: Extract<SignerPlan, { kind: "identity" }> | undefined =
    idToken === undefined ? undefined : { kind: "identity", token: idToken };
  const signer: SignerPlan | undefined = key === undefined ? identity : { kind: "key", key };
  const signs = sign !== "false" && signer !== undefined;
  const attests = attest && identity !== undefined;
  if (!signs && !attests) return undefined;
  return {
    sign: signs ? { signer, services: services ?? publicServices } : undefined,
    attest: attests
      ? {
          signer: identity,
          services: services ?? (isPrivate ? githubServices : publicServices),
          store: storeOf(job),
          serverUrl: job.event.serverUrl,
          repository: job.event.repository,
        }
      : undefined,
    ...around,
  };
}

/** What an input asks for that the job can't do; undefined if it can. */
export function missingIdentity(
  { sign, key, attest }: SignInputs,
  { idToken }: Pick<SigningJob, "idToken">,
): { readonly input: "sign" | "attest"; readonly problem: string } | undefined {
  if (idToken !== undefined) return undefined;
  const problem =
    "needs the job's own token, which it may not have; add `id-token: write` to the job's `permissions`, beside `contents: read` and what the push needs, such as `packages: write`";
  if (attest) return { input: "attest", problem };
  if (sign !== "true" || key !== undefined) return undefined;
  return { input: "sign", problem: `${problem}; or give a key in \`sign-key\`` };
}

// https://docs.github.com/rest/repos/attestations#create-an-attestation
function storeOf({ githubToken, event }: SigningJob): AttestationStore | undefined {
  if (githubToken === undefined || event.repository === "") return undefined;
  const { apiUrl, serverUrl, repository } = event;
  return {
    url: `${apiUrl}/repos/${repository}/attestations`,
    token: githubToken,
    page: `${serverUrl}/${repository}/attestations`,
  };
}
