// What differs in the further places where tests run: scripts/stack/worker.ts makes them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stackFolder } from "./stack-folder.ts";

/** The numbers that vitest gives to the processes which have an engine of their own. */
export const workers = ["2", "3"] as const;
export type Worker = (typeof workers)[number];

/** Where a worker's settings are, and the file with its variables. */
export function workerFiles(worker: string): { readonly folder: string; readonly file: string } {
  const folder = join(stackFolder, `worker-${worker}-config`);
  return { folder, file: join(folder, "environment.json") };
}

/** The variables of this process if it is a worker; none for the first process. */
export function workerEnvironment(): Readonly<Record<string, string>> {
  return readWorker(process.env["VITEST_POOL_ID"] ?? "1");
}

/** The addresses of the workers' engines that are up. */
export function workerHosts(): readonly string[] {
  return workers.flatMap((worker) => readWorker(worker)["DOCKER_HOST"] ?? []);
}

function readWorker(worker: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(workerFiles(worker).file, "utf8"));
  } catch {
    return {};
  }
}
