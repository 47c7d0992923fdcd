// What effects reach the world through.

import type { GitHub } from "../runner/github.ts";
import type { Shell } from "./shell.ts";

export type Ports = { readonly shell: Shell; readonly github: GitHub };
