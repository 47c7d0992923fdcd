// What a run has left on this machine, seen without the action.
import { readdir, readFile } from "node:fs/promises";
import type { Job } from "./run-action.ts";
import { stackEnvironment } from "./stack/environment.ts";

/** The processes that are there of a job, and its files. */
export async function leftoversOf({ temp }: Job): Promise<readonly string[]> {
  const [processes, files] = await Promise.all([processesOf(temp), readdir(temp)]);
  return [...processes.map(({ command }) => `process ${command}`), ...files];
}

/** The process of the job's step. */
export async function pidOfStep({ temp }: Job): Promise<number> {
  const processes = await processesOf(temp);
  const step = processes.find(({ command }) => /^\S*node \S+index\.cjs/.test(command));
  if (step === undefined) throw new Error("the step does not run");
  return step.pid;
}

/** What lies in buildx's folder of the builders that runs name themselves, and of the runs. */
export async function builderFiles(buildx = stackEnvironment().BUILDX_CONFIG) {
  const files = await readdir(buildx, { recursive: true });
  return files.filter((file) => /crossbuild[-/]/.test(file));
}

type Process = { readonly pid: number; readonly command: string };

// All that a job starts has the runner's folder in its environment.
async function processesOf(temp: string): Promise<readonly Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await wordsOf(`/proc/${pid}/environ`);
      if (!environment.includes(`RUNNER_TEMP=${temp}`)) return [];
      return [{ pid: Number(pid), command: (await wordsOf(`/proc/${pid}/cmdline`)).join(" ") }];
    }),
  );
  return found.flat();
}

async function wordsOf(file: string): Promise<readonly string[]> {
  // A process can end while it is looked at.
  return (await readFile(file, "utf8").catch(() => "")).split("\0");
}
