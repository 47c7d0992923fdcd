// The one door to the runner: log, groups, annotations, outputs, state, summary.

import { randomUUID } from "node:crypto";
import * as core from "@actions/core";
import type { Annotation } from "../domain/annotation.ts";
import { UserError } from "../domain/errors.ts";
import { messageOf } from "../domain/message-of.ts";

export type GitHub = {
  /** Prints the body's text in a folded group; in it, nothing is taken for a workflow command. */
  group<T>(title: string, body: (print: (line: string) => void) => Promise<T>): Promise<T>;
  /** Ends the groups that are open, whatever becomes of their bodies. */
  endGroups(): void;
  /** Prints one line; words from outside that it quotes are no command. */
  info(line: string): void;
  /** Prints what a command printed; only for use in a group. */
  write(bytes: Uint8Array): void;
  /** Says what may be as it should. */
  notice(message: string): void;
  warning(message: string): void;
  /** Puts a remark where the reader of the change sees it; its texts may come from outside. */
  annotate(annotation: Annotation): void;
  /** Fails the step, with an annotation. */
  fail(message: string): void;
  /** @throws UserError if the runner does not take it */
  setOutput(name: string, value: string): void;
  /**
   * Hands a value to the post step, which gets it whatever happens to this one.
   *
   * @throws UserError if the runner does not take it
   */
  saveState(name: string, value: string): void;
  /** Keeps a value out of the log from here on. */
  mask(value: string): void;
  /** The text with `***` in place of all that is masked, for what the runner does not print. */
  hide(text: string): string;
  /** Adds Markdown to the job's summary; if that can't be, a warning says so. */
  summarize(markdown: string): Promise<void>;
};

/** The runner that started this process. */
export function githubRunner(options: { readonly hasSummary: boolean }): GitHub {
  const masked = new Set<string>();
  return {
    group,
    endGroups: () => {
      for (const token of openGroups) end(token);
    },
    info: (line) => print(withoutCommands(line)),
    write,
    notice: core.notice,
    warning: core.warning,
    annotate: ({ level, message, line, ...more }) => {
      const annotate = level === "error" ? core.error : core.warning;
      annotate(message, line === undefined ? more : { ...more, startLine: line });
    },
    fail: core.setFailed,
    setOutput: (name, value) => {
      handOver(`output \`${name}\``, "GITHUB_OUTPUT", () => core.setOutput(name, value));
    },
    saveState: (name, value) => {
      handOver("what post needs", "GITHUB_STATE", () => core.saveState(name, value));
    },
    mask: (value) => {
      masked.add(value);
      // In a group this would be no command, and show what is to be hidden.
      for (const token of openGroups) print(`::${token}::`);
      core.setSecret(value);
      for (const token of openGroups) print(`::stop-commands::${token}`);
    },
    hide: (text) =>
      // The longest first: one may be a part of another.
      [...masked]
        .sort((one, other) => other.length - one.length)
        .reduce((rest, value) => rest.replaceAll(value, "***"), text),
    summarize: async (markdown) => {
      if (!options.hasSummary) return;
      // It only tells what the log and the outputs have, too.
      await core.summary
        .addRaw(markdown, true)
        .write()
        .catch((error: unknown) =>
          core.warning(
            `The job's summary could not be written to the file that GITHUB_STEP_SUMMARY names: ${messageOf(error)}`,
          ),
        );
    },
  };
}

// Who comes after needs it.
function handOver(what: string, variable: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new UserError(
      `${what} can't be written to the file that ${variable} names: ${messageOf(error)}`,
      {
        tryThis:
          "look what empties the folder of that file, which the runner makes before each step, or fills its disk",
        cause: error,
      },
    );
  }
}

// Whether what a program printed last has no end of a line: what stands behind that is no command.
let unfinished = false;

function write(bytes: Uint8Array): void {
  process.stdout.write(bytes);
  if (bytes.length > 0) unfinished = bytes.at(-1) !== 0x0a;
}

function print(line: string): void {
  if (unfinished) process.stdout.write("\n");
  unfinished = false;
  core.info(line);
}

// The runner takes `##[name]` anywhere in a line: src/Runner.Common/ActionCommand.cs
function withoutCommands(line: string): string {
  return line.replaceAll(/[\r\n]+/g, " ").replaceAll("##[", "# #[");
}

// The token that ends each group.
const openGroups = new Set<string>();

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions#stopping-and-starting-workflow-commands
async function group<T>(
  title: string,
  body: (print: (line: string) => void) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  core.startGroup(title);
  print(`::stop-commands::${token}`);
  openGroups.add(token);
  try {
    return await body(print);
  } finally {
    end(token);
  }
}

function end(token: string): void {
  if (!openGroups.delete(token)) return;
  print(`::${token}::`);
  core.endGroup();
}
