// Runs other programs, and says what they were for where they fail.
import { spawn } from "node:child_process";
import { appendFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { folders } from "./stack-folder.ts";

/** Something went wrong that whoever runs the stack can look into: what, why, what to try. */
export class StackError extends Error {
  override readonly name = "StackError";
}

/** How to run a command. `doing` names the work in an error: "unpacking a package". */
export type CommandOptions = {
  readonly doing: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  readonly advice?: string;
};

/** Ends the commands that run, so that nothing works on after a failure or an interruption. */
export const interruption = new AbortController();

type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a command to its end, whichever that is. Rejects only if it cannot start. */
export function attempt(
  command: readonly string[],
  options: Omit<CommandOptions, "doing"> = {},
): Promise<Ended> {
  const [program = "", ...args] = command;
  const { cwd, env = process.env } = options;
  const child = spawn(program, args, { cwd, env, signal: interruption.signal });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, stdout: String(Buffer.concat(stdout)), stderr: stderr.join("") });
    });
  });
}

/** Runs a command and gives its standard output; fails if it does. */
export async function run(command: readonly string[], options: CommandOptions): Promise<string> {
  const ended = await attempt(command, options).catch((error: unknown) => {
    throw new StackError(`${options.doing}: ${String(error)}`, { cause: error });
  });
  const log = join(folders.log, "commands.log");
  const transcript = `$ ${command.join(" ")}\n${ended.stderr}exit ${ended.exitCode}\n`;
  await appendFile(log, transcript).catch(() => {});
  if (ended.exitCode === 0) return ended.stdout;
  throw new StackError(explain(command, ended, options));
}

function explain(command: readonly string[], ended: Ended, options: CommandOptions): string {
  const said = `${ended.stdout}\n${ended.stderr}`.trim().split("\n").slice(-8);
  const end = ended.exitCode === null ? "was killed" : `exited with code ${ended.exitCode}`;
  return [
    `${options.doing}: ${basename(command[0] ?? "")} ${end}`,
    ...said.map((line) => `  | ${line}`),
    ...(options.advice === undefined ? [] : [`Try: ${options.advice}`]),
    `The whole command: ${command.join(" ")}`,
  ].join("\n");
}

/** The command as root runs it: unchanged for root, through sudo for anybody else. */
export function asRoot(command: readonly string[]): readonly string[] {
  return process.getuid?.() === 0 ? command : ["sudo", "-n", ...command];
}

/** Where a program lies on the PATH, or undefined. The stack's own links do not count. */
export async function findProgram(name: string): Promise<string | undefined> {
  const path = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== folders.bin);
  const env = { ...process.env, PATH: path.join(":") };
  const found = await attempt(["which", name], { env }).catch(() => undefined);
  return found?.exitCode === 0 ? found.stdout.trim() : undefined;
}
