// Lines of a log, with the time at which each began to come.

export type StampedLine = { readonly text: string; readonly at: number };

/** Splits what comes into lines; `print` takes it. */
export function stampedLines(clock: () => number): {
  readonly print: (text: string) => void;
  readonly lines: () => readonly StampedLine[];
} {
  const lines: StampedLine[] = [];
  let partial: StampedLine | undefined;
  const print = (text: string) => {
    const at = clock();
    const parts = text.split("\n");
    for (const [index, part] of parts.entries()) {
      const line: StampedLine = partial
        ? { ...partial, text: partial.text + part }
        : { text: part, at };
      const isWhole = index < parts.length - 1;
      if (isWhole) lines.push(line);
      partial = isWhole || line.text === "" ? undefined : line;
    }
  };
  return { print, lines: () => (partial === undefined ? lines : [...lines, partial]) };
}
