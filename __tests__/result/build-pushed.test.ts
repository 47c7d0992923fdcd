import { expect, test } from "vitest";
import { isProgress } from "../../src/result/build-progress.ts";
import { pushedManifests } from "../../src/result/build-pushed.ts";
import { pushedImages } from "../../src/result/proof-images.ts";
import { fixture } from "../fixtures/read-fixture.ts";
import { digestOf } from "./pushed.ts";

const [one, two] = [digestOf("1"), digestOf("2")];

function told(text: string) {
  const lines = text.split("\n").map((line) => ({ text: line, at: 0 }));
  return Object.fromEntries(pushedManifests(lines.filter((line) => isProgress(line.text))));
}

test("the index that was pushed under a tag", () => {
  expect(told(fixture("progress-three-platforms.txt"))).toEqual({
    "registry.crossbuild.test:44709/test/gx:1":
      "sha256:1aaeaef6d73b1b40d888c1a01b95c67e3c807d7de1962c8f0e116ecd58e18205",
  });
});

test("what several nodes pushed has no name: buildx makes the index of it", () => {
  expect(told(fixture("progress-two-nodes.txt"))).toEqual({});
});

test("exporters side by side each push their own, with a tag or by digest", () => {
  expect(told(fixture("progress-three-exporters.txt"))).toEqual({
    "registry.crossbuild.test:40509/t/a:gzip":
      "sha256:16ee8d675cf31f4cfc4cf6cfbd78a6e5351b93be96f60ba672f8c9b9965e7a77",
    "registry.crossbuild.test:40509/t/a:zstd":
      "sha256:941a2762c6b498682baeebf1174d97240631b020ee70796f2671f1115c8806be",
    "registry.crossbuild.test:40509/t/b":
      "sha256:c5a494a903f24a4d3b8c0db97d506f15bf5565aa7e482399ef994826a081108a",
  });
});

const exporting = (digest: string, name: string) => `#6 exporting to image
#6 exporting manifest ${digest} done
#6 pushing manifest for ${name} 0.1s done
#6 DONE 0.2s`;

test("a single manifest that is pushed by digest is the one that was exported", () => {
  expect(told(exporting(one, "ghcr.io/o/app"))).toEqual({ "ghcr.io/o/app": one });
});

test.each([
  `#5 [2/2] RUN ./print\n#5 0.080 #6 exporting to image\n#5 0.081 pushing manifest for a/b:1@${two} done`,
  `#5 [2/2] RUN ./print\n#5 pushing manifest for a/b:1@${two} done`,
  `#5 [2/2] RUN exporting to image\n#5 pushing manifest for a/b:1@${two} done`,
  `#6 exporting to docker image format\n#6 pushing manifest for a/b:1@${two} done`,
  `#6 exporting to image\n#6 pushing manifest for a/b:1@${two}\n#6 ERROR: failed to push`,
  `pushing manifest for a/b:1@${two} done`,
  `#6 exporting to image\n#6 pushing manifest for a/b done`,
  "",
])("nothing is pushed: %s", (text) => {
  expect(told(text)).toEqual({});
});

const names = [
  { repository: "ghcr.io/o/app", tag: "1" },
  { repository: "quay.io/o/app", tag: undefined },
  { repository: "ghcr.io/o/app", tag: "zstd" },
];
const built = { digest: two, size: 480, mediaType: "application/vnd.oci.image.index.v1+json" };

test("each image has the names that it was pushed to, the first name's image first", () => {
  const pushed = new Map([
    ["ghcr.io/o/app:zstd", two],
    ["ghcr.io/o/app:1", one],
    ["quay.io/o/app", one],
  ]);
  expect(pushedImages(names, pushed, built)).toEqual([
    {
      built: { digest: one, size: undefined, mediaType: undefined },
      repositories: ["ghcr.io/o/app", "quay.io/o/app"],
      tags: names.slice(0, 1),
    },
    { built, repositories: ["ghcr.io/o/app"], tags: names.slice(2) },
  ]);
});

test("a name that gets its tag later was pushed as its repository", () => {
  const pushed = new Map([["ghcr.io/o/app", one]]);
  expect(pushedImages(names.slice(0, 1), pushed, built)?.[0]?.built.digest).toBe(one);
});

test("what the progress does not tell is the metadata file's, or unknown", () => {
  expect(pushedImages(names, new Map(), built)).toEqual([
    { built, repositories: ["ghcr.io/o/app", "quay.io/o/app"], tags: [names[0], names[2]] },
  ]);
  expect(pushedImages(names, new Map(), undefined)).toBeUndefined();
  expect(pushedImages([], new Map(), undefined)).toEqual([]);
});
