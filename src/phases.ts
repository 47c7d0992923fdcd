// The phases of a run, each with a bound of its own.
import { setTimeout } from "node:timers/promises";
import { TimeoutError } from "./domain/errors.ts";
import type { Shell } from "./effects/shell.ts";
import type { Bounds } from "./inputs/patience-inputs.ts";
import type { PhaseName, Timeline } from "./timeline.ts";

/** How long what has to end may take to do so. */
const graceMilliseconds = 1500;

export type Phases = {
  /**
   * Does a phase's work, with a shell whose commands end when its time is up.
   *
   * @throws TimeoutError where it took longer than it may
   */
  run<T>(name: PhaseName, shell: Shell, work: (shell: Shell) => Promise<T>): Promise<T>;
};

export function phasesOf(timeline: Timeline, bounds: Bounds): Phases {
  return {
    run: (name, shell, work) =>
      timeline.measure(
        name,
        bounded(name, bounds[name], (signal) => work(signal ? withSignal(shell, signal) : shell)),
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
      const error = new TimeoutError(name, bound);
      late.abort(error);
      await Promise.race([done.catch(() => {}), setTimeout(graceMilliseconds)]);
      throw error;
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

/** The same shell, whose commands end when the signal comes. */
function withSignal(shell: Shell, signal: AbortSignal): Shell {
  const joined = (own: AbortSignal | undefined) =>
    own === undefined ? signal : AbortSignal.any([own, signal]);
  return {
    capture: (doing, command, options = {}) =>
      shell.capture(doing, command, { ...options, signal: joined(options.signal) }),
    stream: (doing, command, options) =>
      shell.stream(doing, command, { ...options, signal: joined(options.signal) }),
  };
}
