// Runs the build.
import type { BuildPlan } from "../plan/plan.ts";
import { formatCommand } from "../report/command-line.ts";
import type { Doors } from "./set-up.ts";

/** Builds, and exports as the plan says; BuildKit's output goes to the log as it comes. */
export async function runBuild(plan: BuildPlan, { shell, github }: Doors): Promise<void> {
  await github.group(plan.push ? "Build and push" : "Build", async (print) => {
    const { SOURCE_DATE_EPOCH: epoch } = plan.environment;
    const command = formatCommand(plan.command);
    print(epoch === undefined ? command : `SOURCE_DATE_EPOCH=${epoch} ${command}`);
    await shell.stream("building the image", plan.command, {
      // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
      environment: { ...plan.environment, BUILDX_METADATA_PROVENANCE: "false" },
      write: github.write,
    });
  });
}
