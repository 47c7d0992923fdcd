// Lets one process at a time do a piece of work; a second one waits for the first.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./background-process.ts";
import { say } from "./progress.ts";
import { stackFolder } from "./stack-folder.ts";

/** Runs an `up` or `down` of this stack while no other does. */
export function locked<T>(work: () => Promise<T>): Promise<T> {
  return lockedBy(join(stackFolder, "lock"), work);
}

/** Runs `work` while no other process has the lock that `file` stands for. */
export async function lockedBy<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const own = JSON.stringify(await identify(process.pid));
  let waiting = false;
  while (!(await take(file, own))) {
    if (!waiting) say(`waiting for another process: ${file}`);
    waiting = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** Takes the lock where nobody holds it, and from a process that is gone. */
async function take(file: string, own: string): Promise<boolean> {
  try {
    await writeFile(file, own, { flag: "wx" });
    return true;
  } catch {
    const holder = await readHolder(file);
    if (holder === undefined || !(await isAlive(holder))) await rm(file, { force: true });
    return false;
  }
}

async function readHolder(file: string): Promise<{ pid: number; started: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
