// What a leg is pushed as.
import { UserError } from "../domain/errors.ts";
import { formatPlatform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { pushedNames } from "../inputs/export-pushed-names.ts";
import { levelsOf } from "../inputs/names-annotations.ts";
import { type ExportSettings, groupsOf } from "./export-options.ts";

/**
 * The build as a leg of a merge, if it is one: the annotations of the index and of its descriptors
 * are left to the merge. What is not pushed in this event is no leg, but a build of its platforms.
 */
export function asLeg(build: BuildInputs): BuildInputs {
  if (build.leg === "false") return build;
  const annotations = build.annotations.flatMap(manifestAnnotation);
  return { ...build, annotations, leg: build.push ? build.leg : "false" };
}

function manifestAnnotation(text: string): readonly string[] {
  const levels = levelsOf(text);
  if (levels === undefined) return [text];
  const own = levels.filter((level) => /^manifest(?:\[|$)/.test(level));
  const pair = text.slice(levels.join(",").length + 1);
  return own.map((level) => `${level}:${pair}`);
}

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

/** The builder's number of nodes, and the registries that need an exporter of their own. */
type Builder = { readonly nodes: number } & Pick<ExportSettings, "insecure">;

/**
 * If several nodes push by digest, buildx moves the tag `latest` when it merges their images. It merges
 * for only one exporter; for any other, each node pushes its own part under the image's name:
 * build/build.go and imagetools.Push of docker/buildx.
 *
 * @throws UserError if that would happen
 */
export function checkNodes(build: BuildInputs, { nodes, insecure }: Builder): void {
  const { leg, platforms, push, tags } = build;
  if (nodes < 2 || platforms.length < 2) return;
  if (leg === "true") {
    throw new UserError(
      `\`leg\`: the builder has ${nodes} nodes, and buildx moves the tag \`latest\` when several nodes push by digest`,
      { tryThis: "`leg: tagged`, one platform in this job, or a builder of one node" },
    );
  }
  const why = `the builder has ${nodes} nodes, and buildx makes one image of what they build for one exporter alone`;
  if (pushedNames(build).length > 1) {
    throw new UserError(`\`outputs\`: ${why}`, {
      tryThis:
        "all names in `tags`, with `push: true` and no exporter that pushes, or a builder of one node",
    });
  }
  if (push && groupsOf(tags.map(formatReference), insecure).length > 1) {
    throw new UserError(
      `\`tags\`: ${why}, and these registries, some over plain HTTP or with \`insecure\`, need one each`,
      { tryThis: "one registry per step, registries with TLS, or a builder of one node" },
    );
  }
}
