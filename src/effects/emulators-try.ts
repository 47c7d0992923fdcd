// Starts a program of a foreign CPU, to hear what the kernel says.
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { tinyExitCode, tinyProgram } from "../plan/emulators-tiny-program.ts";
import { runProcess } from "./shell-process.ts";

type Trial =
  | { readonly kind: "ran" }
  /** `words`: the error, the signal, or what the emulator printed. */
  | { readonly kind: "failed"; readonly words: string }
  /** It could not be tried here. */
  | { readonly kind: "untried" };

const shellTookOver = 85;
const timeout = 10_000;

/**
 * Runs one system call of the architecture.
 *
 * @param folder where the program can be written
 */
export async function tryEmulator(architecture: string, folder: string): Promise<Trial> {
  const program = tinyProgram(architecture);
  if (program === undefined) return { kind: "untried" };
  const path = join(folder, `tiny-${architecture}`);
  const script = `${path}.sh`;
  try {
    await writeFile(path, program, { mode: 0o700 });
    // Where the kernel refuses to execute a file, the C library hands it to /bin/sh, and the
    // kernel's error is lost. Of this file the kernel takes the first line, and sh the second.
    await writeFile(script, `#!${path}\nexit ${shellTookOver}\n`, { mode: 0o700 });
    return await run(script);
  } finally {
    await Promise.all([path, script].map((file) => rm(file, { force: true })));
  }
}

async function run(file: string): Promise<Trial> {
  try {
    const { exitCode, signal, isTimedOut, stderr } = await runProcess(file, [], { timeout });
    if (exitCode === tinyExitCode) return { kind: "ran" };
    const end = exitCode === 0 ? "it ended too early" : (signal ?? systemError(exitCode));
    const cause = isTimedOut ? "it did not end" : end;
    const printed = stderr.trim();
    return { kind: "failed", words: printed === "" ? cause : `${cause}: ${printed}` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Neither a folder that programs may not be started from nor a file that another process
    // still holds open says anything about emulators.
    if (code === "EACCES" || code === "ETXTBSY") return { kind: "untried" };
    return { kind: "failed", words: systemError(code) };
  }
}

function systemError(code: string | number | null | undefined): string {
  const name = code === shellTookOver ? "ENOEXEC" : code;
  const known = [...getSystemErrorMap().values()].find(([known]) => known === name);
  return known === undefined ? `exit code ${name}` : `${name}, ${known[1]}`;
}
