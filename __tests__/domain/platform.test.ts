import { describe, expect, test } from "vitest";
import { formatPlatform, parsePlatform } from "../../src/domain/platform.ts";

describe("parsePlatform", () => {
  test.each([
    ["linux/amd64", "linux/amd64"],
    ["linux/x86_64", "linux/amd64"],
    ["linux/amd64/v1", "linux/amd64"],
    ["linux/amd64/v3", "linux/amd64/v3"],
    ["linux/arm64", "linux/arm64"],
    ["linux/arm64/v8", "linux/arm64"],
    ["linux/aarch64", "linux/arm64"],
    ["linux/arm", "linux/arm/v7"],
    ["linux/armhf", "linux/arm/v7"],
    ["linux/arm/v6", "linux/arm/v6"],
    ["Linux/ARM64", "linux/arm64"],
    ["linux/riscv64", "linux/riscv64"],
    ["windows/amd64", "windows/amd64"],
  ])("reads %s as %s", (text, canonical) => {
    const platform = parsePlatform(text);
    expect(platform.ok && formatPlatform(platform.value)).toBe(canonical);
  });

  test.each([
    ["linux/arm46", "did you mean `linux/arm64`?"],
    ["linux/amd46", "did you mean `linux/amd64`?"],
    ["linx/amd64", "did you mean `linux/amd64`?"],
    ["arm64", "take one like `linux/amd64`"],
    ["linux/arm/v9", "did you mean"],
    ["linux/arm64/v8/x", "is not a platform"],
    ["", "is not a platform"],
  ])("refuses %j and says: %s", (text, words) => {
    const platform = parsePlatform(text);
    expect(platform.ok).toBe(false);
    expect(!platform.ok && platform.problem).toContain(words);
  });
});
