import { expect, test } from "vitest";
import { digestOf } from "../../src/effects/sha256.ts";
import type { Image } from "../../src/result/image.ts";
import { subjectsOf } from "../../src/result/sign-subjects.ts";

const mediaType = "application/vnd.oci.image.manifest.v1+json";
const manifest = (architecture: string, digest = digestOf(architecture)) => ({
  platform: { os: "linux", architecture },
  ...{ digest, mediaType, size: 668, layersSize: undefined },
  attestations: [{ digest: digestOf(`attestation of ${architecture}`), predicateTypes: [] }],
});
const index = (manifests: Image["manifests"]): Image => ({
  ...{ digest: digestOf("index"), mediaType: "application/vnd.oci.image.index.v1+json" },
  ...{ size: 2382, manifests },
});

test("the index comes first, then each platform; attestation manifests are left out", () => {
  expect(subjectsOf(index([manifest("amd64"), manifest("arm64")]))).toEqual([
    {
      ...{ what: "index", digest: digestOf("index"), size: 2382 },
      mediaType: "application/vnd.oci.image.index.v1+json",
    },
    { what: "linux/amd64", digest: digestOf("amd64"), mediaType, size: 668 },
    { what: "linux/arm64", digest: digestOf("arm64"), mediaType, size: 668 },
  ]);
});

test("an image without an index is its manifest", () => {
  const only = manifest("amd64");
  const image: Image = { digest: only.digest, mediaType, size: 668, manifests: [only] };
  expect(subjectsOf(image)).toEqual([
    { what: "linux/amd64", digest: only.digest, mediaType, size: 668 },
  ]);
});

test("a manifest that two platforms share is signed once", () => {
  const digest = digestOf("both");
  const subjects = subjectsOf(index([manifest("amd64", digest), manifest("arm64", digest)]));
  expect(subjects).toHaveLength(2);
});

test("an image whose manifests are not known is signed as it is", () => {
  expect(subjectsOf(index([]))).toHaveLength(1);
});
