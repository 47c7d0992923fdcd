// The warnings that a build failed for, as `# check=error=true` in the Dockerfile asks.
import type { BuildWarning } from "./build-warnings.ts";

// frontend/dockerfile/linter of moby/buildkit, in the progress or in the list that buildx ends with,
// a colour may stand before the dash; what a RUN prints has its time before it.
const warning = /^(?:(#\d+) WARN:|\S* -) ([A-Z][A-Za-z]+): (.+) \(line (\d+)\)$/;
// In a bake the target stands before `internal`.
const loading = /^(#\d+) \[(?:\S+ )?internal\] load build definition from (.+)$/;

/**
 * The warnings of the rules that the last error names, each once, in the order of their lines; none
 * if the build failed for another reason.
 *
 * @param stderr all that buildx printed there; a build that failed leaves no metadata file
 */
export function lintViolations(stderr: string): readonly BuildWarning[] {
  const lines = stderr.trimEnd().split(/\r?\n/);
  const error = lines.findLast((line) => line.startsWith("ERROR: ")) ?? "";
  const [, names] = /: lint violation found for rules: (.+)$/.exec(error) ?? [];
  if (names === undefined) return [];
  const files = new Map(
    lines.flatMap((line) => {
      const [, id, file] = loading.exec(line) ?? [];
      return id === undefined ? [] : [[id, file] as const];
    }),
  );
  const [only] = files.size === 1 ? files.values() : [];
  const found = lines.flatMap((text): readonly BuildWarning[] => {
    const [, id = "", rule = "", words = "", line] = warning.exec(text) ?? [];
    if (!names.split(", ").includes(rule)) return [];
    const place = { file: files.get(id) ?? only, line: Number(line), endLine: Number(line) };
    return [{ rule, text: words, url: undefined, ...place }];
  });
  // Those of the list do not say of which file they are.
  const isKnown = ({ rule, text, line, file }: BuildWarning) =>
    file === undefined &&
    found.some((one) => one.file && one.rule === rule && one.text === text && one.line === line);
  const once = new Map(
    found.filter((one) => !isKnown(one)).map((one) => [JSON.stringify(one), one]),
  );
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
