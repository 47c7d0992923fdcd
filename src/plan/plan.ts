// All that a run is going to do, decided before any of it is done.

import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";

/** What is done once buildx is ready, which plan/client.ts decides. */
export type Plan = {
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
      readonly command: Command;
      /** GOARCH names of those that must be there afterwards. */
      readonly architectures: readonly string[];
    };

export type BuilderPlan =
  | { readonly kind: "existing"; readonly name: string; readonly use: boolean }
  | {
      readonly kind: "create";
      readonly name: string;
      readonly use: boolean;
      readonly command: Command;
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
