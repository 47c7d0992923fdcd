// Gives each test process but the first an engine of its own.
import { answers } from "../../scripts/stack/engine.ts";
import { startWorkers, stopWorkers } from "../../scripts/stack/worker.ts";
import { workerHosts, workers } from "../../scripts/stack/worker-environment.ts";
import { setup as startStack } from "./start-stack.ts";

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  await startMissingWorkers();
  return stopWorkers;
}

/** Starts the workers' engines unless all are up: another project may be using them already. */
export async function startMissingWorkers(): Promise<void> {
  const up = await Promise.all(workerHosts().map(answers));
  if (up.length < workers.length || up.includes(false)) await startWorkers();
}
