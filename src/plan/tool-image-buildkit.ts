// BuildKit's own image, for the drivers that run it in the engine.
import type { Command } from "../domain/command.ts";
import { parseImageName } from "../domain/image-name.ts";
import { pinnedImages } from "../domain/pinned-images.ts";
import {
  type Candidate,
  candidatesFor,
  type Sources,
  type ToolImage,
  toolImage,
} from "./tool-image-candidates.ts";

const option = "image=";
const what = "BuildKit's image";

/** The image that the options of a docker-container node name, or the default. */
export function planBuildkitImage(driverOpts: readonly string[], sources: Sources): ToolImage {
  return toolImage(what, buildkitCandidates(driverOpts, sources.network), sources);
}

/** Where the image is looked for, in order. */
export function buildkitCandidates(
  driverOpts: readonly string[],
  network: Sources["network"],
): readonly Candidate[] {
  const given = driverOpts.findLast((opt) => opt.startsWith(option))?.slice(option.length);
  const text = given ?? pinnedImages.buildkit;
  const name = parseImageName(text);
  // An image's ID, for one: the engine knows what it means.
  return name.ok
    ? candidatesFor(name.value, network)
    : [{ reference: text, manifestUrl: undefined }];
}

/** The driver options without the image that the command gets once the engine has it. */
export function optionsBesideImage(driverOpts: readonly string[]): readonly string[] {
  return driverOpts.filter((opt) => !opt.startsWith(option));
}

/** The reference from which another machine's engine pulls the default image: only one can be set. */
export function firstBuildkitReference(network: Sources["network"]): string {
  const name = parseImageName(pinnedImages.buildkit);
  const [first] = name.ok ? candidatesFor(name.value, network) : [];
  return first?.reference ?? pinnedImages.buildkit;
}

/**
 * `docker buildx create …`, with the image in the engine.
 *
 * The driver has the engine pull its image whenever it boots, local or not, and takes the local one
 * only after that has failed: driver/docker-container/driver.go of docker/buildx. A bare ID cannot be
 * pulled, which buildx itself finds out before it asks anybody; it then says «pulling failed, using
 * local image». With `sha256:` before it, it would be taken for a name on Docker Hub.
 */
export function createWithImage(create: Command, idOrName: string): Command {
  const [docker = "docker", buildx = "buildx", verb = "create", ...rest] = create;
  const image = `${option}${idOrName.replace(/^sha256:/, "")}`;
  return [docker, buildx, verb, "--driver-opt", image, ...rest];
}
