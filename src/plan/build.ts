// The build command.
import { formatPlatform } from "../domain/platform.ts";
import { formatReference, type Reference } from "../domain/reference.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import type { RunFiles } from "./facts.ts";
import { csvField } from "./node.ts";
import type { BuildPlan } from "./plan.ts";

export type BuildSettings = {
  readonly builder: string;
  readonly files: RunFiles;
  readonly environment: Readonly<Record<string, string>>;
  /** Registries that are spoken to without TLS, or without checking it, by hosts. */
  readonly insecure: readonly string[];
  /** The time that everything in the image is to have, in seconds since 1970. */
  readonly epoch: number | undefined;
};

/** https://docs.docker.com/reference/cli/docker/buildx/build/ */
export function planBuild(inputs: BuildInputs, settings: BuildSettings): BuildPlan {
  const { platforms, tags, push } = inputs;
  const { files, epoch } = settings;
  const command = [
    ...["docker", "buildx", "build", "--builder", settings.builder],
    ...(platforms.length === 0 ? [] : ["--platform", platforms.map(formatPlatform).join(",")]),
    ...exporters(inputs, settings),
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...inputs.annotations.flatMap((annotation) => ["--annotation", annotation]),
    ...["--iidfile", files.imageId, "--metadata-file", files.metadata],
    // What follows is the context, whatever it begins with.
    ...["--", inputs.context],
  ];
  const time = epoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
  const environment = { ...settings.environment, ...time };
  return { command, environment, platforms, tags, push };
}

function exporters(
  { tags, push, load }: BuildInputs,
  { insecure, epoch }: BuildSettings,
): readonly string[] {
  const rewrite = epoch === undefined ? "" : ",rewrite-timestamp=true";
  const loads = rewrite === "" ? ["--load"] : ["--output", `type=docker${rewrite}`];
  const apart = push
    ? [...new Set(tags.map(hostOf))].filter((host) => insecure.includes(host))
    : [];
  if (apart.length === 0) {
    const names = tags.flatMap((tag) => ["--tag", formatReference(tag)]);
    const pushes = rewrite === "" ? ["--push"] : ["--output", `type=image,push=true${rewrite}`];
    return [...names, ...(push ? pushes : []), ...(load ? loads : [])];
  }
  // An exporter's `registry.insecure` holds for the host of its first name.
  const rest = tags.filter((tag) => !apart.includes(hostOf(tag)));
  const groups = [
    ...apart.map((host) => ({ tags: tags.filter((tag) => hostOf(tag) === host), insecure: true })),
    ...(rest.length === 0 ? [] : [{ tags: rest, insecure: false }]),
  ];
  const outputs = groups.flatMap((group) => {
    const names = csvField(`name=${group.tags.map(formatReference).join(",")}`);
    const flags = group.insecure ? ",registry.insecure=true" : "";
    return ["--output", `type=image,${names},push=true${flags}${rewrite}`];
  });
  return [...outputs, ...(load ? loads : [])];
}

/** `registry.internal:5000/team/app` → `registry.internal:5000` */
function hostOf({ repository }: Reference): string {
  return repository.slice(0, repository.indexOf("/"));
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
