import { expect, test } from "vitest";
import { type Digest, parseDigest } from "../../src/domain/digest.ts";
import { platformOf } from "../../src/domain/platform.ts";
import { parseReference, type Reference } from "../../src/domain/reference.ts";
import { parseImage } from "../../src/result/image.ts";
import { verify } from "../../src/result/verify.ts";

function digestOf(letter: string): Digest {
  const read = parseDigest(`sha256:${letter.repeat(64)}`);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

function tagOf(text: string): Reference {
  const read = parseReference(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

const [index, image, attestation] = [digestOf("a"), digestOf("b"), digestOf("c")];
const mediaType = "application/vnd.oci.image.manifest.v1+json";
const arm64 = platformOf({ os: "linux", architecture: "arm64", variant: undefined });
const amd64 = platformOf({ os: "linux", architecture: "amd64", variant: undefined });

const inspected = JSON.stringify({
  manifest: {
    mediaType: "application/vnd.oci.image.index.v1+json",
    digest: index,
    size: 856,
    manifests: [
      {
        mediaType,
        digest: image,
        size: 480,
        platform: { os: "linux", architecture: "arm64", variant: "v8" },
      },
      {
        mediaType,
        digest: attestation,
        size: 566,
        platform: { os: "unknown", architecture: "unknown" },
        annotations: {
          "vnd.docker.reference.type": "attestation-manifest",
          "vnd.docker.reference.digest": image,
        },
      },
    ],
  },
  image: {},
});

test("an attestation belongs to its manifest, and is no platform", () => {
  expect(parseImage(inspected).manifests).toEqual([
    { platform: arm64, digest: image, mediaType, size: 480, attestations: [attestation] },
  ]);
});

test("a plain manifest has the platform of its config", () => {
  const text = JSON.stringify({
    manifest: { mediaType, digest: image, size: 480 },
    image: { os: "linux", architecture: "arm", variant: "v7", rootfs: {} },
  });
  expect(parseImage(text).manifests).toEqual([
    {
      platform: { os: "linux", architecture: "arm", variant: "v7" },
      digest: image,
      mediaType,
      size: 480,
      attestations: [],
    },
  ]);
});

test("what is no image is refused", () => {
  expect(() => parseImage('{"manifest":{"mediaType":"x","digest":"sha256:1","size":1}}')).toThrow(
    "`sha256:1` is not a digest",
  );
});

test("what was asked for passes", () => {
  const tags = [{ tag: tagOf("a:1"), digest: index }];
  expect(() => verify(parseImage(inspected), { platforms: [arm64], tags })).not.toThrow();
});

test("each platform that is missing, and each tag that is elsewhere, is named", () => {
  const tags = [
    { tag: tagOf("ghcr.io/a/b:1"), digest: index },
    { tag: tagOf("ghcr.io/a/b:2"), digest: attestation },
  ];
  const check = () => verify(parseImage(inspected), { platforms: [arm64, amd64], tags });
  expect(check).toThrow(`linux/amd64 is missing from ${index}`);
  expect(check).toThrow(`ghcr.io/a/b:2 resolves to ${attestation}, not ${index}`);
  expect(check).not.toThrow("ghcr.io/a/b:1 resolves");
});
