// What differs in the second place where tests run: scripts/stack/worker.ts makes it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackFolder } from "./stack-folder.ts";

/** Where the variables lie that the second place has. */
export const workerFile = join(stackFolder, "worker-config", "environment.json");

/** The variables for the second of vitest's processes; none for the first, or where there is one. */
export function workerEnvironment(): Readonly<Record<string, string>> {
  return process.env["VITEST_POOL_ID"] === "2" ? readWorker() : {};
}

/** The address of the second engine; none if it is not up. */
export function workerHost(): readonly string[] {
  const host = readWorker()["DOCKER_HOST"];
  return host === undefined ? [] : [host];
}

function readWorker(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(workerFile, "utf8"));
  } catch {
    return {};
  }
}
