// From a printed definition and the inputs to the command and its definition file.
import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs/read-inputs.ts";
import { bakeOf, printCommand } from "../../src/plan/bake-command.ts";
import { readDefinition } from "../../src/plan/bake-definition.ts";
import { bakeBuilds } from "../../src/plan/bake-targets.ts";
import { planContext } from "../../src/plan/context-plan.ts";
import { plan, run } from "./planned.ts";

type Target = Readonly<Record<string, unknown>>;

async function inputsOf(given: Readonly<Record<string, string>>) {
  const { inputs, problems } = await readInputs(new Map(Object.entries(given)));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  if (inputs.bake === undefined) throw new Error("no bake");
  return { ...inputs, bake: inputs.bake };
}

async function baked(
  target: Readonly<Record<string, Target>>,
  given: Readonly<Record<string, string>> = {},
  more: { readonly byDigest?: boolean; readonly insecure?: readonly string[] } = {},
) {
  const inputs = await inputsOf({ bake: "true", ...given });
  const group = { default: { targets: Object.keys(target) } };
  const definition = readDefinition(JSON.stringify({ group, target }));
  const builds = bakeBuilds(definition, inputs.build);
  const bake = bakeOf({ inputs: inputs.bake, definition, builds }).plan(inputs.build, {
    ...{ builder: "b", files: run.files, environment: {}, insecure: [], byDigest: false },
    ...{ epoch: undefined, cacheOwner: { repository: "o/r", platform: "linux/amd64" } },
    workflow: { runUrl: "https://run", isPrivate: false, byDefault: true },
    context: planContext({ context: ".", buildContexts: [] }, { commit: undefined, checkout: "x" }),
    ...more,
  });
  const file = bake.command[bake.command.indexOf("--file") + 1];
  const text = bake.secretFiles.find(({ path }) => path === file)?.text ?? "";
  return { bake, targets: JSON.parse(text).target };
}

const registry = { output: [{ type: "image", push: "true" }] };

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["nothing", { bake: "true" }, []],
  [
    "files, targets and flags",
    {
      ...{ files: "a.hcl,b.json", targets: "x,--y", push: "true", load: "true" },
      ...{ "no-cache": "true", pull: "true", set: "*.args.A=b,c", platforms: "linux/arm64" },
    },
    [
      ...["--file", "a.hcl", "--file", "b.json", "--pull", "--no-cache", "--push", "--load"],
      ...["--set", "*.platform=linux/arm64", "--set", "*.args.A=b,c", "--", "x", "--y"],
    ],
  ],
])("%s is printed with that", async (_, given, words) => {
  const { bake, build } = await inputsOf(given);
  expect(printCommand(bake, build, { source: "." })).toEqual([
    ...["docker", "buildx", "bake", "--print"],
    ...words,
  ]);
});

test("a definition with its tags is pushed as it is, with provenance", async () => {
  const { bake, targets } = await baked({ app: { ...registry, tags: ["ghcr.io/a/b:1"] } });
  expect(targets.app).toMatchObject({ tags: ["ghcr.io/a/b:1"], output: ["type=image,push=true"] });
  expect(targets.app.attest).toEqual(["type=provenance,mode=max,builder-id=https://run"]);
  expect(bake.command.slice(-2)).toEqual(["--", "app"]);
  expect(bake.push).toBe(true);
});

test.each([
  [
    { tags: ["ghcr.io/a/b:1", "ghcr.io/a/b:2", "quay.io/c:1"] },
    ['type=image,"name=ghcr.io/a/b,quay.io/c",push-by-digest=true,name-canonical=true,push=true'],
  ],
  [
    { tags: ["ghcr.io/a/b:1"], output: ["type=registry,compression=zstd"] },
    [
      "type=image,compression=zstd,name=ghcr.io/a/b,push-by-digest=true,name-canonical=true,push=true",
    ],
  ],
])("%j is pushed by digest if its tags have to wait", async (target, output) => {
  const { targets } = await baked({ app: { ...registry, ...target } }, {}, { byDigest: true });
  expect(targets.app).toMatchObject({ tags: [], output });
});

