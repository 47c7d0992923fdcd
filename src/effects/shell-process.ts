// Starts other programs: the only file that does. They get argv; no shell reads it.
import { spawn } from "node:child_process";

/** How a program ended, and what it printed. */
export type ProcessEnd = {
  /** Null if a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly isTimedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
};

type Options = {
  /** By default that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that it runs in; by default that of this process. */
  readonly folder?: string | undefined;
  /** What it reads from its standard input. */
  readonly input?: string | undefined;
  /** In milliseconds; after that it is killed. */
  readonly timeout?: number;
};

/**
 * Runs a program to its end. With @actions/exec, one that ends before it has read all of its input
 * takes this process along: nobody handles the broken pipe there.
 *
 * @throws the system's error if the program can't be started
 */
export async function runProcess(
  program: string,
  args: readonly string[],
  { env, folder, input = "", timeout }: Options,
): Promise<ProcessEnd> {
  const limit = timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" as const };
  const place = { ...(env === undefined ? {} : { env }), ...(folder && { cwd: folder }) };
  const child = spawn(program, args, { ...place, ...limit });
  const [out, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (part: Buffer) => out.push(part));
  child.stderr.on("data", (part: Buffer) => errors.push(part));
  child.stdin.on("error", () => {}).end(input);
  return await new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exitCode, signal) => {
      resolve({
        ...{ exitCode, signal, isTimedOut: timeout !== undefined && child.killed },
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(errors).toString(),
      });
    });
  });
}

type Listeners = {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string | undefined;
  /** Takes what it prints, as it comes. */
  readonly write: ((bytes: Uint8Array) => void) | undefined;
  /** Takes each whole line of standard error, as it comes. */
  readonly readError: ((line: string) => void) | undefined;
};

/** The same by the toolkit, for a program that reads no input, and whose words are read as they come. */
export async function runReadably(
  program: string,
  args: readonly string[],
  { env, folder, write, readError }: Listeners,
): Promise<Pick<ProcessEnd, "exitCode" | "stdout" | "stderr">> {
  const { getExecOutput } = await import("@actions/exec");
  return await getExecOutput(program, [...args], {
    env,
    ...(folder === undefined ? {} : { cwd: folder }),
    ignoreReturnCode: true,
    silent: true,
    listeners: {
      ...(write === undefined ? {} : { stdout: write, stderr: write }),
      ...(readError === undefined ? {} : { errline: readError }),
    },
  });
}
