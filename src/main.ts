// The main step: what is asked for is carried out, once all of it is right.
import { ask } from "./ask.ts";
import { runFiles } from "./effects/run-files.ts";
import type { Run } from "./step/run.ts";

export async function main(run: Run): Promise<void> {
  const files = runFiles(run.folder);
  const asked = await ask(run, files);
  // Where an input is wrong, the rest need not be loaded.
  const { look } = await import("./look.ts");
  const found = await look(run, asked.inputs);
  // The time that buildx takes to tell its version is there to load what comes after.
  const { carryOut } = await import("./carry-out.ts");
  await carryOut(run, files, { ...asked, ...found });
}
