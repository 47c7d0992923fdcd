// Gives each test process but the first an engine of its own.
import { startWorkers, stopWorkers } from "../../scripts/stack/worker.ts";
import { setup as startStack } from "./start-stack.ts";

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  await startWorkers();
  return stopWorkers;
}
