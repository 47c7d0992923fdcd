// Gives the second of two test processes an engine of its own.
import { startWorker, stopWorker } from "../../scripts/stack/worker.ts";
import { setup as startStack } from "./start-stack.ts";

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  await startWorker();
  return stopWorker;
}
