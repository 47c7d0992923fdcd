// The outputs of a leg, which the job that merges takes.
import { formatLeg, legOutput } from "../domain/leg.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { Result } from "../result/result.ts";

/**
 * `leg-linux-arm64` → the leg as text, for each platform that the leg has.
 *
 * @param run GitHub's ID of the workflow run
 */
export function legOutputs(result: Result, run: string): ReadonlyMap<string, string> {
  const [made] = result.images;
  const repository = made?.repositories[0];
  if (made?.image === undefined || repository === undefined) return new Map();
  const { image, tags, digest } = made;
  const leg = formatLeg({ repository, tag: tags[0]?.tag, digest, run });
  return new Map(
    image.manifests.map(({ platform }) => [legOutput(formatPlatform(platform)), leg] as const),
  );
}
