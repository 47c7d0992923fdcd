// Our side: the step and its post, as the runner starts them.
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { job, type Step, type Texts } from "../run-action.ts";
import { childrenCpu } from "./children-cpu.ts";
import type { Bar, Course } from "./course.ts";
import { type StampedLine, stampedLines } from "./stamped-lines.ts";
import { stepBars } from "./step-bars.ts";

export type StepOptions = {
  readonly files: Texts;
  readonly environment: Texts;
  /** A program to run main and post under: `["strace", "-f"]`. */
  readonly under?: readonly string[];
};

export type StepCourse = Course & { readonly lines: readonly StampedLine[] };

/** Runs main and post; fails where one of them does. */
export async function runStep(inputs: Texts, options: StepOptions): Promise<StepCourse> {
  const { files, under = [] } = options;
  let start = performance.now();
  const { print, lines } = stampedLines(() => performance.now() - start);
  const hook = JSON.stringify(join(import.meta.dirname, "own-cpu.cjs"));
  const cpuFile = join(tmpdir(), `crossbuild-bench-${crypto.randomUUID()}`);
  const environment = {
    ...options.environment,
    NODE_OPTIONS: `--require ${hook}`,
    BENCH_OWN_CPU: cpuFile,
  };
  await using place = await job({ files, environment, print, under });
  const before = await childrenCpu();
  start = performance.now();
  const main = passed(await place.main(inputs));
  const mainLines = lines();
  const post = passed(await place.post());
  const milliseconds = main.milliseconds + post.milliseconds;
  const postBar: Bar = { name: "post", start: main.milliseconds, end: milliseconds };
  const cpu = (await childrenCpu()) - before;
  const own = microseconds(await readFile(cpuFile, "utf8")) / 1e6;
  await rm(cpuFile);
  return {
    milliseconds,
    cpu,
    ownCpu: own,
    bars: [...stepBars(main, mainLines), postBar],
    lines: mainLines,
  };
}

function passed(step: Step): Step {
  if (step.exitCode !== 0) throw new Error(step.log);
  return step;
}

// own-cpu.cjs writes a line for main and one for post.
function microseconds(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Number(line), 0);
}
