// The commands of a bake: https://docs.docker.com/reference/cli/docker/buildx/bake/
import type { Command } from "../domain/command.ts";
import { formatPlatform, type Platform, parsePlatform } from "../domain/platform.ts";
import { distinctReferences, formatReference } from "../domain/reference.ts";
import { isRemote } from "../domain/remote.ts";
import type { BakeInputs } from "../inputs/bake-inputs.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { isImage, pushesImage } from "../inputs/export-kinds.ts";
import { planAttestations } from "./attestation-plan.ts";
import { type BakeDefinition, definitionText, type TargetChange } from "./bake-definition.ts";
import type { BakeBuild } from "./bake-targets.ts";
import type { BuildPlan, BuildSettings } from "./build-command.ts";
import { planCache } from "./cache-plan.ts";
import { exportOptions } from "./export-options.ts";
import { planBakeSecrets } from "./secret-plan.ts";

/**
 * The command that prints the definition as it is with the inputs.
 *
 * @param source `.`, or the URL that has the definition
 */
export function printCommand(
  { files, targets, set }: BakeInputs,
  { platforms, cache, push, load }: Pick<BuildInputs, "platforms" | "cache" | "push" | "load">,
  { source }: { readonly source: string },
): Command {
  return [
    ...["docker", "buildx", "bake", "--print"],
    // A definition that is elsewhere is fetched by a builder, and that of this run is not there yet.
    ...(isRemote(source) ? ["--builder", "default"] : []),
    ...files.flatMap((file) => ["--file", file]),
    ...(cache.pull ? ["--pull"] : []),
    ...(cache.noCache ? ["--no-cache"] : []),
    ...(push ? ["--push"] : []),
    ...(load ? ["--load"] : []),
    ...platforms.flatMap((platform) => ["--set", `*.platform=${formatPlatform(platform)}`]),
    ...set.flatMap((item) => ["--set", item]),
    ...positional([...(isRemote(source) ? [source] : []), ...targets]),
  ];
}

/** What follows `--` is no option, whatever it begins with. */
function positional(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : ["--", ...texts];
}

/** A bake as it was asked for, and what its definition says. */
type ReadBake = {
  readonly inputs: BakeInputs;
  readonly definition: BakeDefinition;
  readonly builds: readonly BakeBuild[];
};

/** The same as the plan of a run needs it; a run that builds one image does not load this file. */
export type Bake = {
  readonly builds: readonly BakeBuild[];
  /** Also those that are contexts of others alone. */
  readonly targets: BakeDefinition["targets"];
  /** Those of all targets. */
  readonly platforms: readonly Platform[];
  /** @param common the inputs that hold for all targets */
  plan(common: BuildInputs, settings: BuildSettings): BuildPlan;
};

export function bakeOf(read: ReadBake): Bake {
  const { definition, builds } = read;
  return {
    builds,
    targets: definition.targets,
    platforms: platformsOf(definition),
    plan: (common, settings) => planBake(read, common, settings),
  };
}

/**
 * The bake of the definition as it was printed, so that nothing in it, such as `timestamp()`, is
 * evaluated twice.
 *
 * @param common the inputs that hold for all targets
 */
