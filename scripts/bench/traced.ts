// Counts processes: what a side runs, as strace sees it.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { findProgram } from "../stack/command.ts";

/** Words of a command, the program's name first and without its folder. */
export type Started = readonly string[];

/** Whether this machine can tell. */
export async function canTrace(): Promise<boolean> {
  return (await findProgram("strace")) !== undefined;
}

/** All programs that were started under it, in order. */
export async function traced(
  side: (under: readonly string[]) => Promise<unknown>,
): Promise<readonly Started[]> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-bench-"));
  try {
    // A file for each process, so that no line is cut in two by another's.
    const files = ["-ff", "-o", join(folder, crypto.randomUUID())];
    const what = ["-e", "trace=execve", "-e", "signal=none", "-s", "400"];
    await side(["strace", "-qq", "-ttt", ...files, ...what]);
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    return startedIn(texts.join("\n"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Those that did start: a program is looked for in every folder of PATH. */
export function startedIn(trace: string): readonly Started[] {
  const succeeded = trace.split("\n").filter((line) => / = 0$/.test(line));
  return succeeded.toSorted().flatMap((line) => {
    const [, program, argv] = /execve\("([^"]*)", \[(.*)\], 0x/.exec(line) ?? [];
    if (program === undefined || argv === undefined) return [];
    const words = Array.from(argv.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, word = ""]) => word);
    return [[basename(program), ...words.slice(1)]];
  });
}
