// All that a run is going to do, decided before any of it is done.

import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import type { Pem } from "../inputs/buildkitd-config.ts";
import type { Call } from "../inputs/call-input.ts";
import type { BuildNode } from "./build-nodes.ts";
import type { SecretFile } from "./build-secrets.ts";
import type { Elsewhere } from "./elsewhere.ts";
import type { ProofPlan } from "./proof.ts";
import type { RegistryAccess } from "./registry-access.ts";
import type { ToolImage } from "./tool-image.ts";

export type Plan = {
  readonly emulation: EmulationPlan;
  readonly elsewhere: Elsewhere;
  /** The builder's nodes, where it has several. */
  readonly nodes: readonly BuildNode[];
  readonly builder: BuilderPlan;
  /** The builder that becomes the user's current one; null where that stays. */
  readonly current: CurrentPlan | null;
  readonly build: BuildPlan;
  readonly proof: ProofPlan;
  readonly readBack: ReadBackPlan;
  readonly retry: RetryPlan;
  /** How long each image that the step needs itself may take to pull, in milliseconds. */
  readonly pullBound: number | undefined;
};

/** How what fails for the moment is tried again. */
export type RetryPlan = {
  /** No try begins later than this after the first failure, in milliseconds. */
  readonly bound: number;
  /** How long BuildKit may say nothing while it pushes; undefined: for ever. */
  readonly silence: number | undefined;
  /** Whether buildx boots the builder again where it went away. */
  readonly reboots: boolean;
  /** Registries that speak plain HTTP. */
  readonly plainHosts: readonly string[];
};

/** A command is argv: the program and its arguments, for no shell to read. */
export type Command = readonly string[];

export type EmulationPlan =
  | { readonly kind: "none"; readonly why: string }
  | {
      readonly kind: "install";
      readonly image: ToolImage;
      /** Name of the container that registers them. */
      readonly container: string;
      /** Who it belongs to; undefined where nobody will ask. */
      readonly owner: string | undefined;
      /** Whether what is registered is taken out first. */
      readonly reset: boolean;
      /** GOARCH names of those that must run afterwards; `all`: whatever the image has. */
      readonly emulators: "all" | readonly string[];
      readonly engine: EnginePlace;
    };

/** Whether programs that are started here run on the engine's kernel. */
export type EnginePlace =
  /** `folder`: for the programs that are started to try the emulators. */
  | { readonly kind: "here"; readonly folder: string }
  | { readonly kind: "elsewhere"; readonly endpoint: string };

export type BuilderPlan =
  /** The docker driver's: the engine itself, under the name of its context. */
  | { readonly kind: "engine"; readonly name: string; readonly use: boolean }
  | {
      readonly kind: "existing";
      readonly name: string;
      readonly use: boolean;
      /** What the inputs ask for, and the builder does not have. */
      readonly differences: readonly string[];
      /** Where runs have made it, and it goes with the last of them; undefined: it stays. */
      readonly goes: (BuilderEnd & { readonly context: ContextPlan | undefined }) | undefined;
    }
  | CreatePlan;

export type CurrentPlan = {
  readonly name: string;
  /** Those that were, the last one first: others may have gone by the time that one is given back. */
  readonly formers: readonly string[];
};

/** What an input gives BuildKit to start with. */
export type BootSetting = { readonly input: string; readonly text: string };

/** What becomes of a builder that runs have made. */
export type BuilderEnd = {
  readonly cleanup: Cleanup;
  /** Undefined where it has other nodes than one in this client's engine. */
  readonly here: BuilderParts | undefined;
};

export type CreatePlan = BuilderEnd & {
  readonly kind: "create";
  readonly name: string;
  /** Whether other runs may use it too, as it has a name that was given. */
  readonly isShared: boolean;
  readonly use: boolean;
  readonly context: ContextPlan | undefined;
  /** BuildKit's image, which the engine must have first; undefined where it is not this client's. */
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

/** What a builder consists of, for it to be removed without buildx. */
export type BuilderParts = {
  /** The container's name; with `_state` behind it that of its volume. */
  readonly container: string;
  /** Files and folders in which buildx keeps what it knows of the builder. */
  readonly files: readonly string[];
};

/** What goes when the job ends: the builder with its cache, the builder alone, or nothing. */
export type Cleanup = "all" | "all-but-state" | "nothing";

/** A context of Docker's that reaches the engine. */
export type ContextPlan = { readonly name: string; readonly create: Command };

/** Driver options, node by node, to be written into the file in which buildx keeps a builder. */
export type SecretOptions = {
  readonly file: string;
  readonly ofNodes: readonly Readonly<Record<string, string>>[];
};

export type ReadBackPlan = {
  readonly builder: string;
  /** What the commands that read back need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The builder's file, where the one that builds can't hold the registries' settings. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
  /** How registries are asked for what they hold. */
  readonly access: RegistryAccess;
};

export type BuildCommands = {
  readonly command: Command;
  /** The same once all steps are done: what a step made a moment ago is good enough. */
  readonly again: Command;
};

export type BuildPlan = BuildCommands & {
  /**
   * The same with attestations in a form that all registries know; undefined where it is not to be
   * tried.
   */
  readonly compatible: BuildCommands | undefined;
  /** What the command needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly platforms: readonly Platform[];
  /** Those that have to stand for the image in the end. */
  readonly tags: readonly Reference[];
  readonly push: boolean;
  /** What buildx prints in place of building; undefined where it builds. */
  readonly call: Call | undefined;
  /** Lines for the log: what was decided that the inputs left open. */
  readonly notes: readonly string[];
  /** Files that are there only while the command runs. */
  readonly secretFiles: readonly SecretFile[];
};
