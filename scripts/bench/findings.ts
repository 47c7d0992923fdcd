// What a part of the bench has found out.

import type { Group } from "./bars-svg.ts";
import type { Comparison } from "./comparison.ts";

export type Findings = {
  /** All values, for the JSON. */
  readonly data: unknown;
  /** Rows of the table that holds the step against the hand. */
  readonly rows?: readonly Comparison[];
  /** Sections of docs/speed.md. */
  readonly sections?: readonly string[];
  /** What the plot shows. */
  readonly plot?: readonly Group[];
};
