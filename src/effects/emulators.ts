// Registers emulators for foreign CPUs, and makes sure that they are there.
import * as v from "valibot";
import { UserError } from "../domain/errors.ts";
import { handlerName, lacking } from "../plan/emulation.ts";
import type { EmulationPlan } from "../plan/plan.ts";
import { probeHandlers } from "./probe.ts";
import type { Output, Shell } from "./shell.ts";

/**
 * Runs the binfmt image. It exits with 0 when it fails, so what the kernel then lists decides.
 *
 * @throws UserError that names each emulator that is not registered, with binfmt's own words
 */
export async function installEmulators(
  shell: Shell,
  plan: Extract<EmulationPlan, { kind: "install" }>,
): Promise<Output> {
  const output = await shell.capture("installing emulators for foreign CPUs", plan.command);
  const handlers = await probeHandlers();
  const missing =
    handlers === undefined
      ? notListed(plan.architectures, output.stdout)
      : lacking(plan.architectures, handlers);
  if (missing.length > 0) throw notRegistered(missing, output);
  return output;
}

// The status that binfmt prints last: cmd/binfmt/main.go of tonistiigi/binfmt.
const status = v.object({ emulators: v.nullish(v.array(v.string())) });

function notListed(architectures: readonly string[], stdout: string): readonly string[] {
  const json = /\{[\s\S]*\}\s*$/.exec(stdout)?.[0];
  const read = json === undefined ? undefined : v.safeParse(status, parsedJson(json));
  const listed = read?.success ? (read.output.emulators ?? []) : [];
  return architectures.filter((architecture) => !listed.includes(handlerName(architecture)));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notRegistered(missing: readonly string[], { stdout, stderr }: Output): UserError {
  const names = missing.map((architecture) => `${architecture} (${handlerName(architecture)})`);
  const words = stderr.trim();
  const said = words === "" ? "binfmt gave no reason" : `binfmt said: ${words}`;
  const remedy =
    stdout.trim() === ""
      ? "the kernel offers no binfmt_misc: load it on the machine of the engine (`modprobe binfmt_misc`), or build on nodes of these architectures with `qemu: off`"
      : "check that `binfmt-image` has these emulators, or name others in `qemu`";
  return new UserError(
    `no emulator registered for ${names.join(", ")}. ${said}. What to try: ${remedy}`,
  );
}
