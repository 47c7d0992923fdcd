// Runs a build command.

import type { Digest } from "../domain/digest.ts";
import { CommandError } from "../domain/errors.ts";
import type { BuildPlan } from "../plan/build-command.ts";
import { formatCommand } from "../report/command-text.ts";
import { withoutTargets } from "../result/bake-vertexes.ts";
import { isProgress, type Progress, progressOf, type TimedLine } from "../result/build-progress.ts";
import { pushedManifests } from "../result/build-pushed.ts";
import { cacheFailures } from "../result/cache-failures.ts";
import type { Timeline } from "../runner/timeline.ts";
import { watchPush } from "./build-watch-push.ts";
import type { Ports } from "./ports.ts";

export type BuildPorts = Ports & {
  readonly timeline: Timeline;
  /** Takes a line for the log. */
  readonly print: (line: string) => void;
};

export type Attempt = {
  readonly error: CommandError | undefined;
  /** Whether it was ended because BuildKit had said nothing for too long while it pushed. */
  readonly stalled: boolean;
  readonly progress: Progress;
  /** The digests that names were pushed with: `pushedManifests`. */
  readonly pushed: ReadonlyMap<string, Digest>;
  /** A text for each cache that could not be read or written, though the build did not fail. */
  readonly cacheFailures: readonly string[];
};

/** Runs the build command once; its output goes to the log as it comes. */
export async function buildOnce(
  plan: Pick<BuildPlan, "command" | "environment" | "call" | "targets" | "allTargets">,
  { failures, silence }: { readonly failures: number; readonly silence: number | undefined },
  { shell, github, timeline, print }: BuildPorts,
): Promise<Attempt> {
  const what = plan.call === undefined ? buildingText(plan.targets) : "reading the Dockerfile";
  const doing = failures === 0 ? what : `${what}, try ${failures + 1}`;
  const lines: TimedLine[] = [];
  print(commandText(plan));
  const watch = watchPush(silence);
  const ended = shell.stream(doing, plan.command, {
    environment: {
      ...plan.environment,
      // Provenance may quote the event's payload: https://github.com/docker/buildx/issues/4066
      BUILDX_METADATA_PROVENANCE: "false",
      BUILDX_METADATA_WARNINGS: "true",
    },
    write: github.write,
    signal: watch.signal,
    readError: (text) => {
      watch.hear(text);
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
  watch.end();
  const named = lines.map(({ text, at }) => ({ text: withoutTargets(text, plan.allTargets), at }));
  return {
    ...{ error, stalled: watch.signal.aborted },
    ...{ progress: progressOf(lines, plan.allTargets), cacheFailures: cacheFailures(named) },
    pushed: pushedManifests(named),
  };
}

function buildingText(targets: readonly string[]): string {
  return targets.length === 0 ? "building the image" : `baking ${targets.join(", ")}`;
}

function commandText({ command, environment }: Pick<BuildPlan, "command" | "environment">): string {
  const { SOURCE_DATE_EPOCH: epoch } = environment;
  const text = formatCommand(command);
  return epoch === undefined ? text : `SOURCE_DATE_EPOCH=${epoch} ${text}`;
}
