// A door to the runner that can be closed, for a step that goes on when it should not.
import type { GitHub } from "./github.ts";

export type ClosableGitHub = GitHub & {
  /**
   * Ends the groups that are open; from now on nothing goes through but secrets to be masked, and
   * saving state throws.
   */
  close(): void;
  /** What was saved last under a name. */
  saved(name: string): string | undefined;
};

/** The same door, until it is closed. */
export function closable(github: GitHub): ClosableGitHub {
  const state = new Map<string, string>();
  let isOpen = true;
  const gate =
    <A extends readonly unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      if (isOpen) act(...given);
    };
  return {
    group: (title, body) =>
      isOpen ? github.group(title, (print) => body(gate(print))) : body(() => {}),
    endGroups: gate(github.endGroups),
    info: gate(github.info),
    write: gate(github.write),
    notice: gate(github.notice),
    warning: gate(github.warning),
    annotate: gate(github.annotate),
    fail: gate(github.fail),
    setOutput: gate(github.setOutput),
    saveState: (name, value) => {
      // What can't be written down for post must not be done.
      if (!isOpen) throw new Error(`cancelled before \`${name}\` was saved`);
      state.set(name, value);
      github.saveState(name, value);
    },
    mask: github.mask,
    hide: github.hide,
    summarize: async (markdown) => {
      if (isOpen) await github.summarize(markdown);
    },
    close: () => {
      github.endGroups();
      isOpen = false;
    },
    saved: (name) => state.get(name),
  };
}
