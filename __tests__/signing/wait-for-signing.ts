// Before a file of tests of signatures: the programs that they run have to be there.
import { setTimeout as sleep } from "node:timers/promises";
import { readSigningPrograms } from "../../scripts/stack/signing-environment.ts";

const bound = 20 * 60_000;

const start = performance.now();
while (readSigningPrograms() === undefined) {
  if (performance.now() - start > bound) throw new Error("they took longer than 20 minutes");
  await sleep(200);
}
