// The rows that hold the step against the hand.
import { median } from "./median.ts";
import type { Pairs } from "./pairs.ts";
import type { StartUp } from "./start-up.ts";

/** What is measured, ours, theirs, how the two compare, and the goal. */
export type Comparison = readonly [string, string, string, string, string];

export const comparisonHeads = ["", "The step", "By hand", "Compared", "Goal"] as const;

type Medians = { readonly step: number; readonly hand: number };

/** @param atMost ratio that is the goal; undefined if there is none */
export function coldRow(what: string, pairs: Pairs, atMost: number | undefined): Comparison {
  const { step, hand } = secondsOf(pairs);
  const goal = atMost === undefined ? "" : verdict(step / hand <= atMost, `≤ ${atMost} ×`);
  return [what, s(step), s(hand), times(step / hand), goal];
}

/** The goal: 0.85 of the hand's time and 0.35 s. */
export function warmRow(what: string, pairs: Pairs): Comparison {
  const { step, hand } = secondsOf(pairs);
  const most = 0.85 * hand + 0.35;
  const goal = verdict(step <= most, `≤ 0.85 × + 0.35 s = ${s(most)}`);
  return [what, s(step), s(hand), times(step / hand), goal];
}

/** The goal: at most half a second more than the commands by hand take. */
export function cpuRow(what: string, { step, hand }: Pairs): Comparison {
  const ours = median(step.map(({ cpu }) => cpu));
  const theirs = median(hand.map(({ cpu }) => cpu));
  const own = median(step.map(({ ownCpu = Number.NaN }) => ownCpu));
  const more = ours - theirs;
  const words = `${s(ours)} (Node: ${s(own)})`;
  return [`${what}: CPU time`, words, s(theirs), signed(more), verdict(more <= 0.5, "≤ +0.50 s")];
}

/** The goal: within 60 ms. */
export function startUpRow({ step, empty }: StartUp): Comparison {
  const [ours, nothing] = [median(step), median(empty)];
  const goal = verdict(ours - nothing <= 60, "≤ +60 ms");
  const theirs = `${ms(nothing)} (an empty script)`;
  return ["start-up, to a wrong input's error", ms(ours), theirs, `+${ms(ours - nothing)}`, goal];
}

export function verdict(met: boolean, goal: string): string {
  return `${goal}: ${met ? "met" : "missed"}`;
}

/** `1.23 s` */
export function s(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function signed(seconds: number): string {
  return `${seconds < 0 ? "−" : "+"}${s(Math.abs(seconds))}`;
}

function secondsOf({ step, hand }: Pairs): Medians {
  return {
    step: median(step.map(({ milliseconds }) => milliseconds)) / 1000,
    hand: median(hand.map(({ milliseconds }) => milliseconds)) / 1000,
  };
}
