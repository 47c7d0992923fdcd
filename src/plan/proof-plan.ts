// What is read back after the build, and what it is compared with.
import type { Command } from "../domain/command.ts";
import type { Digest } from "../domain/digest.ts";
import { UserError } from "../domain/errors.ts";
import type { Platform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { type LayoutPlace, layoutPlace } from "../inputs/export-kinds.ts";
import { type PushedName, pushedNames } from "../inputs/export-pushed-names.ts";
import type { ProofInputs } from "../inputs/proof-inputs.ts";

export type ProofPlan = {
  /** `false`: the image is read for the outputs, but not verified. */
  readonly verify: ProofInputs["verify"];
  readonly strict: boolean;
  /** One for a build, and one for each target of a bake. */
  readonly builds: readonly BuildProof[];
};

/** What one build makes. */
export type BuildProof = {
  /** Its name, if it is a target of a bake. */
  readonly target?: string | undefined;
  /** None: any will do. */
  readonly platforms: readonly Platform[];
  /** The names that have to point to the image in the end: those of `tags` first, each once. */
  readonly names: readonly PushedName[];
  readonly layouts: readonly LayoutPlace[];
  /** What the build exports at all. */
  readonly exports: "image" | "files" | "nothing";
};

/** What the proof needs to know about the builder. */
type Builder = { readonly driver: string; readonly nodes: number };

/** @throws UserError if this builder has to push without a tag, and can't */
export function planProof(
  builds: readonly ProvenBuild[],
  proof: ProofInputs,
  { driver, nodes }: Builder,
): ProofPlan {
  // A leg that gets no tag has none that could wait.
  const isLeg = builds.some(({ build }) => build.leg === "true");
  const verify = proof.verify === "before-tag" && isLeg ? "true" : proof.verify;
  if (verify === "before-tag") requireDigestPush({ driver, nodes });
  return { ...proof, verify, builds: builds.map((one) => planBuildProof(one, driver)) };
}

type ProvenBuild = { readonly name?: string | undefined; readonly build: BuildInputs };

function planBuildProof({ name, build }: ProvenBuild, driver: string): BuildProof {
  const { platforms, push, load, outputs } = build;
  const others = outputs.filter(({ type }) => !["local", "tar", "cacheonly"].includes(type));
  // The engine keeps what it builds, even without an exporter.
  const exportsImage = push || load || others.length > 0 || driver === "docker";
  return {
    target: name,
    platforms,
    names: unique(pushedNames(build).flat()),
    layouts: outputs.flatMap((output) => layoutPlace(output) ?? []),
    exports: exportsImage ? "image" : outputs.length > 0 ? "files" : "nothing",
  };
}

// What several nodes built becomes one index in buildx itself, which pushes that under a tag, if
// need be `latest`: build/build.go of docker/buildx. The engine refuses: build/opt.go.
function requireDigestPush({ driver, nodes }: Builder): void {
  if (driver === "docker") {
    throw new UserError(
      "`verify`: `before-tag` is not for the docker driver, which can't push without a tag; take `driver: docker-container`, or `verify: true`",
    );
  }
  if (nodes > 1) {
    throw new UserError(
      "`verify`: `before-tag` is not for a builder with several nodes, as buildx tags at once what they build; take one node, or `verify: true`",
    );
  }
}

function unique(names: readonly PushedName[]): readonly PushedName[] {
  const all = names.map(({ repository, tag }) => ({ repository, tag }));
  return [...new Map(all.map((name) => [`${name.repository}:${name.tag ?? ""}`, name])).values()];
}

/** An image that is in its repository. */
type Untagged = {
  readonly repository: string;
  readonly digest: Digest;
  readonly isIndex: boolean;
};

/**
 * Gives an image its tags, of which there is at least one; the digest stays the same:
 * https://docs.docker.com/reference/cli/docker/buildx/imagetools/create/
 */
export function tagCommand(
  builder: string,
  { repository, digest, isIndex }: Untagged,
  tags: readonly Reference[],
): Command {
  return [
    ...["docker", "buildx", "imagetools", "create", "--builder", builder],
    // A manifest without an index would get one, and so another digest. The flag is buildx 0.15's.
    ...(isIndex ? [] : ["--prefer-index=false"]),
    ...tags.flatMap((tag) => ["--tag", formatReference(tag)]),
    `${repository}@${digest}`,
  ];
}
