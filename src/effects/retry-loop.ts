// Does a thing again as long as that is worth it.
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { CommandError, RegistryError } from "../domain/errors.ts";
import { SigstoreError } from "../domain/sign-errors.ts";
import { judge, pauseBeforeNext, type Verdict } from "../plan/retry-verdict.ts";
import { lastWords } from "../result/build-failure.ts";

/**
 * Runs a command, or asks a server, if that changes nothing when it is done twice.
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
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      since ??= performance.now();
      verdicts.push(failure.verdict);
      const elapsed = performance.now() - since;
      const pause = pauseBeforeNext({ verdicts, elapsed, retryAfter: failure.retryAfter }, bound);
      if (pause === undefined) throw error;
      print(`${failure.words}\nTry ${verdicts.length + 1} in ${formatDuration(pause)}`);
      await setTimeout(pause);
    }
  }
}

type Failure = {
  readonly words: string;
  readonly verdict: Verdict;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
};

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof CommandError) {
    const words = lastWords(error.stderr);
    const verdict = error.exitCode === null ? "lasting" : onceAgain(judge(words));
    return { words: words.text, verdict, retryAfter: undefined };
  }
  if (error instanceof RegistryError || error instanceof SigstoreError) {
    const { message, words, until } = error;
    const retryAfter = until && Math.max(0, until.getTime() - Date.now());
    return { words: message, verdict: onceAgain(judge({ text: words })), retryAfter };
  }
  return undefined;
}

// Who does not take an artifact says the same as who has not seen all blobs of a manifest yet.
function onceAgain(verdict: Verdict): Verdict {
  return verdict === "artifacts" ? "refused" : verdict;
}
