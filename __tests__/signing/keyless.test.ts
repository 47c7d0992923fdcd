// Signed by the job's own identity, and verified by the real cosign.
import { expect, test } from "vitest";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { type Descriptor, isServed, manifest, putManifest } from "../e2e/registry.ts";
import { cosign } from "./cosign.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { build, keyless, referrersTag, sameEachTime, signedReferences } from "./signed-run.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const registry = { http: true };

test.each(["v1", "v2"] as const)(
  "index and manifests are signed before the tag moves, and cosign verifies each (Rekor %s)",
  async (rekor) => {
    await using sigstore = await privateSigstore({ rekor });
    const repository = newRepository();
    const [inputs, options] = keyless(sigstore);
    const main = await build(
      { ...inputs, tags: `${http}/${repository}:1`, verify: "before-tag" },
      options,
    );
    expect(main.exitCode, main.log).toBe(0);
    for (const reference of signedReferences(main, http, repository)) {
      const ended = await verified(reference, sigstore, registry);
      expect(ended.exitCode, ended.stderr).toBe(0);
    }
    // By the tag, too, which is what most people verify.
    expect((await verified(`${http}/${repository}:1`, sigstore, registry)).exitCode).toBe(0);

    // One token and one certificate are enough for all.
    const asked = (path: string) => sigstore.requests.filter((one) => one.includes(path)).length;
    expect([asked("/token"), asked("/signingCert"), asked("/log/entries")]).toEqual([1, 1, 4]);
    expect(main.log.indexOf("Signing the index")).toBeLessThan(main.log.indexOf("now for its tag"));
  },
);

test("the commands in the output verify the image, and nothing that is secret is shown", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const tags = `${http}/${repository}:1\n${http}/${repository}/copy:1`;
  const main = await build({ ...inputs, tags, platforms: "linux/arm64" }, options);
  expect(main.exitCode, main.log).toBe(0);
  const commands = (main.outputs["verify-commands"] ?? "").split("\n");
  expect(commands.map((line) => line.split(" ").at(-1))).toEqual(
    main.outputs["image-refs"]?.split("\n"),
  );
  for (const line of commands) {
    const [program, ...words] = line.split(" ");
    expect(program).toBe("cosign");
    expect(main.summary).toContain(line);
    const ended = await cosign(words);
    expect(ended.exitCode, ended.stderr).toBe(0);
  }
  const token = sigstore.environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
  const shown = main.log.replaceAll(/^::add-mask::.*$/gm, "") + JSON.stringify(main.outputs);
  expect(shown).not.toContain(token);
  // A token of GitHub's begins so, as does every JWT.
  expect(shown + main.summary).not.toContain("eyJ");
});

test("another identity, another issuer and another image are refused", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const tags = `${http}/${repository}:1`;
  const main = await build({ ...inputs, tags, platforms: "linux/amd64" }, options);
  expect(main.exitCode, main.log).toBe(0);
  const digest = main.outputs["digest"] ?? "";
  const reference = `${http}/${repository}@${digest}`;
  const identity = `${sigstore.identity}x`;
  const others = [{ identity }, { issuer: `${sigstore.issuer}/x` }];
  for (const other of others) {
    const ended = await verified(reference, { ...sigstore, ...other }, registry);
    expect(ended.exitCode, ended.stderr).not.toBe(0);
    expect(ended.stderr).toContain("no matching CertificateIdentity found");
  }

  // Somebody changes a manifest, and lets the signatures of the other speak for it.
  const { body } = await manifest(http, repository, digest);
  const changed = JSON.stringify({ ...body, annotations: { changed: "yes" } });
  const tampered = await putManifest(repository, undefined, changed);
  const list = await manifest(http, repository, referrersTag(digest));
  await putManifest(repository, referrersTag(tampered), JSON.stringify(list.body));
  const ended = await verified(`${http}/${repository}@${tampered}`, sigstore, registry);
  expect(ended.exitCode).not.toBe(0);
  expect(ended.stderr).toContain("does not match");
});

test("two jobs that sign the same image at once both have their signatures listed", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const names = ["1", "2"].map((tag) => `${http}/${repository}:${tag}`);
  const both = await Promise.all(
    names.map((tags) => build({ ...inputs, ...sameEachTime, tags }, options)),
  );
  for (const main of both) expect(main.exitCode, main.log).toBe(0);
  const [one, other] = both.map(({ outputs }) => JSON.parse(outputs["signatures"] ?? "{}"));
  expect(Object.keys(one)).toEqual(Object.keys(other));
  for (const digest of Object.keys(one)) {
    const { body } = await manifest(http, repository, referrersTag(digest));
    const listed = (body.manifests ?? []).map((each: Descriptor) => each.digest);
    expect(listed.toSorted()).toEqual([one[digest], other[digest]].toSorted());
  }
});

test("services behind a certificate authority of one's own", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2", tls: true });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  const asked = { ...inputs, tags: `${http}/${repository}:1`, platforms: "linux/amd64" };
  const unknown = await build(asked, options);
  expect(unknown.exitCode).toBe(1);
  expect(unknown.log).toMatch(/certificate.*What to try: .*certificate authority as `ca`/s);
  const registries = `fulcio.internal: {ca: ${sigstore.authority}}`;
  const main = await build({ ...asked, registries }, options);
  expect(main.exitCode, main.log).toBe(0);
  const ended = await verified(`${http}/${repository}:1`, sigstore, registry);
  expect(ended.exitCode, ended.stderr).toBe(0);
});

test("what is not pushed is not signed, and needs no permission", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const tags = `${http}/${newRepository()}:1`;
  const given = { tags, platforms: "linux/amd64", sigstore: sigstore.sigstore };
  const main = await build({ ...given, push: "auto" }, { environment: pullRequest });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.outputs["signatures"]).toBeUndefined();
  expect(sigstore.requests.filter((one) => /token|signingCert|entries/.test(one))).toEqual([]);
});

const pullRequest = {
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_REF: "refs/pull/7/merge",
  GITHUB_SHA: "c0ffee".padEnd(40, "0"),
  GITHUB_REPOSITORY: "octo/hello",
};

test("a job that may have no token is told before anything is built; `auto` does not sign", async () => {
  const repository = newRepository();
  const asked = { tags: `${http}/${repository}:1`, platforms: "linux/amd64" };
  const refused = await build(asked);
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toMatch(/::error::.*nothing was changed.*`sign`.*`id-token: write`/);
  expect(await isServed(http, repository, "1")).toBe(false);
  const auto = await build({ ...asked, sign: "auto" });
  expect(auto.exitCode, auto.log).toBe(0);
  expect(auto.outputs["signatures"]).toBeUndefined();
});
