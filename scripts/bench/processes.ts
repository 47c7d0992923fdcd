// The processes that a run starts, each with the reason that it has.
import { table } from "../page-tables.ts";
import type { Comparison } from "./comparison.ts";
import { kindOf } from "./process-kinds.ts";
import type { Scenario } from "./scenarios.ts";
import { type Started, traced } from "./traced.ts";

/** What each side of a scenario started. */
export type Processes = { readonly step: readonly Started[]; readonly hand: readonly Started[] };

/** docker's setup-qemu, setup-buildx, login and build-push actions, with their post steps. */
const usualChain = 35;

export async function listProcesses({ before, step, hand }: Scenario): Promise<Processes> {
  await before();
  const ours = await traced(step);
  await before();
  return { step: ours, hand: await traced(hand) };
}

/** A column for each scenario: how many by the step, and how many by hand. */
export function processTable(scenarios: Readonly<Record<string, Processes>>): string {
  const all = Object.values(scenarios);
  const started = all.flatMap(({ step, hand }) => [...step, ...hand]);
  const names = [...new Set(started.map((one) => kindOf(one).name))];
  const rows = names.map((name) => {
    const of = (list: readonly Started[]) => list.filter((one) => kindOf(one).name === name).length;
    const byStep = all.flatMap(({ step }) => step).map(kindOf);
    const why = byStep.find((kind) => kind.name === name)?.why ?? "";
    return [`\`${name}\``, ...all.map(({ step, hand }) => `${of(step)} / ${of(hand)}`), why];
  });
  const sums = all.map(({ step, hand }) => `**${step.length} / ${hand.length}**`);
  const heads = ["Process", ...Object.keys(scenarios), "Why the step starts it"];
  return table(heads, [...rows, ["**all**", ...sums, ""]]);
}

export function processRow(what: string, { step, hand }: Processes): Comparison {
  const words = (list: readonly Started[]) =>
    `${list.length} (${list.filter(isCommand).length} docker commands)`;
  const goal = `the usual chain: ${usualChain} docker commands`;
  return [`processes, ${what}`, words(step), words(hand), "", goal];
}

/** Whether it was started as a command, not by docker as its plugin. */
function isCommand([program, first]: Started): boolean {
  if (program === "docker") return true;
  return (
    program === "docker-buildx" && first !== "buildx" && first !== "docker-cli-plugin-metadata"
  );
}
