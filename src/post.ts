// The post step: undoes what main did, whatever became of main.
import { cleanUp, undoingShell } from "./effects/cleanup-run.ts";
import { sweep } from "./effects/cleanup-sweep.ts";
import { engineApi } from "./effects/engine-api.ts";
import { endProcesses } from "./effects/processes.ts";
import { removeFolder } from "./effects/run-files.ts";
import type { Shell } from "./effects/shell.ts";
import { parseUndo, type Undo } from "./plan/cleanup-undo.ts";
import { removalText } from "./report/builder-removal.ts";
import { failureText } from "./report/failure-text.ts";
import type { GitHub } from "./runner/github.ts";

/** The state that main saved, as the runner hands it over. */
type SavedState = {
  /** Undefined if main did not get so far. */
  readonly undo: string | undefined;
  /** `ended`: well or not; `undone`: it has done post's work; else it was cut short. */
  readonly main: string | undefined;
};

type Ports = { readonly shell: Shell; readonly github: GitHub };

export async function post({ undo: text, main }: SavedState, ports: Ports): Promise<void> {
  if (text === undefined || main === "undone") return;
  const { github } = ports;
  const undo = parseUndo(text);
  try {
    for (const line of await undoRun(undo, main === "ended", ports)) github.info(line);
  } catch (error) {
    github.warning(`Not everything could be removed. ${failureText(error)}`);
  }
}

/** @returns what became of it, a line each */
async function undoRun(undo: Undo, ended: boolean, ports: Ports): Promise<readonly string[]> {
  const { builder, folder } = undo;
  if (undo.machine === "thrown away") {
    await removeFolder(folder);
    return builder === null ? [] : [`Builder ${builder.name} goes with the machine`];
  }
  const shell = undoingShell(ports.shell, undo);
  const running = ended ? [] : await endProcesses(folder);
  const swept = sweepFor(undo, shell);
  const removal = await cleanUp(shell, undo, running, swept);
  return [...(builder === null ? [] : [removalText(builder, removal)]), ...(await swept)];
}

// What other runs left is not this one's fault.
async function sweepFor(
  { sweep: where, builder, record, folder, endpoint }: Undo,
  shell: Shell,
): Promise<readonly string[]> {
  if (where === null || record === null) return [];
  const ports = { shell, engine: engineApi(endpoint) };
  const swept = await sweep(ports, { ...where, record, folder, builder: builder?.name }).catch(
    () => [],
  );
  if (swept.length === 0) return [];
  return [`Removed what runs left that were killed: ${swept.join(", ")}`];
}
