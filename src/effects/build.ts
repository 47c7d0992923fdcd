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
  const doing = plan.call === undefined ? "building the image" : "reading the Dockerfile";
  const lines: TimedLine[] = [];
  await github.group(titleOf(plan), async (print) => {
    for (const note of plan.notes) print(note);
    const { SOURCE_DATE_EPOCH: epoch } = plan.environment;
    const command = formatCommand(plan.command);
    print(epoch === undefined ? command : `SOURCE_DATE_EPOCH=${epoch} ${command}`);
    await shell.stream(doing, plan.command, {
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

function titleOf({ call, push }: BuildPlan): string {
  if (call !== undefined) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
