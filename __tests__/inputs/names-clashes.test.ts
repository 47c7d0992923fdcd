// Names and platforms that are given twice, or that an exporter lacks.
import { expect, test } from "vitest";
import { formatPlatform } from "../../src/domain/platform.ts";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { plan } from "../plan/planned.ts";

async function problemsOf(given: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await readInputs(new Map(Object.entries(given)))).problems;
}

const isOfPlatforms = (note: string) => note.startsWith("Platforms:");
const twice = "`outputs`: two exporters push `ghcr.io/a/b:1`";
const cache = "`cache-to`: `ref=ghcr.io/a/b:1` is also a name of the image";
const push = { tags: "ghcr.io/a/b:1", push: "true" };

test.each([
  [{ ...push, outputs: "type=image,name=ghcr.io/a/b:1,push=true" }, twice],
  [{ ...push, outputs: "type=image\ntype=registry" }, undefined],
  [{ tags: push.tags, outputs: "type=image,push=true\ntype=registry" }, twice],
  [{ outputs: "type=registry,name=ghcr.io/a/b:1\ntype=image,name=ghcr.io/a/b:1,push=true" }, twice],
  [{ outputs: "type=registry,name=ghcr.io/a/b:1\ntype=registry,name=ghcr.io/a/b:2" }, undefined],
  [{ ...push, outputs: "type=image,push-by-digest=true,push=true" }, undefined],
  [{ ...push, call: "check", outputs: "type=image,name=ghcr.io/a/b:1,push=true" }, undefined],
  [{ ...push, "cache-to": "type=registry,ref=ghcr.io/a/b:1" }, cache],
  [{ tags: push.tags, "cache-to": "ghcr.io/a/b:1" }, cache],
  [{ tags: "a", "cache-to": "type=registry,ref=a" }, "`ref=docker.io/library/a:latest`"],
  [
    { outputs: "type=registry,name=ghcr.io/a/b:1", "cache-to": "type=registry,ref=ghcr.io/a/b:1" },
    cache,
  ],
  [{ ...push, "cache-to": "type=registry,ref=ghcr.io/a/b:buildcache" }, undefined],
  [{ ...push, "cache-to": "type=inline", "cache-from": "ghcr.io/a/b:1" }, undefined],
  [{ tags: "a:1", outputs: "type=docker,dest=a.tar", provenance: "true" }, "can't hold attest"],
  [
    { outputs: "type=docker,dest=a.tar", platforms: "linux/amd64,linux/arm64" },
    "can't hold several platforms; use `type=oci`",
  ],
  [{ outputs: "type=docker,dest=a.tar", provenance: "false" }, undefined],
  [
    { leg: "true", tags: "ghcr.io/a/b", outputs: "type=registry" },
    "`outputs`: `type=registry` pushes by itself, but a leg is pushed to the repositories in",
  ],
  [{ outputs: "type=registry" }, "`outputs`: `type=registry` needs a name to push to"],
  [{ outputs: "type=image,push-by-digest=true,push=true" }, "needs a name to push to"],
  [{ push: "true", outputs: "type=registry" }, "`tags`: `push: true` needs a name"],
  [{ images: "ghcr.io/a/b", outputs: "type=registry" }, undefined],
  [{ outputs: "type=image" }, undefined],
  [
    { outputs: "type=image,name=ghcr.io/a/b:7,push-by-digest=true,push=true" },
    "needs a name without a tag; write `name=ghcr.io/a/b`",
  ],
  [{ outputs: "type=image,name=ghcr.io:5000/b,push-by-digest=true,push=true" }, undefined],
])("%j: %s", async (given, problem) => {
  const problems = await problemsOf(given);
  if (problem === undefined) expect(problems).toEqual([]);
  else expect(problems).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ["linux/arm64,linux/arm64/v8", ["linux/arm64"], "linux/arm64/v8 is linux/arm64"],
  ["linux/arm,linux/arm/v7", ["linux/arm/v7"], "linux/arm/v7"],
  ["linux/amd64\nlinux/x86_64", ["linux/amd64"], "linux/x86_64 is linux/amd64"],
  ["linux/amd64,linux/amd64,linux/arm64", ["linux/amd64", "linux/arm64"], "linux/amd64"],
])("%s is %j, and the log says so", async (platforms, names, note) => {
  const { build, proof } = await plan({ platforms, tags: "ghcr.io/a/b:1", push: "true" });
  expect(build.platforms.map(formatPlatform)).toEqual(names);
  expect(proof.builds[0]?.platforms.map(formatPlatform)).toEqual(names);
  expect(build.command[build.command.indexOf("--platform") + 1]).toBe(names.join(","));
  const notes = [`Platforms: each is built once, though some are named again: ${note}`];
  expect(build.notes.filter(isOfPlatforms)).toEqual(notes);
});

test("two spellings of one platform are one, and can be loaded", async () => {
  const one = { platforms: "linux/arm64,linux/arm64/v8", tags: "a:1", load: "true" };
  expect(await problemsOf({ ...one, push: "true" })).toEqual([]);
});

test("platforms that differ are not said to be one", async () => {
  const { build } = await plan({ platforms: "linux/arm/v6,linux/arm/v7" });
  expect(build.notes.filter(isOfPlatforms)).toEqual([]);
});
