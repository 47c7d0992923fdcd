// A bake whose targets are all signed before any of their tags moves.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { newRepository, privateRegistry, stack } from "../e2e/inputs-for.ts";
import { isServed, manifest } from "../e2e/registry.ts";
import { privateSigstore } from "./private-sigstore.ts";
import { keyless } from "./signed-run.ts";
import { verified } from "./verified.ts";

const { STACK_REGISTRY_HTTP: http } = stack;

const files = (repository: string) => ({
  "docker-bake.hcl": `
group "default" { targets = ["api", "web"] }
target "api" {
  dockerfile-inline = "FROM alpine:3.19\\nRUN echo api > /who"
  platforms = ["linux/amd64", "linux/arm64"]
  tags = ["${http}/${repository}/api:1"]
}
target "web" {
  inherits = ["api"]
  dockerfile-inline = "FROM alpine:3.19\\nRUN echo web > /who"
  tags = ["${http}/${repository}/web:1"]
}
`,
});

test("cosign verifies the index and each manifest of each target", async () => {
  await using sigstore = await privateSigstore({ rekor: "v2" });
  const repository = newRepository();
  const [inputs, options] = keyless(sigstore);
  await using place = await job({ files: files(repository) });
  const main = await place.main(
    { ...privateRegistry, ...inputs, bake: "true", push: "true", verify: "before-tag" },
    options,
  );
  await place.post();
  expect(main.exitCode, main.log).toBe(0);
  const targets = JSON.parse(main.outputs["targets"] ?? "{}");
  const signatures = JSON.parse(main.outputs["signatures"] ?? "{}");
  for (const name of ["api", "web"]) {
    const { digest, digests } = targets[name];
    expect((await manifest(http, `${repository}/${name}`, "1")).digest).toBe(digest);
    for (const one of [digest, ...Object.values<string>(digests)]) {
      expect(signatures).toHaveProperty(one);
      const reference = `${http}/${repository}/${name}@${one}`;
      const ended = await verified(reference, sigstore, { http: true });
      expect(ended.exitCode, ended.stderr).toBe(0);
    }
  }
  expect(Object.keys(signatures)).toHaveLength(6);
  expect(main.outputs["verify-commands"]?.split("\n")).toHaveLength(2);
});

test("without the permission, nothing is built, unless nothing would be pushed", async () => {
  const repository = newRepository();
  await using place = await job({ files: files(repository) });
  const inputs = { ...privateRegistry, bake: "true", sign: "true" };
  const refused = await place.main({ ...inputs, push: "true" });
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toContain("id-token: write");
  expect(refused.log).not.toContain("booted");
  const built = await place.main(inputs);
  await place.post();
  expect(built.exitCode, built.log).toBe(0);
  expect(await isServed(http, `${repository}/api`, "1")).toBe(false);
});
