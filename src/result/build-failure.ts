// What buildx says in the end of a build that failed: the step, its output, the Dockerfile's lines.
import type { ErrorWords } from "../domain/trouble.ts";

export type BuildFailure = {
  /** `[linux/arm64 2/2] RUN make`; undefined if no step failed. */
  readonly step: string | undefined;
  /** The step's last lines; buildx shows ten. */
  readonly output: readonly string[];
  readonly source: FailedLines | undefined;
  /** `ERROR: failed to solve: …` */
  readonly error: string;
};

/** The instruction that failed. */
type FailedLines = {
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
 * @returns undefined if this is not how a build fails
 */
export function buildFailure(stderr: string): BuildFailure | undefined {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  if (errorAt < 0) return undefined;
  const source = sourceOf(lines.slice(0, errorAt));
  const [block] = blocksOf(lines.slice(0, errorAt));
  if (source === undefined && block === undefined) return undefined;
  return {
    step: block?.step,
    output: block?.output ?? [],
    source,
    error: lines.slice(errorAt).join("\n"),
  };
}

/**
 * What a tool says last: from `ERROR: ` on, or its last lines if it has no such line. That leaves
 * out what the Dockerfile's steps printed, and its own lines.
 *
 * @param most number of lines if none begins with `ERROR: `
 */
export function lastWords(stderr: string, most = lastLines): ErrorWords {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const errorAt = lines.findLastIndex((line) => line.startsWith("ERROR: "));
  const text = lines.slice(errorAt < 0 ? -most : errorAt).join("\n");
  const failed = blocksOf(lines.slice(0, Math.max(0, errorAt))).map(({ step }) => step);
  return { text, isLocal: failed.length > 0 && failed.every((step) => localExport.test(step)) };
}

// exporter/{oci,local,tar} and session/filesync of moby/buildkit, util/progress of docker/buildx
const localExport =
  /^(?:\[[^\s\]]+\] )?(?:exporting to (?:docker|oci) image format|exporting to client|importing to )/;
// A bake has the target before it.
const anyExport = /^(?:\[[^\s\]]+\] )?(?:exporting|merging|pushing) /;

/** Whether all steps were done, and what came of them could not be exported or pushed. */
export function failedInExport(stderr: string): boolean {
  const failure = buildFailure(stderr);
  return failure?.source === undefined && anyExport.test(failure?.step ?? "");
}

type Block = { readonly step: string; readonly output: readonly string[] };

// util/progress/progressui/display.go of moby/buildkit: if several failed, one block each, after
// the progress
function blocksOf(lines: readonly string[]): readonly Block[] {
  const closing = lines.slice(lines.findLastIndex((line) => /^#\d+ /.test(line)) + 1);
  return closing.flatMap((line, index) => {
    const title = closing[index + 1];
    if (line !== blockEnd || !isTitle(title)) return [];
    const rest = closing.slice(index + 2);
    return [
      {
        step: title.slice(" > ".length, -":".length),
        output: rest
          .slice(0, Math.max(0, rest.indexOf(blockEnd)))
          .map((text) => text.replace(/^\d+\.\d+ /, "")),
      },
    ];
  });
}

function isTitle(line: string | undefined): line is string {
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
