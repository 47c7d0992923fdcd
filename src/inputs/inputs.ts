// What the step was asked to do, as one value.
import type { BakeInputs } from "./bake-inputs.ts";
import type { BuildInputs } from "./build-inputs.ts";
import type { BuilderInputs } from "./builder-inputs.ts";
import type { BuildxInputs } from "./buildx-inputs.ts";
import type { EmulationInputs } from "./emulators-inputs.ts";
import type { LoginInputs } from "./login-inputs.ts";
import type { ProofInputs } from "./proof-inputs.ts";
import type { RegistryInputs } from "./registry-inputs.ts";
import type { PatienceInputs } from "./retry-inputs.ts";
import type { SignInputs } from "./sign-inputs.ts";

export type Inputs = {
  /** What all targets of a bake have in common, if it is one. */
  readonly build: BuildInputs;
  /** Undefined if one image is built, from a Dockerfile. */
  readonly bake: BakeInputs | undefined;
  /** The target from which others inherit what the event makes of the names. */
  readonly bakeTarget: string;
  readonly buildx: BuildxInputs;
  readonly builder: BuilderInputs;
  readonly emulation: EmulationInputs;
  readonly network: RegistryInputs;
  readonly proof: ProofInputs;
  readonly signing: SignInputs;
  readonly login: LoginInputs;
  readonly patience: PatienceInputs;
};
