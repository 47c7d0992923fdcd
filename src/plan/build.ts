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
  /** Whether the push is by digest, and moves no tag. */
  readonly byDigest: boolean;
};

/** https://docs.docker.com/reference/cli/docker/buildx/build/ */
export function planBuild(inputs: BuildInputs, settings: BuildSettings): BuildPlan {
  const { platforms, tags, push } = inputs;
  const { files, environment } = settings;
  const command = [
    ...["docker", "buildx", "build", "--builder", settings.builder],
    ...(platforms.length === 0 ? [] : ["--platform", platforms.map(formatPlatform).join(",")]),
    ...exporters(inputs, settings),
    ...option("--file", inputs.file),
    ...option("--target", inputs.target),
    ...inputs.buildArgs.flatMap((argument) => ["--build-arg", argument]),
    ...inputs.labels.flatMap((label) => ["--label", label]),
    ...(inputs.load ? ["--load"] : []),
    ...["--iidfile", files.imageId, "--metadata-file", files.metadata],
    // What follows is the context, whatever it begins with.
    ...["--", inputs.context],
  ];
  return {
    ...{ command, environment, platforms, push },
    tags: settings.byDigest ? [] : tags,
    repositories: repositoriesOf(tags),
  };
}

/** `registry/path` of each, once. */
function repositoriesOf(tags: readonly Reference[]): readonly string[] {
  return [...new Set(tags.map(({ repository }) => repository))];
}

function exporters(
  { tags, push }: BuildInputs,
  { insecure, byDigest }: BuildSettings,
): readonly string[] {
  const apart = push
    ? [...new Set(tags.map(hostOf))].filter((host) => insecure.includes(host))
    : [];
  if (apart.length === 0 && !byDigest) {
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
    const given = byDigest ? repositoriesOf(group.tags) : group.tags.map(formatReference);
    const names = csvField(`name=${given.join(",")}`);
    const nameless = byDigest ? ",push-by-digest=true,name-canonical=true" : "";
    const flags = group.insecure ? ",registry.insecure=true" : "";
    return ["--output", `type=image,${names}${nameless},push=true${flags}`];
  });
}

/** `registry.internal:5000/team/app` → `registry.internal:5000` */
function hostOf({ repository }: Reference): string {
  return repository.slice(0, repository.indexOf("/"));
}

function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [name, value];
}
