// Runs the build.
import type { BuildPlan } from "../plan/plan.ts";
import { formatCommand } from "../report/command-line.ts";
import type { Doors } from "./set-up.ts";

/** Builds, and exports as the plan says; BuildKit's output goes to the log as it comes. */
export async function runBuild(plan: BuildPlan, { shell, github }: Doors): Promise<void> {
  const doing = plan.call === undefined ? "building the image" : "reading the Dockerfile";
  await github.group(titleOf(plan), async (print) => {
    for (const note of plan.notes) print(note);
    print(formatCommand(plan.command));
    await shell.stream(doing, plan.command, {
      // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
      environment: { ...plan.environment, BUILDX_METADATA_PROVENANCE: "false" },
      write: github.write,
    });
  });
}

function titleOf({ call, push }: BuildPlan): string {
  if (call !== undefined) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
