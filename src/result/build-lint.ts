// The warnings that a build failed for, as `# check=error=true` in the Dockerfile asks.
import type { BuildWarning } from "./build-warnings.ts";

// frontend/dockerfile/linter of moby/buildkit, in the progress or in the list that buildx ends with,
// a colour may stand before the dash; what a RUN prints has its time before it.
const warning = /^(?:#\d+ WARN:|\S* -) ([A-Z][A-Za-z]+): (.+) \(line (\d+)\)$/;

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
  const [, file] =
    /^#\d+ \[internal\] load build definition from (.+)$/m.exec(lines.join("\n")) ?? [];
  const found = lines.flatMap((text): readonly BuildWarning[] => {
    const [, rule = "", words = "", line] = warning.exec(text) ?? [];
    if (!names.split(", ").includes(rule)) return [];
    const place = { file, line: Number(line), endLine: Number(line) };
    return [{ rule, text: words, url: undefined, ...place }];
  });
  const once = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
