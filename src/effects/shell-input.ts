// Runs a command that reads its standard input. With @actions/exec, one that ends before it has read
// all of it takes this process along: the broken pipe is nobody's there.
import { spawn } from "node:child_process";

export type Ended = {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** @throws the system's error, where the program can't be started */
export async function runWithInput(
  program: string,
  args: readonly string[],
  { env, input }: { readonly env: Readonly<Record<string, string>>; readonly input: string },
): Promise<Ended> {
  const child = spawn(program, args, { env });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => out.push(part));
  child.stderr.on("data", (part: Buffer) => errors.push(part));
  child.stdin.on("error", () => {}).end(input);
  return await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exitCode) => {
      resolve({
        exitCode,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(errors).toString(),
      });
    });
  });
}
