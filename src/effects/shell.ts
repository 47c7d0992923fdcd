// How commands are run: docker, buildx, git and the programs of the runner.

import { randomUUID } from "node:crypto";
import type { Command } from "../domain/command.ts";
import { CommandError, UserError } from "../domain/errors.ts";
import { watchHelpers } from "./login-watch-helpers.ts";
import { endCommand, markOfCommand } from "./processes.ts";
import { refuseTooLong } from "./shell-command-size.ts";
import { runProcess, runReadably } from "./shell-process.ts";
import { withoutTraces } from "./shell-traces.ts";

export type Output = { readonly stdout: string; readonly stderr: string };

export type Shell = {
  /**
   * Runs a command and returns what it printed.
   *
   * @param doing what we are doing, for the error: "booting the builder"
   * @throws CommandError if it does not exit with 0
   */
  capture(doing: string, command: Command, options?: CaptureOptions): Promise<Output>;
  /** The same, but what it prints is also given to `write`, as it comes. */
  stream(doing: string, command: Command, options: StreamOptions): Promise<void>;
  /** The same shell, with these options for every command. */
  with(options: CommonOptions): Shell;
};

type CommonOptions = {
  /** Ends the command, which then fails. */
  readonly signal?: AbortSignal;
  /** Comes on top of the one that every command gets. */
  readonly environment?: Environment;
  /**
   * The path of docker's plugin buildx. `docker buildx …` then starts it at once, where docker would
   * look at all its plugins first, which takes a tenth of a second each time.
   */
  readonly buildx?: string | undefined;
  /** The folder that the command runs in; by default the working directory. */
  readonly folder?: string | undefined;
};
type CaptureOptions = CommonOptions & {
  /** What the command reads from its standard input: the way for a password. */
  readonly input?: string;
};
type StreamOptions = CommonOptions & {
  readonly write: (bytes: Uint8Array) => void;
  /** Takes each whole line of standard error, as it comes. */
  readonly readError?: (line: string) => void;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @param base the environment that every command gets */
export function systemShell(base: Environment): Shell {
  return shellWith({ environment: base });
}

function shellWith(common: CommonOptions): Shell {
  return {
    capture: (doing, command, options = {}) => run({ doing, command, ...merged(common, options) }),
    stream: async (doing, command, options) => {
      await run({ doing, command, ...merged(common, options) });
    },
    with: (options) => shellWith(merged(common, options)),
  };
}

/** Of two signals each ends the command. */
function merged<T extends CommonOptions>(
  common: CommonOptions,
  own: T,
): T & { readonly environment: Environment } {
  const signals = [common.signal, own.signal].filter((signal) => signal !== undefined);
  return {
    ...common,
    ...own,
    environment: { ...common.environment, ...own.environment },
    ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
  };
}

type Run = {
  readonly doing: string;
  readonly command: Command;
  readonly environment: Environment;
  readonly buildx?: string | undefined;
  readonly folder?: string | undefined;
  readonly write?: (bytes: Uint8Array) => void;
  readonly readError?: (line: string) => void;
  readonly input?: string;
  readonly signal?: AbortSignal;
};

async function run({ signal, ...given }: Run): Promise<Output> {
  if (signal === undefined) return await runToItsEnd(given);
  signal.throwIfAborted();
  const id = randomUUID();
  const environment = { ...given.environment, ...markOfCommand(id) };
  const end = () => void endCommand(id);
  signal.addEventListener("abort", end);
  return await runToItsEnd({ ...given, environment }).finally(() => {
    signal.removeEventListener("abort", end);
  });
}

async function runToItsEnd(given: Omit<Run, "signal">): Promise<Output> {
  const { doing, command, environment, buildx, folder, write, readError, input } = given;
  const [program = "", ...rest] = withoutDocker(command, buildx);
  const env = defined(environment);
  refuseTooLong(doing, command, env);
  const watch = watchHelpers();
  const ending = started(doing, program, () =>
    input === undefined
      ? runReadably(program, rest, { env, folder, write, readError })
      : runProcess(program, rest, { env, folder, input }),
  );
  const { exitCode, stdout, stderr } = await ending.finally(() => watch.end());
  if (exitCode !== 0) {
    const tryThis = helperRemedy(watch.end(), stderr);
    const told = { command, exitCode, stderr: withoutTraces(stderr), stdout, tryThis };
    throw new CommandError(doing, told);
  }
  return { stdout, stderr };
}

// What docker and buildx say of a helper does not name it.
function helperRemedy(ended: readonly string[], stderr: string): string | undefined {
  if (ended.length === 0 || !stderr.includes("error getting credentials")) return undefined;
  return `${ended.join(", ")} did not answer within 30 s, and was ended: see why this credential helper hangs, or take it out of \`credsStore\` and \`credHelpers\` in Docker's config.json`;
}

function withoutDocker(command: Command, buildx: string | undefined): Command {
  return isBuildx(command) && buildx !== undefined ? [buildx, ...command.slice(2)] : command;
}

function isBuildx(command: Command): boolean {
  return command[0] === "docker" && command[1] === "buildx";
}

async function started<T>(doing: string, program: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new UserError(
      `\`${program}\` could not be started while ${doing}; install it on the runner, or put it on PATH`,
      { cause: error },
    );
  }
}

function defined(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
