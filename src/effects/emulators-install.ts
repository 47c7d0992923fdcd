// Registers emulators for foreign CPUs, and makes sure that they run.
import type { Command } from "../domain/command.ts";
import { CommandError, explained, type UserError } from "../domain/errors.ts";
import { architectureOf, handlerName } from "../plan/emulators-handler.ts";
import {
  type InstallPlan,
  installCommand,
  lacking,
  uninstallCommand,
} from "../plan/emulators-plan.ts";
import { type BinfmtStatus, parseBinfmtStatus } from "../plan/emulators-status.ts";
import { formatCommand } from "../report/command-text.ts";
import {
  type Emulator,
  type EmulatorTrouble,
  emulatorFailure,
} from "../report/emulators-failure.ts";
import { tryEmulator } from "./emulators-try.ts";
import { probeHandlers } from "./probe.ts";
import type { Output, Shell } from "./shell.ts";
import { together } from "./together.ts";

type Installed = { readonly command: Command; readonly output: Output };

/**
 * Runs the binfmt image. It exits with 0 when it fails, so that each emulator has to have run a
 * program: one of binfmt's, or one of ours.
 *
 * @param image as the engine has it
 * @throws UserError that names each emulator that does not run, with binfmt's and the kernel's words
 */
export async function installEmulators(
  shell: Shell,
  plan: InstallPlan,
  image: string,
): Promise<Installed> {
  const command = installCommand(plan, image);
  const output = await runBinfmt(shell, plan, command);
  const status = parseBinfmtStatus(output.stdout);
  const fail = async (trouble: EmulatorTrouble): Promise<never> => {
    throw await failure(shell, plan, { trouble, said: output.stderr });
  };
  if (status === undefined) return await fail({ kind: "no-list" });
  const unproven = wanted(plan, status).filter((name) => !status.runs.includes(name));
  const unregistered = unproven.filter((name) => !status.handlers.includes(handlerName(name)));
  if (unregistered.length > 0) {
    const emulators = unregistered.map((architecture) => ({ architecture }));
    return await fail({ kind: "unregistered", emulators });
  }
  const broken = await brokenOf(plan, unproven);
  if (broken.length > 0) {
    const removal = removeNew(shell, broken, { image, said: output.stderr });
    await together([removal, fail({ kind: "broken", emulators: broken })]);
  }
  return { command, output };
}

function wanted({ emulators }: InstallPlan, status: BinfmtStatus): readonly string[] {
  if (emulators !== "all") return emulators;
  return status.handlers.map(architectureOf).filter((name) => name !== undefined);
}

async function runBinfmt(shell: Shell, plan: InstallPlan, command: Command): Promise<Output> {
  try {
    return await shell.capture("installing emulators for foreign CPUs", command);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const words = error.stderr.trim() || error.message;
    const said = `${words}\nThe command was: ${formatCommand(command)}`;
    throw await failure(shell, plan, { trouble: { kind: "no-container" }, said });
  }
}

// binfmt tries its own programs in a container, and does not tell how they end. Where the engine's
// kernel is this machine's, a program here hears it.
async function brokenOf({ engine }: InstallPlan, names: readonly string[]) {
  if (engine.kind === "elsewhere") return names.map((architecture): Emulator => ({ architecture }));
  const outOfContainers = lacking(names, (await probeHandlers()) ?? []);
  const broken: Emulator[] = [];
  for (const architecture of names) {
    const trial = await tryEmulator(architecture, engine.folder);
    if (trial.kind === "ran" && !outOfContainers.includes(architecture)) continue;
    broken.push({ architecture, words: trial.kind === "failed" ? trial.words : undefined });
  }
  return broken;
}

// A broken emulator that stays registered would be taken for a sound one by the next run.
async function removeNew(
  shell: Shell,
  broken: readonly Emulator[],
  { image, said }: { readonly image: string; readonly said: string },
): Promise<void> {
  const names = broken.map(({ architecture }) => architecture);
  const ours = names.filter((name) => said.includes(`installing: ${name} OK`));
  if (ours.length === 0) return;
  await shell.capture("removing emulators that do not run", uninstallCommand(ours, image));
}

type Trouble = { readonly trouble: EmulatorTrouble; readonly said: string };

async function failure(
  shell: Shell,
  { engine }: InstallPlan,
  { trouble, said }: Trouble,
): Promise<UserError> {
  const elsewhere = engine.kind === "elsewhere" ? engine.endpoint : undefined;
  const rootless = await isRootless(shell);
  return explained(emulatorFailure(trouble, { rootless, elsewhere }, said));
}

// https://docs.docker.com/engine/security/rootless/
async function isRootless(shell: Shell): Promise<boolean> {
  const command = ["docker", "info", "--format", "{{json .SecurityOptions}}"];
  const { stdout } = await shell
    .capture("asking the engine for its privileges", command)
    .catch(() => ({ stdout: "" }));
  return stdout.includes("name=rootless");
}
