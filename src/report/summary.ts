// The job's summary, in Markdown.
import type { Phase } from "../domain/phase.ts";
import { formatPlatform } from "../domain/platform.ts";
import { formatReference } from "../domain/reference.ts";
import type { BuildProof } from "../plan/proof-plan.ts";
import {
  costliestEmulation,
  type EmulatedStep,
  slowest,
  stepsFor,
} from "../result/build-platform-steps.ts";
import type { Progress } from "../result/build-progress.ts";
import type { Result } from "../result/result.ts";
import { formatCommand } from "./command-text.ts";
import { codeCell, formatSeconds, stepName, table } from "./markdown.ts";
import { imageReferences } from "./outputs.ts";
import { ganttOf } from "./summary-gantt.ts";
import { type Places, placeOf, platformTable, type Row } from "./summary-platforms.ts";

/** What is known of the build, beside what came out. */
export type Built = {
  readonly places: Places;
  /** The platforms asked for, of each target if there are several. */
  readonly asked: readonly Pick<BuildProof, "target" | "platforms">[];
  readonly progress: Progress;
  readonly phases: readonly Phase[];
};

// Together they keep the summary far below the 1 MiB that the runner takes.
const mostNames = 50;
const mostPlatforms = 50;
const mostTargets = 20;
const mostSteps = 3;
const longestName = 80;

/**
 * Names, a row for each platform, the slowest steps, a timeline; what is not known is left out. Each
 * target of a bake has all of that.
 */
export function summaryOf(result: Result, built: Built): string {
  const { targets, signing } = result;
  if (targets.length < 2) {
    return ["## Container image", "", ...imageLines(result, built, signing)].join("\n");
  }
  const shown = targets.slice(0, mostTargets);
  return [
    "## Container images",
    "",
    ...signingLines(signing),
    ...shown.flatMap((target, index) => [
      `### ${codeCell(target)}`,
      "",
      ...imageLines(resultOf(result, target), partOf(built, target, index === 0), undefined),
    ]),
    ...leftOut(targets.length - shown.length, "targets"),
  ].join("\n");
}

function resultOf(result: Result, target: string): Result {
  return { ...result, images: result.images.filter((image) => image.target === target) };
}

// Set-up and verification are of all targets, and shown with the first.
function partOf({ progress, phases, asked, ...built }: Built, target: string, isFirst: boolean) {
  const isOwn = (one: { readonly target?: string | undefined }) => one.target === target;
  return {
    ...built,
    asked: asked.filter(isOwn),
    progress: { steps: progress.steps.filter(isOwn), exports: progress.exports.filter(isOwn) },
    phases: isFirst ? phases : [],
  };
}

function imageLines(result: Result, built: Built, signing: Result["signing"]): readonly string[] {
  const { places, progress, phases } = built;
  const all = platformRows(result, built);
  const rows = all.slice(0, mostPlatforms);
  const platforms = rows.map(({ platform }) => formatPlatform(platform));
  const placeByName = new Map(
    rows.map(({ platform }) => [formatPlatform(platform), placeOf(platform, places)]),
  );
  const note = (name: string) => {
    const place = placeByName.get(name);
    return place === "native" ? undefined : place;
  };
  const emulation = costliestEmulation(progress, platforms, (name) => note(name) === "emulated");
  const gantt = ganttOf({ phases, progress, platforms, note });
  return [
    ...namesOf(result),
    ...(rows.length === 0 ? [] : [...platformTable(rows, { progress, places }), ""]),
    ...leftOut(all.length - rows.length, "platforms"),
    ...signingLines(signing),
    ...(emulation === undefined ? [] : [emulationAdvice(emulation), ""]),
    ...slowestSteps(platforms, progress, headingOf(result, "The slowest steps of each platform")),
    ...(gantt.length === 0 ? [] : [headingOf(result, "Timeline"), "", ...gantt, ""]),
  ];
}

function headingOf({ targets }: Result, text: string): string {
  return `${targets.length < 2 ? "###" : "####"} ${text}`;
}

function namesOf({ images }: Result): readonly string[] {
  const pushed = images.filter(({ repositories }) => repositories.length > 0);
  if (pushed.length === 0) {
    const [first] = images;
    const built = first === undefined ? "Built, but not exported." : `Built: \`${first.digest}\`.`;
    return [`${built} Nothing was pushed.`, ""];
  }
  const names = pushed.flatMap((image) => [
    ...image.tags.map(formatReference),
    ...imageReferences(image),
  ]);
  return [
    // GitHub puts a button to copy on such a block.
    "```text",
    ...names.slice(0, mostNames),
    "```",
    "",
    ...leftOut(names.length - mostNames, "names"),
    ...(pushed.length === 1
      ? []
      : [`The table shows the first of ${pushed.length} different images.`, ""]),
  ];
}

function signingLines(signing: Result["signing"]): readonly string[] {
  if (signing === undefined) return [];
  const { signatures, attestations, pages, verifyCommands } = signing;
  const counts = [
    ...(signatures.size === 0 ? [] : [`${signatures.size} signed`]),
    ...(attestations.size === 0 ? [] : [`provenance of ${attestations.size} attested`]),
  ];
  const [page] = pages;
  return [
    `**Index and manifests:** ${counts.join(", ")}.${page === undefined ? "" : ` [GitHub's page](${page})`}`,
    "",
    ...(verifyCommands.length === 0
      ? []
      : ["```sh", ...verifyCommands.slice(0, mostNames).map(formatCommand), "```", ""]),
    ...leftOut(verifyCommands.length - mostNames, "commands"),
  ];
}

function leftOut(count: number, what: string): readonly string[] {
  return count > 0 ? [`${count} more ${what} are not shown.`, ""] : [];
}

function platformRows({ images }: Result, { asked }: Built): readonly Row[] {
  const image = images[0]?.image;
  return image === undefined
    ? asked.flatMap(({ platforms }) =>
        platforms.map((platform) => ({ platform, manifest: undefined })),
      )
    : image.manifests.map((manifest) => ({ platform: manifest.platform, manifest }));
}

function slowestSteps(
  platforms: readonly string[],
  progress: Progress,
  heading: string,
): readonly string[] {
  const rows = platforms.flatMap((platform) =>
    slowest(stepsFor(progress, platform).steps, mostSteps).map(({ name, seconds }) => [
      platform,
      codeCell(stepName(name, longestName)),
      formatSeconds(seconds),
    ]),
  );
  if (rows.length === 0) return [];
  return [heading, "", ...table(["Platform", "Step", "Took:"], rows), ""];
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
