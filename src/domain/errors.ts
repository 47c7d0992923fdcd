// The kinds of error that a run can end with.

/** A mistake that the workflow's author can mend: shown without a stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** What is wrong with the inputs, all of it: `problems` holds one sentence or more for each. */
export class InputError extends UserError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** A command that failed. `exitCode` is null where a signal ended it. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly command: readonly string[];
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(
    doing: string,
    options: { command: readonly string[]; exitCode: number | null; stderr: string },
  ) {
    const end =
      options.exitCode === null ? "was killed by a signal" : `exited with ${options.exitCode}`;
    super(`${doing}: ${options.command[0] ?? "the command"} ${end}`);
    this.command = options.command;
    this.exitCode = options.exitCode;
    this.stderr = options.stderr;
  }
}
