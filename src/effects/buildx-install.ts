// Installs buildx as docker's plugin.
import { chmod, copyFile, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../domain/errors.ts";
import type { BuildxPlan } from "../plan/buildx-plan.ts";
import { versionIn } from "../plan/buildx-version.ts";
import type { PluginPlan } from "../plan/docker-client.ts";
import { askVersion, wordsOf } from "./buildx-probe.ts";
import { getProgram, type Install, type ProgramPorts } from "./buildx-program.ts";
import { removeFile } from "./run-files.ts";
import type { Shell } from "./shell.ts";

type Ports = ProgramPorts & { readonly shell: Shell };
type Places = {
  readonly plugins: readonly PluginPlan[];
  readonly folder: string;
};

/**
 * Installs buildx if the plan says so; a program that is there already is left alone.
 *
 * @param places `folder`: the run's own, for what is downloaded
 * @returns the program's path; undefined if only docker knows it
 * @throws UserError if it can't be had, or has other bytes; nothing of it has run then
 */
export async function installBuildx(
  buildx: BuildxPlan,
  { plugins, folder }: Places,
  ports: Ports,
): Promise<string | undefined> {
  const { github } = ports;
  if (buildx.kind === "use") {
    const { version, path, why, broken } = buildx;
    for (const problem of broken) {
      github.warning(`${problem}; the step takes ${path}. Docker itself stops at the first`);
    }
    await github.group(`buildx ${version} found`, async (print) => print(why));
    return path;
  }
  const { version, why } = buildx;
  github.info(`buildx v${version} is to be installed: ${why}`);
  const { path, from } = await getProgram(buildx, folder, ports);
  const place = await install(path, buildx, plugins, ports);
  await removeFile(join(folder, buildx.asset));
  await github.group(`buildx v${version} installed`, async (print) => {
    print(`From ${from}`);
    print(`As ${place}`);
  });
  return place;
}

/** Puts the program into the first folder from which it runs. */
async function install(
  program: string,
  { version, program: name }: Install,
  plugins: readonly PluginPlan[],
  { shell, github }: Ports,
): Promise<string> {
  const failures: string[] = [];
  for (const plugin of plugins) {
    const place = join(plugin.folder, name);
    const problem = await problemWith(program, place, { plugin, version, shell });
    if (problem === undefined) return place;
    failures.push(`as ${place}: ${problem}`);
    github.info(`buildx can't be installed as ${place}: ${problem}`);
  }
  throw new UserError(`buildx can't be installed, ${failures.join("; ")}`, {
    tryThis:
      "make room, and let the runner's user write and start programs in one of these folders (`mount` tells which are noexec), or name another in DOCKER_CONFIG",
  });
}

/** @returns why it can't be there or doesn't start there; undefined if it runs */
async function problemWith(
  program: string,
  place: string,
  { plugin, version, shell }: { plugin: PluginPlan; version: string; shell: Shell },
): Promise<string | undefined> {
  try {
    await putInPlace(program, place, plugin);
  } catch (error) {
    return String(error);
  }
  try {
    await checkVersion(version, shell.with({ buildx: place }));
    return undefined;
  } catch (error) {
    // It runs, and is something else than it says.
    if (error instanceof WrongProgram) throw error;
    await removeFile(place);
    return wordsOf(error);
  }
}

// Whoever runs docker meanwhile finds the former plugin or the new one, never a part of one.
async function putInPlace(program: string, place: string, plugin: PluginPlan): Promise<void> {
  try {
    await mkdir(plugin.folder, { recursive: true });
    await copyFile(program, plugin.halfWritten);
    await chmod(plugin.halfWritten, 0o755);
    await rename(plugin.halfWritten, place);
  } catch (error) {
    await removeFile(plugin.halfWritten);
    throw error;
  }
}

/** A program that runs, and is not what was to be installed. */
class WrongProgram extends UserError {}

async function checkVersion(wanted: string, shell: Shell): Promise<void> {
  const told = await askVersion(shell, "starting the buildx that was installed");
  const runs = "version" in told ? versionIn(told.version) : undefined;
  if ("version" in told && (runs === undefined || runs.compare(wanted) === 0)) return;
  const what = "version" in told ? `it calls itself ${told.version}` : `it ${told.problem}`;
  throw new WrongProgram(`buildx v${wanted} was installed, and ${what}`, {
    tryThis: "look whether the release is what it says, or name a mirror in `buildx-download-url`",
  });
}
