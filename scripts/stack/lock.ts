// Lets one `up` or `down` of a stack work at a time; a second one waits for the first.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./background-process.ts";
import { say } from "./progress.ts";
import { stackFolder } from "./stack-folder.ts";

const file = join(stackFolder, "lock");

/** Runs `work` while no other process of this stack does. */
export async function locked<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(stackFolder, { recursive: true });
  const own = JSON.stringify(await identify(process.pid));
  let waiting = false;
  while (!(await take(own))) {
    if (!waiting) say("waiting for another up or down of this stack");
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
async function take(own: string): Promise<boolean> {
  try {
    await writeFile(file, own, { flag: "wx" });
    return true;
  } catch {
    const holder = await readHolder();
    if (holder === undefined || !(await isAlive(holder))) await rm(file, { force: true });
    return false;
  }
}

async function readHolder(): Promise<{ pid: number; started: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
}
