// The names of a bake's vertexes, before which buildx puts the target that each is of.

/** A vertex as a single build names it, and its target; undefined if it is none's, or if there is one. */
export type TargetVertex = { readonly target: string | undefined; readonly name: string };

const vertex = /^\[([^\s\]]+)(?: ([^\]]*))?\] (.+)$/s;

/**
 * `[api linux/arm64 2/2] RUN make` → `[linux/arm64 2/2] RUN make` of `api`, and
 * `[api] exporting to image` → `exporting to image`: addPrefix in util/progress of docker/buildx.
 *
 * @param targets the names of all targets; none for a single build
 */
export function targetVertex(whole: string, targets: readonly string[]): TargetVertex {
  const [, target = "", within, rest = ""] = vertex.exec(whole) ?? [];
  if (!targets.includes(target)) return { target: undefined, name: whole };
  return { target, name: within === undefined ? rest : `[${within}] ${rest}` };
}

const line = /^(#\d+ | > )(\[.+)$/s;

/** What buildx printed, with the names of vertexes as a single build has them. */
export function withoutTargets(printed: string, targets: readonly string[]): string {
  if (targets.length === 0) return printed;
  return printed
    .split("\n")
    .map((text) => {
      const [, start, name] = line.exec(text) ?? [];
      return name === undefined ? text : `${start}${targetVertex(name, targets).name}`;
    })
    .join("\n");
}

/** The target that a bake failed with: `ERROR: target api: failed to solve: …`. */
export function failedTarget(printed: string, targets: readonly string[]): string | undefined {
  const error = printed.split("\n").findLast((text) => text.startsWith("ERROR: ")) ?? "";
  return targets.find((target) => error.startsWith(`ERROR: target ${target}: `));
}
