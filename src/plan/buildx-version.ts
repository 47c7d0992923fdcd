// What buildx says of its version.
import { parse, type SemVer } from "semver";

/**
 * The version in what buildx prints: `v0.29.1` and Debian's `0.29.1+ds1` are 0.29.1; undefined
 * if a build has none, such as one of a branch.
 */
export function versionIn(text: string): SemVer | undefined {
  return parse(text) ?? undefined;
}

/** The same, of a release; what was built with `go install` calls itself 0.0.0. */
export function releaseIn(text: string): SemVer | undefined {
  const version = versionIn(text);
  return version?.compare("0.0.0") === 0 ? undefined : version;
}

/**
 * The version in what `buildx version` prints, a line of package, version and revision:
 * `github.com/docker/buildx v0.29.1 a1b2c3…`. A build of a branch has the start of its commit in the
 * version's place. Undefined if the text is something else, so that no buildx has printed it:
 * Podman's `buildx` has `buildah 1.36.0`.
 */
export function toldVersion(printed: string): string | undefined {
  const [, version = ""] = /^\S+\/buildx (\S+)(?: \S*)?\s*$/.exec(printed) ?? [];
  const isCommit = /^[0-9a-f]{7,40}(?:\.m)?$/.test(version);
  return isCommit || versionIn(version) !== undefined ? version : undefined;
}
