import { expect, test } from "vitest";
import { type Platform, parsePlatform } from "../../src/domain/platform.ts";
import { parseReference, type Reference } from "../../src/domain/reference.ts";
import type { Evidence } from "../../src/result/proof-evidence.ts";
import { problemsOf, problemsOfTags } from "../../src/result/proof-problems.ts";
import {
  configOf,
  contentOf,
  digestOf,
  type Entry,
  entryOf,
  pushed,
  served,
  textOf,
  withContent,
  withEntries,
  withManifest,
} from "./pushed.ts";

const three = ["linux/amd64", "linux/arm64", "linux/arm/v7"];

function platformsOf(texts: readonly string[]): readonly Platform[] {
  return texts.map((text) => {
    const read = parsePlatform(text);
    if (!read.ok) throw new Error(read.problem);
    return read.value;
  });
}

function tagOf(text: string): Reference {
  const read = parseReference(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

test.each([
  ["three", three],
  ["three", []],
  ["bare", three],
  ["one", ["linux/arm64"]],
  ["manifest", ["linux/arm64"]],
  ["docker", three],
  ["legacy", three],
  ["max", three],
  ["data", three],
  ["variants", ["linux/amd64", "linux/amd64/v2", "linux/arm/v6", "linux/arm/v7"]],
  ["zstd", three],
  ["annotated", three],
  ["merged", ["linux/amd64", "linux/arm64"]],
])("the image %s for %j is sound", (name, platforms) => {
  expect(problemsOf(pushed(name), platformsOf(platforms))).toEqual([]);
});

test("an index of which only the digest is known, as of several nodes, is sound", () => {
  const image = pushed("three");
  const built = { digest: image.built.digest, size: undefined, mediaType: undefined };
  expect(problemsOf({ ...image, built }, platformsOf(three))).toEqual([]);
});

test("a config without a variant contradicts none", () => {
  const image = withConfig(pushed("bare"), "arm", ({ variant, ...config }) => config);
  expect(problemsOf(image, platformsOf(three))).toEqual([]);
});

type Bend = (image: Evidence) => Evidence;

test.each<[string, Bend, RegExp]>([
  [
    "a platform missing",
    (image) => withEntries(image, (all) => all.filter((one) => one !== entryOf(all, "arm64"))),
    /^linux\/arm64 is missing from sha256:/,
  ],
  [
    "a platform twice",
    (image) => withEntries(image, (all) => [...all, entryOf(all, "arm64")]),
    /^linux\/arm64 is there more than once$/,
  ],
  [
    "a platform under two spellings",
    (image) =>
      withEntries(image, (all) => [...all, as(entryOf(all, "arm64"), "linux", "arm64", "v8")]),
    /^linux\/arm64 is there more than once$/,
  ],
  [
    "a foreign platform",
    (image) => withEntries(image, (all) => [...all, as(entryOf(all, "amd64"), "linux", "s390x")]),
    /^linux\/s390x is there, and was not asked for$/,
  ],
  [
    "a platform that is not told",
    (image) =>
      withEntries(image, (all) =>
        all.map(({ platform, ...one }) =>
          platform?.architecture === "arm64" ? one : { ...one, ...(platform && { platform }) },
        ),
      ),
    /^the manifest sha256:\w+ has no platform$/,
  ],
  [
    "two platforms mistaken for each other",
    (image) =>
      withEntries(image, (all) => {
        const [amd64, arm64] = [entryOf(all, "amd64"), entryOf(all, "arm64")];
        const rest = all.filter((one) => one !== amd64 && one !== arm64);
        return [as(amd64, "linux", "arm64"), as(arm64, "linux", "amd64"), ...rest];
      }),
    /^linux\/arm64 has a config for linux\/amd64$/,
  ],
  [
    "another variant in the config",
    (image) => withConfig(image, "arm", (config) => ({ ...config, variant: "v6" })),
    /^linux\/arm\/v7 has a config for linux\/arm\/v6$/,
  ],
  [
    "another system in the config",
    (image) => withConfig(image, "arm64", (config) => ({ ...config, os: "windows" })),
    /^linux\/arm64 has a config for windows\/arm64$/,
  ],
  [
    "other bytes of the index",
    (image) => ({ ...image, root: served(`${textOf(image.root)} `) }),
    /^the index has other bytes than sha256:\w+: they are sha256:/,
  ],
  [
    "another media type of the index",
    (image) => ({ ...image, built: { ...image.built, mediaType: "application/vnd.x+json" } }),
    /^the index is application\/vnd.oci.image.index.v1\+json, and its descriptor says/,
  ],
  [
    "no index",
    (image) => ({ ...image, root: { problem: "not found" } }),
    /^the index \(sha256:\w+\) is not served: not found$/,
  ],
  [
    "something that is no index",
    (image) => ({ ...image, root: served("<html>") }),
    /^the index is neither an index nor a manifest$/,
  ],
  [
    "other bytes of a manifest",
    (image) => {
      const { key, text } = contentOf(image, "arm64");
      return withContent(
        image,
        key,
        served(text.replace('"schemaVersion": 2', '"schemaVersion": 3')),
      );
    },
    /^the manifest of linux\/arm64 has other bytes than sha256:\w+: they are sha256:/,
  ],
  [
    "another size of a manifest",
    (image) =>
      withEntries(image, (all) =>
        all.map((one) => (one === entryOf(all, "arm64") ? { ...one, size: one.size + 1 } : one)),
      ),
    /^the manifest of linux\/arm64 has \d+ bytes, and its descriptor says \d+$/,
  ],
  [
    "another media type of a manifest",
    (image) =>
      withEntries(image, (all) =>
        all.map((one) =>
          one === entryOf(all, "arm64")
            ? { ...one, mediaType: "application/vnd.docker.distribution.manifest.v2+json" }
            : one,
        ),
      ),
    /^the manifest of linux\/arm64 is application\/vnd.oci.*, and its descriptor says application\/vnd.docker/,
  ],
  [
    "an index in the place of a manifest",
    (image) => {
      const inner = pushed("one").root;
      if ("problem" in inner) throw new Error(inner.problem);
      const { digest, size } = inner;
      return withEntries(withContent(image, digest, inner), (all) =>
        all.map((one) => (one === entryOf(all, "arm64") ? { ...one, digest, size } : one)),
      );
    },
    /^the manifest of linux\/arm64 is another index$/,
  ],
  [
    "a manifest that is not there",
    (image) => withContent(image, contentOf(image, "arm").key, { problem: "not found" }),
    /^the manifest of linux\/arm\/v7 \(sha256:\w+\) is not served: not found$/,
  ],
  [
    "a config that is not there",
    (image) => withContent(image, configOf(image, "arm").key, { problem: "status 500" }),
    /^the config of linux\/arm\/v7 \(sha256:\w+\) is not served: status 500$/,
  ],
  [
    "other bytes of a config",
    (image) => {
      const { key, text } = configOf(image, "arm");
      return withContent(image, key, served(text.replace("uname -m", "uname -n")));
    },
    /^the config of linux\/arm\/v7 has other bytes than/,
  ],
  [
    "another size of a config",
    (image) =>
      withManifest(image, "arm64", ({ config, ...rest }) => ({
        ...rest,
        config: { ...config, size: 7 },
      })),
    /^the config of linux\/arm64 has \d+ bytes, and its descriptor says 7$/,
  ],
  [
    "a config of something else than an image",
    (image) =>
      withManifest(image, "arm64", ({ config, ...rest }) => ({
        ...rest,
        config: { ...config, mediaType: "application/vnd.cncf.helm.config.v1+json" },
      })),
    /^the config of linux\/arm64 is application\/vnd.cncf.helm.*, which is not an image's config$/,
  ],
  [
    "a layer missing",
    (image) =>
      withManifest(image, "arm64", ({ layers, ...rest }) => ({ ...rest, layers: layers.slice(1) })),
    /^the config of linux\/arm64 names 2 layers, and the manifest has 1$/,
  ],
  [
    "an attestation without its subject",
    (image) =>
      withEntries(image, (all) =>
        annotate(all, "vnd.docker.reference.digest", digestOf("something else")),
      ),
    /^the attestation manifest sha256:\w+ is of sha256:\w+, which is not in the index$/,
  ],
  [
    "an attestation of nothing",
    (image) => withEntries(image, (all) => annotate(all, "vnd.docker.reference.digest", undefined)),
    /^the attestation manifest sha256:\w+ does not say what it is of$/,
  ],
  [
    "an attestation of another platform",
    (image) =>
      withEntries(image, (all) =>
        annotate(all, "vnd.docker.reference.digest", entryOf(all, "arm64").digest),
      ),
    /^the attestation manifest sha256:\w+ is of sha256:\w+, and its descriptor says sha256:/,
  ],
  [
    "an attestation that is not there",
    (image) => withContent(image, contentOf(image, "unknown").key, { problem: "not found" }),
    /^the attestation manifest sha256:\w+ \(sha256:\w+\) is not served: not found$/,
  ],
])("%s is caught", (_, bend, words) => {
  const problems = problemsOf(bend(pushed("three")), platformsOf(three));
  expect(problems).toContainEqual(expect.stringMatching(words));
});

test("a plain manifest for another platform than the one asked for is caught", () => {
  expect(problemsOf(pushed("manifest"), platformsOf(["linux/amd64"]))).toEqual([
    expect.stringMatching(/^linux\/amd64 is missing/),
    "linux/arm64 is there, and was not asked for",
  ]);
});

test("all that is wrong is told at once", () => {
  const image = withEntries(pushed("three"), (all) =>
    all.map((one) => ({ ...one, size: one.size + 1 })),
  );
  expect(problemsOf(image, platformsOf(["linux/amd64"]))).toHaveLength(2 + 6);
});

test("each tag that is elsewhere or not served is named", () => {
  const { built, root } = pushed("three");
  const other = served("something else");
  const problems = problemsOfTags(built, [
    { tag: tagOf("ghcr.io/a/b:1"), served: root },
    { tag: tagOf("ghcr.io/a/b:2"), served: other },
    { tag: tagOf("quay.io/a/b:1"), served: { problem: "not found" } },
  ]);
  expect(problems).toEqual([
    expect.stringContaining(`ghcr.io/a/b:2 resolves to ${other.digest}, not ${built.digest}`),
    "quay.io/a/b:1 is not served: not found",
  ]);
});

const ociIndex = "application/vnd.oci.image.index.v1+json";

test.each([
  [ociIndex, []],
  ["application/json", [/^the index is served as application\/json, and is .*index\.v1\+json;/]],
  ["", [/^the index is served without a Content-Type, and is /]],
  [undefined, []],
])("an index that is served as %s", (contentType, expected) => {
  const image = pushed("three");
  if ("problem" in image.root) throw new Error(image.root.problem);
  const root = { ...image.root, contentType };
  const matching = expected.map((words) => expect.stringMatching(words));
  expect(problemsOf({ ...image, root }, platformsOf(three))).toEqual(matching);
  const tags = problemsOfTags(image.built, [{ tag: tagOf("ghcr.io/a/b:1"), served: root }]);
  expect(tags).toHaveLength(expected.length);
  for (const problem of tags) expect(problem).toMatch(/^ghcr\.io\/a\/b:1 is served /);
});

test("a platform's manifest that is served as something else is caught", () => {
  const image = pushed("three");
  const { key, text } = contentOf(image, "arm64");
  const html = { ...served(text), contentType: "text/html" };
  expect(problemsOf(withContent(image, key, html), platformsOf(three))).toEqual([
    expect.stringMatching(/^the manifest of linux\/arm64 is served as text\/html, and is /),
  ]);
});

function as(entry: Entry, os: string, architecture: string, variant?: string): Entry {
  const platform = variant === undefined ? { os, architecture } : { os, architecture, variant };
  return { ...entry, platform };
}

// Writes into the first attestation's annotations, or takes one out.
function annotate(all: readonly Entry[], name: string, text: string | undefined): Entry[] {
  const first = entryOf(all, "unknown");
  const { [name]: _, ...rest } = first.annotations ?? {};
  const annotations = text === undefined ? rest : { ...rest, [name]: text };
  return all.map((one) => (one === first ? { ...one, annotations } : one));
}

function withConfig(
  image: Evidence,
  architecture: string,
  bend: (config: Record<string, unknown>) => object,
): Evidence {
  const bent = served(JSON.stringify(bend(JSON.parse(configOf(image, architecture).text))));
  const { digest, size } = bent;
  const more = withContent(image, digest, bent);
  return withManifest(more, architecture, ({ config, ...rest }) => ({
    ...rest,
    config: { ...config, digest, size },
  }));
}
