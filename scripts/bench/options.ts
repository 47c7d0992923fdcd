// The bench's command line.
import { parseArgs } from "node:util";

/** The bench's parts, in the order in which they run. */
export const parts = [
  "self-hosted",
  "hosted",
  "warm",
  "start-up",
  "slow-pulls",
  "signing",
  "processes",
  "growth",
  "size",
] as const;
export type Part = (typeof parts)[number];

export type Options = {
  readonly rounds: number;
  readonly only: readonly Part[];
  /** Paths of files to write. */
  readonly json: string | undefined;
  readonly svg: string | undefined;
  readonly writesDocs: boolean;
};

/** @throws Error that says what the command line may have */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: "string", default: "7" },
      only: { type: "string", default: parts.join(",") },
      json: { type: "string" },
      svg: { type: "string" },
      "write-docs": { type: "boolean", default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a number from 1 on");
  const asked = values.only.split(",");
  const unknown = asked.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`--only takes ${parts.join(",")}; not ${unknown}`);
  const only = parts.filter((part) => asked.includes(part));
  const writesDocs = values["write-docs"];
  if (writesDocs && only.length < parts.length) throw new Error("--write-docs needs all parts");
  return { rounds, only, json: values.json, svg: values.svg, writesDocs };
}

function isPart(name: string): name is Part {
  return parts.some((part) => part === name);
}
