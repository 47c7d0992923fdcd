// Which job of a matrix builds which platform, and on which runner.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import type { MatrixInputs } from "../inputs/matrix-inputs.ts";

/** A matrix of a workflow's job, as `fromJSON` takes it. */
type Matrix = { readonly include: readonly MatrixJob[] };

type MatrixJob = {
  /** `linux/arm64` */
  readonly platform: string;
  /** Labels for `runs-on`. */
  readonly runner: readonly string[];
  /** Whether the image may be published without it; absent if it may not. */
  readonly optional?: true;
};

// GitHub's own runners. The arm64 ones can't run 32-bit programs, so that arm/v7 is emulated too.
const hosted = { amd64: "ubuntu-24.04", arm64: "ubuntu-24.04-arm" } as const;

/** A job for each platform: native if GitHub has such a runner, else emulated on amd64. */
export function planMatrix({ platforms, runners, optional }: MatrixInputs): Matrix {
  const byName = new Map(platforms.map((platform) => [formatPlatform(platform), platform]));
  const include = [...byName].map(([name, platform]) => ({
    platform: name,
    runner: runners.get(name) ?? [hostedRunner(platform)],
    ...(optional.includes(name) ? { optional: true as const } : {}),
  }));
  return { include };
}

function hostedRunner({ os, architecture }: Platform): string {
  return os === "linux" && architecture === "arm64" ? hosted.arm64 : hosted.amd64;
}
