import { expect, test } from "vitest";
import { digestOf } from "../../src/effects/sha256.ts";
import { provenanceStatement, signatureStatement } from "../../src/result/sign-statement.ts";

const digest = digestOf("image");
const sha256 = digest.slice("sha256:".length);

test("a signature is cosign's statement about a digest", () => {
  expect(signatureStatement(digest)).toEqual({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256 } }],
    predicateType: "https://sigstore.dev/cosign/sign/v1",
    predicate: {},
  });
});

test("provenance is what actions/attest-build-provenance makes of the job's token", () => {
  const claims = {
    iss: "https://token.actions.githubusercontent.com",
    ref: "refs/tags/v1.2.3",
    sha: "c0ffee".padEnd(40, "0"),
    repository: "octo/hello",
    event_name: "push",
    workflow_ref: "octo/hello/.github/workflows/release.yml@refs/tags/v1.2.3",
    job_workflow_ref: "octo/shared/.github/workflows/image.yml@refs/heads/main",
    ...{ repository_id: "1", repository_owner_id: "2", runner_environment: "github-hosted" },
    ...{ run_id: "42", run_attempt: "3" },
  };
  const serverUrl = "https://github.com";
  const names = ["ghcr.io/octo/hello", "docker.io/octo/hello"];
  expect(provenanceStatement(digest, names, { claims, serverUrl })).toEqual({
    _type: "https://in-toto.io/Statement/v1",
    subject: names.map((name) => ({ name, digest: { sha256 } })),
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "https://actions.github.io/buildtypes/workflow/v1",
        externalParameters: {
          workflow: {
            ref: "refs/tags/v1.2.3",
            repository: "https://github.com/octo/hello",
            path: ".github/workflows/release.yml",
          },
        },
        internalParameters: {
          github: {
            ...{ event_name: "push", repository_id: "1", repository_owner_id: "2" },
            runner_environment: "github-hosted",
          },
        },
        resolvedDependencies: [
          {
            uri: "git+https://github.com/octo/hello@refs/tags/v1.2.3",
            digest: { gitCommit: claims.sha },
          },
        ],
      },
      runDetails: {
        builder: {
          id: "https://github.com/octo/shared/.github/workflows/image.yml@refs/heads/main",
        },
        metadata: { invocationId: "https://github.com/octo/hello/actions/runs/42/attempts/3" },
      },
    },
  });
});
