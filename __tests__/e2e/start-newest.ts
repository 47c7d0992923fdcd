// Begins to compile the newest buildx and BuildKit, while the tests of the stack's versions run.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { answers } from "../../scripts/stack/engine.ts";
import { newestFile } from "../../scripts/stack/newest-environment.ts";
import { startWorkers, stopWorkers } from "../../scripts/stack/worker.ts";
import { workerHosts, workers } from "../../scripts/stack/worker-environment.ts";
import { setup as startStack } from "./start-stack.ts";

const script = join(import.meta.dirname, "../../scripts/stack/newest.ts");

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  const up = await Promise.all(workerHosts().map(answers));
  if (up.length < workers.length || up.includes(false)) await startWorkers();
  rmSync(newestFile, { force: true });
  const child = spawn("nice", [process.execPath, script], { stdio: "inherit" });
  return async () => {
    child.kill();
    await stopWorkers();
  };
}
