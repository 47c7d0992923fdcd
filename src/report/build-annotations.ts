// Annotations on the Dockerfile's lines: what BuildKit warns of, and the instruction that failed.
import type { Annotation } from "../domain/annotation.ts";
import type { BuildFailure } from "../result/build-failure.ts";
import type { BuildWarning } from "../result/build-warnings.ts";

/** GitHub shows ten of a kind for a step, and drops the others without a word. */
const most = 10;

/** A Dockerfile that is built from. */
export type Dockerfile = {
  /** The target of a bake. */
  readonly target?: string | undefined;
  /** As BuildKit calls it. */
  readonly name: string;
  /** From the workspace's top; undefined if it is none of the repository's files. */
  readonly path: string | undefined;
};

/**
 * @param dockerfiles those that the warnings may be of
 * @param level `error` if the build failed because of them
 */
export function warningAnnotations(
  warnings: readonly BuildWarning[],
  dockerfiles: readonly Dockerfile[],
  level: Annotation["level"] = "warning",
): readonly Annotation[] {
  const all = warnings.map(({ rule, text, url, ...lines }): Annotation => {
    const more = url === undefined ? "" : `\n${url}`;
    return {
      level,
      title: rule ?? "Dockerfile",
      message: `${text}${more}`,
      ...placeOf(lines, dockerfiles),
    };
  });
  if (all.length <= most) return all;
  const left = all.length - (most - 1);
  return [
    ...all.slice(0, most - 1),
    {
      level,
      title: "Dockerfile",
      message: `${left} more warnings are in the log`,
    },
  ];
}

/** The failed instruction with the last lines of its output; none if no line failed. */
export function failureAnnotations(
  failure: BuildFailure | undefined,
  dockerfiles: readonly Dockerfile[],
): readonly Annotation[] {
  if (failure?.source === undefined) return [];
  const { step, output, source, error } = failure;
  return [
    {
      level: "error",
      title: step ?? "Dockerfile",
      message: [...output, error].join("\n"),
      ...placeOf(source, dockerfiles),
    },
  ];
}

type Lines = Pick<BuildWarning, "file" | "line" | "endLine">;

// A file of another name came from elsewhere, and of one that several targets have in different
// folders it is not known which.
function placeOf({ file, line, endLine }: Lines, dockerfiles: readonly Dockerfile[]) {
  const paths = new Set(dockerfiles.filter(({ name }) => name === file).map(({ path }) => path));
  const [path] = paths;
  if (paths.size !== 1 || path === undefined || line === undefined) return {};
  return { file: path, line, endLine: endLine ?? line };
}
