// Starts a program of a foreign CPU, to hear what the kernel says.
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { tinyExitCode, tinyProgram } from "../plan/emulators-tiny-program.ts";

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

function run(file: string): Promise<Trial> {
  return new Promise((resolve) => {
    execFile(file, { timeout, killSignal: "SIGKILL" }, (error, _, stderr) => {
      if (error === null) return resolve({ kind: "failed", words: "it ended too early" });
      const { code, signal, killed } = error;
      if (code === tinyExitCode) return resolve({ kind: "ran" });
      // Neither a folder that programs may not be started from nor a file that another process
      // still holds open says anything about emulators.
      if (code === "EACCES" || code === "ETXTBSY") return resolve({ kind: "untried" });
      const said = stderr.trim();
      const cause = killed === true ? "it did not end" : (signal ?? systemError(code));
      resolve({ kind: "failed", words: said === "" ? cause : `${cause}: ${said}` });
    });
  });
}

function systemError(code: string | number | null | undefined): string {
  const name = code === shellTookOver ? "ENOEXEC" : code;
  const known = [...getSystemErrorMap().values()].find(([known]) => known === name);
  return known === undefined ? `exit code ${name}` : `${name}, ${known[1]}`;
}
