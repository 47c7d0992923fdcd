// Legs that jobs of their own build, each with a home of its own, and the job that merges them.
import { beforeAll, describe, expect, test } from "vitest";
import type { Step } from "../../scripts/run-action.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { leg, merge, needs, run } from "./leg-jobs.ts";
import { type Descriptor, manifest } from "./registry.ts";

const { STACK_REGISTRY_HTTP: http, STACK_REGISTRY_TLS: tls, STACK_REGISTRY_AUTH: auth } = stack;
const { STACK_PASSWORD: password } = stack;
const attested = "vnd.docker.reference.digest";

async function attestationsOf(host: string, repository: string, digest: string) {
  const { manifests = [] } = (await manifest(host, repository, digest)).body;
  return manifests.filter(({ annotations }) => annotations?.[attested] !== undefined);
}

describe.each([
  ["plain HTTP", http],
  ["TLS", tls],
  ["TLS and a password", auth],
])("two legs in a registry over %s", (_, host) => {
  const repository = newRepository();
  const tags = `${host}/${repository}:1,${host}/${repository}:latest`;
  const platforms = ["linux/amd64", "linux/arm64"];
  let [amd, arm, merged]: Step[] = [];
  let images: readonly Descriptor[];
  let index: Awaited<ReturnType<typeof manifest>>;

  beforeAll(async () => {
    amd = await leg("linux/amd64", { tags });
    arm = await leg("linux/arm64", { tags });
    merged = await merge({
      digests: needs(amd, arm),
      platforms: platforms.join(","),
      tags,
      annotations: "org.opencontainers.image.title=An app, merged",
    });
    expect(merged.exitCode, merged.log).toBe(0);
    index = await manifest(host, repository, "1");
    images = (index.body.manifests ?? []).filter(({ platform }) => platform?.os === "linux");
  });

  test("each leg hands on what it pushed, and its platform's manifest", async () => {
    const handed = amd?.outputs["leg-linux-amd64"] ?? "";
    const [name, digest] = handed.replace(" run=1234567", "").split("@");
    expect(name).toBe(`${host}/${repository}`);
    const served = await manifest(host, repository, digest ?? "");
    expect(served.digest).toBe(digest);
    expect(served.body.manifests?.map((one) => one.digest)).toContain(
      amd?.outputs["digest-linux-amd64"],
    );
    expect(amd?.outputs["leg-linux-arm64"]).toBeUndefined();
  });

  test("the tags stand for one index with both, annotated", async () => {
    expect(merged?.outputs["digest"]).toBe(index.digest);
    expect((await manifest(host, repository, "latest")).digest).toBe(index.digest);
    expect(images.map(({ digest }) => digest)).toEqual([
      amd?.outputs["digest-linux-amd64"],
      arm?.outputs["digest-linux-arm64"],
    ]);
    expect(index.body).toMatchObject({
      annotations: { "org.opencontainers.image.title": "An app, merged" },
    });
  });

  test("each platform has the attestation that its leg has", async () => {
    const legDigests = [amd, arm].map((step) => step?.outputs["digest"] ?? "");
    const there = await Promise.all(legDigests.map((one) => attestationsOf(host, repository, one)));
    expect(there.flat()).toHaveLength(2);
    expect(await attestationsOf(host, repository, "1")).toEqual(there.flat());
    for (const [at, { digest }] of images.entries()) {
      expect(there.flat()[at]?.annotations?.[attested]).toBe(digest);
    }
  });

  test("the merge outputs what the main step does", () => {
    const [first, second] = images.map(({ digest }) => digest);
    expect(merged?.outputs).toMatchObject({
      digests: JSON.stringify({ "linux/amd64": first, "linux/arm64": second }),
      "digest-linux-amd64": first,
      "digest-linux-arm64": second,
      "image-refs": `${host}/${repository}@${index.digest}`,
      platforms: "linux/amd64,linux/arm64",
    });
    expect(JSON.parse(merged?.outputs["manifests"] ?? "")).toHaveLength(2);
    expect(merged?.summary).toContain(`\n${host}/${repository}:1\n`);
    expect(merged?.log).not.toMatch(new RegExp(`^(?!::add-mask::).*${password}`, "m"));
  });
});

