// Makes and selects the builder.

import { writeFile } from "node:fs/promises";
import type { Command } from "../domain/command.ts";
import { CommandError } from "../domain/errors.ts";
import type { ContextPlan } from "../plan/builder-context.ts";
import type { CreatePlan } from "../plan/builder-new.ts";
import { createRemedy } from "../report/builder-remedy.ts";
import { addDriverOpts } from "./builder-file.ts";
import type { Output, Shell } from "./shell.ts";

/** A command that has run, and what it printed. */
export type Ran = { readonly command: Command; readonly output: Output };

/** Creates the builder, node by node, and boots it if the plan says so. */
export async function createBuilder(shell: Shell, plan: CreatePlan): Promise<readonly Ran[]> {
  const { context, boot } = plan;
  for (const { path, text } of plan.files) await writeFile(path, text, { mode: 0o600 });
  const ran: Ran[] = [];
  const run = async (doing: string, command: Command) => {
    const output = await shell.capture(doing, command).catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      const tryThis = createRemedy(plan.driverOpts, error.stderr);
      throw tryThis === undefined ? error : new CommandError(doing, { ...error, tryThis });
    });
    ran.push({ command, output });
  };
  if (context !== undefined) ran.push(await createContext(shell, context));
  const doing = boot === undefined ? "creating and booting the builder" : "creating the builder";
  for (const command of plan.create) await run(doing, command);
  if (plan.secretOptions !== undefined) {
    await addDriverOpts(plan.secretOptions.file, plan.secretOptions.ofNodes);
  }
  if (boot !== undefined) {
    const { stderr } = await shell.capture("booting the builder", boot);
    // The rest is a long description, with the passwords that are among the driver's options.
    ran.push({ command: boot, output: { stderr, stdout: "" } });
  }
  return ran;
}

/** Tells Docker of the engine behind TLS. */
export async function createContext(shell: Shell, { create: command }: ContextPlan): Promise<Ran> {
  return {
    command,
    output: await shell.capture("telling Docker of the engine behind TLS", command),
  };
}
