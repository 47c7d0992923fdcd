// What post has to undo, in the action's state: it is written before anything is done.
import type { Undo } from "../plan/cleanup-undo.ts";
import type { GitHub } from "../runner/github.ts";

export type UndoRecord = {
  now(): Undo;
  /** Writes down the change. */
  change(more: Partial<Undo>): void;
};

/** Writes it down, and keeps it up to date. */
export function undoRecord(first: Undo, github: Pick<GitHub, "saveState">): UndoRecord {
  let undo = first;
  const save = () => github.saveState("undo", JSON.stringify(undo));
  save();
  return {
    now: () => undo,
    change: (more) => {
      undo = { ...undo, ...more };
      save();
    },
  };
}
