// The examples that sign, run job by job with a Sigstore of the test's own.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Texts } from "../../scripts/run-action.ts";
import { runWorkflow } from "../../scripts/run-workflow.ts";
import { dockerfile, newRepository, stack } from "../e2e/inputs-for.ts";
import { type PrivateSigstore, privateSigstore } from "./private-sigstore.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;
const registries = `${http}: {http: true}`;

/** Runs an example for a tag, with the stack and the Sigstore in place of what is public. */
async function run(example: string, repository: string, around: PrivateSigstore) {
  const { sigstore, environment } = around;
  return await runWorkflow(`examples/${example}`, {
    environment: {
      ...environment,
      GITHUB_RUN_ID: "1234567",
      GITHUB_EVENT_NAME: "push",
      GITHUB_REF: "refs/tags/v1.2.3",
      GITHUB_SHA: "860c1904a1ce19322e91ac35af1ab07466440c37",
      GITHUB_REPOSITORY: repository,
      // Nobody answers there, so that nothing is stored.
      GITHUB_API_URL: "http://127.0.0.1:1",
    },
    files: { Dockerfile: dockerfile },
    github: { repository, ref_name: "v1.2.3", actor: "me", token: "" },
    adapt: (inputs, action) => {
      const here = (text: string) =>
        text.replaceAll("ghcr.io", http).replace(/^type=gha/, `type=registry,ref=${http}/c`);
      const texts = Object.entries(inputs).filter(([name]) => !/^(?:user|pass)|cache/.test(name));
      const given: Texts = Object.fromEntries(texts.map(([name, text]) => [name, here(text)]));
      const offline = { mirrors: http, registries, "driver-opts": "network=host" };
      const more = { ".": offline, merge: { registries } }[action];
      const signs = "sign" in given ? { sigstore } : {};
      return { ...given, ...more, ...signs, "github-token": "" };
    },
  });
}

test.each([
  ["signed.yml", "v1.2.3"],
  ["release.yml", "1.2.3"],
])("%s publishes an index and platforms that the real cosign takes", async (example, tag) => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const ran = await run(example, repository, sigstore);
  for (const step of ran.steps) expect(step.exitCode, step.log).toBe(0);
  const { outputs } = ran.steps.at(-1) ?? { outputs: {} as Texts };
  const signed = Object.keys(JSON.parse(outputs["signatures"] ?? "{}"));
  expect(signed).toEqual([
    outputs["digest"],
    ...Object.values<string>(JSON.parse(outputs["digests"] ?? "{}")),
  ]);
  const names = [`:${tag}`, ...signed.map((digest) => `@${digest}`)];
  for (const name of names) {
    const ended = await verified(`${http}/${repository}${name}`, sigstore, { http: true });
    expect(ended.exitCode, ended.stderr).toBe(0);
  }
});

test("the examples that sign ask for the permission, and no other does", () => {
  const permissionsOf = (example: string): Texts =>
    parse(readFileSync(new URL(`../../examples/${example}`, import.meta.url), "utf8")).jobs.image
      .permissions;
  for (const example of ["signed.yml", "release.yml"]) {
    expect(permissionsOf(example)).toMatchObject({ "id-token": "write" });
  }
  expect(permissionsOf("quick-start.yml")).not.toHaveProperty("id-token");
});
