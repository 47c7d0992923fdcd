// When each phase of a run began and ended.

export type PhaseName =
  | "probe"
  | "buildx"
  | "login"
  | "emulators"
  | "builder"
  | "build"
  | "verification";

/** Times in milliseconds since the run began. */
export type Phase = { readonly name: PhaseName; readonly start: number; readonly end: number };

export type Timeline = {
  /** Milliseconds since the run began. */
  now(): number;
  /** Waits for a phase that has just begun, and notes when it ended, well or not. */
  measure<T>(name: PhaseName, phase: Promise<T>): Promise<T>;
  /** Those that have ended. */
  phases(): readonly Phase[];
};

/** @param clock milliseconds since any moment */
export function startTimeline(clock: () => number): Timeline {
  const began = clock();
  const now = () => clock() - began;
  const phases: Phase[] = [];
  return {
    now,
    measure: async (name, phase) => {
      const start = now();
      return await phase.finally(() => phases.push({ name, start, end: now() }));
    },
    phases: () => phases,
  };
}
