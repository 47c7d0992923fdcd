// What the job that merges is told of a leg that was not pushed.
import { formatFailedLeg, legOutput } from "../domain/leg.ts";
import { formatPlatform } from "../domain/platform.ts";
import type { BuildInputs } from "../inputs/build-inputs.ts";
import { failureText } from "../report/failure-text.ts";
import type { Run } from "./run.ts";

/** Enough for a tool's last lines; a job has 1 MiB for all its outputs. */
const mostWords = 2000;

/**
 * Does the work. If this is a leg and the work fails, the outputs of its platforms say why; they do
 * so too if the process is killed. A leg that is pushed sets them itself.
 */
export async function tellingMerge(
  { github, runner: { workflowRun: run, job } }: Run,
  { leg, call, platforms }: Pick<BuildInputs, "leg" | "call" | "platforms">,
  work: () => Promise<void>,
): Promise<void> {
  if (leg === "false" || call !== undefined) return await work();
  const tell = (words: string) => {
    const text = formatFailedLeg({ run, job, words });
    for (const platform of platforms) github.setOutput(legOutput(formatPlatform(platform)), text);
  };
  tell("it ended before it had pushed its image, as when it is cancelled or killed");
  try {
    await work();
  } catch (error) {
    tell(github.hide(failureText(error)).slice(0, mostWords));
    throw error;
  }
}
