// What becomes of a step that is cancelled: its commands end, and what it made is removed at once.

import { setTimeout } from "node:timers/promises";
import type { Command } from "../domain/command.ts";
import type { PhaseName } from "../domain/phase.ts";
import { cleanUp, undoingShell } from "../effects/cleanup-run.ts";
import { endProcesses } from "../effects/processes.ts";
import { removeFolder } from "../effects/run-files.ts";
import type { Shell } from "../effects/shell.ts";
import { parseUndo } from "../plan/cleanup-undo.ts";
import { removalText } from "../report/builder-removal.ts";
import { failureText } from "../report/failure-text.ts";
import type { ClosableGitHub } from "../runner/closable-github.ts";
import type { GitHub } from "../runner/github.ts";

/** How long the step may go on without a command: a download or a pause between two tries. */
const settleMilliseconds = 500;

const phaseWords: Readonly<Record<PhaseName, string>> = {
  probe: "the look around",
  buildx: "the installation of buildx",
  login: "the login",
  emulators: "the installation of emulators",
  builder: "the builder's creation",
  build: "the build",
  verification: "the proof",
};

type Cancelled = {
  /** The run's own folder. */
  readonly folder: string;
  /** What the commands that are running do: "booting the builder". */
  readonly doing: readonly string[];
  /** The phase that is running, if no command is. */
  readonly phase: PhaseName | undefined;
  /** The step itself, which starts nothing more. */
  readonly work: Promise<unknown>;
  /** The step's own door to the runner. */
  readonly log: ClosableGitHub;
};

/**
 * Ends the step, and does post's work, as the runner leaves 7.5 seconds and post may not come.
 *
 * @param ports for the clean-up, as the step's own are closed
 */
export async function cancel(
  { folder, doing, phase, work, log }: Cancelled,
  { shell, github }: { readonly shell: Shell; readonly github: GitHub },
): Promise<void> {
  const settled = Promise.race([work.catch(() => {}), setTimeout(settleMilliseconds)]);
  const ended = await endProcesses(folder, settled);
  log.close();
  const at = phase === undefined ? "" : ` during ${phaseWords[phase]}`;
  const what = doing.length === 0 ? at : ` while ${doing.slice(0, 2).join(" and ")}`;
  const text = log.saved("undo");
  const removal = text === undefined ? "" : await undoRun(text, ended, { shell, github });
  github.info(`Cancelled${what}${removal}`);
}

/** @returns how the log's last line goes on */
async function undoRun(
  text: string,
  running: readonly Command[],
  { shell, github }: { readonly shell: Shell; readonly github: GitHub },
): Promise<string> {
  const undo = parseUndo(text);
  try {
    const removal = await cleanUp(undoingShell(shell, undo), undo, running);
    // On a busy machine the step may have been about to make it.
    await removeFolder(undo.folder);
    github.saveState("main", "undone");
    return undo.builder === null ? "" : `. ${removalText(undo.builder, removal)}`;
  } catch (error) {
    github.warning(`Not everything could be removed. ${failureText(error)}`);
    return "";
  }
}
