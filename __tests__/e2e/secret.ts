// A secret that is hard to hide, and where it shows.
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "../../scripts/run-action.ts";

export type Secret = {
  readonly text: string;
  /** Two words of it, the second of the last line, which no other text has. */
  readonly cores: readonly string[];
};

/** Lines, quotes and what a shell would run, around two words of chance. */
export function newSecret(around: (first: string, last: string) => string = nasty): Secret {
  const [first = "", last = ""] = [1, 2].map(() => randomBytes(12).toString("hex"));
  return { text: around(first, last), cores: [first, last] };
}

function nasty(first: string, last: string): string {
  return `${first}'"\`id\`$(id);%0A\\ &é\n::add-mask::x\n${last}= |`;
}

/** The secret's words, and base64 of texts that hold them, wherever in it they begin. */
export function tracesOf(secrets: readonly Secret[]): readonly string[] {
  return secrets.flatMap(({ cores }) =>
    cores.flatMap((core) => [core, ...[0, 1, 2].map((shift) => inBase64(core, shift))]),
  );
}

// What all texts share that hold the word `shift` bytes behind a boundary.
function inBase64(core: string, shift: number): string {
  const text = Buffer.from("\0".repeat(shift) + core).toString("base64");
  return text.slice(shift === 0 ? 0 : 4, Math.floor((shift + core.length) / 3) * 4);
}

/** Which of a step's texts have one of the traces. */
export function leaksOf(step: Step, traces: readonly string[]): readonly string[] {
  // The runner takes these lines out, and from then on what they name.
  const log = step.log.replaceAll(/^::add-mask::.*$/gm, "");
  return Object.entries({ ...step.outputs, log, summary: step.summary })
    .filter(([, text]) => traces.some((trace) => text.includes(trace)))
    .map(([name]) => name);
}

/** The files below a folder that have one of the traces. */
export async function filesWith(
  traces: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(paths.map((path) => readFile(path, "latin1")));
  return paths.filter((_, index) => traces.some((trace) => texts[index]?.includes(trace)));
}
