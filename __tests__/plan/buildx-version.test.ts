import { expect, test } from "vitest";
import { toldVersion } from "../../src/plan/buildx-version.ts";

test.each([
  ["github.com/docker/buildx v0.29.1 a1b2c3d4\n", "v0.29.1"],
  ["github.com/docker/buildx 0.29.1+ds1 0.29.1-1+b1\n", "0.29.1+ds1"],
  ["github.com/docker/buildx v0.29.1-desktop.1 a1b2c3d4\n", "v0.29.1-desktop.1"],
  ["github.com/docker/buildx v0.0.0+unknown \n", "v0.0.0+unknown"],
  ["github.com/docker/buildx f117971 f11797113e5a9b86bd976329c5dbb8a8bfdfadfa\n", "f117971"],
  ["github.com/docker/buildx f117971.m f11797113e5a9b86bd976329c5dbb8a8bfdfadfa.m\n", "f117971.m"],
  ["", undefined],
  ["\n", undefined],
  ["buildx\n", undefined],
  ["buildx works\n", undefined],
  ["buildah 1.36.0\n", undefined],
  ["v0.29.1\n", undefined],
  ["Usage: buildx [OPTIONS]\nv0.29.1\n", undefined],
])("of what a program prints, %j, the version is %s", (printed, version) => {
  expect(toldVersion(printed)).toBe(version);
});
