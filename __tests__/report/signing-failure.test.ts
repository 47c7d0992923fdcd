import { expect, test } from "vitest";
import { RegistryError } from "../../src/domain/errors.ts";
import { SigningError, SigstoreError } from "../../src/domain/sign-errors.ts";
import { failureText } from "../../src/report/failure-text.ts";

test("what is signed, what is not, and each cause once", () => {
  const rekor = (words: string) => new SigstoreError("rekor.internal", { words, status: 503 });
  const text = failureText(
    new SigningError("signing failed, and no tag was moved", {
      signed: ["ghcr.io/o/app@sha256:a"],
      unsigned: [
        { name: "ghcr.io/o/app@sha256:b", error: rekor("it answers 503 Service Unavailable") },
        { name: "ghcr.io/o/app@sha256:c", error: rekor("it answers 503 Service Unavailable") },
        {
          name: "ghcr.io/o/app@sha256:d",
          error: new RegistryError("writing ghcr.io/o/app@sha256:e", {
            words: "it answers 403 Forbidden (DENIED: denied)",
            status: 403,
          }),
        },
      ],
    }),
  );
  expect(text.split("\n")).toEqual([
    "signing failed, and no tag was moved.",
    "Signed:",
    "- ghcr.io/o/app@sha256:a",
    "Not signed:",
    "- ghcr.io/o/app@sha256:b",
    "- ghcr.io/o/app@sha256:c",
    "asking rekor.internal failed: it answers 503 Service Unavailable",
    "What to try: rekor.internal or the network failed: run the job again; `retry-timeout` gives it longer",
    "Not signed:",
    "- ghcr.io/o/app@sha256:d",
    "writing ghcr.io/o/app@sha256:e failed: it answers 403 Forbidden (DENIED: denied)",
    expect.stringContaining("What to try: log in to the registry"),
  ]);
});

test.each([
  ["it answers 401 Unauthorized", "see that the job has `id-token: write`"],
  ["getaddrinfo ENOTFOUND fulcio.internal", "check that this runner reaches fulcio.internal"],
  ["unable to get local issuer certificate", "give its certificate authority as `ca`"],
])("%s has a remedy", (words, remedy) => {
  expect(failureText(new SigstoreError("fulcio.internal", { words }))).toContain(remedy);
});
