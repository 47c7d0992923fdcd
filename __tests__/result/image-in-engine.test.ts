import { expect, test } from "vitest";
import { parseDigest } from "../../src/domain/digest.ts";
import { imageInEngine } from "../../src/result/image-in-engine.ts";

const [root, arm, amd, attestation] = ["a", "b", "c", "d"].map((letter) => {
  const read = parseDigest(`sha256:${letter.repeat(64)}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}) as [never, never, never, never];
const ociManifest = "application/vnd.oci.image.manifest.v1+json";
const descriptor = (digest: string) => ({ mediaType: ociManifest, digest, size: 668 });

// As Docker 28.5 answers for an index, without the fields that are not read.
const answer = {
  Id: root,
  Descriptor: { ...descriptor(root), mediaType: "application/vnd.oci.image.index.v1+json" },
  Manifests: [
    {
      Kind: "image",
      Descriptor: descriptor(amd),
      ImageData: { Platform: { architecture: "amd64", os: "linux" } },
    },
    {
      Kind: "image",
      Descriptor: descriptor(arm),
      ImageData: { Platform: { architecture: "arm", os: "linux", variant: "v7" } },
    },
    {
      Kind: "attestation",
      Descriptor: descriptor(attestation),
      AttestationData: { For: arm },
    },
  ],
};

test("each image is there with its platform and its attestation", () => {
  const about = { mediaType: ociManifest, size: 668, layersSize: undefined };
  expect(imageInEngine(answer, root)).toEqual({
    digest: root,
    mediaType: "application/vnd.oci.image.index.v1+json",
    size: 668,
    manifests: [
      { ...about, platform: { os: "linux", architecture: "amd64" }, digest: amd, attestations: [] },
      {
        ...{ ...about, platform: { os: "linux", architecture: "arm", variant: "v7" }, digest: arm },
        attestations: [{ digest: attestation, predicateTypes: [] }],
      },
    ],
  });
});

test.each([
  ["no answer", undefined],
  ["an engine before Docker 28", { ...answer, Manifests: undefined }],
  ["an engine's other store", { Id: root }],
  ["another image", { ...answer, Descriptor: descriptor(amd) }],
  ["a refusal", { message: "No such image" }],
])("%s tells nothing", (_, json) => {
  expect(imageInEngine(json, root)).toBeUndefined();
});
