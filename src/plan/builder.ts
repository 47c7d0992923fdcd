// How the builder comes to be.
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import { optionsBesideImage } from "./buildkit-image.ts";
import type { KnownBuilders, RunFacts, RunFiles } from "./facts.ts";
import type { BuilderPlan, Command } from "./plan.ts";

/**
 * Names the builder, and says how `docker buildx create` makes and boots it. A builder that exists
 * under the name asked for is used as it is.
 */
export function planBuilder(
  inputs: BuilderInputs,
  known: KnownBuilders | undefined,
  run: Pick<RunFacts, "runId" | "files">,
): BuilderPlan {
  const name = inputs.name ?? `crossbuild-${run.runId}`;
  const { use, cleanup } = inputs;
  if (known?.names.includes(name)) return { kind: "existing", name, use };
  const command = createCommand(name, inputs, run.files);
  return { kind: "create", name, use, command, cleanup };
}

// https://docs.docker.com/reference/cli/docker/buildx/create/
function createCommand(name: string, inputs: BuilderInputs, files: RunFiles): Command {
  const { driver, buildkitdFlags, buildkitdConfig } = inputs;
  return [
    ...["docker", "buildx", "create", "--bootstrap", "--name", name, "--driver", driver],
    ...optionsBesideImage(inputs).flatMap((option) => ["--driver-opt", csvField(option)]),
    ...(buildkitdFlags === undefined ? [] : ["--buildkitd-flags", buildkitdFlags]),
    ...(buildkitdConfig === undefined ? [] : ["--buildkitd-config", files.buildkitdConfig]),
  ];
}

// buildx reads an option as a CSV record, so that a value with a comma has to be quoted.
function csvField(option: string): string {
  return /[",]/.test(option) ? `"${option.replaceAll('"', '""')}"` : option;
}
