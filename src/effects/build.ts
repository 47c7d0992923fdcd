// Runs the build, again where that is worth it.
import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { TimeoutError } from "../domain/errors.ts";
import { limitedUrl } from "../plan/manifest-url.ts";
import { type NextBuild, nextBuild, steppedDownText } from "../plan/next-build.ts";
import type { BuildPlan, RetryPlan } from "../plan/plan.ts";
import { judge, type Verdict } from "../plan/retry.ts";
import { failedInExport, lastWords } from "../result/build-failure.ts";
import type { Progress } from "../result/progress.ts";
import { type BuildDoors, buildOnce } from "./build-once.ts";
import { askRetryAfter } from "./retry-after.ts";

/**
 * Builds, and exports as the plan says; BuildKit's output goes to the log as it comes.
 *
 * @returns what that output says of the steps
 */
export async function runBuild(
  plan: BuildPlan,
  retry: RetryPlan,
  doors: Omit<BuildDoors, "print">,
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
  doors: BuildDoors,
): Promise<Tries> {
  const verdicts: Verdict[] = [];
  let command = plan.command;
  let since: number | undefined;
  let steps: Progress["steps"] | undefined;
  for (;;) {
    const { error, stalled, progress } = await buildOnce(
      { ...plan, command },
      { failures: verdicts.length, silence: retry.silence },
      doors,
    );
    if (error === undefined) {
      // What an earlier try has done, this one has found in the cache.
      return { verdicts, progress: { ...progress, steps: steps ?? progress.steps } };
    }
    since ??= performance.now();
    const stepsDone = steps !== undefined || stalled || failedInExport(error.stderr);
    if (stepsDone) steps ??= progress.steps;
    const words = lastWords(error.stderr);
    const verdict = stalled ? "stalled" : error.exitCode === null ? "lasting" : judge(words);
    verdicts.push(verdict);
    const retryAfter = await waitOf(verdict, words, plan, retry);
    const failed = { verdicts, stepsDone, elapsed: performance.now() - since, retryAfter };
    const next = nextBuild(failed, plan, retry);
    if (next === undefined) {
      doors.print(endText(verdict, retryAfter, retry));
      throw verdict === "stalled" ? new TimeoutError("push", retry.silence ?? 0) : error;
    }
    doors.print(nextText(next, verdicts.length + 1, retryAfter));
    await setTimeout(next.pause);
    command = next.command;
  }
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
  if (!["passing", "limited", "stalled"].includes(verdict)) {
    return "Not tried again: it would fail again";
  }
  const wait =
    retryAfter === undefined ? "" : `the registry wants ${formatDuration(retryAfter)}, and `;
  return `Not tried again: ${wait}\`retry-timeout\` is ${bound === 0 ? "0" : formatDuration(bound)}`;
}

function titleOf({ call, push }: BuildPlan): string {
  if (call !== undefined) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
