// Whether a builder runs the image that the inputs name.
import { expect, test } from "vitest";
import { isSameImage } from "../../src/plan/builder-same-image.ts";

const id = "9a4b1f8dbbaca2adb26ece8d8c7a49197f4ea23ad87a91cd7e69ef20a83dfb0e";
const other = id.replace("9", "8");
const digest = `sha256:${"ab".repeat(32)}`;
const network = { mirrors: ["mirror.internal:5000"], registries: [] };
const image = (reference: string, id: string) => ({
  ...{ reference, id: `sha256:${id}`, os: "linux", architecture: "amd64" },
});
const images = [image("docker.io/moby/buildkit:v0.32.2", id)];

test.each([
  ["moby/buildkit:v0.32.2", "moby/buildkit:v0.32.2", true],
  ["moby/buildkit:v0.32.2", "docker.io/moby/buildkit:v0.32.2", true],
  ["docker.io/moby/buildkit:v0.32.2", "moby/buildkit:v0.32.2", true],
  ["moby/buildkit", "docker.io/moby/buildkit:latest", true],
  ["moby/buildkit:v0.32.2", "mirror.internal:5000/moby/buildkit:v0.32.2", true],
  [`moby/buildkit:v0.32.2@${digest}`, `docker.io/moby/buildkit@${digest}`, true],
  ["moby/buildkit:v0.32.2", id, true],
  ["moby/buildkit:v0.32.2", id.slice(0, 12), true],
  [`sha256:${id}`, id, true],
  ["moby/buildkit:v0.33.0", id, true],
  ["moby/buildkit:v0.32.2", "moby/buildkit:v0.33.0", false],
  ["moby/buildkit:v0.32.2", "ghcr.io/moby/buildkit:v0.32.2", false],
  ["moby/buildkit:v0.32.2", other, false],
  [`sha256:${id}`, other, false],
  ["mine", "theirs", false],
])("asked for %s, with %s there: %s", (wanted, there, isSame) => {
  expect(isSameImage(wanted, there, { network, images })).toBe(isSame);
});
