// Whether what the inputs ask for can be signed, before anything is built.
import { complaintOf } from "../inputs/complaint.ts";
import type { SignInputs } from "../inputs/sign-inputs.ts";
import { missingIdentity, type SigningJob } from "../plan/sign-plan.ts";

type CheckedSigning = {
  /** As they are acted on: what is not pushed is not signed. */
  readonly inputs: SignInputs;
  readonly problems: readonly string[];
};

/** @param isPushed whether there is something in a registry in the end */
export async function checkSigning(
  inputs: SignInputs,
  isPushed: boolean,
  job: Pick<SigningJob, "idToken">,
): Promise<CheckedSigning> {
  if (!isPushed) return { inputs: { ...inputs, sign: "false", attest: false }, problems: [] };
  const missing = missingIdentity(inputs, job);
  const problems = missing === undefined ? [] : [complaintOf(missing.input, missing.problem)];
  if (inputs.sign === "false" || inputs.key === undefined) return { inputs, problems };
  const { openKey } = await import("./sign-key.ts");
  const key = await openKey(inputs.key);
  if (!key.ok) return { inputs, problems: [...problems, complaintOf("sign-key", key.problem)] };
  if (key.value.hash === null && inputs.services?.rekor?.version === 2) {
    const problem =
      "is an Ed25519 key, which version 2 of Rekor takes in another form; take one of P-256";
    return { inputs, problems: [...problems, complaintOf("sign-key", problem)] };
  }
  return { inputs, problems };
}
