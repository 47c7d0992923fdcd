// Begins to compile cosign and a private Sigstore's services, while other tests run.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { signingFile } from "../../scripts/stack/signing-environment.ts";
import { stopWorkers } from "../../scripts/stack/worker.ts";
import { setup as startStack } from "../e2e/start-stack.ts";
import { startMissingWorkers } from "../e2e/start-workers.ts";

const script = join(import.meta.dirname, "../../scripts/stack/signing.ts");

export async function setup(): Promise<() => Promise<void>> {
  startStack();
  await startMissingWorkers();
  rmSync(signingFile, { force: true });
  // The last to be needed: the newest buildx and BuildKit are compiled before.
  const command = ["-n", "19", process.execPath, script];
  const child = spawn("nice", command, { stdio: "inherit" });
  return async () => {
    child.kill();
    await stopWorkers();
  };
}
