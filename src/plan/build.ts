// The build command.
import { formatPlatform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { hasFilesOnly } from "../inputs/output-inputs.ts";
import { planAttestations, type Workflow } from "./attestations.ts";
import { planBuildSecrets } from "./build-secrets.ts";
import { type CacheOwner, planCache } from "./cache.ts";
import type { BuildContext } from "./context.ts";
import type { RunFiles } from "./facts.ts";
import { csvField } from "./node.ts";
import type { BuildPlan } from "./plan.ts";
import { runOptions } from "./run-options.ts";

export type BuildSettings = {
  readonly builder: string;
  readonly files: RunFiles;
  readonly environment: Readonly<Record<string, string>>;
  /** Registries that are spoken to without TLS, or without checking it, by hosts. */
  readonly insecure: readonly string[];
  readonly context: BuildContext;
  readonly workflow: Workflow;
  readonly cacheOwner: CacheOwner;
  /** Whether the push is by digest, and the tags come after the proof. */
  readonly tagsLater: boolean;
};

/** https://docs.docker.com/reference/cli/docker/buildx/build/ */
export function planBuild(inputs: BuildInputs, settings: BuildSettings): BuildPlan {
  const { platforms, tags, call } = inputs;
  const { files, environment, context } = settings;
  const cache = planCache(inputs, settings.cacheOwner);
  const { needsToken } = context;
  const secrets = planBuildSecrets(inputs.secrets, { folder: files.secrets, needsToken });
  const command = [
    ...["docker", "buildx", "build", "--builder", settings.builder],
    ...(call === undefined ? [] : ["--call", call.text]),
    ...(platforms.length === 0 ? [] : ["--platform", platforms.map(formatPlatform).join(",")]),
    ...(call === undefined ? whatComesOut(inputs, settings) : []),
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...context.named.flatMap(({ name, source }) => ["--build-context", `${name}=${source}`]),
    ...(inputs.cache.pull ? ["--pull"] : []),
    ...(inputs.cache.noCache ? ["--no-cache"] : []),
    ...inputs.cache.noCacheFilters.flatMap((stage) => ["--no-cache-filter", stage]),
    ...cache.arguments,
    ...secrets.arguments,
    ...runOptions(inputs.run),
    ...filesFor(inputs, files),
    // What follows is the context, whatever it begins with.
    ...["--", context.context],
  ];
  return {
    ...{ command, environment, platforms, tags, call },
    push: inputs.push && call === undefined,
    notes: [...(context.why === undefined ? [] : [context.why]), ...cache.notes],
    secretFiles: secrets.files,
  };
}

// With `--call`, buildx 0.29 pushes nonetheless, if it is told to.
function whatComesOut(inputs: BuildInputs, settings: BuildSettings) {
  return [
    ...exporters(inputs, settings),
    ...(inputs.load ? ["--load"] : []),
    ...inputs.outputs.flatMap(({ text }) => ["--output", text]),
    ...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
    ...planAttestations(inputs, settings.workflow),
  ];
}

// buildx refuses to write an image's ID where files come out. With `--call check` the other file
// has the warnings.
function filesFor({ call, outputs }: BuildInputs, files: RunFiles): readonly string[] {
  const hasImage = call === undefined && !hasFilesOnly(outputs);
  return [
    ...(hasImage ? ["--iidfile", files.imageId] : []),
    ...["--metadata-file", files.metadata],
  ];
}

function exporters(
  { tags, push }: BuildInputs,
  { insecure, tagsLater }: BuildSettings,
): readonly string[] {
  const apart = push
    ? [...new Set(tags.map(hostOf))].filter((host) => insecure.includes(host))
    : [];
  if (apart.length === 0 && !tagsLater) {
    const names = tags.flatMap((tag) => ["--tag", formatReference(tag)]);
    return [...names, ...(push ? ["--push"] : [])];
  }
  // An exporter's `registry.insecure` holds for the host of its first name.
  const rest = tags.filter((tag) => !apart.includes(hostOf(tag)));
  const groups = [
    ...apart.map((host) => ({ tags: tags.filter((tag) => hostOf(tag) === host), insecure: true })),
    ...(rest.length === 0 ? [] : [{ tags: rest, insecure: false }]),
  ];
  return groups.flatMap((group) => {
    const given = tagsLater
      ? [...new Set(group.tags.map(({ repository }) => repository))]
      : group.tags.map(formatReference);
    const names = csvField(`name=${given.join(",")}`);
    const byDigest = tagsLater ? ",push-by-digest=true,name-canonical=true" : "";
    const flags = group.insecure ? ",registry.insecure=true" : "";
    return ["--output", `type=image,${names}${byDigest},push=true${flags}`];
  });
}

/** `registry.internal:5000/team/app` → `registry.internal:5000` */
function hostOf({ repository }: Reference): string {
  return repository.slice(0, repository.indexOf("/"));
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
