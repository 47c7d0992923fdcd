// Finds out which process the job belongs to, and whether that of another one still runs.

import { readFile, readlink } from "node:fs/promises";
import { type CurrentMachine, formatOwner, type Owner } from "../plan/cleanup-owner-text.ts";
import type { RunFacts } from "../plan/run-facts.ts";

/**
 * The parent of this process, as `formatOwner` writes it; undefined if the machine does not tell,
 * as without /proc, or goes with the job, so that it is never needed.
 */
export async function ownerOn(machine: RunFacts["machine"]): Promise<string | undefined> {
  const place = machine === "kept" ? await findPlace() : undefined;
  if (place === undefined) return undefined;
  const pid = String(process.ppid);
  return formatOwner({ ...place, pid, started: (await startOf(pid)) ?? "0" });
}

/** @returns undefined if the machine does not tell */
export async function findHere(isEngineHere: boolean): Promise<CurrentMachine | undefined> {
  const place = await findPlace();
  if (place === undefined) return undefined;
  const seconds = /^btime (\d+)$/m.exec(await readFile("/proc/stat", "utf8"))?.[1];
  return { ...place, booted: Number(seconds) * 1000, now: Date.now(), isEngineHere };
}

async function findPlace(): Promise<Pick<Owner, "boot" | "namespace"> | undefined> {
  try {
    const [boot, namespace] = await Promise.all([
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      readlink("/proc/self/ns/pid"),
    ]);
    return { boot: boot.trim(), namespace: namespace.replaceAll(/\D/g, "") };
  } catch {
    return undefined;
  }
}

/** When a process started, in clock ticks since the boot; undefined if there is none. */
export async function startOf(pid: string): Promise<string | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    // Field 22 of proc_pid_stat(5). The second is the program's name, which may have blanks.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
