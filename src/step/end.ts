// How every entry ends.

import { failureText } from "../report/failure-text.ts";
import type { GitHub } from "../runner/github.ts";

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
