// How the builder comes to be.

import type { Command } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import { didYouMean } from "../domain/nearest.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { BuildkitdConfigFile, Pem } from "../inputs/buildkitd-config.ts";
import type { RegistryInputs } from "../inputs/registry-inputs.ts";
import { differencesOf } from "./builder-differences.ts";
import { csvField, type NodePlan, planNode } from "./builder-node.ts";
import type { BootSetting, BuilderEnd, Cleanup } from "./builder-parts.ts";
import { instanceFile, isHere, partsOf } from "./builder-parts.ts";
import { folderVariable, type Marks, ownerOption, ownerVariable } from "./cleanup-owner-text.ts";
import { isOfRuns, isSameName } from "./cleanup-record.ts";
import type { DockerConfigPlan } from "./docker-config-plan.ts";
import type { Facts } from "./machine.ts";
import type { RunFacts } from "./run-facts.ts";
import {
  firstBuildkitReference,
  optionsBesideImage,
  planBuildkitImage,
} from "./tool-image-buildkit.ts";
import type { ToolImage } from "./tool-image-candidates.ts";

type BuilderSources = {
  readonly facts: Pick<
    Facts,
    "builders" | "endpoint" | "engine" | "engineTls" | "images" | "userConfig" | "others"
  >;
  readonly run: Pick<
    RunFacts,
    "runId" | "files" | "owner" | "machine" | "proxies" | "nodeCertificates"
  >;
  readonly config: BuildkitdConfigFile | undefined;
  readonly network: RegistryInputs;
  /** The entitlements that the daemon grants to builds that ask for them: `network.host`. */
  readonly entitlements: readonly string[];
  readonly dockerConfig: DockerConfigPlan;
};

/**
 * Names the builder, and says how `docker buildx create` makes and boots it. A builder that exists
 * under the name asked for is used as it is; the docker driver's is the engine itself.
 */
export function planBuilder(inputs: BuilderInputs, needs: BuilderSources): BuilderPlan {
  const { facts, run, config } = needs;
  const { use, bootstrap } = inputs;
  if (inputs.existing !== undefined) return planExisting(inputs.existing, use, facts);
  if (inputs.driver === "docker") return { kind: "engine", name: facts.userConfig.context, use };
  const name = inputs.name ?? `crossbuild-${run.runId}`;
  const existing = facts.builders?.all.find((builder) => isSameName(builder.name, name));
  const context = planContext(name, inputs, facts);
  const parts = {
    here: partsOf(name, inputs, needs.dockerConfig.buildxFolder),
    cleanup: cleanupOf(inputs),
  };
  if (existing !== undefined) {
    const mark = existing.nodes[0]?.driverOpts[ownerOption];
    const goes = run.machine === "kept" && isOfRuns({ ...existing, mark }, facts.others);
    return {
      kind: "existing",
      name,
      use,
      differences: differencesOf(
        inputs,
        { ...facts, network: needs.network, config: config?.settings },
        existing,
      ),
      goes: goes ? { ...parts, context } : undefined,
    };
  }
  const nodes = planNodes(inputs, needs, context?.name);
  const secrets = nodes.map(({ secretOptions }) => secretOptions);
  const isSecret = secrets.some((options) => Object.keys(options).length > 0);
  const separate = isSecret || nodes.length > 1;
  return {
    kind: "create",
    name,
    isShared: inputs.name !== undefined,
    use,
    context,
    image: planImage(inputs, needs),
    config: inputs.driver === "remote" ? undefined : config?.text,
    files: nodes.flatMap(({ files }) => files),
    create: nodes.map((node, index) => [
      ...["docker", "buildx", "create", "--name", name],
      ...(index > 0 ? ["--append"] : []),
      ...(bootstrap && !separate ? ["--bootstrap"] : []),
      ...node.arguments,
    ]),
    secretOptions: isSecret
      ? { file: instanceFile(needs.dockerConfig.buildxFolder, name), ofNodes: secrets }
      : undefined,
    driverOpts: inputs.nodes.flatMap(({ driverOpts }) => driverOpts),
    boots: bootstrap,
    settings: settingsOf(inputs),
    boot: bootstrap && separate ? ["docker", "buildx", "inspect", "--bootstrap", name] : undefined,
    ...parts,
  };
}

/** What goes when the job ends. */
export function cleanupOf({
  cleanup,
  keepState,
}: Pick<BuilderInputs, "cleanup" | "keepState">): Cleanup {
  if (!cleanup) return "nothing";
  return keepState ? "all-but-state" : "all";
}

function planExisting(
  name: string,
  use: boolean,
  { builders }: BuilderSources["facts"],
): BuilderPlan {
  const names = builders?.all.map((builder) => builder.name) ?? [];
  if (names.includes(name)) {
    return { kind: "existing", name, use, differences: [], goes: undefined };
  }
  const hint = didYouMean(name, names) || ".";
  throw new UserError(
    `\`builder\`: there is no builder \`${name}\`${hint} There are ${names.join(", ") || "none"}. What to try: make it before this step, or leave \`builder\` out and one is made`,
  );
}

