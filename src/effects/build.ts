// Runs the build, again where that is worth it.
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { CommandError } from "../domain/errors.ts";
import { limitedUrl } from "../plan/manifest-url.ts";
import { type NextBuild, nextBuild, steppedDownText } from "../plan/next-build.ts";
import type { BuildPlan, RetryPlan } from "../plan/plan.ts";
import { judge, type Verdict } from "../plan/retry.ts";
import { formatCommand } from "../report/command-line.ts";
import { failedInExport, lastWords } from "../result/build-failure.ts";
import { isProgress, type Progress, progressOf, type TimedLine } from "../result/progress.ts";
import type { Timeline } from "../timeline.ts";
import { askRetryAfter } from "./retry-after.ts";
import type { Doors } from "./set-up.ts";

type BuildDoors = Doors & { readonly timeline: Timeline };

/**
 * Builds, and exports as the plan says; BuildKit's output goes to the log as it comes.
 *
 * @returns what that output says of the steps
 */
export async function runBuild(
  plan: BuildPlan,
  retry: RetryPlan,
  doors: BuildDoors,
): Promise<Progress> {
  const { github } = doors;
  const tries = await github.group(titleOf(plan), async (print) => {
    for (const note of plan.notes) print(note);
    return await buildPatiently(plan, retry, { ...doors, print });
  });
  if (tries.verdicts.includes("artifacts")) {
    github.warning(
      `${steppedDownText}; \`compat: no-oci-artifact\` or \`provenance: false\` does so at once`,
    );
  }
  return tries.progress;
}

type Tries = { readonly verdicts: readonly Verdict[]; readonly progress: Progress };

async function buildPatiently(
  plan: BuildPlan,
  retry: RetryPlan,
  doors: BuildDoors & { readonly print: (line: string) => void },
): Promise<Tries> {
  const verdicts: Verdict[] = [];
  let command = plan.command;
  let since: number | undefined;
  let steps: Progress["steps"] | undefined;
  for (;;) {
    const { error, progress } = await buildOnce({ ...plan, command }, verdicts.length, doors);
    // Another try finds in the cache what this one has done.
    if (error === undefined)
      return { verdicts, progress: { ...progress, steps: steps ?? progress.steps } };
    since ??= performance.now();
    const stepsDone = steps !== undefined || failedInExport(error.stderr);
    if (stepsDone) steps ??= progress.steps;
    const words = lastWords(error.stderr);
    const verdict = error.exitCode === null ? "lasting" : judge(words);
    verdicts.push(verdict);
    const retryAfter = await waitOf(verdict, words, plan, retry);
    const failed = { verdicts, stepsDone, elapsed: performance.now() - since, retryAfter };
    const next = nextBuild(failed, plan, retry);
    if (next === undefined) {
      doors.print(endText(verdict, retryAfter, retry));
      throw error;
    }
    doors.print(nextText(next, verdicts.length + 1, retryAfter));
    await setTimeout(next.pause);
    command = next.command;
  }
}

async function buildOnce(
  plan: Pick<BuildPlan, "command" | "environment" | "call">,
  failures: number,
  { shell, github, timeline, print }: BuildDoors & { readonly print: (line: string) => void },
): Promise<{ readonly error: CommandError | undefined; readonly progress: Progress }> {
  const what = plan.call === undefined ? "building the image" : "reading the Dockerfile";
  const doing = failures === 0 ? what : `${what}, try ${failures + 1}`;
  const lines: TimedLine[] = [];
  print(commandText(plan));
  const ended = shell.stream(doing, plan.command, {
    environment: {
      ...plan.environment,
      // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
      BUILDX_METADATA_PROVENANCE: "false",
      BUILDX_METADATA_WARNINGS: "true",
    },
    write: github.write,
    readError: (text) => {
      if (isProgress(text)) lines.push({ text, at: timeline.now() });
    },
  });
  const error = await ended.then(
    () => undefined,
    (reason: unknown) => {
      if (reason instanceof CommandError) return reason;
      throw reason;
    },
  );
  return { error, progress: progressOf(lines) };
}

async function waitOf(
  verdict: Verdict,
  words: string,
  { tags }: Pick<BuildPlan, "tags">,
  { plainHosts }: Pick<RetryPlan, "plainHosts">,
): Promise<number | undefined> {
  return verdict === "limited"
    ? await askRetryAfter(limitedUrl(words, tags, plainHosts))
    : undefined;
}

function commandText({ command, environment }: Pick<BuildPlan, "command" | "environment">): string {
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  const text = formatCommand(command);
  return epoch === undefined ? text : `SOURCE_DATE_EPOCH=${epoch} ${text}`;
}

function nextText(
  { pause, why }: NextBuild,
  number: number,
  retryAfter: number | undefined,
): string {
  const asked = retryAfter === undefined ? "" : ", as the registry asks";
  const when = pause === 0 ? "now" : `in ${formatDuration(pause)}${asked}`;
  return `Try ${number} ${when}: ${why}`;
}

function endText(verdict: Verdict, retryAfter: number | undefined, { bound }: RetryPlan): string {
  if (verdict !== "passing" && verdict !== "limited") return "Not tried again: it would fail again";
  const wait =
    retryAfter === undefined ? "" : `the registry wants ${formatDuration(retryAfter)}, and `;
  return `Not tried again: ${wait}\`retry-timeout\` is ${bound === 0 ? "0" : formatDuration(bound)}`;
}

function titleOf({ call, push }: BuildPlan): string {
  if (call !== undefined) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
