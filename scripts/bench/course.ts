// What is known of one side of a pair, once it has run.

/** Milliseconds since the side began. */
export type Bar = { readonly name: string; readonly start: number; readonly end: number };

export type Course = {
  readonly milliseconds: number;
  /** User and system time of all processes that the side started, in seconds. */
  readonly cpu: number;
  /** What of it the step's own process took; not by hand. */
  readonly ownCpu?: number;
  readonly bars: readonly Bar[];
};
