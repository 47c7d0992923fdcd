// The phases of a run, each with a bound of its own.

import { setTimeout } from "node:timers/promises";
import { TimeoutError, UserError } from "../domain/errors.ts";
import type { PhaseName } from "../domain/phase.ts";
import type { Bounds } from "../inputs/retry-inputs.ts";
import type { Timeline } from "../runner/timeline.ts";
import type { Shell } from "./shell.ts";

/** How long what has to end may take to do so. */
const graceMilliseconds = 1500;

export type Phases = {
  /**
   * Does a phase's work, with a shell whose commands end when its time is up, and the signal that
   * ends them; undefined if there is no bound.
   *
   * @throws TimeoutError if it took longer than it may, with what the work was told last
   */
  run<T>(
    name: PhaseName,
    shell: Shell,
    work: (shell: Shell, signal: AbortSignal | undefined) => Promise<T>,
  ): Promise<T>;
};

export function phasesOf(timeline: Timeline, bounds: Bounds): Phases {
  return {
    run: (name, shell, work) =>
      timeline.measure(
        name,
        bounded(name, bounds[name], (signal) =>
          work(signal ? shell.with({ signal }) : shell, signal),
        ),
      ),
  };
}

async function bounded<T>(
  name: PhaseName,
  bound: number | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (bound === undefined) return await work(undefined);
  const late = new AbortController();
  const over = new AbortController();
  const done = work(late.signal);
  const expired = setTimeout(bound, undefined, { signal: over.signal, ref: false }).then(
    async () => {
      late.abort(new TimeoutError(name, bound));
      const end = done.then(
        () => undefined,
        (error: unknown) => error,
      );
      const last = await Promise.race([end, setTimeout(graceMilliseconds)]);
      // Any other error is what became of a command that was ended.
      throw new TimeoutError(name, bound, last instanceof UserError ? last : undefined);
    },
    // The work was done in time.
    () => done,
  );
  // What the work itself comes to after its time is up does not count.
  const inTime = done.catch((error: unknown) =>
    late.signal.aborted ? expired : Promise.reject(error),
  );
  return await Promise.race([inTime, expired]).finally(() => over.abort());
}
