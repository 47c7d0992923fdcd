// Legs that jobs of their own build; the merge signs what they become.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { newRepository, stack } from "../e2e/inputs-for.ts";
import { manifest } from "../e2e/registry.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { build, keyless, signedReferences } from "./signed-run.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const run = { GITHUB_RUN_ID: "1234567" };

test("the merged index and the manifests of its legs are signed", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const tags = `${http}/${repository}:1`;
  const legs = await Promise.all(
    ["linux/amd64", "linux/arm64"].map((platforms) =>
      build({ tags, platforms, leg: "true", sign: "false" }, { environment: run }),
    ),
  );
  for (const leg of legs) expect(leg.exitCode, leg.log).toBe(0);
  const digests = JSON.stringify(Object.assign({}, ...legs.map(({ outputs }) => outputs)));
  const [inputs, { environment }] = keyless(sigstore);
  await using place = await job({ action: "merge", environment: { ...run, ...environment } });
  const registries = `${http}: {http: true}`;
  const main = await place.main({ ...inputs, registries, tags, digests, verify: "before-tag" });
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  for (const reference of signedReferences(main, http, repository)) {
    const ended = await verified(reference, sigstore, { http: true });
    expect(ended.exitCode, ended.stderr).toBe(0);
  }
  expect(main.outputs["verify-commands"]).toContain(main.outputs["image-refs"]);
  expect(main.summary).toContain("3 signed");
  expect(main.log.indexOf("Signing the index")).toBeLessThan(main.log.indexOf("now for its tag"));
  expect((await manifest(http, repository, "1")).digest).toBe(main.outputs["digest"]);
});

test("a merge that may have no token merges nothing", async () => {
  await using place = await job({ action: "merge", environment: run });
  const digests = JSON.stringify({
    "leg-linux-amd64": `${http}/${newRepository()}@sha256:${"a".repeat(64)} run=1234567`,
  });
  const main = await place.main({ tags: `${http}/a:1`, digests, sign: "true" });
  await place.post();
  expect(main.exitCode).toBe(1);
  expect(main.log).toMatch(/::error::.*`sign`.*`id-token: write`/);
});
