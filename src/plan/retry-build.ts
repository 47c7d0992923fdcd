// The build command that is worth running after one that failed.

import type { Command } from "../domain/command.ts";
import type { BuildCommands, BuildPlan } from "./build-command.ts";
import type { RegistryAccess } from "./registry-access.ts";
import { type Failures, pauseBeforeNext, type Verdict } from "./retry-verdict.ts";

export type FailedBuild = Failures & {
  /** Whether all steps were done, so that the builder holds what came of them. */
  readonly stepsDone: boolean;
};

export type NextBuild = {
  readonly command: Command;
  /** In milliseconds. */
  readonly pause: number;
  /** What the log says of it. */
  readonly why: string;
};

const reasons: Readonly<Record<Exclude<Verdict, "lasting" | "artifacts">, string>> = {
  passing: "a registry or the network failed, as it may for a moment",
  limited: "a registry limits how often it is asked",
  refused: "a registry refused the credentials, as it may by mistake, so this is tried once",
  stalled: "BuildKit said nothing for as long as `timeout: push=…` allows while it pushed",
  lost: "BuildKit went away and is started again, which is tried once",
};

/** Undefined if the result would be the same, or the next try would begin too late. */
export function nextBuild(
  failed: FailedBuild,
  build: Pick<BuildPlan, "compatible" | keyof BuildCommands>,
  { bound, reboots }: Pick<RetryPlan, "bound" | "reboots">,
): NextBuild | undefined {
  const { stepsDone, verdicts } = failed;
  const [last = "lasting"] = verdicts.slice(-1);
  const { compatible } = build;
  const steppedDown = verdicts.filter((verdict) => verdict === "artifacts").length;
  const { command: anew, again } = steppedDown > 0 && compatible ? compatible : build;
  const command = stepsDone ? again : anew;
  if (last === "artifacts" && steppedDown === 1 && compatible !== undefined) {
    return { command, pause: 0, why: steppedDownText };
  }
  const pause = pauseBeforeNext(failed, bound);
  if (pause === undefined || last === "lasting" || last === "artifacts") return undefined;
  if (last === "lost" && !reboots) return undefined;
  const leaves = command.length < anew.length ? "; without `no-cache`, as all steps are done" : "";
  return { command, pause, why: `${reasons[last]}${leaves}` };
}

/** For the log, and for the warning of a run that had to. */
export const steppedDownText =
  "the registry refuses attestations that are OCI artifacts, so they are pushed in the older form";

/** How what fails for the moment is tried again. */
export type RetryPlan = {
  /** No try begins later than this after the first failure, in milliseconds. */
  readonly bound: number;
  /** How long BuildKit may say nothing while it pushes; undefined: for ever. */
  readonly silence: number | undefined;
  /** Whether buildx boots the builder again if it went away. */
  readonly reboots: boolean;
  /** Registries that speak plain HTTP. */
  readonly plainHosts: readonly string[];
  /** How to ask a registry how long to wait. */
  readonly access: RegistryAccess;
};
