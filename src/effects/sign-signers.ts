// Who signs: a key, or the job's identity.
import * as v from "valibot";
import type { SigstoreServices } from "../inputs/sign-services.ts";
import type { SignPlan } from "../plan/sign-plan.ts";
import { jobClaims, provenanceStatement, signatureStatement } from "../result/sign-statement.ts";
import type { Subject } from "../result/sign-subjects.ts";
import type { Http } from "./http-client.ts";
import {
  type CertifiedIdentity,
  identitySigner,
  keySigner,
  type SignedStatement,
  type StatementSigner,
} from "./sign-bundle.ts";
import { openKey } from "./sign-key.ts";
import { askToken, claimsOf } from "./sign-token.ts";

/** Each signs one index or manifest; undefined if that was not asked for. */
export type Signers = {
  readonly signature: ((subject: Subject) => Promise<SignedStatement>) | undefined;
  /** @param names `registry/path` of each repository that has the subject */
  readonly provenance:
    | ((subject: Subject, names: readonly string[]) => Promise<SignedStatement>)
    | undefined;
  /** Who has signed the images, once one is signed; undefined if a key has. */
  identity(): Promise<Identity | undefined>;
};

/** A certified identity, and who vouches for it. */
type Identity = CertifiedIdentity & { readonly issuer: string };

/** GitHub's tokens are valid for some minutes, and a service may be asked again for as long. */
const tokenMilliseconds = 60_000;
const issued = v.object({ iss: v.string() });

/** @param mask keeps the job's token out of the log */
export async function signersOf(
  { sign, attest }: SignPlan,
  { http, mask }: { readonly http: Http; readonly mask: (secret: string) => void },
): Promise<Signers> {
  const source = attest?.signer ?? (sign?.signer.kind === "identity" ? sign.signer : undefined);
  let asked: Promise<string> | undefined;
  let until = 0;
  const token = async () => {
    if (source === undefined) throw new Error("no token is needed");
    if (asked === undefined || Date.now() > until) {
      until = Date.now() + tokenMilliseconds;
      asked = askToken(source.token, http).then((text) => {
        mask(text);
        return text;
      });
      asked.catch(() => {
        asked = undefined;
      });
    }
    return await asked;
  };
  const claims = async () => claimsOf(await token());
  const byIdentity = (services: SigstoreServices) => identitySigner(token, services, http);
  const signer = sign && (await imageSigner(sign, byIdentity, http));
  const attester = attest && byIdentity(attest.services);
  return {
    signature: signer && ((subject) => signer.sign(signatureStatement(subject.digest))),
    provenance:
      attester &&
      (async ({ digest }, names) => {
        const job = v.parse(jobClaims, await claims());
        const { serverUrl } = attest;
        return await attester.sign(provenanceStatement(digest, names, { claims: job, serverUrl }));
      }),
    identity: async () => {
      const certified = signer?.identity();
      if (certified === undefined) return undefined;
      return { ...certified, issuer: v.parse(issued, await claims()).iss };
    },
  };
}

async function imageSigner(
  { signer, services }: NonNullable<SignPlan["sign"]>,
  byIdentity: (services: SigstoreServices) => StatementSigner,
  http: Http,
): Promise<StatementSigner> {
  if (signer.kind === "identity") return byIdentity(services);
  const key = await openKey(signer.key);
  // It could be opened when the inputs were checked.
  if (!key.ok) throw new Error(`\`sign-key\` ${key.problem}`);
  return keySigner(key.value, services, http);
}
