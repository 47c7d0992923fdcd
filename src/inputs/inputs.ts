// What the step was asked to do, as one value.
import type { Platform } from "../domain/platform.ts";
import type { Reference } from "../domain/reference.ts";

export type Inputs = {
  readonly build: BuildInputs;
  readonly builder: BuilderInputs;
  readonly emulation: EmulationInputs;
};

export type BuildInputs = {
  /** A path, seen from the working directory, or a URL that BuildKit fetches. */
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  /** None: the builder's own platform. */
  readonly platforms: readonly Platform[];
  readonly tags: readonly Reference[];
  readonly push: boolean;
  readonly load: boolean;
  /** `NAME=value` each, or `NAME` for a value out of the environment. */
  readonly buildArgs: readonly string[];
  readonly labels: readonly string[];
};

export type BuilderInputs = {
  readonly name: string | undefined;
  readonly driver: Driver;
  /** `key=value` each. */
  readonly driverOpts: readonly string[];
  readonly buildkitdFlags: string | undefined;
  readonly buildkitdConfig: BuildkitdConfig | undefined;
  readonly use: boolean;
  readonly cleanup: boolean;
};

export const drivers = ["docker-container"] as const;
export type Driver = (typeof drivers)[number];

export type BuildkitdConfig =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "inline"; readonly text: string };

export type EmulationInputs = { readonly image: string; readonly qemu: Qemu };

/** Which emulators to install; the names of a list are GOARCH's (`arm64`, `arm`). */
export type Qemu =
  | { readonly kind: "auto" }
  | { readonly kind: "off" }
  | { readonly kind: "all" }
  | { readonly kind: "list"; readonly architectures: readonly string[] };
