// The other side: commands as one would type them, one after the other.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Job, job, type Texts } from "../run-action.ts";
import { childrenCpu } from "./children-cpu.ts";
import type { Bar, Course } from "./course.ts";

export type Named = { readonly name: string; readonly command: readonly string[] };

export type HandOptions = {
  readonly files: Texts;
  readonly environment: Texts;
  readonly under?: readonly string[];
};

/** Runs the commands in a place as the step's; fails where one of them does. */
export async function runByHand(
  commands: (place: Job) => readonly Named[],
  { files, environment, under = [] }: HandOptions,
): Promise<Course> {
  await using place = await job({ files, environment });
  const before = await childrenCpu();
  const start = performance.now();
  const now = () => performance.now() - start;
  const bars: Bar[] = [];
  for (const { name, command } of commands(place)) {
    const began = now();
    await run([...under, ...command], place);
    bars.push({ name, start: began, end: now() });
  }
  const milliseconds = now();
  return { milliseconds, cpu: (await childrenCpu()) - before, bars };
}

/** What the files of a build by hand are called. */
export function metadataFile({ temp }: Job): string {
  return join(temp, "metadata.json");
}

function run(command: readonly string[], { workspace, environment }: Job): Promise<void> {
  const [program = "", ...words] = command;
  const child = spawn(program, words, { cwd: workspace, env: environment });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      if (exitCode === 0) resolve();
      else reject(new Error(`${command.join(" ")}: exit code ${exitCode}\n${log}`));
    });
  });
}
