// The job's summary, in Markdown.
import { formatPlatform, type Platform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import { type BuildNode, nodeOf } from "../plan/build-nodes.ts";
import { type Elsewhere, isElsewhere } from "../plan/elsewhere.ts";
import { isNative } from "../plan/emulation.ts";
import type { Engine } from "../plan/facts.ts";
import type { Manifest } from "../result/image.ts";
import {
  costliestEmulation,
  type EmulatedStep,
  slowest,
  stepsFor,
} from "../result/platform-steps.ts";
import type { Progress } from "../result/progress.ts";
import type { Result } from "../result/result.ts";
import type { Phase } from "../timeline.ts";
import { ganttOf } from "./gantt.ts";
import {
  codeCell,
  cut,
  formatBytes,
  formatSeconds,
  stepName,
  table,
  unbroken,
} from "./markdown.ts";

/** What tells where each platform was built, and how. */
export type Built = {
  readonly engine: Engine | undefined;
  readonly elsewhere: Elsewhere;
  readonly nodes: readonly BuildNode[];
  /** Those asked for. */
  readonly asked: readonly Platform[];
  readonly progress: Progress;
  readonly phases: readonly Phase[];
};

// Together they keep the summary far below the 1 MiB that the runner takes.
const mostNames = 50;
const mostPlatforms = 50;
const mostSteps = 3;
const longestName = 80;

/** Names, a row for each platform, the slowest steps, a timeline; what is not known is left out. */
export function summaryOf(result: Result, built: Built): string {
  const rows = platformRows(result, built).slice(0, mostPlatforms);
  const platforms = rows.map(({ platform }) => formatPlatform(platform));
  const notes = new Map(
    rows.map(({ platform }) => [formatPlatform(platform), placeOf(platform, built)]),
  );
  const { phases, progress } = built;
  const note = (platform: string) => {
    const place = notes.get(platform);
    return place === "native" ? undefined : place;
  };
  const emulation = costliestEmulation(
    progress,
    platforms,
    (name) => notes.get(name) === "emulated",
  );
  const gantt = ganttOf({ phases, progress, platforms, note });
  return [
    "## Container image",
    "",
    ...namesOf(result),
    ...(rows.length === 0 ? [] : [...platformTable(rows, built), ""]),
    ...(emulation === undefined ? [] : [emulationAdvice(emulation), ""]),
    ...slowestSteps(platforms, progress),
    ...(gantt.length === 0 ? [] : ["### Timeline", "", ...gantt, ""]),
  ].join("\n");
}

function namesOf({ image, digest, tags }: Result): readonly string[] {
  if (image === undefined) {
    const built = digest === undefined ? "Built, and not exported." : `Built: \`${digest}\`.`;
    return [`${built} Nothing was pushed.`, ""];
  }
  const repositories = [...new Set(tags.map(({ repository }) => repository))];
  const names = [
    ...tags.map(formatReference),
    ...repositories.map((repository) => `${repository}@${image.digest}`),
  ];
  const left = names.length - mostNames;
  return [
    // GitHub puts a button to copy on such a block.
    "```text",
    ...names.slice(0, mostNames),
    "```",
    "",
    ...(left > 0 ? [`${left} more names are not shown.`, ""] : []),
  ];
}

type Row = { readonly platform: Platform; readonly manifest: Manifest | undefined };

function platformRows({ image }: Result, { asked }: Built): readonly Row[] {
  return image === undefined
    ? asked.map((platform) => ({ platform, manifest: undefined }))
    : image.manifests.map((manifest) => ({ platform: manifest.platform, manifest }));
}

type Column = readonly [heading: string, cell: (row: Row) => string | undefined];

function platformTable(rows: readonly Row[], built: Built): readonly string[] {
  const steps = ({ platform }: Row) => {
    const own = stepsFor(built.progress, formatPlatform(platform));
    return own.steps.length === 0 ? undefined : own;
  };
  const columns: readonly Column[] = [
    ["Platform", ({ platform }) => formatPlatform(platform)],
    ["Size:", ({ manifest }) => sizeOf(manifest)],
    ["Built", ({ platform }) => placeOf(platform, built, codeCell)],
    ["Time:", (row) => steps(row) && formatSeconds(steps(row)?.seconds ?? 0)],
    ["Cached:", (row) => steps(row) && unbroken(`${steps(row)?.cached} of ${steps(row)?.of}`)],
    // Last and small, so that the page is wide enough for it.
    ["Digest", ({ manifest }) => manifest && `<sub>\`${manifest.digest}\`</sub>`],
  ];
  const known = columns.filter(([, cell]) => rows.some((row) => cell(row) !== undefined));
  return table(
    known.map(([heading]) => heading),
    rows.map((row) => known.map(([, cell]) => cell(row) ?? "")),
  );
}

function sizeOf(manifest: Manifest | undefined): string | undefined {
  return manifest?.imageSize === undefined ? undefined : formatBytes(manifest.imageSize);
}

/** `native`, `emulated`, or where else: `on node arm`. */
function placeOf(
  platform: Platform,
  { engine, elsewhere, nodes }: Built,
  quote = (name: string) => name,
): string {
  if (engine !== undefined && !isElsewhere(platform, elsewhere)) {
    return isNative(platform, engine) ? "native" : "emulated";
  }
  const node = nodeOf(platform, nodes);
  return node === undefined ? "on another machine" : `on node ${quote(cut(node, longestName))}`;
}

function slowestSteps(platforms: readonly string[], progress: Progress): readonly string[] {
  const rows = platforms.flatMap((platform) =>
    slowest(stepsFor(progress, platform).steps, mostSteps).map(({ name, seconds }) => [
      platform,
      codeCell(stepName(name, longestName)),
      formatSeconds(seconds),
    ]),
  );
  if (rows.length === 0) return [];
  return ["### Slowest steps", "", ...table(["Platform", "Step", "Took:"], rows), ""];
}

function emulationAdvice({ step, platform, nativeSeconds }: EmulatedStep): string {
  const native =
    nativeSeconds === undefined ? "" : `, and ${formatSeconds(nativeSeconds)} natively`;
  return [
    `**Emulation cost most in ${platform}:** ${codeCell(stepName(step.name, longestName))} took`,
    `${formatSeconds(step.seconds)} there${native}. To avoid it, cross-compile in a stage`,
    "`FROM --platform=$BUILDPLATFORM`, give the builder a native node with `append`, or build on a",
    "native runner.",
  ].join(" ");
}
