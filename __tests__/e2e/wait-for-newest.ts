// Before a file of tests that build with the newest buildx and BuildKit: they have to be there.
import { setTimeout as sleep } from "node:timers/promises";
import { readNewest } from "../../scripts/stack/newest-environment.ts";

const bound = 15 * 60_000;

const start = performance.now();
while (readNewest() === undefined) {
  if (performance.now() - start > bound) throw new Error("they took longer than 15 minutes");
  await sleep(200);
}
