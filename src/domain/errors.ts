// The kinds of error that a run can end with.
import { formatDuration } from "./duration.ts";

/** What went wrong, in one or more lines, and what its reader can do about it. */
export type Explanation = {
  readonly message: string;
  /** One line in the imperative, without a full stop: "name a mirror in `mirrors`". */
  readonly tryThis: string;
};

type UserErrorOptions = {
  readonly tryThis?: Explanation["tryThis"] | undefined;
  readonly cause?: unknown;
};

/** A mistake that the workflow's author or the runner's owner can mend. */
export class UserError extends Error {
  override readonly name: string = "UserError";
  readonly tryThis: string | undefined;

  constructor(message: string, { tryThis, ...options }: UserErrorOptions = {}) {
    super(message, options);
    this.tryThis = tryThis;
  }
}

export function explained({ message, tryThis }: Explanation, cause?: unknown): UserError {
  return new UserError(message, { tryThis, cause });
}

/** All that is wrong with the inputs: `problems` holds one text for each mistake. */
export class InputError extends UserError {
  override readonly name = "InputError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** A builder's nodes that don't answer, which is why a command failed: `cause`. */
export class NodeError extends Error {
  override readonly name = "NodeError";
  override readonly cause: CommandError;
  /** Name and address of each. */
  readonly nodes: readonly { readonly name: string; readonly endpoint: string }[];

  constructor(cause: CommandError, nodes: NodeError["nodes"]) {
    const names = nodes.map(({ name, endpoint }) => `${name} (${endpoint})`).join(", ");
    super(`${nodes.length === 1 ? "node" : "nodes"} ${names} of the builder did not answer`);
    this.cause = cause;
    this.nodes = nodes;
  }
}

/** A registry that refused, `cause`, and that no login was made to, as the inputs have none. */
export class NoLoginError extends Error {
  override readonly name = "NoLoginError";
  override readonly cause: CommandError;

  /** @param why what the inputs lack: "the password is empty" */
  constructor(cause: CommandError, { registry, why }: { registry: string; why: string }) {
    super(`no login was given for ${registry}: ${why}`);
    this.cause = cause;
  }
}

/** What was built is not what was asked for: `problems` holds one text for each thing wrong. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
  readonly problems: readonly string[];

  /** @param title what the problems come to: "the registry does not serve what was asked for" */
  constructor(title: string, problems: readonly string[]) {
    super([title, ...problems.map((problem) => `- ${problem}`)].join("\n"));
    this.problems = problems;
  }
}

type RegistryFailure = {
  /** Its own words, or the network's. */
  readonly words: string;
  /** What it answered, if it did: 404. */
  readonly status?: number | undefined;
  /** Node's code of the network's error: `ECONNRESET`. */
  readonly code?: string | undefined;
  /** When to try again, if it said so. */
  readonly until?: Date | undefined;
  readonly cause?: unknown;
};

/** A registry that refused, or did not answer, while we were doing what `doing` says. */
export class RegistryError extends Error implements RegistryFailure {
  override readonly name = "RegistryError";
  readonly doing: string;
  readonly words: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly until: Date | undefined;

  constructor(doing: string, { words, status, code, until, cause }: RegistryFailure) {
    super(`${doing} failed: ${words}`, { cause });
    this.doing = doing;
    this.until = until;
    this.words = words;
    this.status = status;
    this.code = code;
  }
}

/** How much room there is. */
export type DiskPlace = {
  /** What lies there: `what BuildKit keeps`. */
  readonly what: string;
  readonly path: string;
  /** In bytes. */
  readonly free: number;
  readonly size: number;
};

/** Something failed for want of room, perhaps in one of these places: `cause`. */
export class FullDiskError extends Error {
  override readonly name = "FullDiskError";
  override readonly cause: Error;
  readonly places: readonly DiskPlace[];

  constructor(cause: Error, places: readonly DiskPlace[]) {
    super("a disk is full");
    this.cause = cause;
    this.places = places;
  }
}

/** A phase of the run that took longer than it may. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
  readonly phase: string;
  /** In milliseconds. */
  readonly bound: number;

  /** @param last why earlier tries failed, if known */
  constructor(phase: string, bound: number, last?: UserError) {
    super(`the ${phase} phase took longer than ${formatDuration(bound)}`, { cause: last });
    this.phase = phase;
    this.bound = bound;
  }
}

/** How a command ended. `exitCode` is null if a signal ended it. */
type CommandFailure = {
  readonly command: readonly string[];
  readonly exitCode: number | null;
  readonly stderr: string;
  /** When to ask a registry that limits requests again, if it said so. */
  readonly until?: Date | undefined;
  /** If more than the command's words tells what to try. */
  readonly tryThis?: string | undefined;
  /** Undefined if it is not needed. */
  readonly stdout?: string;
};

/** A command that failed while we were doing what `doing` says ("booting the builder"). */
export class CommandError extends Error implements CommandFailure {
  override readonly name = "CommandError";
  readonly doing: string;
  readonly command: readonly string[];
  readonly exitCode: number | null;
  readonly stderr: string;
  readonly until: Date | undefined;
  readonly tryThis: string | undefined;
  readonly stdout: string;

  constructor(doing: string, failure: CommandFailure) {
    const { command, exitCode, stderr, until, tryThis, stdout = "" } = failure;
    const end = exitCode === null ? "was killed by a signal" : `exited with code ${exitCode}`;
    super(`${command.slice(0, 2).join(" ")} ${end} while ${doing}`);
    this.doing = doing;
    this.command = command;
    this.exitCode = exitCode;
    this.stderr = stderr;
    this.until = until;
    this.tryThis = tryThis;
    this.stdout = stdout;
  }
}
