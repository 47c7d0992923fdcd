// Ends commands that outlived the step that started them.
import { readdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

const pollMilliseconds = 50;
const polls = 40;

/**
 * Ends every process that has `word` as one of its arguments, and waits until they are gone. A
 * killed main leaves its children behind; only /proc knows them. Without /proc it does nothing.
 */
export async function endProcesses(word: string): Promise<void> {
  for (let poll = 0; poll < polls; poll++) {
    const found = await processesWith(word);
    if (found.length === 0) return;
    for (const pid of found) end(pid);
    await setTimeout(pollMilliseconds);
  }
}

async function processesWith(word: string): Promise<readonly number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const matches = await Promise.all(pids.map((pid) => hasArgument(pid, word)));
  return pids.filter((_, index) => matches[index]);
}

async function hasArgument(pid: number, word: string): Promise<boolean> {
  // A process can end while we look at it.
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return line.split("\0").includes(word);
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself, or belongs to another user.
  }
}
