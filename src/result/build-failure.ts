// What buildx says in the end of a build that failed: the step, its output, the Dockerfile's lines.

export type BuildFailure = {
  /** `[linux/arm64 2/2] RUN make`; undefined where no step failed. */
  readonly step: string | undefined;
  /** The step's last lines; buildx shows ten. */
  readonly output: readonly string[];
  readonly source: FailedLines | undefined;
  /** `ERROR: failed to solve: …` */
  readonly error: string;
};

/** The instruction that failed. */
export type FailedLines = {
  /** Name of the Dockerfile, without its folder. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** The lines around it, each with its number: `   3 | >>> RUN make`. */
  readonly excerpt: readonly string[];
};

const rule = "--------------------";
const blockEnd = "------";
const lastLines = 5;

/**
 * Reads it from the end, so that nothing a step printed is taken for it. That the text is read, and
 * not `buildx history inspect`: no file names the record of a failed build, and other builds of the
 * builder may have failed meanwhile.
 *
 * @param stderr all that buildx printed there
 * @returns undefined where this is not how a build fails
 */
export function buildFailure(stderr: string): BuildFailure | undefined {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  if (errorAt < 0) return undefined;
  const source = sourceOf(lines.slice(0, errorAt));
  const closing = lines.slice(lines.findLastIndex((line) => /^#\d+ /.test(line)) + 1, errorAt);
  const block = stepOf(closing);
  if (source === undefined && block === undefined) return undefined;
  return {
    step: block?.step,
    output: block?.output ?? [],
    source,
    error: lines.slice(errorAt).join("\n"),
  };
}

/** What a tool says last: from `ERROR: ` on, or its last lines where it has no such line. */
export function lastWords(stderr: string): string {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  return lines.slice(errorAt < 0 ? -lastLines : errorAt).join("\n");
}

/** Whether all steps were done, and what came of them could not be exported or pushed. */
export function failedInExport(stderr: string): boolean {
  const failure = buildFailure(stderr);
  return (
    failure?.source === undefined && /^(?:exporting|merging|pushing) /.test(failure?.step ?? "")
  );
}

// util/progress/progressui/display.go of moby/buildkit: where several failed, one block each
function stepOf(
  lines: readonly string[],
): { readonly step: string; readonly output: readonly string[] } | undefined {
  const start = lines.findIndex((line, index) => line === blockEnd && isTitle(lines[index + 1]));
  if (start < 0) return undefined;
  const [title = "", ...rest] = lines.slice(start + 1);
  const end = rest.indexOf(blockEnd);
  return {
    step: title.slice(" > ".length, -":".length),
    output: rest.slice(0, Math.max(0, end)).map((line) => line.replace(/^\d+\.\d+ /, "")),
  };
}

function isTitle(line: string | undefined): boolean {
  return line !== undefined && /^ > .+:$/.test(line);
}

// solver/errdefs/source.go of moby/buildkit
function sourceOf(lines: readonly string[]): FailedLines | undefined {
  if (lines.at(-1) !== rule) return undefined;
  const start = lines.lastIndexOf(rule, -2);
  const [, file, number] = /^(.+):(\d+)$/.exec(lines[start - 1] ?? "") ?? [];
  if (file === undefined || number === undefined) return undefined;
  const excerpt = lines.slice(start + 1, -1);
  const marked = excerpt.flatMap((text) => /^ *(\d+) \| >>>/.exec(text)?.[1] ?? []).map(Number);
  const line = marked[0] ?? Number(number);
  return { file, line, endLine: marked.at(-1) ?? line, excerpt };
}
