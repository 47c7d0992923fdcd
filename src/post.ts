// The post step: undoes what main did, whatever became of main.
import { cleanUp } from "./effects/clean-up.ts";
import { type Shell, withEnvironment } from "./effects/shell.ts";
import type { GitHub } from "./github.ts";
import { failureText } from "./report/failure.ts";
import { parseUndo, type Undo } from "./undo.ts";

/** The state that main saved, as the runner hands it over; undefined where main came not so far. */
export type SavedState = { readonly undo: string | undefined; readonly finished: boolean };

export async function post(
  { undo: text, finished }: SavedState,
  { shell, github }: { readonly shell: Shell; readonly github: GitHub },
): Promise<void> {
  if (text === undefined) return;
  const undo = parseUndo(text);
  try {
    await cleanUp(withEnvironment(shell, undo.environment), undo, finished);
  } catch (error) {
    github.warning(`Not everything could be removed. ${failureText(error)}`);
    return;
  }
  if (undo.builder === null) return;
  const { name, cleanup } = undo.builder;
  github.info(wordsOf(name, cleanup));
}

function wordsOf(name: string, cleanup: NonNullable<Undo["builder"]>["cleanup"]): string {
  switch (cleanup) {
    case "all":
      return `Builder ${name} removed`;
    case "all-but-state":
      return `Builder ${name} removed; its cache is kept for the next builder of that name`;
    case "nothing":
      return `Builder ${name} is kept. To remove it: docker buildx rm ${name}`;
  }
}
