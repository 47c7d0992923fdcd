// Runs the build.
import type { BuildPlan } from "../plan/plan.ts";
import { formatCommand } from "../report/command-line.ts";
import { isProgress, type Progress, progressOf, type TimedLine } from "../result/progress.ts";
import type { Timeline } from "../timeline.ts";
import type { Doors } from "./set-up.ts";

/**
 * Builds, and exports as the plan says; BuildKit's output goes to the log as it comes.
 *
 * @returns what that output says of the steps
 */
export async function runBuild(
  plan: BuildPlan,
  { shell, github, timeline }: Doors & { readonly timeline: Timeline },
): Promise<Progress> {
  const lines: TimedLine[] = [];
  await github.group(plan.push ? "Build and push" : "Build", async (print) => {
    print(formatCommand(plan.command));
    await shell.stream("building the image", plan.command, {
      environment: {
        ...plan.environment,
        // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
        BUILDX_METADATA_PROVENANCE: "false",
        BUILDX_METADATA_WARNINGS: "true",
      },
      write: github.write,
      readError: (text) => {
        if (isProgress(text)) lines.push({ text, at: timeline.now() });
      },
    });
  });
  return progressOf(lines);
}
