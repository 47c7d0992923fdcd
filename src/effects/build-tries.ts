// Runs the build, again if that is worth it.

import { setTimeout } from "node:timers/promises";
import { formatDuration } from "../domain/duration.ts";
import { CommandError, TimeoutError } from "../domain/errors.ts";
import type { ErrorWords } from "../domain/trouble.ts";
import type { BuildPlan } from "../plan/build-command.ts";
import { limitedUrl } from "../plan/registry-manifest-url.ts";
import type { RetryPlan } from "../plan/retry-build.ts";
import { type NextBuild, nextBuild, steppedDownText } from "../plan/retry-build.ts";
import { judge, type Verdict } from "../plan/retry-verdict.ts";
import { failedInExport, lastWords } from "../result/build-failure.ts";
import type { Progress } from "../result/build-progress.ts";
import { type Attempt, type BuildPorts, buildOnce } from "./build-once.ts";
import { askRetryAfter } from "./registry-retry-after.ts";

/** What BuildKit's output says of the steps, and of what was pushed. */
export type BuildOutcome = Pick<Attempt, "progress" | "pushed">;

/** Builds, and exports as the plan says; BuildKit's output goes to the log as it comes. */
export async function runBuild(
  plan: BuildPlan,
  retry: RetryPlan,
  ports: Omit<BuildPorts, "print">,
): Promise<BuildOutcome> {
  const { github } = ports;
  const tries = await github.group(titleOf(plan), async (print) => {
    for (const note of plan.notes) print(note);
    return await buildPatiently(plan, retry, { ...ports, print });
  });
  for (const failure of tries.cacheFailures) github.warning(`The build did without: ${failure}`);
  if (tries.verdicts.includes("artifacts")) {
    github.warning(
      `${steppedDownText}; \`compat: no-oci-artifact\` or \`provenance: false\` does so at once`,
    );
  }
  return { progress: tries.progress, pushed: tries.pushed };
}

type Tries = Pick<Attempt, "progress" | "pushed" | "cacheFailures"> & {
  readonly verdicts: readonly Verdict[];
};

async function buildPatiently(
  plan: BuildPlan,
  retry: RetryPlan,
  ports: BuildPorts,
): Promise<Tries> {
  const verdicts: Verdict[] = [];
  let command = plan.command;
  let since: number | undefined;
  let steps: Progress["steps"] | undefined;
  for (;;) {
    const { error, stalled, progress, ...told } = await buildOnce(
      { ...plan, command },
      { failures: verdicts.length, silence: retry.silence },
      ports,
    );
    if (error === undefined) {
      // What an earlier try has done, this one has found in the cache.
      return {
        ...{ verdicts, ...told },
        progress: { ...progress, steps: steps ?? progress.steps },
      };
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
      if (waits.includes(verdict)) ports.print(endText(retryAfter, retry));
      if (verdict === "stalled") throw new TimeoutError("push", retry.silence ?? 0);
      throw retryAfter === undefined ? error : limitedUntil(error, retryAfter);
    }
    ports.print(nextText(next, verdicts.length + 1, retryAfter));
    await setTimeout(next.pause);
    command = next.command;
  }
}

function limitedUntil(error: CommandError, retryAfter: number): CommandError {
  return new CommandError(error.doing, { ...error, until: new Date(Date.now() + retryAfter) });
}

async function waitOf(
  verdict: Verdict,
  { text }: ErrorWords,
  { tags }: Pick<BuildPlan, "tags">,
  { plainHosts, access }: Pick<RetryPlan, "plainHosts" | "access">,
): Promise<number | undefined> {
  return verdict === "limited"
    ? await askRetryAfter(limitedUrl(text, tags, plainHosts), access)
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

const waits: readonly Verdict[] = ["passing", "limited", "stalled"];

function endText(retryAfter: number | undefined, { bound }: RetryPlan): string {
  const wait =
    retryAfter === undefined ? "" : `the registry wants ${formatDuration(retryAfter)}, and `;
  return `Not tried again: ${wait}\`retry-timeout\` is ${bound === 0 ? "0" : formatDuration(bound)}`;
}

function titleOf({ call, push }: BuildPlan): string {
  if (call !== undefined) return `The Dockerfile's ${call.method}`;
  return push ? "Build and push" : "Build";
}
