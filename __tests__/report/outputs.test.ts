import { expect, test } from "vitest";
import { outputsOf } from "../../src/report/outputs.ts";
import type { Manifest } from "../../src/result/image.ts";
import type { Result } from "../../src/result/result.ts";
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
    builder: "crossbuild-0123456789abcdef",
    ...{ tags: [], repositories: [], digest: undefined, image: undefined },
    ...{ metadata: "", imageId: "", warnings: [] },
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
const image = { digest, mediaType: "application/vnd.oci.image.index.v1+json", manifests };

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
  const outputs = outputsOf(resultOf({ digest, image, repositories, metadata, imageId: digest }), {
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
  const outputs = outputsOf(resultOf({ digest, image }), unnamed);
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
