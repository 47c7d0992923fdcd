// What the step takes to complain about an input, against a script that does nothing.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { job } from "../run-action.ts";

/** Milliseconds of each run. */
export type StartUp = { readonly step: readonly number[]; readonly empty: readonly number[] };

/** Runs both in turn. */
export async function measureStartUp(rounds: number): Promise<StartUp> {
  const folder = await mkdtemp(join(tmpdir(), "crossbuild-bench-"));
  const script = join(folder, "empty.cjs");
  await writeFile(script, "");
  await using place = await job({});
  const [step, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const main = await place.main({ platforms: "linux/arm46" });
    if (main.exitCode !== 1) throw new Error(main.log);
    const nothing = await milliseconds(script, place.environment);
    if (round === 0) continue;
    step.push(main.milliseconds);
    empty.push(nothing);
  }
  await rm(folder, { recursive: true });
  return { step, empty };
}

function milliseconds(script: string, env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [script], { env });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(performance.now() - start));
  });
}
