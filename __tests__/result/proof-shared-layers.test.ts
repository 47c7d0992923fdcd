import { expect, test } from "vitest";
import { wrongCpu } from "../../src/result/cpu-problems.ts";
import type { StartedPrograms } from "../../src/result/cpu-started.ts";
import { platformImages } from "../../src/result/image-platforms.ts";
import type { Evidence } from "../../src/result/proof-evidence.ts";
import { sharedLayers } from "../../src/result/proof-shared-layers.ts";
import { pushed, served } from "./pushed.ts";

test.each([
  ["three", "of a base for each platform, with a RUN"],
  ["annotated", "of a base for each platform, with one COPY that is the same"],
  ["data", "from scratch, with files only"],
  ["variants", "of variants of one architecture"],
  ["manifest", "of one platform"],
])("the image %s, %s, is above suspicion", (name) => {
  expect(wrongCpu(pushed(name))).toEqual([]);
});

test.each([
  ["bad1", "share the layers of their base"],
  ["bad2", "share all their layers"],
])("the image %s, whose last stage is FROM --platform=$BUILDPLATFORM, is told", (name, words) => {
  expect(wrongCpu(pushed(name))).toEqual([expect.stringContaining(words)]);
});

const copy = { created_by: "COPY app / # buildkit" };
const add = { created_by: "ADD files.tar / # buildkit" };
const command = { created_by: 'CMD ["/bin/sh"]', empty_layer: true };
const run = { created_by: "RUN /bin/sh -c apk add curl # buildkit" };
const bazel = { created_by: "bazel build @debian//:base" };

type Steps = readonly { readonly created_by: string; readonly empty_layer?: boolean }[];

test.each<[string, boolean, { ids: readonly [string, string]; history: Steps; config?: object }]>([
  ["all copied", false, { ids: ["ab", "ab"], history: [copy, copy] }],
  [
    "all copied, and meant to run",
    true,
    { ids: ["ab", "ab"], history: [copy, copy], config: { Entrypoint: ["/app"] } },
  ],
  ["all copied, with a dummy command", false, { ids: ["a", "a"], history: [copy, command] }],
  ["all unpacked", false, { ids: ["a", "a"], history: [add] }],
  ["a program's output", true, { ids: ["ab", "ab"], history: [copy, run] }],
  ["certificates first, then a program each", false, { ids: ["ab", "ac"], history: [copy, copy] }],
  ["an archive first, then a program each", false, { ids: ["ab", "ac"], history: [add, copy] }],
  ["a base, then a program each", true, { ids: ["ab", "ac"], history: [add, command, copy] }],
  [
    "layers within a base of Bazel's",
    false,
    { ids: ["abd", "acd"], history: [bazel, bazel, copy] },
  ],
  ["a base of Bazel's", true, { ids: ["abc", "abd"], history: [bazel, bazel, copy] }],
  [
    "a base of another builder's",
    true,
    { ids: ["ab", "ac"], history: [old("ADD file:1 in /"), old('CMD ["sh"]', true), copy] },
  ],
  ["other bases, and the same on top", false, { ids: ["ac", "bc"], history: [run, copy] }],
  ["no history", false, { ids: ["ab", "ac"], history: [] }],
  ["no layers", false, { ids: ["", ""], history: [command] }],
])("%s: %s", (_, isTold, { ids, history, config = {} }) => {
  const images = platformImages(imageOf(ids, history, config));
  expect(sharedLayers(images, new Map()).length).toBe(isTold ? 1 : 0);
});

test.each([
  ["yes", [copy], 0],
  ["yes", [run], 1],
  ["no", [copy], 1],
  ["older", [copy], 1],
] as const)(
  "an ENTRYPOINT whose file was looked for (%s) counts for itself",
  (isFound, history, told) => {
    const images = platformImages(imageOf(["a", "a"], history, { Entrypoint: ["/app"] }));
    const started = new Map(
      images.map(({ digest }): [typeof digest, StartedPrograms] => [
        digest,
        { programs: [], isFound },
      ]),
    );
    expect(sharedLayers(images, started).length).toBe(told);
  },
);

function old(instruction: string, empty_layer = false) {
  return { created_by: `/bin/sh -c #(nop)  ${instruction} `, empty_layer };
}

// An index for amd64 and arm64; each letter is a layer.
function imageOf(ids: readonly [string, string], history: Steps, config: object): Evidence {
  const layer = { mediaType: "application/vnd.oci.image.layer.v1.tar", size: 1 };
  const images = ["amd64", "arm64"].map((architecture, at) => {
    const diff_ids = [...(ids[at] ?? "")];
    const image = served(
      JSON.stringify({ os: "linux", architecture, config, history, rootfs: { diff_ids } }),
    );
    const manifest = served(
      JSON.stringify({
        config: { ...layer, digest: image.digest },
        layers: diff_ids.map((id) => ({ ...layer, digest: served(id).digest })),
      }),
    );
    return { image, manifest, platform: { os: "linux", architecture } };
  });
  const manifests = images.map(({ manifest, platform }) => ({
    ...layer,
    digest: manifest.digest,
    platform,
  }));
  const root = served(JSON.stringify({ manifests }));
  return {
    built: { digest: root.digest, size: undefined, mediaType: undefined },
    root,
    contents: new Map(
      images.flatMap(({ image, manifest }) => [
        [image.digest, image],
        [manifest.digest, manifest],
      ]),
    ),
  };
}
