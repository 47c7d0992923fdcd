// How every entry ends.
import type { GitHub } from "./github.ts";
import { failureText } from "./report/failure.ts";

/** How long what hangs may keep the process after the end. */
const graceMilliseconds = 500;

/** Fails the step with the words of what `work` throws, and lets the process end. */
export async function toTheEnd(work: Promise<void>, github: Pick<GitHub, "fail">): Promise<void> {
  try {
    await work;
  } catch (error) {
    github.fail(failureText(error));
  } finally {
    // A download that stalled can't be ended, and would keep the process for minutes.
    setTimeout(() => process.exit(), graceMilliseconds).unref();
  }
}
