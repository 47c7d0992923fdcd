// BuildKit's warnings about a Dockerfile, from buildx's metadata file.
import * as v from "valibot";

export type BuildWarning = {
  /** `FromAsCasing`; undefined if it is no rule's. */
  readonly rule: string | undefined;
  readonly text: string;
  /** URL of the rule's documentation. */
  readonly url: string | undefined;
  /** Name of the Dockerfile, without its folder. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
};

const key = "buildx.build.warnings";

const text = v.pipe(
  v.string(),
  v.transform((base64) => Buffer.from(base64, "base64").toString("utf8")),
);
const range = v.object({
  start: v.object({ line: v.number() }),
  end: v.nullish(v.object({ line: v.number() })),
});
type Range = v.InferOutput<typeof range>;

// VertexWarning in client/graph.go of moby/buildkit
const built = v.object({
  short: text,
  url: v.nullish(v.string()),
  sourceInfo: v.nullish(v.object({ filename: v.nullish(v.string()) })),
  range: v.nullish(v.array(range)),
});
// LintResults in frontend/subrequests/lint of moby/buildkit
const checked = v.object({
  ruleName: v.string(),
  detail: v.nullish(v.string()),
  description: v.nullish(v.string()),
  url: v.nullish(v.string()),
  location: v.nullish(
    v.object({ sourceIndex: v.nullish(v.number()), ranges: v.nullish(v.array(range)) }),
  ),
});
const check = v.object({
  warnings: v.array(v.unknown()),
  sources: v.nullish(v.array(v.object({ filename: v.nullish(v.string()) }))),
});
const metadata = v.looseObject({
  [key]: v.optional(v.unknown()),
  "result.json": v.optional(v.unknown()),
});

/**
 * The warnings of a build run with `BUILDX_METADATA_WARNINGS=true`, and those that `--call check`
 * found, in the order of their lines. What is of another form is left out.
 *
 * @param file the metadata file's text; empty if there is none
 */
export function buildWarnings(file: string): readonly BuildWarning[] {
  const read = v.parse(metadata, jsonOf(file));
  const found = [...builtWarnings(read[key]), ...checkWarnings(read["result.json"])];
  // One for each platform that was built.
  const once = new Map(found.map((warning) => [JSON.stringify(warning), warning]));
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

// A buildx that was killed leaves half a file, and it is not the warnings that the run ends for.
function jsonOf(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return {};
  }
}

function builtWarnings(given: unknown): readonly BuildWarning[] {
  return itemsOf(given).flatMap((item) => {
    const read = v.safeParse(built, item);
    if (!read.success) return [];
    const { short, url, sourceInfo, range: ranges } = read.output;
    // `FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)`
    const [, rule, words = short] = /^([A-Z][A-Za-z]+): (.+)$/s.exec(short) ?? [];
    const place = { url: url ?? undefined, file: sourceInfo?.filename ?? undefined };
    return [{ rule, text: words.replace(/ \(line \d+\)$/, ""), ...place, ...linesOf(ranges) }];
  });
}

function checkWarnings(given: unknown): readonly BuildWarning[] {
  const whole = v.safeParse(check, given);
  if (!whole.success) return [];
  const { warnings, sources } = whole.output;
  return warnings.flatMap((item) => {
    const read = v.safeParse(checked, item);
    if (!read.success) return [];
    const { ruleName, detail, description, url, location } = read.output;
    const file = sources?.[location?.sourceIndex ?? 0]?.filename ?? undefined;
    const words = detail ?? description ?? ruleName;
    const place = { url: url ?? undefined, file, ...linesOf(location?.ranges) };
    return [{ rule: ruleName, text: words, ...place }];
  });
}

function itemsOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [];
}

function linesOf(ranges: readonly Range[] | null | undefined) {
  const [first] = ranges ?? [];
  const last = ranges?.at(-1);
  return { line: first?.start.line, endLine: last?.end?.line ?? last?.start.line };
}
