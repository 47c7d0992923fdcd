// Watches BuildKit boot: buildx goes on waiting even if its container ends again and again.

import { setTimeout } from "node:timers/promises";
import * as v from "valibot";
import { CommandError, explained } from "../domain/errors.ts";
import type { BootSetting } from "../plan/builder-parts.ts";
import { type BootEnd, bootFailure } from "../report/builder-boot-failure.ts";
import { inspectContainer } from "./builder-marks.ts";
import type { EnginePorts } from "./engine-api.ts";
import type { Shell } from "./shell.ts";

/** A boot that goes well takes less, on most machines. */
const patienceMilliseconds = 2500;
const lookMilliseconds = 500;
/** One that fails for the moment is started again by the engine. */
const mostRestarts = 2;
const mostLooks = 5;

type Boot = {
  /** Undefined if it is not in this client's engine. */
  readonly container: string | undefined;
  readonly settings: readonly BootSetting[];
};

/**
 * Does the work that boots BuildKit; if it does not boot, ends that, and says why.
 *
 * @param work its shell ends with the boot
 * @throws UserError with BuildKit's last words
 */
export async function watchBoot<T>(
  ports: EnginePorts,
  { container, settings }: Boot,
  work: (shell: Shell) => Promise<T>,
): Promise<T> {
  if (container === undefined) return await work(ports.shell);
  const failed = new AbortController();
  const over = new AbortController();
  const start = performance.now();
  const booting = work(ports.shell.with({ signal: failed.signal }));
  const watching = watch(container, ports, over.signal).then((end) => {
    if (end !== undefined) failed.abort();
    return end;
  });
  try {
    return await booting;
  } catch (error) {
    over.abort();
    const end = (await watching) ?? (await endOf(container, ports, error));
    if (end === undefined) throw error;
    const explanation = bootFailure(end, settings, performance.now() - start);
    throw explained(explanation, error);
  } finally {
    over.abort();
  }
}

/** @returns how it ended, if it does not boot */
async function watch(
  container: string,
  ports: EnginePorts,
  signal: AbortSignal,
): Promise<BootEnd | undefined> {
  const pause = (milliseconds: number) =>
    setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => {});
  await pause(patienceMilliseconds);
  while (!signal.aborted) {
    const state = await stateOf(container, ports);
    if (state !== undefined && (hasRestarted(state, mostRestarts) || isOver(state))) {
      return await describe(container, state, ports);
    }
    await pause(lookMilliseconds);
  }
  return undefined;
}

// buildx gives up after a quarter of a minute.
async function endOf(
  container: string,
  ports: EnginePorts,
  error: unknown,
): Promise<BootEnd | undefined> {
  if (!(error instanceof CommandError)) return undefined;
  for (let look = 1; look <= mostLooks; look++) {
    const state = await stateOf(container, ports);
    if (state === undefined) return undefined;
    if (isOver(state) || hasRestarted(state, 1)) return await describe(container, state, ports);
    if (state.RestartCount === 0) return undefined;
    // It runs just now, for a moment.
    await setTimeout(lookMilliseconds);
  }
  return undefined;
}

// https://docs.docker.com/reference/api/engine/: ContainerInspect
const inspected = v.object({
  RestartCount: v.optional(v.number(), 0),
  State: v.object({
    Status: v.string(),
    Restarting: v.optional(v.boolean(), false),
    ExitCode: v.optional(v.number(), 0),
    OOMKilled: v.optional(v.boolean(), false),
  }),
});
type State = v.InferOutput<typeof inspected>;

async function stateOf(container: string, ports: EnginePorts): Promise<State | undefined> {
  const told = v.safeParse(inspected, await inspectContainer(container, ports).catch(() => {}));
  return told.success ? told.output : undefined;
}

// A container that is there already may have been started again long ago, and run well since.
function hasRestarted({ RestartCount, State }: State, times: number): boolean {
  return RestartCount >= times && State.Restarting;
}

// One that is not to be started again.
function isOver({ State: { Status } }: State): boolean {
  return Status === "exited" || Status === "dead";
}

async function describe(
  container: string,
  { RestartCount: restarts, State }: State,
  { shell }: EnginePorts,
): Promise<BootEnd> {
  const command = ["docker", "logs", "--tail", "400", container];
  const { stderr: log } = await shell
    .capture("reading why BuildKit does not boot", command)
    .catch(() => ({ stderr: "" }));
  return { exitCode: State.ExitCode, isOutOfMemory: State.OOMKilled, restarts, log };
}
