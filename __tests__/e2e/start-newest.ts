// Begins to compile the newest buildx and BuildKit, while the tests of the stack's versions run.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { newestFile } from "../../scripts/stack/newest-environment.ts";
import { stopWorkers } from "../../scripts/stack/worker.ts";
import { setup as startStack } from "./start-stack.ts";
import { startMissingWorkers } from "./start-workers.ts";

const script = join(import.meta.dirname, "../../scripts/stack/newest.ts");

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  await startMissingWorkers();
  rmSync(newestFile, { force: true });
  const child = spawn("nice", [process.execPath, script], { stdio: "inherit" });
  return async () => {
    child.kill();
    await stopWorkers();
  };
}
