// Begins to compile the newest buildx and BuildKit, while the tests of the stack's versions run.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { answers } from "../../scripts/stack/engine.ts";
import { newestFile } from "../../scripts/stack/newest-environment.ts";
import { startWorker, stopWorker } from "../../scripts/stack/worker.ts";
import { workerHost } from "../../scripts/stack/worker-environment.ts";
import { setup as startStack } from "./start-stack.ts";

const script = join(import.meta.dirname, "../../scripts/stack/newest.ts");

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  const [host] = workerHost();
  if (host === undefined || !(await answers(host))) await startWorker();
  rmSync(newestFile, { force: true });
  const child = spawn("nice", [process.execPath, script], { stdio: "inherit" });
  return async () => {
    child.kill();
    await stopWorker();
  };
}
