// CPU time of the processes that the bench has started.
import { readFile } from "node:fs/promises";

// proc_pid_stat(5): the fields after the name, which ends with the last parenthesis, begin with the
// third; 16 and 17 are those of children that were waited for. The unit is 10 ms on every Linux.
const [firstField, user, system, ticks] = [3, 16, 17, 100];

/** User and system time of all ended children of this process and of theirs, in seconds. */
export async function childrenCpu(): Promise<number> {
  const stat = await readFile("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[user - firstField]) + Number(fields[system - firstField])) / ticks;
}
