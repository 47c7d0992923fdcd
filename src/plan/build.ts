// The build command.
import { formatPlatform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { RunFiles } from "./facts.ts";
import type { BuildPlan } from "./plan.ts";

/** https://docs.docker.com/reference/cli/docker/buildx/build/ */
export function planBuild(inputs: BuildInputs, builder: string, files: RunFiles): BuildPlan {
  const { platforms, tags, push } = inputs;
  const command = [
    ...["docker", "buildx", "build", "--builder", builder],
    ...(platforms.length === 0 ? [] : ["--platform", platforms.map(formatPlatform).join(",")]),
    ...tags.flatMap((tag) => ["--tag", formatReference(tag)]),
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...(push ? ["--push"] : []),
    ...(inputs.load ? ["--load"] : []),
    ...["--iidfile", files.imageId, "--metadata-file", files.metadata],
    // What follows is the context, whatever it begins with.
    ...["--", inputs.context],
  ];
  return { command, platforms, tags, push };
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
