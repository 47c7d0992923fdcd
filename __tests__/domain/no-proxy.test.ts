import { expect, test } from "vitest";
import { isExempt } from "../../src/domain/no-proxy.ts";

test.each([
  ["ghcr.io", "", false],
  ["ghcr.io", ",", false],
  ["ghcr.io", "*", true],
  ["ghcr.io", "other.io,*", true],
  ["registry.internal", "registry.internal", true],
  ["Registry.Internal:5000", "registry.INTERNAL", true],
  ["registry.internal", "internal", true],
  ["registryinternal", "internal", false],
  ["internal", ".internal", false],
  ["a.internal", ".internal", true],
  ["a.b.internal", "*.internal", true],
  ["internal", "*.internal", false],
  ["a.internal", "b.internal, a.internal", true],
  ["a.internal:5000", "a.internal:5000", true],
  ["a.internal:5001", "a.internal:5000", false],
  ["a.internal", "a.internal:443", true],
  ["a.internal", "a.internal:5000", false],
  ["10.1.2.3:5000", "10.0.0.0/8", true],
  ["11.1.2.3", "10.0.0.0/8", false],
  ["10.1.2.3", "10.1.2.3", true],
  ["10.1.2.3", "2.3", false],
  ["ten.internal", "10.0.0.0/8", false],
  ["[fd00::1]:5000", "fd00::/8", true],
  ["[fd00::1]", "fd00::1", true],
  ["10.1.2.3", "10.0.0.0/99,nonsense/8,fd00::/8", false],
  ["localhost:5000", "", true],
  ["127.0.0.2:5000", "", true],
  ["[::1]:5000", "", true],
  ["localhost.example.com", "", false],
])("%s, NO_PROXY=%s: %s", (host, noProxy, expected) => {
  expect(isExempt(host, noProxy)).toBe(expected);
});
