// Writes down the settings of registries for buildx, if no builder has them.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ReadBackPlan } from "../plan/registry-settings-plan.ts";

/** Makes the builder that the plan names, if there is one to make. */
export async function noteRegistries({ file }: Pick<ReadBackPlan, "file">): Promise<void> {
  if (file === undefined) return;
  await mkdir(dirname(file.path), { recursive: true });
  await writeFile(file.path, file.text, { mode: 0o600 });
}
