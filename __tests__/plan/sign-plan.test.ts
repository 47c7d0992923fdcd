import { describe, expect, test } from "vitest";
import type { SignInputs } from "../../src/inputs/sign-inputs.ts";
import { missingIdentity, planSigning } from "../../src/plan/sign-plan.ts";
import { job, plan } from "./planned.ts";

const none: SignInputs = { sign: "false", key: undefined, services: undefined, attest: false };
const key = { pem: "PEM", password: "" };
const idToken = { url: "https://token.test?x=1", token: "request" };
const access = { hosts: {}, dockerConfig: undefined, logins: {}, proxies: {} };
const planned = (inputs: Partial<SignInputs>, more: Partial<typeof job> = {}) =>
  planSigning(
    { ...none, ...inputs },
    { ...job, ...more },
    { access, bound: 1000, folder: "/tmp/run" },
  );

describe("who signs", () => {
  test.each([
    [{}, {}, undefined],
    [{ sign: "true" }, { idToken }, "identity"],
    [{ sign: "true", key }, { idToken }, "key"],
    [{ sign: "true", key }, {}, "key"],
    [{ sign: "auto" }, { idToken }, "identity"],
    [{ sign: "auto", key }, {}, "key"],
    [{ sign: "auto" }, {}, undefined],
    [{ sign: "false" }, { idToken }, undefined],
  ] as const)("with %o in a job with %o: %s", (inputs, more, signer) => {
    expect(planned(inputs, more)?.sign?.signer.kind).toBe(signer);
  });
});

test("the public Sigstore signs unless there is one of the user's own", () => {
  expect(planned({ sign: "true" }, { idToken })?.sign?.services).toMatchObject({
    fulcio: "https://fulcio.sigstore.dev",
    rekor: { url: "https://rekor.sigstore.dev", version: 1 },
  });
  const services = { fulcio: "https://f", rekor: undefined, tsa: "https://t", trustedRoot: "r" };
  expect(planned({ sign: "true", services }, { idToken })?.sign?.services).toBe(services);
});

test("what is attested of a private repository is not told to the public", () => {
  const attested = (isPrivate: boolean) =>
    planned({ attest: true }, { idToken, isPrivate })?.attest?.services;
  expect(attested(false)).toMatchObject({ fulcio: "https://fulcio.sigstore.dev" });
  expect(attested(true)).toEqual({
    ...{ fulcio: "https://fulcio.githubapp.com", rekor: undefined },
    ...{ tsa: "https://timestamp.githubapp.com", trustedRoot: undefined },
  });
});

test("attestations are stored at the API of the job's server", () => {
  const event = {
    serverUrl: "https://git.internal",
    apiUrl: "https://git.internal/api/v3",
    repository: "o/r",
  };
  expect(planned({ attest: true }, { idToken, event })?.attest?.store).toEqual({
    url: "https://git.internal/api/v3/repos/o/r/attestations",
    token: "ghs_token",
    page: "https://git.internal/o/r/attestations",
  });
  const without = planned({ attest: true }, { idToken, event, githubToken: undefined });
  expect(without?.attest?.store).toBeUndefined();
});

describe("a job without `id-token: write`", () => {
  test.each([
    [{ sign: "true" }, "sign"],
    [{ attest: true }, "attest"],
    [{ attest: true, sign: "true", key }, "attest"],
    [{ sign: "true", key }, undefined],
    [{ sign: "auto" }, undefined],
    [{}, undefined],
  ] as const)("with %o is told of %s", (inputs, input) => {
    const missing = missingIdentity({ ...none, ...inputs }, { idToken: undefined });
    expect(missing?.input).toBe(input);
    if (missing !== undefined) expect(missing.problem).toContain("`id-token: write`");
    expect(missingIdentity({ ...none, ...inputs }, { idToken })).toBeUndefined();
  });
});

test("most runs plan no signing", async () => {
  expect((await plan({ tags: "ghcr.io/o/app:1", push: "true" })).signing).toBeUndefined();
});
