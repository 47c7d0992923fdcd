// When each phase of a run began and ended.
import type { Phase, PhaseName } from "../domain/phase.ts";

export type Timeline = {
  /** Milliseconds since the run began. */
  now(): number;
  /** Waits for a phase that has just begun, and notes when it ended, well or not. */
  measure<T>(name: PhaseName, phase: Promise<T>): Promise<T>;
  /** Those that have ended. */
  phases(): readonly Phase[];
  /** Those that have begun and not ended, the last to begin first. */
  running(): readonly PhaseName[];
};

/** @param clock milliseconds since any moment */
export function startTimeline(clock: () => number): Timeline {
  const began = clock();
  const now = () => clock() - began;
  const phases: Phase[] = [];
  const running = new Set<{ readonly name: PhaseName }>();
  return {
    now,
    measure: async (name, phase) => {
      const begun = { name, start: now() };
      running.add(begun);
      return await phase.finally(() => {
        running.delete(begun);
        phases.push({ ...begun, end: now() });
      });
    },
    phases: () => phases,
    running: () => [...running].reverse().map(({ name }) => name),
  };
}
