// A statement that Sigstore's JavaScript signs, with the services of the mock's version 1.
import { bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder, FulcioSigner, RekorWitness, TSAWitness } from "@sigstore/sign";
import { parse } from "yaml";
import type { PrivateSigstore } from "./private-sigstore.ts";

/** @returns the bundle's JSON */
export async function scriptSigned(
  { sigstore, environment }: PrivateSigstore,
  statement: object,
): Promise<string> {
  const { fulcio, rekor, tsa }: Readonly<Record<string, string>> = parse(sigstore);
  const identityProvider = { getToken: () => tokenFor(environment) };
  const builder = new DSSEBundleBuilder({
    signer: new FulcioSigner({ identityProvider, fulcioBaseURL: fulcio ?? "" }),
    witnesses: [
      new RekorWitness({ rekorBaseURL: rekor ?? "", entryType: "dsse" }),
      new TSAWitness({ tsaBaseURL: tsa ?? "" }),
    ],
  });
  const data = Buffer.from(JSON.stringify(statement));
  return JSON.stringify(
    bundleToJSON(await builder.create({ data, type: "application/vnd.in-toto+json" })),
  );
}

/** A token of the job's, for the audience `sigstore`, as GitHub's toolkit asks for it. */
export async function tokenFor(environment: PrivateSigstore["environment"]): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}&audience=sigstore`, { headers });
  const { value }: { readonly value: string } = JSON.parse(await answer.text());
  return value;
}