describe("merges that must not move a tag", () => {
  const repository = newRepository();
  const tags = `${http}/${repository}:1`;
  let [amd, arm]: Step[] = [];
  let before: string;

  beforeAll(async () => {
    amd = await leg("linux/amd64", { tags });
    arm = await leg("linux/arm64", { tags });
    const first = await merge({ digests: needs(amd), tags });
    expect(first.exitCode, first.log).toBe(0);
    before = (await manifest(http, repository, "1")).digest;
  });

  const wanted = "linux/amd64,linux/arm64";
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
  const absent = () => `${http}/${repository}@${digest("a")} run=1234567`;
  const outputs = () => ({ ...amd?.outputs, ...arm?.outputs });
  type Case = readonly [string, () => object, string, RegExp];
  const cases: readonly Case[] = [
    [
      "a leg is missing",
      () => ({ ...amd?.outputs, "leg-linux-arm64": "" }),
      wanted,
      /`platforms`: linux\/arm64 has no leg/,
    ],
    ["no leg is there", () => ({ digest: digest("b") }), "", /`digests`: has no leg/],
    ["a leg is not asked for", outputs, "linux/amd64", /linux\/arm64 has a leg .* but is not in/],
    [
      "a leg is of another run",
      () => ({
        ...outputs(),
        "leg-linux-arm64": `${http}/${repository}@${digest("b")} run=7654321`,
      }),
      wanted,
      /leg-linux-arm64` is a leg of the workflow run 7654321, and this is run 1234567/,
    ],
    [
      "two jobs built a platform",
      () => [outputs(), { "leg-linux-amd64": absent() }],
      wanted,
      /two legs for linux\/amd64/,
    ],
    [
      "a leg has another platform inside than its name says",
      () => ({ ...amd?.outputs, "leg-linux-arm64": amd?.outputs["leg-linux-amd64"] }),
      wanted,
      /no tag was moved\n- no leg has linux\/arm64/,
    ],
    [
      "the registry has not a leg",
      () => ({ ...amd?.outputs, "leg-linux-arm64": absent() }),
      wanted,
      /while reading the legs; no tag was moved.*not found/s,
    ],
    [
      "a leg is malformed",
      () => ({ ...amd?.outputs, "leg-linux-arm64": "sha256:abc" }),
      wanted,
      /`leg-linux-arm64`: `sha256:abc` is no leg/,
    ],
  ];

  test.each(cases)("%s", async (_, given, platforms, words) => {
    const merged = await merge({ digests: JSON.stringify(given()), platforms, tags });
    expect(merged.exitCode, merged.log).toBe(1);
    expect(merged.log.replaceAll("%0A", "\n")).toMatch(words);
    expect((await manifest(http, repository, "1")).digest).toBe(before);
    expect(merged.outputs).toEqual({});
  });

  test("legs of two platforms each that have one in common", async () => {
    const both = await leg(wanted, { tags });
    const inputs = { digests: needs(both, arm ?? both), platforms: wanted, tags };
    const merged = await merge(inputs);
    expect(merged.exitCode, merged.log).toBe(1);
    expect(merged.log).toContain("more than one leg has linux/arm64");
    expect((await manifest(http, repository, "1")).digest).toBe(before);
  });

  test("and the same legs, merged twice, make one image", async () => {
    const inputs = { digests: needs(...[amd, arm].flatMap((one) => one ?? [])), tags };
    const first = await merge(inputs);
    const second = await merge(inputs);
    expect(second.exitCode, second.log).toBe(0);
    expect(second.outputs).toEqual(first.outputs);
    expect((await manifest(http, repository, "1")).digest).toBe(second.outputs["digest"]);
  });
});

test("a leg moves no tag, and tags in several registries get all of the image", async () => {
  const repository = newRepository();
  const tags = `${http}/${repository}:1`;
  const both = await leg("linux/amd64,linux/arm64", { tags });
  await expect(manifest(http, repository, "1")).rejects.toThrow("404");
  const handed = both.outputs["leg-linux-amd64"];
  expect(both.outputs["leg-linux-arm64"]).toBe(handed);
  const far = `${auth}/${repository}/copy:2`;
  const merged = await merge({ digests: needs(both), tags: `${tags},${far}` });
  expect(merged.exitCode, merged.log).toBe(0);
  for (const [host, name, tag] of [
    [http, repository, "1"],
    [auth, `${repository}/copy`, "2"],
  ] as const) {
    const index = await manifest(host, name, tag);
    expect(index.digest).toBe(merged.outputs["digest"]);
    for (const { digest } of index.body.manifests ?? []) {
      expect((await manifest(host, name, digest)).digest).toBe(digest);
    }
  }
});

test("a tagged leg is kept under a tag of the run, which is removed if the registry can do that", async () => {
  const repository = newRepository();
  const tags = `${http}/${repository}:1`;
  const arm = await leg("linux/arm64", { tags, leg: "tagged" });
  const name = "crossbuild-1234567-linux-arm64";
  const temporary = `${http}/${repository}:${name}`;
  expect((await manifest(http, repository, name)).digest).toBe(arm.outputs["digest"]);
  expect(arm.outputs["leg-linux-arm64"]).toContain(`${temporary}@sha256:`);
  await expect(manifest(http, repository, "1")).rejects.toThrow("404");
  const alone = await merge({ digests: needs(arm), tags });
  expect(alone.exitCode, alone.log).toBe(0);
  expect(alone.outputs["digest"]).toBe(arm.outputs["digest"]);
  expect(alone.log).toContain(`${temporary} (the leg alone is the image)`);
  const annotated = await merge({ digests: needs(arm), tags, annotations: "a=b" });
  expect(annotated.exitCode, annotated.log).toBe(0);
  // This registry takes no DELETE of a tag.
  expect(annotated.log).toContain(`::warning::`);
  expect(annotated.log).toContain(`could not be removed: ${temporary} (it answers 400)`);
});

test("legs without attestations merge too", async () => {
  const repository = newRepository();
  const tags = `${http}/${repository}:1`;
  const environment = { ...run, BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
  const amd = await leg("linux/amd64", { tags }, environment);
  const arm = await leg("linux/arm64", { tags }, environment);
  expect(amd.outputs["digest"]).toBe(amd.outputs["digest-linux-amd64"]);
  const merged = await merge({ digests: needs(amd, arm), tags });
  expect(merged.exitCode, merged.log).toBe(0);
  const index = await manifest(http, repository, "1");
  expect(index.body.manifests?.map(({ digest }) => digest)).toEqual([
    amd.outputs["digest"],
    arm.outputs["digest"],
  ]);
});
