// What a leg is pushed as.
import { UserError } from "../domain/errors.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";

/**
 * The build with the tags that it really gets: a leg that has to have one gets a tag of the run's
 * own in each repository. Registries such as quay.io delete untagged manifests within an hour.
 *
 * @param run GitHub's ID of the workflow run
 */
export function planLeg(build: BuildInputs, run: string): BuildInputs {
  const [platform] = build.platforms;
  if (build.leg !== "tagged" || platform === undefined) return build;
  // No other leg of the run has the first platform.
  const tag = `crossbuild-${run}-${formatPlatform(platform).replaceAll("/", "-")}`;
  const repositories = new Set(build.tags.map(({ repository }) => repository));
  return { ...build, tags: [...repositories].map((repository) => ({ repository, tag })) };
}

/**
 * Where several nodes push by digest, buildx moves the tag `latest` when it merges what they made:
 * build/build.go and imagetools.Push of docker/buildx.
 *
 * @param nodes how many the builder has
 * @throws UserError where that would happen
 */
export function checkNodes({ leg, platforms }: BuildInputs, nodes: number): void {
  if (leg !== "true" || nodes < 2 || platforms.length < 2) return;
  throw new UserError(
    `\`leg\`: the builder has ${nodes} nodes, and buildx moves the tag \`latest\` when several nodes push by digest. What to try: \`leg: tagged\`, one platform in this job, or a builder of one node`,
  );
}
