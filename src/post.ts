// The post step: undoes what main did, whatever became of main.
import { cleanUp } from "./effects/clean-up.ts";
import { endProcesses } from "./effects/processes.ts";
import { removeFolder } from "./effects/run-files.ts";
import { type Shell, withEnvironment } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import { failureText } from "./report/failure.ts";
import { removalText } from "./report/removal.ts";
import { parseUndo, type Undo } from "./undo.ts";

/** The state that main saved, as the runner hands it over. */
export type SavedState = {
  /** Undefined where main came not so far. */
  readonly undo: string | undefined;
  /** `started`: it was cut short; `ended`: well or not; `undone`: it has done post's work. */
  readonly main: string;
};

type Doors = { readonly shell: Shell; readonly github: GitHub };

export async function post({ undo: text, main }: SavedState, doors: Doors): Promise<void> {
  if (text === undefined || main === "undone") return;
  const { github } = doors;
  const undo = parseUndo(text);
  try {
    const removal = await undoRun(undo, main === "ended", doors);
    if (undo.builder !== null) github.info(removal);
  } catch (error) {
    github.warning(`Not everything could be removed. ${failureText(error)}`);
  }
}

async function undoRun(undo: Undo, ended: boolean, { shell }: Doors): Promise<string> {
  const { builder, folder } = undo;
  if (undo.machine === "thrown away") {
    await removeFolder(folder);
    return `Builder ${builder?.name} goes with the machine`;
  }
  const running = ended ? [] : await endProcesses(folder);
  await cleanUp(withEnvironment(shell, undo.environment), undo, running);
  return builder === null ? "" : removalText(builder);
}
