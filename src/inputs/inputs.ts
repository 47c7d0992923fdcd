// What the step was asked to do, as one value.
import type { BuildInputs } from "./build-inputs.ts";
import type { BuilderInputs } from "./builder-inputs.ts";
import type { EmulationInputs } from "./emulation-inputs.ts";

export type Inputs = {
  readonly build: BuildInputs;
  readonly builder: BuilderInputs;
  readonly emulation: EmulationInputs;
};
