// Images that we push by hand, and that no build would make, as they are read back for the proof.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Platform, parsePlatform } from "../../src/domain/platform.ts";
import { readImage } from "../../src/effects/proof-read-image.ts";
import { problemsInTags, sourceIn } from "../../src/effects/proof-repositories.ts";
import { registryOf } from "../../src/effects/registry-read.ts";
import { systemShell } from "../../src/effects/shell.ts";
import type { BuiltImage } from "../../src/result/proof-evidence.ts";
import { problemsOf } from "../../src/result/proof-problems.ts";
import { digestOf, type Entry, entryOf } from "../result/pushed.ts";
import { docker } from "./docker.ts";
import { newRepository, stack } from "./inputs-for.ts";
import { putManifest } from "./registry.ts";

const host = stack.STACK_REGISTRY_HTTP;
const repository = newRepository();
const builder = `bent-${crypto.randomUUID()}`;
const [amd64, arm64] = ["linux/amd64", "linux/arm64"].map(platformOf) as [Platform, Platform];
let good: string;
const settings = { http: true, insecure: false, ca: [], keyPairs: [] };
const access = { hosts: { [host]: settings }, dockerConfig: undefined, logins: {}, proxies: {} };

// The stack's base image is an index that BuildKit made.
beforeAll(async () => {
  const image = ["--driver-opt", `image=${stack.STACK_BUILDKIT_IMAGE}`];
  const config = ["--buildkitd-config", stack.STACK_BUILDKITD_TOML];
  await docker("buildx", "create", "--name", builder, ...image, ...config);
  const copied = [`${host}/${repository}:good`, `${host}/library/alpine:3.19`];
  const copy = () =>
    docker("buildx", "imagetools", "create", "--builder", builder, "--tag", ...copied);
  // buildx may push the index before the registry knows all of its manifests.
  await copy().catch(copy);
  const name = `${host}/${repository}:good`;
  good = await docker("buildx", "imagetools", "inspect", "--builder", builder, "--raw", name);
});
afterAll(async () => {
  await docker("buildx", "rm", builder);
});

function platformOf(text: string): Platform {
  const read = parsePlatform(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

async function problemsOfPushed(text: string, platforms: readonly Platform[]) {
  const registry = registryOf(systemShell({ ...process.env, ...stack }), access);
  await putManifest(repository, undefined, text);
  const built: BuiltImage = { digest: digestOf(text), size: undefined, mediaType: undefined };
  const evidence = await readImage(sourceIn(registry, `${host}/${repository}`, built), built);
  return problemsOf(evidence, platforms);
}

type Bend = (entries: readonly Entry[]) => readonly Entry[];

test.each<[string, Bend, readonly RegExp[]]>([
  ["as they were", (all) => all, []],
  [
    "with the CPUs mistaken for each other",
    (all) =>
      all.map((one) => {
        if (one === entryOf(all, "amd64")) return { ...one, platform: arm64 };
        return one === entryOf(all, "arm64") ? { ...one, platform: amd64 } : one;
      }),
    [
      /^linux\/arm64 has a config for linux\/amd64$/,
      /^linux\/amd64 has a config for linux\/arm64$/,
    ],
  ],
  [
    "with a platform missing and one foreign",
    (all) =>
      all.map((one) =>
        one === entryOf(all, "arm64")
          ? { ...one, platform: { os: "linux", architecture: "s390x" } }
          : one,
      ),
    [
      /^linux\/arm64 is missing/,
      /^linux\/s390x is there, and was not asked for$/,
      /^linux\/s390x has a config for linux\/arm64$/,
    ],
  ],
  [
    "with a platform twice",
    (all) => [...all, entryOf(all, "amd64")],
    [/^linux\/amd64 is there more than once$/],
  ],
  [
    "with a wrong size",
    (all) => all.map((one) => (one === entryOf(all, "arm64") ? { ...one, size: 1 } : one)),
    [/^the manifest of linux\/arm64 has \d+ bytes, and its descriptor says 1$/],
  ],
  [
    "with a wrong media type",
    (all) =>
      all.map((one) =>
        one === entryOf(all, "arm64")
          ? { ...one, mediaType: "application/vnd.docker.distribution.manifest.v2+json" }
          : one,
      ),
    [/^the manifest of linux\/arm64 is application\/vnd.oci.*, and its descriptor says .*docker/],
  ],
  [
    "with an attestation of something else",
    (all) => [
      ...all,
      {
        ...entryOf(all, "arm64"),
        platform: { os: "unknown", architecture: "unknown" },
        annotations: {
          "vnd.docker.reference.type": "attestation-manifest",
          "vnd.docker.reference.digest": digestOf("something else"),
        },
      },
    ],
    [/^the attestation manifest sha256:\w+ is of sha256:\w+, which is not in the index$/],
  ],
])("an index %s: all errors are found in the registry's copy", async (_, bend, problems) => {
  const index: { manifests: Entry[] } = JSON.parse(good);
  const images = index.manifests.filter(({ platform }) => platform?.architecture !== "arm");
  const text = JSON.stringify({ ...index, manifests: bend(images) });
  expect(await problemsOfPushed(text, [amd64, arm64])).toEqual(
    problems.map((words) => expect.stringMatching(words)),
  );
});

test("a tag for another image is reported after registries had time to catch up", async () => {
  const registry = registryOf(systemShell({ ...process.env, ...stack }), access);
  const digest = digestOf("something else");
  const tags = [{ repository: `${host}/${repository}`, tag: "good" }];
  const problems = await problemsInTags(
    registry,
    { digest, size: undefined, mediaType: undefined },
    tags,
  );
  expect(problems).toEqual([
    expect.stringContaining(`:good resolves to ${digestOf(good)}, not ${digest}`),
  ]);
});
