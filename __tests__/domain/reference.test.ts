import { describe, expect, test } from "vitest";
import { formatReference, parseReference } from "../../src/domain/reference.ts";

const digest = `sha256:${"a".repeat(64)}`;

describe("parseReference", () => {
  test.each([
    ["alpine", "docker.io/library/alpine:latest"],
    ["alpine:3.19", "docker.io/library/alpine:3.19"],
    ["owner/app", "docker.io/owner/app:latest"],
    ["docker.io/alpine", "docker.io/library/alpine:latest"],
    ["ghcr.io/owner/app:1.0", "ghcr.io/owner/app:1.0"],
    ["localhost/app:1", "localhost/app:1"],
    ["localhost:5000/app", "localhost:5000/app:latest"],
    ["registry.local:5000/a/b/c:x_y.z-1", "registry.local:5000/a/b/c:x_y.z-1"],
    ["[::1]:5000/app:1", "[::1]:5000/app:1"],
    ["ghcr.io/owner/a__b-c.d:1", "ghcr.io/owner/a__b-c.d:1"],
    [`app:${"x".repeat(128)}`, `docker.io/library/app:${"x".repeat(128)}`],
  ])("reads %s as %s", (text, canonical) => {
    const reference = parseReference(text);
    expect(reference.ok && formatReference(reference.value)).toBe(canonical);
  });

  test.each([
    ["ghcr.io/Owner/App:1.0", "write `ghcr.io/owner/app:1.0`"],
    ["Owner/app:1.0", "write `owner/app:1.0`"],
    ["ghcr.io/owner/app:1.0:2", "is not an image reference"],
    ["ghcr.io/owner/app:", "has no tag behind its `:`"],
    ["ghcr.io//app:1", "is not an image reference"],
    ["ghcr.io/owner/app:-1", "begins with neither `.` nor `-`; write `ghcr.io/owner/app:1`"],
    [`ghcr.io/owner/app:${"x".repeat(129)}`, "has a tag of 129 characters; it may have 128"],
    ["https://ghcr.io/owner/app:1", "is a URL; leave out `https://`"],
    ["docker://app", "is a URL; leave out `docker://`"],
    ["ghcr.io/owner/app:1.0+build.5", "write `ghcr.io/owner/app:1.0-build.5`"],
    [
      "ghcr.io/owner/app:feature/login",
      "has a `/` in its tag; write `ghcr.io/owner/app:feature-login`",
    ],
    ["localhost:5000/app:a/b/c", "write `localhost:5000/app:a-b-c`"],
    ["ghcr.io/owner/app:Feature/x", "has a `/` in its tag"],
    ["ghcr.io/o/a:1 ghcr.io/o/a:2", "has a blank in it; write a line for each name"],
    [`ghcr.io/owner/app@${digest}`, "has a digest"],
    ["ghcr.io/owner/my app", "has a blank in it"],
    ["--push", "is not an image reference"],
  ])("refuses %s and says: %s", (text, words) => {
    const reference = parseReference(text);
    expect(reference.ok).toBe(false);
    expect(!reference.ok && reference.problem).toContain(words);
  });
});