function planBake(
  { inputs, definition, builds }: ReadBake,
  common: BuildInputs,
  settings: BuildSettings,
): BuildPlan {
  const { files, context, epoch } = settings;
  const { tokenHosts } = context;
  const time = epoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(epoch) };
  const secrets = planBakeSecrets(common.secrets, tokenHosts);
  const caches = builds.map(({ name, build }) => {
    // Targets may have one image in common, and each has a cache of its own.
    const named = { ...build, tags: [], outputs: [], target: name };
    return { name, ...planCache(named, settings.cacheOwner) };
  });
  const textOf = (older: boolean, anew: boolean) => {
    const changes = builds.map(({ name, build }, index): [string, TargetChange] => [
      name,
      {
        ...exportsOf(build, { ...settings, olderAttestations: older }),
        ...cacheOf(caches[index]?.arguments ?? []),
        secret: secrets.secrets,
      },
    ]);
    return definitionText(definition, new Map(changes), anew);
  };
  const isElsewhere = isRemote(context.context);
  const definitions: { path: string; text: string }[] = [];
  const commandFor = (name: string, older: boolean, anew: boolean): Command => {
    const path = `${files.secrets}/${name}.json`;
    definitions.push({ path, text: textOf(older, anew) });
    return [
      ...["docker", "buildx", "bake", "--builder", settings.builder],
      ...["--file", isElsewhere ? `cwd://${path}` : path],
      ...(common.call === undefined ? [] : ["--call", common.call.text]),
      ...common.run.allow.flatMap((entitlement) => ["--allow", entitlement]),
      ...["--metadata-file", files.metadata],
      ...positional([
        ...(isElsewhere ? [context.context] : []),
        ...builds.map(({ name: own }) => own),
      ]),
    ];
  };
  const commandsFor = (older: boolean, name: string) => ({
    command: commandFor(name, older, true),
    again: commandFor(`${name}-again`, older, false),
  });
  const { compat } = common.attestations;
  const commands = commandsFor(compat === "no-oci-artifact", "bake");
  const compatible = compat === "auto" ? commandsFor(true, "bake-compatible") : undefined;
  const all = builds.map(({ build }) => build);
  return {
    ...commands,
    compatible,
    environment: Object.assign(
      { ...settings.environment, ...inputs.variables, ...time, ...secrets.environment },
      ...caches.map(({ environment }) => environment),
    ),
    platforms: platformsOf(definition),
    tags: distinctReferences(all.flatMap(({ tags }) => tags)),
    call: common.call,
    push: common.call === undefined && all.some(isPushed),
    targets: builds.map(({ name }) => name),
    allTargets: definition.targets.map(({ name }) => name),
    notes: [
      ...(context.why === undefined ? [] : [context.why]),
      ...builds.map(({ name, build }) => targetText(name, build)),
      ...new Set(caches.flatMap(({ notes }) => notes)),
    ],
    secretFiles: definitions,
  };
}

/** Those of all targets, and of the targets that they are built from. */
function platformsOf({ targets }: BakeDefinition): readonly Platform[] {
  const all = targets.flatMap(({ platforms }) =>
    platforms.flatMap((text) => {
      const read = parsePlatform(text);
      return read.ok ? [read.value] : [];
    }),
  );
  return [...new Map(all.map((platform) => [formatPlatform(platform), platform])).values()];
}

function isPushed({ push, outputs }: BuildInputs): boolean {
  return push || outputs.some(pushesImage);
}

function exportsOf(
  build: BuildInputs,
  settings: BuildSettings & { readonly olderAttestations: boolean },
): Pick<TargetChange, "tags" | "output" | "attest"> {
  const options = exportOptions(build, settings);
  const pushes = options.includes("--push") ? ["type=image,push=true"] : [];
  // A provenance of default would be a file among those of `type=local`.
  const isImageBuild = build.push || build.outputs.some(isImage);
  const attest = valuesOf("--attest", planAttestations(build, settings.workflow));
  return {
    tags: valuesOf("--tag", options),
    output: [...valuesOf("--output", options), ...pushes],
    ...(isImageBuild || build.attestations.attests.length > 0 ? { attest } : {}),
  };
}

function cacheOf(options: Command): Pick<TargetChange, "cache-from" | "cache-to"> {
  const [from, to] = [valuesOf("--cache-from", options), valuesOf("--cache-to", options)];
  return {
    ...(from.length === 0 ? {} : { "cache-from": from }),
    ...(to.length === 0 ? {} : { "cache-to": to }),
  };
}

/** `--tag a --tag b` → `["a", "b"]` */
function valuesOf(option: string, command: Command): readonly string[] {
  return command.flatMap((text, index) =>
    command[index - 1] === option && text !== undefined ? [text] : [],
  );
}

function targetText(name: string, { platforms, tags }: BuildInputs): string {
  const forThem = platforms.length === 0 ? "" : `: ${platforms.map(formatPlatform).join(", ")}`;
  const names = tags.length === 0 ? "" : ` as ${tags.map(formatReference).join(", ")}`;
  return `${name}${forThem}${names}`;
}
