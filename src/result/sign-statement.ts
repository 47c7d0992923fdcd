// What is signed: statements of in-toto, https://github.com/in-toto/attestation/blob/main/spec/v1
import * as v from "valibot";
import type { Digest } from "../domain/digest.ts";

export const statementType = "application/vnd.in-toto+json";

export type Statement = {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly {
    readonly name?: string;
    readonly digest: { readonly sha256: string };
  }[];
  readonly predicateType: string;
  readonly predicate: object;
};

/** A signature as cosign makes it: pkg/types of sigstore/cosign, CosignSignPredicateType. */
export function signatureStatement(digest: Digest): Statement {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256: hexOf(digest) } }],
    predicateType: "https://sigstore.dev/cosign/sign/v1",
    predicate: {},
  };
}

/** What GitHub's token says of the job that has it. */
export const jobClaims = v.object({
  iss: v.string(),
  ref: v.string(),
  sha: v.string(),
  repository: v.string(),
  event_name: v.string(),
  workflow_ref: v.string(),
  job_workflow_ref: v.string(),
  repository_id: v.string(),
  repository_owner_id: v.string(),
  runner_environment: v.string(),
  run_id: v.string(),
  run_attempt: v.string(),
});
type JobClaims = v.InferOutput<typeof jobClaims>;

/**
 * The build's provenance in the form of GitHub's own attestations:
 * https://actions.github.io/buildtypes/workflow/v1
 *
 * @param names `registry/path` of each repository
 */
export function provenanceStatement(
  digest: Digest,
  names: readonly string[],
  { claims, serverUrl }: { readonly claims: JobClaims; readonly serverUrl: string },
): Statement {
  const repository = `${serverUrl}/${claims.repository}`;
  const [path = ""] = claims.workflow_ref.slice(claims.repository.length + 1).split("@");
  const { event_name, repository_id, repository_owner_id, runner_environment } = claims;
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: names.map((name) => ({ name, digest: { sha256: hexOf(digest) } })),
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "https://actions.github.io/buildtypes/workflow/v1",
        externalParameters: { workflow: { ref: claims.ref, repository, path } },
        internalParameters: {
          github: { event_name, repository_id, repository_owner_id, runner_environment },
        },
        resolvedDependencies: [
          { uri: `git+${repository}@${claims.ref}`, digest: { gitCommit: claims.sha } },
        ],
      },
      runDetails: {
        builder: { id: `${serverUrl}/${claims.job_workflow_ref}` },
        metadata: {
          invocationId: `${repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}`,
        },
      },
    },
  };
}

function hexOf(digest: Digest): string {
  return digest.slice("sha256:".length);
}
