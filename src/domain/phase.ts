// The phases of a run.

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