// Only this client's engine is one that we can have pull it.
function planImage(
  inputs: BuilderInputs,
  { facts, network }: BuilderSources,
): ToolImage | undefined {
  const [first] = inputs.nodes;
  const { engine, images } = facts;
  if (first === undefined || !isHere(inputs.driver, first) || engine === undefined)
    return undefined;
  return planBuildkitImage(first.driverOpts, { network, engine, images });
}

function settingsOf({ nodes: [first], buildkitdConfigs }: BuilderInputs): readonly BootSetting[] {
  return [
    ...(first?.buildkitdFlags === undefined
      ? []
      : [{ input: "buildkitd-flags", text: first.buildkitdFlags }]),
    ...buildkitdConfigs.map((config) =>
      config.kind === "file"
        ? { input: "buildkitd-config", text: config.path }
        : { input: "buildkitd-config-inline", text: config.text },
    ),
    ...(first?.driverOpts ?? []).map((text) => ({ input: "driver-opts", text })),
  ];
}

function planNodes(
  inputs: BuilderInputs,
  { run, config, network, entitlements }: BuilderSources,
  context: string | undefined,
): readonly NodePlan[] {
  const { driver } = inputs;
  const takesConfig = config !== undefined && driver !== "remote";
  return inputs.nodes.map((node, index) => {
    const here = index === 0 && isHere(driver, node);
    const wanted = here
      ? { ...node, endpoint: context, driverOpts: optionsBesideImage(node.driverOpts) }
      : node;
    return planNode(wanted, {
      driver,
      image: here ? undefined : firstBuildkitReference(network),
      buildkitdConfig: takesConfig ? run.files.buildkitdConfig : undefined,
      marks: marksOf(inputs, run),
      proxies: network.proxy ? run.proxies : {},
      entitlements,
      certificates: run.nodeCertificates[index],
      path: `${run.files.certificates}/node-${index}`,
    });
  });
}

// Who keeps a builder sees to it. One with a name needs a mark anyhow, for other runs to know that it
// goes with the last of them.
function marksOf(
  { name, cleanup }: Pick<BuilderInputs, "name" | "cleanup">,
  { owner, machine, files }: BuilderSources["run"],
): Marks {
  if (!cleanup || machine === "thrown away") return {};
  if (name !== undefined) return { [ownerVariable]: owner ?? "unknown" };
  return owner === undefined ? {} : { [ownerVariable]: owner, [folderVariable]: files.folder };
}

/** Whether the builder needs a context: buildx refuses TLS out of the environment. */
export function needsContext(
  { existing, driver, nodes }: Pick<BuilderInputs, "existing" | "driver" | "nodes">,
  { engineTls }: Pick<Facts, "engineTls">,
): boolean {
  const [first] = nodes;
  if (existing !== undefined) return false;
  return engineTls !== undefined && first !== undefined && isHere(driver, first);
}

function planContext(
  builder: string,
  inputs: BuilderInputs,
  facts: BuilderSources["facts"],
): ContextPlan | undefined {
  if (!needsContext(inputs, facts) || facts.engineTls === undefined) return undefined;
  const { host, skipVerify, ...files } = facts.engineTls;
  const settings = Object.entries({ host, ...files })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => csvField(`${key}=${value}`));
  const docker = [...settings, ...(skipVerify ? ["skip-tls-verify=true"] : [])].join(",");
  const name = `${builder}-engine`;
  return { name, create: ["docker", "context", "create", name, "--docker", docker] };
}

/** A context of Docker's that reaches the engine. */
export type ContextPlan = { readonly name: string; readonly create: Command };

/** Driver options, node by node, to be written into the file in which buildx keeps a builder. */
export type SecretOptions = {
  readonly file: string;
  readonly ofNodes: readonly Readonly<Record<string, string>>[];
};

export type CreatePlan = BuilderEnd & {
  readonly kind: "create";
  readonly name: string;
  /** Whether other runs may use it too, as it has a name that was given. */
  readonly isShared: boolean;
  readonly use: boolean;
  readonly context: ContextPlan | undefined;
  /** BuildKit's image, which the engine must have first; undefined if it is not this client's. */
  readonly image: ToolImage | undefined;
  /** The buildkitd.toml that every node gets. */
  readonly config: string | undefined;
  readonly files: readonly Pem[];
  /** One command a node. */
  readonly create: readonly Command[];
  readonly secretOptions: SecretOptions | undefined;
  /** All that `driver-opts` say, `key=value` each. */
  readonly driverOpts: readonly string[];
  readonly boots: boolean;
  /** What inputs give BuildKit to start with. */
  readonly settings: readonly BootSetting[];
  /** Where creating does not boot. */
  readonly boot: Command | undefined;
};

export type CurrentPlan = {
  readonly name: string;
  /** Those that were, the last one first: others may have gone by the time that one is given back. */
  readonly formers: readonly string[];
};

export type BuilderPlan =
  /** The docker driver's: the engine itself, under the name of its context. */
  | { readonly kind: "engine"; readonly name: string; readonly use: boolean }
  | {
      readonly kind: "existing";
      readonly name: string;
      readonly use: boolean;
      /** What the inputs ask for, and the builder does not have. */
      readonly differences: readonly string[];
      /** How the last run removes a builder that runs created; undefined: it stays. */
      readonly goes: (BuilderEnd & { readonly context: ContextPlan | undefined }) | undefined;
    }
  | CreatePlan;