test("each target has a scope of its own in GitHub's cache, also with one image", async () => {
  const cached = {
    ...{ ...registry, "cache-to": ["type=gha,mode=max"], "cache-from": [{ type: "gha" }] },
  };
  const { targets } = await baked({
    a: { ...cached, tags: ["ghcr.io/o/r:a"] },
    b: {
      ...cached,
      tags: ["ghcr.io/o/r:b"],
      "cache-to": ["type=gha,scope=mine,ignore-error=false"],
    },
    c: registry.output && { output: ["type=cacheonly"] },
  });
  const scope = (name: string) => `scope=o-r-${name}-linux-amd64`;
  expect(targets.a["cache-to"]).toEqual([`type=gha,mode=max,${scope("a")},ignore-error=true`]);
  expect(targets.a["cache-from"]).toEqual([`type=gha,${scope("a")}`]);
  expect(targets.b["cache-to"]).toEqual(["type=gha,scope=mine,ignore-error=false"]);
  expect(targets.c).not.toHaveProperty("cache-to");
  // Files have no attestation that was not asked for.
  expect(targets.c).not.toHaveProperty("attest");
});

test("caches of the inputs are for all targets, by {{target}}", async () => {
  const { targets } = await baked(
    { a: { output: [] }, b: { output: [] } },
    { "cache-to": "type=registry,ref=ghcr.io/o/r:{{target}}" },
  );
  expect(targets.a["cache-to"]).toEqual(["type=registry,ref=ghcr.io/o/r:a,ignore-error=true"]);
  expect(targets.b["cache-to"]).toEqual(["type=registry,ref=ghcr.io/o/r:b,ignore-error=true"]);
});

test("a secret comes by the environment, and the command does not have it", async () => {
  const { bake, targets } = await baked(
    { app: { output: [], secret: [{ id: "own", src: "file" }] } },
    { secrets: "word=hush" },
  );
  expect(targets.app.secret).toEqual([
    { id: "own", src: "file" },
    "id=word,env=CROSSBUILD_SECRET_0",
  ]);
  expect(bake.environment["CROSSBUILD_SECRET_0"]).toBe("hush");
  expect(JSON.stringify([bake.command, bake.secretFiles])).not.toContain("hush");
});

test("an entry with `provenance` of its own keeps it", async () => {
  const own = { attest: [{ type: "provenance", mode: "min" }] };
  const { targets } = await baked({ app: { ...registry, ...own, tags: ["a/b"] } });
  expect(targets.app.attest).toEqual(["type=provenance,mode=min,builder-id=https://run"]);
  const off = await baked({ app: { ...registry, ...own, tags: ["a/b"] } }, { provenance: "false" });
  expect(off.targets.app.attest).toEqual(["type=provenance,disabled=true"]);
});

test.each<[Readonly<Record<string, Target>>, string]>([
  [{ a: registry }, "target `a`: `tags` is empty, and the target is pushed"],
  [
    { a: { ...registry, tags: ["ghcr.io/A/b"] } },
    "target `a`: `tags` `ghcr.io/A/b` has upper-case",
  ],
  [{ a: { platforms: ["linux/amd46"] } }, "target `a`: `platforms`"],
  [
    { a: { ...registry, tags: ["x/y:1"] }, b: { ...registry, tags: ["x/y:2", "x/y:1"] } },
    "`a` and `b` would both be pushed as docker.io/x/y:1",
  ],
])("%j is refused: %s", async (target, problem) => {
  await expect(baked(target)).rejects.toThrow(problem);
});

test("targets of one tag that are not pushed are none of our business", async () => {
  const same = { tags: ["x/y:1"], output: ["type=cacheonly"] };
  await expect(baked({ a: same, b: same })).resolves.toBeDefined();
});

test.each([
  [{ bake: "true", context: "." }, "`context`: is for a single build"],
  [{ bake: "true", network: "host" }, "`network`: is for a single build"],
  [{ bake: "true", platforms: "linux/amd64", set: "*.platform=x" }, "and `bake-set` both set"],
  [{ set: "platform" }, "`platform` is not `pattern.key=value`"],
  [{ vars: "a-b=c" }, "`bake-vars`: has an item that is not `NAME=value`"],
  [{ source: "https://me:secret@host/x.git" }, "`source`: has a password"],
])("%j is refused", async (given, problem) => {
  await expect(inputsOf(given as Record<string, string>)).rejects.toThrow(problem);
});

test("a single build is not changed by the defaults of a bake's inputs", async () => {
  const { build } = await plan({ bake: "false", network: "default", tags: "ghcr.io/a/b:1" });
  expect(build.targets).toEqual([]);
  expect(build.command).toContain("build");
});
