// A builder that is made: its commands and files.
import type { Command } from "../domain/command.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { Pem } from "../inputs/buildkitd-config.ts";
import type { ContextPlan } from "./builder-context.ts";
import { type NodePlan, planNode } from "./builder-node.ts";
import type { BootSetting, BuilderEnd } from "./builder-parts.ts";
import { instanceFile, isHere } from "./builder-parts.ts";
import type { BuilderSources } from "./builder-sources.ts";
import { folderVariable, type Marks, ownerVariable } from "./cleanup-owner-text.ts";
import {
  firstBuildkitReference,
  optionsBesideImage,
  planBuildkitImage,
} from "./tool-image-buildkit.ts";
import type { ToolImage } from "./tool-image-candidates.ts";

type NewBuilder = BuilderEnd & {
  readonly name: string;
  readonly context: ContextPlan | undefined;
};

/** Its nodes, what is made before them, and the commands that make and boot them. */
export function planNewBuilder(
  inputs: BuilderInputs,
  sources: BuilderSources,
  { name, context, ...end }: NewBuilder,
): CreatePlan {
  const nodes = planNodes(inputs, sources, context?.name);
  const secrets = nodes.map(({ secretOptions }) => secretOptions);
  const isSecret = secrets.some((options) => Object.keys(options).length > 0);
  const separate = isSecret || nodes.length > 1;
  return {
    kind: "create",
    name,
    isShared: inputs.name !== undefined,
    use: inputs.use,
    context,
    image: planImage(inputs, sources),
    config: inputs.driver === "remote" ? undefined : sources.config?.text,
    files: nodes.flatMap(({ files }) => files),
    create: nodes.map((node, index) => [
      ...["docker", "buildx", "create", "--name", name],
      ...(index > 0 ? ["--append"] : []),
      ...(inputs.bootstrap && !separate ? ["--bootstrap"] : []),
      ...node.arguments,
    ]),
    secretOptions: isSecret
      ? { file: instanceFile(sources.dockerConfig.buildxFolder, name), ofNodes: secrets }
      : undefined,
    driverOpts: inputs.nodes.flatMap(({ driverOpts }) => driverOpts),
    boots: inputs.bootstrap,
    settings: settingsOf(inputs),
    boot:
      inputs.bootstrap && separate
        ? ["docker", "buildx", "inspect", "--bootstrap", name]
        : undefined,
    ...end,
  };
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

/** Driver options, node by node, to be written into the file in which buildx keeps a builder. */
export type SecretOptions = {
  readonly file: string;
  readonly ofNodes: readonly Readonly<Record<string, string>>[];
};
