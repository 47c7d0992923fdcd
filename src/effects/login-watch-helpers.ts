// Ends credential helpers that hang. docker and buildx wait for theirs without end, and say nothing.
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";

const usual = { bound: 30_000, every: 5000 };

type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly command: readonly string[];
};

type HelperWatch = {
  /** Ends the watch; the names of the helpers that were ended: `docker-credential-pass`. */
  end(): readonly string[];
};

/**
 * Watches the helpers that this process's commands start; each may take the bound. Without /proc it
 * does nothing.
 *
 * @param times in milliseconds
 */
export function watchHelpers(times = usual): HelperWatch {
  const since = new Map<number, number>();
  const ended = new Set<string>();
  const look = async () => {
    const all = await processes();
    for (const { pid, command } of descendantsOf(process.pid, all)) {
      const helper = command.map((word) => basename(word)).find((word) => named.test(word));
      if (helper === undefined || !command.includes("get")) continue;
      const start = since.get(pid) ?? performance.now();
      since.set(pid, start);
      if (performance.now() - start < times.bound) continue;
      ended.add(helper);
      // What it started may hold its output open, which is waited for too.
      for (const each of [pid, ...descendantsOf(pid, all).map((one) => one.pid)]) kill(each);
    }
  };
  const timer = setInterval(() => void look(), times.every).unref();
  return {
    end: () => {
      clearInterval(timer);
      return [...ended];
    },
  };
}

const named = /^docker-credential-/;

function descendantsOf(pid: number, all: readonly Process[]): readonly Process[] {
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}

async function processes(): Promise<readonly Process[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
  return await Promise.all(
    pids.map(async (pid) => {
      const [stat, command] = await Promise.all(
        ["stat", "cmdline"].map((file) => readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "")),
      );
      // The fourth field; the second is a name, which may have blanks and parentheses: proc(5).
      const [, , parent = "0"] = (stat ?? "").slice((stat ?? "").lastIndexOf(")")).split(" ");
      return { pid, parent: Number(parent), command: (command ?? "").split("\0") };
    }),
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
