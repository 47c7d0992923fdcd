// Under what conditions something was measured.
import { cpus } from "node:os";
import { stackEnvironment } from "../stack/environment.ts";
import { docker } from "./machine.ts";
import { roundsOfLong, startUpRounds } from "./measure.ts";
import { type Options, parts } from "./options.ts";

export type Conditions = {
  readonly data: Readonly<Record<string, string | number>>;
  /** The same in a few sentences of Markdown. */
  readonly text: string;
};

/** @param loadBefore processes that ran or waited for a CPU before the bench began */
export async function conditions(options: Options, loadBefore: number): Promise<Conditions> {
  const { rounds } = options;
  const command = commandOf(options);
  const date = new Date().toISOString().slice(0, 10);
  const [cpu, count] = [cpus()[0]?.model ?? "unknown CPU", cpus().length];
  const engine = await docker("version", "--format", "{{.Server.Version}}");
  const [, buildx = ""] = (await docker("buildx", "version")).split(" ");
  const buildkit = stackEnvironment().STACK_BUILDKIT_IMAGE;
  const node = process.version;
  const text = [
    `\`${command}\` measured this on ${date}: medians of ${rounds} pairs in turn`,
    `(start-up: ${startUpRounds}; slow registry and growth: ${roundsOfLong(rounds)} runs).`,
    `The machine: ${cpu}, ${count} CPUs; engine ${engine}, buildx ${buildx}, ${buildkit},`,
    `Node ${node}; a load of ${loadBefore.toFixed(1)} from other work when it began.`,
  ].join("\n");
  return {
    data: { command, rounds, date, cpu, count, engine, buildx, buildkit, node, loadBefore },
    text,
  };
}

// Without the files that it wrote, which are not for others to read.
function commandOf({ rounds, only, writesDocs }: Options): string {
  const words = [
    ...["--rounds", `${rounds}`],
    ...(only.length < parts.length ? ["--only", only.join(",")] : []),
    ...(writesDocs ? ["--write-docs"] : []),
  ];
  return `npm run bench -- ${words.join(" ")}`;
}
