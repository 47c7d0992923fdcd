// Runs the two sides of a pair in turn.
import type { Course } from "./course.ts";
import type { Scenario } from "./scenarios.ts";

export type Pairs = { readonly step: readonly Course[]; readonly hand: readonly Course[] };

/** One pair that does not count, as it warms up what neither side answers for, and then the rounds. */
export async function runPairs(title: string, scenario: Scenario, rounds: number): Promise<Pairs> {
  const [step, hand]: [Course[], Course[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    await scenario.before();
    const { lines: _, ...ours } = await scenario.step();
    await scenario.before();
    const theirs = await scenario.hand();
    console.error(`${title}, round ${round}: ${seconds(ours)} s, by hand ${seconds(theirs)} s`);
    if (round === 0) continue;
    step.push(ours);
    hand.push(theirs);
  }
  return { step, hand };
}

function seconds({ milliseconds }: Course): string {
  return (milliseconds / 1000).toFixed(2);
}
