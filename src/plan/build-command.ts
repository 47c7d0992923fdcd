// The build command.

import type { Command } from "../domain/command.ts";
import type { Platform } from "../domain/platform.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import type { Call } from "../inputs/build-call-input.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { hasFilesOnly } from "../inputs/export-inputs.ts";
import { planAttestations, type Workflow } from "./attestation-plan.ts";
import { runOptions } from "./build-run-options.ts";
import { type CacheOwner, planCache } from "./cache-plan.ts";
import type { BuildContext } from "./context-plan.ts";
import { type ExportSettings, exportOptions } from "./export-options.ts";
import type { RunFiles } from "./run-files-plan.ts";
import type { SecretFile } from "./secret-plan.ts";
import { planBuildSecrets } from "./secret-plan.ts";

export type BuildSettings = Omit<ExportSettings, "olderAttestations"> & {
  readonly builder: string;
  readonly files: RunFiles;
  readonly environment: Readonly<Record<string, string>>;
  readonly context: BuildContext;
  readonly workflow: Workflow;
  readonly cacheOwner: CacheOwner;
};

/** https://docs.docker.com/reference/cli/docker/buildx/build/ */
export function planBuild(inputs: BuildInputs, settings: BuildSettings): BuildPlan {
  const { platforms, tags, call } = inputs;
  const { files, context, epoch } = settings;
  const time = epoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
  const cache = planCache(inputs, settings.cacheOwner);
  const environment = { ...settings.environment, ...time, ...cache.environment };
  const { tokenHosts } = context;
  const secrets = planBuildSecrets(inputs.secrets, { folder: files.secrets, tokenHosts });
  const commandWith = ({ olderAttestations, anew }: Variant) => [
    ...["docker", "buildx", "build", "--builder", settings.builder],
    ...(call === undefined ? [] : ["--call", call.text]),
    ...(platforms.length === 0 ? [] : ["--platform", platforms.map(formatPlatform).join(",")]),
    ...(call === undefined ? whatComesOut(inputs, { ...settings, olderAttestations }) : []),
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...context.named.flatMap(({ name, source }) => ["--build-context", `${name}=${source}`]),
    ...(inputs.cache.pull ? ["--pull"] : []),
    ...(anew ? anewOptions(inputs.cache) : []),
    ...cache.arguments,
    ...secrets.arguments,
    ...runOptions(inputs.run),
    ...filesFor(inputs, files),
    // What follows is the context, whatever it begins with.
    ...["--", context.context],
  ];
  const commandsWith = (olderAttestations: boolean) => ({
    command: commandWith({ olderAttestations, anew: true }),
    again: commandWith({ olderAttestations, anew: false }),
  });
  const { compat } = inputs.attestations;
  return {
    ...commandsWith(compat === "no-oci-artifact"),
    compatible: compat === "auto" ? commandsWith(true) : undefined,
    ...{ environment, platforms, tags, call },
    push: inputs.push && call === undefined,
    ...{ targets: [], allTargets: [] },
    notes: [
      ...(context.why === undefined ? [] : [context.why]),
      ...(inputs.repeated.length === 0 ? [] : [repeatedText(inputs.repeated)]),
      ...cache.notes,
    ],
    secretFiles: secrets.files,
  };
}

function repeatedText(repeated: readonly string[]): string {
  return `Platforms: each is built once, though some are named again: ${repeated.join(", ")}`;
}

type Variant = {
  readonly olderAttestations: boolean;
  /** Whether steps run again if the inputs say so. */
  readonly anew: boolean;
};

function anewOptions({ noCache, noCacheFilters }: BuildInputs["cache"]): readonly string[] {
  return [
    ...(noCache ? ["--no-cache"] : []),
    ...noCacheFilters.flatMap((stage) => ["--no-cache-filter", stage]),
  ];
}

// With `--call`, buildx 0.29 still pushes if `--push` is set.
function whatComesOut(inputs: BuildInputs, settings: BuildSettings & ExportSettings) {
  return [
    ...exportOptions(inputs, settings),
    ...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
    ...planAttestations(inputs, settings.workflow),
  ];
}

// buildx refuses to write an image ID if it exports files. With `--call check` the other file
// has the warnings.
function filesFor({ call, outputs }: BuildInputs, files: RunFiles): readonly string[] {
  const hasImage = call === undefined && !hasFilesOnly(outputs);
  return [
    ...(hasImage ? ["--iidfile", files.imageId] : []),
    ...["--metadata-file", files.metadata],
  ];
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}

export type BuildCommands = {
  readonly command: Command;
  /** The same once all steps are done: what a step made a moment ago is good enough. */
  readonly again: Command;
};

export type BuildPlan = BuildCommands & {
  /**
   * The same with attestations in a form that all registries know; undefined if it is not to be
   * tried.
   */
  readonly compatible: BuildCommands | undefined;
  /** What the command needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platforms: readonly Platform[];
  /** The tags that have to point to the image in the end. */
  readonly tags: readonly Reference[];
  readonly push: boolean;
  /** The targets of a bake; none if one image is built. */
  readonly targets: readonly string[];
  /** With those that are contexts of others alone. */
  readonly allTargets: readonly string[];
  /** What buildx prints in place of building; undefined if it builds. */
  readonly call: Call | undefined;
  /** Lines for the log: what was decided that the inputs left open. */
  readonly notes: readonly string[];
  /** Files that are there only while the command runs. */
  readonly secretFiles: readonly SecretFile[];
};
