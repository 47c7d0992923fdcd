// The words for a BuildKit that ends as soon as it is started.

import { formatDuration } from "../domain/duration.ts";
import type { Explanation } from "../domain/errors.ts";
import type { BootSetting } from "../plan/builder-parts.ts";

/** How BuildKit's container ended. */
export type BootEnd = {
  readonly exitCode: number;
  readonly isOutOfMemory: boolean;
  /** How often it was started again. */
  readonly restarts: number;
  /** What it has printed on its standard error, of all its starts. */
  readonly log: string;
};

const mostLines = 10;

/** What BuildKit says itself, and which input it is about. */
export function bootFailure(
  { exitCode, isOutOfMemory, restarts, log }: BootEnd,
  settings: readonly BootSetting[],
  milliseconds: number,
): Explanation {
  const words = lastWords(log);
  const times = restarts === 0 ? "" : `, was started again ${howOften(restarts)}`;
  const memory = isOutOfMemory ? " because its memory ran out" : "";
  const lines = [
    `BuildKit does not boot: it ended with exit code ${exitCode}${memory}${times}; the step stopped waiting after ${formatDuration(Math.round(milliseconds / 1000) * 1000)}. Its last lines:`,
    words === "" ? "it printed no error" : words,
  ];
  return { message: lines.join("\n"), tryThis: remedy(words, settings) };
}

function howOften(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

// cmd/buildkitd/main.go of moby/buildkit prints `buildkitd: ` and what it ends for, and then where in its
// code that was: a function's name, and in the next line its file after a tab.
function lastWords(log: string): string {
  const lines = log
    .replaceAll(/[^\P{Cc}\t\n]/gu, "")
    .trimEnd()
    .split("\n");
  const last = lines.findLastIndex((line) => line.startsWith("buildkitd: "));
  const own = last === -1 ? lines.slice(-mostLines) : lines.slice(last);
  const isFrame = (index: number) => own[index]?.startsWith("\t") === true;
  const told = own.filter((_, index) => !isFrame(index) && !isFrame(index + 1));
  return told.slice(0, mostLines).join("\n").trim();
}

function remedy(words: string, settings: readonly BootSetting[]): string {
  const named = settings.filter(({ text }) => sharesWord(text, words));
  const meant = named.length > 0 ? named : settings;
  if (meant.length === 0) {
    return "check that the engine can run BuildKit's image, or name another with `driver-opts: image=…`";
  }
  const inputs = meant.map(({ input, text }) =>
    text.includes("\n") ? `\`${input}\`` : `\`${input}\` (\`${text}\`)`,
  );
  return `correct ${inputs.join(" or ")}, which BuildKit was started with`;
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(wordsOf(other));
  return wordsOf(one).some((word) => words.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? [];
}
