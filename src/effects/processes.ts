// Ends the commands of a run, also those whose parent has ended before them.

import { readdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Command } from "../domain/command.ts";

const pollMilliseconds = 25;
/** How long what asks the engine for a container may go on: the engine would make it anyway. */
const patienceMilliseconds = 2000;
/** How long the others may take to end by themselves: buildx tells BuildKit that its build is off. */
const graceMilliseconds = 1000;
/** How long the kernel may take to end them. */
const killMilliseconds = 1000;

const variable = "CROSSBUILD_RUN";
const commandVariable = "CROSSBUILD_COMMAND";

/** What one command has in its environment, for `endCommand` to know it by. */
export function markOfCommand(id: string): Readonly<Record<string, string>> {
  return { [commandVariable]: id };
}

/** Ends a command with all that it started, as `endProcesses` does, within a little over a second. */
export async function endCommand(id: string): Promise<void> {
  const mark = `${commandVariable}=${id}`;
  const start = performance.now();
  for (let isFirst = true; ; isFirst = false) {
    const found = await processesWhere((environment) => environment.includes(mark));
    const passed = performance.now() - start;
    if (found.length === 0 || passed > graceMilliseconds + killMilliseconds) return;
    for (const { pid } of found) {
      if (passed > graceMilliseconds) send(pid, "SIGKILL");
      else if (isFirst) send(pid, "SIGTERM");
    }
    await setTimeout(pollMilliseconds);
  }
}

/** What every command of a run has in its environment, for `endProcesses` to know it by. */
export function markOf(folder: string): Readonly<Record<string, string>> {
  return { [variable]: folder };
}

/**
 * Ends all processes of a run, first with SIGTERM and then with SIGKILL, and waits until they are
 * gone. Only /proc knows them: a parent that was killed leaves its children behind. Without /proc
 * it does nothing.
 *
 * @param folder the run's own, which each of them has in its environment or its arguments
 * @param starter ends when nothing more is started; what it starts until then ends too
 * @returns what was running, as argv
 */
export async function endProcesses(
  folder: string,
  starter: Promise<unknown> = Promise.resolve(),
): Promise<readonly Command[]> {
  const asked = new Set<number>();
  const all = new Map<number, Command>();
  const start = performance.now();
  let isStarting = true;
  void starter.finally(() => {
    isStarting = false;
  });
  for (;;) {
    const mayStart = isStarting;
    const found = await processesOf(folder);
    const passed = performance.now() - start;
    if (found.length === 0 && !mayStart) break;
    if (passed > patienceMilliseconds + graceMilliseconds + killMilliseconds) break;
    for (const { pid, command } of found) {
      all.set(pid, command);
      const patience = asksForContainer(command) ? patienceMilliseconds : 0;
      if (passed < patience) continue;
      if (passed > patience + graceMilliseconds) send(pid, "SIGKILL");
      // A second SIGTERM would make buildx end before BuildKit knows.
      else if (!asked.has(pid)) send(pid, "SIGTERM");
      asked.add(pid);
    }
    await setTimeout(pollMilliseconds);
  }
  return [...all.values()];
}

// `docker run`, `docker buildx create --bootstrap`, `docker buildx inspect --bootstrap`
function asksForContainer(command: Command): boolean {
  return ["run", "create", "--bootstrap"].some((word) => command.includes(word));
}

type Process = { readonly pid: number; readonly command: Command };

function processesOf(folder: string): Promise<readonly Process[]> {
  return processesWhere(
    (environment, command) =>
      environment.includes(`${variable}=${folder}`) ||
      command.some((word) => word.includes(folder)),
  );
}

async function processesWhere(
  isMeant: (environment: readonly string[], command: Command) => boolean,
): Promise<readonly Process[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const [command, environment] = await Promise.all([
        list(pid, "cmdline"),
        list(pid, "environ"),
      ]);
      return isMeant(environment, command) ? { pid, command } : undefined;
    }),
  );
  return found.filter((one) => one !== undefined);
}

async function list(pid: number, file: "cmdline" | "environ"): Promise<readonly string[]> {
  // A process can end while we look at it, and those of other users can't be looked at.
  const text = await readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  return text.split("\0");
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself, or belongs to another user.
  }
}
