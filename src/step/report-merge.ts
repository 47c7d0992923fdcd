// The merge step's last: warnings, outputs, the summary, and a last line.
import { formatPlatform } from "../domain/platform.ts";
import type { MergePlan } from "../plan/leg-merge.ts";
import { type Description, descriptionOutputs, outputsOf } from "../report/outputs.ts";
import { summaryOf } from "../report/summary.ts";
import { progressOf } from "../result/build-progress.ts";
import type { Result } from "../result/result.ts";
import type { Run } from "./run.ts";

export async function reportMerge(
  { github }: Pick<Run, "github">,
  result: Result,
  { description, plan }: { readonly description: Description; readonly plan: MergePlan },
): Promise<void> {
  for (const warning of result.warnings) github.warning(warning);
  for (const [name, value] of outputsOf(result, description)) github.setOutput(name, value);
  await github.summarize(
    summaryOf(result, {
      places: { engine: undefined, elsewhere: "all", nodes: [] },
      asked: plan.proof.builds,
      progress: progressOf([]),
      phases: [],
    }),
  );
  const platforms = plan.platforms.map(formatPlatform).join(", ");
  github.info(`Pushed ${result.images[0]?.digest} for ${platforms}`);
}

/** The outputs of an event whose image is not pushed: its names, and no digest. */
export function reportNames(github: Run["github"], description: Description): void {
  for (const [name, value] of descriptionOutputs(description)) github.setOutput(name, value);
  github.info("The image is not pushed, so nothing is merged");
}
