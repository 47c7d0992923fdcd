// How many inputs are made, and from which seed.
import type { Parameters } from "fast-check";

/** `FUZZ_RUNS` and `FUZZ_SEED` in the environment take the places of these. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 10_000);
const seed = Number(process.env["FUZZ_SEED"] ?? 8);

/** @param share of all runs */
export function settings<T>(share: number): Parameters<T> {
  return { numRuns: Math.max(1, Math.round(runs * share)), seed, endOnFailure: false };
}
