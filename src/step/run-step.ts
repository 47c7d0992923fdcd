// Runs a step to its end, or to its cancellation.
import { constants } from "node:os";
import { cancelSignal } from "../effects/cancel-signal.ts";
import { markOf } from "../effects/processes.ts";
import type { Shell } from "../effects/shell.ts";
import { stoppable } from "../effects/shell-stoppable.ts";
import { closable } from "../runner/closable-github.ts";
import type { GitHub } from "../runner/github.ts";
import type { Run } from "./run.ts";

/**
 * @returns the exit code
 * @throws what the step throws
 */
export async function runStep(
  step: (run: Run) => Promise<void>,
  given: Omit<Run, "shell" | "github">,
  { shell, github }: { readonly shell: Shell; readonly github: GitHub },
): Promise<number> {
  const signal = cancelSignal();
  github.saveState("main", "started");
  const { folder } = given;
  const own = stoppable(shell.with({ environment: markOf(folder) }));
  const log = closable(github);
  const work = step({ ...given, shell: own, github: log });
  const end = await Promise.race([signal, Promise.allSettled([work])]);
  if (typeof end === "string") {
    const doing = own.stop();
    const { cancel } = await import("./cancel.ts");
    const [phase] = given.timeline.running();
    await cancel({ folder, work, doing, phase, log }, { shell, github });
    return 128 + constants.signals[end];
  }
  github.saveState("main", "ended");
  await work;
  return 0;
}
