// What a run has left on this machine, seen without the action.
import { readdir, readFile } from "node:fs/promises";
import type { Job } from "../../scripts/run-action.ts";
import { stackEnvironment } from "../../scripts/stack/environment.ts";

/** The processes, files of the run, and files of buildx that are there of a job. */
export async function leftoversOf({ temp }: Job): Promise<readonly string[]> {
  const [processes, files] = await Promise.all([processesOf(temp), readdir(temp)]);
  return [...processes, ...files];
}

/** buildx's files of the builders that runs name themselves. */
export async function builderFiles(): Promise<readonly string[]> {
  const { BUILDX_CONFIG } = stackEnvironment();
  const files = await readdir(BUILDX_CONFIG, { recursive: true });
  return files.filter((file) => file.includes("crossbuild-"));
}

// All that a job starts has the runner's folder in its environment.
async function processesOf(temp: string): Promise<readonly string[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
      if (!environment.split("\0").includes(`RUNNER_TEMP=${temp}`)) return undefined;
      return `process ${await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => pid)}`;
    }),
  );
  return texts.filter((text) => text !== undefined);
}
