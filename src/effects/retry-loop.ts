// Does a thing again as long as that is worth it.
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { CommandError } from "../domain/errors.ts";
import { judge, pauseBeforeNext, type Verdict } from "../plan/retry-verdict.ts";
import { lastWords } from "../result/build-failure.ts";

/**
 * Runs a command that changes nothing when it is run twice.
 *
 * @param bound no try begins later than this after the first failure, in milliseconds
 * @param print takes a line for the log
 * @throws the last error, if no further try is worth it
 */
export async function retrying<T>(
  run: () => Promise<T>,
  { bound, print }: { readonly bound: number; readonly print: (line: string) => void },
): Promise<T> {
  const verdicts: Verdict[] = [];
  let since: number | undefined;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      since ??= performance.now();
      const words = lastWords(error.stderr);
      verdicts.push(error.exitCode === null ? "lasting" : judge(words));
      const elapsed = performance.now() - since;
      const pause = pauseBeforeNext({ verdicts, elapsed, retryAfter: undefined }, bound);
      if (pause === undefined) throw error;
      print(`${words.text}\nTry ${verdicts.length + 1} in ${formatDuration(pause)}`);
      await setTimeout(pause);
    }
  }
}
