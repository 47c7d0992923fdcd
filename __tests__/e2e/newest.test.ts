// That the tests which say so build with the newest buildx and BuildKit.
import { expect, test } from "vitest";
import { job } from "../../scripts/run-action.ts";
import { readNewest } from "../../scripts/stack/newest-environment.ts";
import { docker } from "./docker.ts";
import { dockerfile, newRepository, privateRegistry, stack } from "./inputs-for.ts";

test("a step finds the newest buildx, and boots the newest BuildKit", async () => {
  const made = readNewest();
  if (made === undefined || "problem" in made) throw new Error(made?.problem);
  await using run = await job({ files: { Dockerfile: dockerfile } });
  const main = await run.main({
    ...privateRegistry,
    platforms: "linux/amd64,linux/arm64",
    tags: `${stack.STACK_REGISTRY_HTTP}/${newRepository()}:1`,
    push: "true",
  });
  expect(main.exitCode, main.log).toBe(0);
  expect(main.log).toContain(`buildx ${made.buildx} found`);
  const container = `buildx_buildkit_${main.outputs["builder"]}0`;
  const version = await docker("exec", container, "buildkitd", "--version");
  expect(version).toContain(made.buildkit);
  await run.post();
});
