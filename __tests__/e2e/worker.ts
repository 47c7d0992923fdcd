// A process in place of the runner's worker, which starts a job's steps and can be killed with them.
import { pidOfStep } from "../../scripts/job-leftovers.ts";
import type { Job } from "../../scripts/run-action.ts";

/** For `under`; shells lose variables such as INPUT_DRIVER-OPTS. */
const waits = `require("node:child_process")
  .spawn(process.argv[1], process.argv.slice(2), { stdio: "inherit" })
  .on("exit", process.exit)`;
export const worker = [process.execPath, "-e", waits];

/** Lets a step that runs under `worker` come to a moment, and kills both. */
export async function killAt(
  place: Job,
  inputs: Readonly<Record<string, string>>,
  moment: RegExp | number,
): Promise<void> {
  await place.main(inputs, { killAt: moment });
  process.kill(await pidOfStep(place), "SIGKILL");
}
