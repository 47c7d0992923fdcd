// Makes the machine ready to build: emulators and the builder, side by side.
import type { GitHub } from "../github.ts";
import type { Command, EmulationPlan, Plan } from "../plan/plan.ts";
import { formatCommand } from "../report/command-line.ts";
import { bootBuilder, useBuilder } from "./builder.ts";
import { installEmulators } from "./emulators.ts";
import { provideBuildkitImage, provideImage } from "./provide-image.ts";
import type { Output, Shell } from "./shell.ts";
import { together } from "./together.ts";

export type Doors = { readonly shell: Shell; readonly github: GitHub };

/** Carries out what the plan says of emulators and the builder, and tells it in the log. */
export async function setUp({ emulation, builder }: Plan, doors: Doors): Promise<void> {
  const { shell, github } = doors;
  await together([setUpEmulators(emulation, doors), bootWithTranscript()]);
  if (builder.use) await useBuilder(shell, builder.name);

  async function bootWithTranscript(): Promise<void> {
    const ready = await provideBuildkitImage(builder, doors);
    const output = await bootBuilder(shell, ready);
    if (ready.kind === "existing" || output === undefined) {
      github.info(`Builder ${builder.name} exists and is used as it is`);
      return;
    }
    await transcript(github, `Builder ${builder.name} booted`, {
      command: ready.command,
      output,
    });
  }
}

async function setUpEmulators(plan: EmulationPlan, doors: Doors): Promise<void> {
  const { shell, github } = doors;
  if (plan.kind === "none") {
    github.info(`No emulator to install: ${plan.why}`);
    return;
  }
  const image = await provideImage(plan.image, doors);
  const installed = await installEmulators(shell, plan, image.reference);
  const names = plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none";
  await transcript(github, `Emulators installed: ${names}`, installed);
}

async function transcript(
  github: GitHub,
  title: string,
  { command, output }: { readonly command: Command; readonly output: Output },
): Promise<void> {
  await github.group(title, async (print) => {
    print(formatCommand(command));
    for (const text of [output.stderr, output.stdout]) {
      if (text.trim() !== "") print(text.trimEnd());
    }
  });
}
