// All that a run is going to do, decided before any of it is done.

import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";
import type { DockerConfigPlan } from "./docker-config.ts";
import type { ToolImage } from "./tool-image.ts";

export type Plan = {
  readonly dockerConfig: DockerConfigPlan;
  readonly emulation: EmulationPlan;
  readonly builder: BuilderPlan;
  readonly build: BuildPlan;
  readonly readBack: ReadBackPlan;
};

/** A command is argv: the program and its arguments, for no shell to read. */
export type Command = readonly string[];

export type EmulationPlan =
  | { readonly kind: "none"; readonly why: string }
  | {
      readonly kind: "install";
      readonly image: ToolImage;
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
  | { readonly kind: "existing"; readonly name: string; readonly use: boolean }
  | {
      readonly kind: "create";
      readonly name: string;
      readonly use: boolean;
      readonly command: Command;
      /** BuildKit's image, to be in the engine before; undefined where the driver has none. */
      readonly image?: ToolImage | undefined;
      readonly cleanup: boolean;
    };

export type ReadBackPlan = {
  readonly builder: string;
  /** What the commands that read back need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
};

export type BuildPlan = {
  readonly command: Command;
  readonly platforms: readonly Platform[];
  readonly tags: readonly Reference[];
  readonly push: boolean;
};
