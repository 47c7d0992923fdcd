import { expect, test } from "vitest";
import { outputsOf } from "../../src/report/outputs.ts";
import type { Manifest } from "../../src/result/image.ts";
import type { MadeImage, Result } from "../../src/result/result.ts";
import { digestOf } from "../result/pushed.ts";

const platforms = [
  { os: "linux", architecture: "amd64" },
  { os: "linux", architecture: "amd64", variant: "v3" },
  { os: "linux", architecture: "arm64" },
  ...["v5", "v6", "v7"].map((variant) => ({ os: "linux", architecture: "arm", variant })),
  ...["386", "ppc64le", "riscv64", "s390x"].map((architecture) => ({ os: "linux", architecture })),
];
const predicateTypes = ["https://slsa.dev/provenance/v1", "https://spdx.dev/Document"];
const digest = digestOf("index");

function resultOf(more: Partial<Result>): Result {
  return {
    targets: [],
    builder: "crossbuild-0123456789abcdef",
    ...{ images: [], metadata: "", imageId: "", warnings: [] },
    ...more,
  };
}

const manifests = platforms.map(
  (platform, at): Manifest => ({
    platform,
    digest: digestOf(`manifest ${at}`),
    mediaType: "application/vnd.docker.distribution.manifest.v2+json",
    size: 12_345,
    layersSize: 123_456_789,
    attestations: [{ digest: digestOf(`attestation ${at}`), predicateTypes }],
  }),
);
const mediaType = "application/vnd.oci.image.index.v1+json";

function made(more: Partial<MadeImage> = {}): MadeImage {
  const image = { digest, mediaType, size: 2382, manifests };
  return { digest, image, repositories: [], tags: [], ...more };
}

const unnamed = { version: "", tags: [], tagNames: [], labels: [], annotations: [] };

test("all outputs of ten platforms in ten repositories are within 16 KiB", () => {
  const repositories = Array.from(
    { length: 10 },
    (_, at) => `a-rather-long-registry-name.internal.example.com:5000/team-${at}/product/component`,
  );
  const metadata = JSON.stringify({
    "buildx.build.provenance": { invocation: "x".repeat(100_000) },
    "buildx.build.provenance/linux/amd64": { invocation: "x".repeat(100_000) },
    "buildx.build.warnings": Array.from({ length: 500 }, (_, at) => `warning ${at}`),
    "buildx.build.ref": "builder/node/ref",
    "containerimage.digest": digest,
    "image.name": repositories.map((repository) => `${repository}:1.2.3`).join(","),
  });
  const images = [made({ repositories })];
  const outputs = outputsOf(resultOf({ images, metadata, imageId: digest }), {
    version: "1.2.3",
    tags: repositories.map((repository) => `${repository}:1.2.3`),
    tagNames: ["1.2.3"],
    labels: Array.from(
      { length: 8 },
      (_, at) => `org.opencontainers.image.label-${at}=${"x".repeat(60)}`,
    ),
    annotations: [],
  });
  const bytes = [...outputs].reduce(
    (sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text),
    0,
  );
  expect(bytes).toBeLessThan(16 * 1024);
  expect(JSON.parse(outputs.get("manifests") ?? "")).toHaveLength(10);
  expect(outputs.get("image-refs")?.split("\n")).toHaveLength(10);
  expect(Object.keys(JSON.parse(outputs.get("metadata") ?? ""))).toEqual([
    "buildx.build.ref",
    "containerimage.digest",
    "image.name",
  ]);
});

test("a platform's manifest comes with what its attestations attest", () => {
  const outputs = outputsOf(resultOf({ images: [made()] }), unnamed);
  const { platform, layersSize, ...first } = manifests[0] ?? { platform: undefined };
  expect(JSON.parse(outputs.get("manifests") ?? "")[0]).toEqual({
    platform: "linux/amd64",
    ...first,
  });
  expect(outputs.get("digest-linux-amd64-v3")).toBe(manifests[1]?.digest);
});

test("where there is nothing, outputs are empty", () => {
  expect(Object.fromEntries(outputsOf(resultOf({}), unnamed))).toEqual({
    ...{ digest: "", digests: "{}", "image-refs": "", manifests: "[]", metadata: "" },
    ...{ imageid: "", builder: "crossbuild-0123456789abcdef", platforms: "" },
    ...{ tags: "", "tag-names": "", version: "", labels: "", annotations: "" },
    json: '{"tags":[],"tag-names":[],"labels":{},"annotations":[]}',
  });
});

test("of several images, all references and manifests are told, and the first one's digests", () => {
  const [one, ...more] = manifests;
  const zstd = more.slice(0, 1).map((manifest) => ({ ...manifest, digest: digestOf("zstd") }));
  const other = digestOf("other");
  const gzip = { digest, mediaType, size: 856, manifests: one === undefined ? [] : [one] };
  const repositories = ["ghcr.io/o/app"];
  const images = [
    made({ repositories, image: gzip }),
    made({ repositories, digest: other, image: { ...gzip, digest: other, manifests: zstd } }),
    made({ digest: digestOf("layout") }),
  ];
  const metadata = JSON.stringify({
    "containerimage.config.digest": digestOf("config"),
    "containerimage.descriptor": { mediaType, digest: other, size: 1 },
    "containerimage.digest": other,
    "image.name": "ghcr.io/o/app:zstd",
  });
  const outputs = outputsOf(resultOf({ images, metadata }), unnamed);
  expect(outputs.get("image-refs")).toBe(`ghcr.io/o/app@${digest}\nghcr.io/o/app@${other}`);
  const told: { digest: string }[] = JSON.parse(outputs.get("manifests") ?? "");
  expect(told.map((manifest) => manifest.digest)).toEqual([one?.digest, digestOf("zstd")]);
  expect(JSON.parse(outputs.get("digests") ?? "")).toEqual({ "linux/amd64": one?.digest });
  expect(outputs.get("digest")).toBe(digest);
  expect(JSON.parse(outputs.get("metadata") ?? "")).toEqual({
    "containerimage.digest": digest,
    "image.name": "ghcr.io/o/app:zstd",
  });
});
