// How buildx's programs are named, and how its releases list their sums.
import { type Parsed, parsed, refused } from "../domain/parsed.ts";

/** The machine that this process runs on, as Node names it. */
export type Host = {
  /** `process.platform` */
  readonly platform: string;
  /** `process.arch` */
  readonly arch: string;
  /** The ARM version that Node was compiled for, `7`; undefined on other CPUs. */
  readonly armVersion: string | undefined;
};

// What docker-bake.hcl of docker/buildx builds; FreeBSD and OpenBSD run no GitHub runner.
const systems = new Map([
  ["linux", ["amd64", "arm64", "arm-v6", "arm-v7", "ppc64le", "riscv64", "s390x"]],
  ["darwin", ["amd64", "arm64"]],
  ["windows", ["amd64", "arm64"]],
]);

/** Every platform that a release may have a program for: `linux-arm-v7`. */
export const assetPlatforms: readonly string[] = [...systems].flatMap(([os, architectures]) =>
  architectures.map((architecture) => `${os}-${architecture}`),
);

/** `{ platform: "linux", arch: "x64" }` → `linux-amd64` */
export function assetPlatform({ platform, arch, armVersion }: Host): Parsed<string> {
  const os = platform === "win32" ? "windows" : platform;
  const name = `${os}-${architectureOf(arch, armVersion)}`;
  return assetPlatforms.includes(name)
    ? parsed(name)
    : refused(`buildx has no release for ${platform} on ${arch}`);
}

// Node's ppc64 is little-endian wherever buildx's is; an ARM of an unknown version gets the oldest.
function architectureOf(arch: string, armVersion: string | undefined): string {
  if (arch === "x64") return "amd64";
  if (arch === "ppc64") return "ppc64le";
  if (arch === "arm") return armVersion === "7" || armVersion === "8" ? "arm-v7" : "arm-v6";
  return arch;
}

/** `0.36.1`, `windows-amd64` → `buildx-v0.36.1.windows-amd64.exe` */
export function assetName(version: string, platform: string): string {
  return `buildx-v${version}.${platform}${platform.startsWith("windows-") ? ".exe" : ""}`;
}

/**
 * The SHA-256 of `asset` in a `checksums.txt`, the form that sha256sum(1) writes:
 * `48af8a…  buildx-v0.36.1.linux-amd64`, or with ` *` before the name.
 */
export function sumOf(asset: string, checksums: string): string | undefined {
  for (const line of checksums.split("\n")) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](\S+)\r?$/i.exec(line) ?? [];
    if (name === asset) return sum?.toLowerCase();
  }
  return undefined;
}
