// Annotations on the Dockerfile's lines: what BuildKit warns of, and the instruction that failed.
import type { Annotation } from "../domain/annotation.ts";
import type { BuildFailure } from "../result/build-failure.ts";
import type { BuildWarning } from "../result/build-warnings.ts";
import type { DockerfilePath } from "./context-dockerfile.ts";

/** GitHub shows ten of a kind for a step, and drops the others without a word. */
const most = 10;

/**
 * @param dockerfile undefined if it is none of the repository's files
 * @param level `error` if the build failed because of them
 */
export function warningAnnotations(
  warnings: readonly BuildWarning[],
  dockerfile: DockerfilePath | undefined,
  level: Annotation["level"] = "warning",
): readonly Annotation[] {
  const all = warnings.map(({ rule, text, url, ...lines }): Annotation => {
    const more = url === undefined ? "" : `\n${url}`;
    return {
      level,
      title: rule ?? "Dockerfile",
      message: `${text}${more}`,
      ...placeOf(lines, dockerfile),
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
  dockerfile: DockerfilePath | undefined,
): readonly Annotation[] {
  if (failure?.source === undefined) return [];
  const { step, output, source, error } = failure;
  return [
    {
      level: "error",
      title: step ?? "Dockerfile",
      message: [...output, error].join("\n"),
      ...placeOf(source, dockerfile),
    },
  ];
}

type Lines = Pick<BuildWarning, "file" | "line" | "endLine">;

// A file of another name came from elsewhere; its lines are not the Dockerfile's.
function placeOf({ file, line, endLine }: Lines, dockerfile: DockerfilePath | undefined) {
  if (dockerfile === undefined || line === undefined || file !== dockerfile.name) return {};
  return { file: dockerfile.path, line, endLine: endLine ?? line };
}
