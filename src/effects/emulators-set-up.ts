// Step 5, beside the builder: the emulators that the plan asks for.
import type { EmulationPlan } from "../plan/emulators-plan.ts";
import { installEmulators } from "./emulators-install.ts";
import { type PullPorts, provideImage } from "./tool-image-provide.ts";
import { transcript } from "./transcript.ts";

/** Installs the emulators, and tells it in the log. */
export async function setUpEmulators(plan: EmulationPlan, ports: PullPorts): Promise<void> {
  const { shell, github } = ports;
  if (plan.kind === "none") {
    github.info(`No emulator to install: ${plan.why}`);
    return;
  }
  const image = await provideImage(plan.image, ports);
  const installed = await installEmulators(shell, plan, image.reference);
  const names = plan.emulators === "all" ? "all" : plan.emulators.join(", ") || "none";
  await transcript(github, `Emulators installed: ${names}`, { ran: [installed] });
}
