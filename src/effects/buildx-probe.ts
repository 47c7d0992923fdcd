// Finds out which buildx there is, and which is the latest.

import { CommandError } from "../domain/errors.ts";
import { messageOf } from "../domain/message-of.ts";
import type { BuildxInputs } from "../inputs/buildx-inputs.ts";
import type { Host } from "../plan/buildx-asset.ts";
import type { BuildxFacts } from "../plan/buildx-plan.ts";
import { toldVersion } from "../plan/buildx-version.ts";
import type { FoundPlugin } from "../plan/docker-config-plan.ts";
import type { Proxies } from "./http-client.ts";
import type { Shell } from "./shell.ts";

type BuildxSearch = {
  readonly host: Host;
  readonly plugins: readonly FoundPlugin[];
  readonly proxies: Proxies;
};

/** Which buildx there is, and if that was asked for, which is the latest. */
export async function probeBuildx(
  shell: Shell,
  { version, downloadUrl }: BuildxInputs,
  { host, plugins, proxies }: BuildxSearch,
): Promise<BuildxFacts> {
  const [found, latest] = await Promise.all([
    plugins.length === 0 ? askDocker(shell) : firstThatRuns(shell, plugins),
    version.kind === "latest" ? askLatest(downloadUrl, proxies) : undefined,
  ]);
  return { ...found, latest, host };
}

type FoundBuildx = Pick<BuildxFacts, "installed" | "path" | "broken">;

// Docker would stop at the first one, also if that is broken.
async function firstThatRuns(shell: Shell, plugins: readonly FoundPlugin[]): Promise<FoundBuildx> {
  const broken: string[] = [];
  for (const { path, problem } of plugins) {
    const told = problem === undefined ? await askPlugin(shell, path) : { problem };
    if ("version" in told) return { installed: told.version, path, broken };
    broken.push(`${path} ${told.problem}`);
  }
  return { installed: undefined, path: undefined, broken };
}

async function askPlugin(shell: Shell, path: string): Promise<VersionAnswer> {
  try {
    return await askVersion(shell.with({ buildx: path }), "looking for buildx");
  } catch (error) {
    return { problem: `does not run: ${wordsOf(error)}` };
  }
}

// If it has its plugins elsewhere. Without docker there is nothing to go on with.
async function askDocker(shell: Shell): Promise<FoundBuildx> {
  const none = { installed: undefined, path: undefined };
  try {
    const told = await askVersion(shell, "looking for buildx");
    return "version" in told
      ? { installed: told.version, path: undefined, broken: [] }
      : { ...none, broken: [`docker's buildx ${told.problem}`] };
  } catch (error) {
    if (error instanceof CommandError) return { ...none, broken: [] };
    throw error;
  }
}

type VersionAnswer = { readonly version: string } | { readonly problem: string };

/**
 * What a buildx calls itself, or what it prints in place of that.
 *
 * @throws CommandError if it fails, UserError if it can't be started
 */
export async function askVersion(shell: Shell, doing: string): Promise<VersionAnswer> {
  const { stdout } = await shell.capture(doing, ["docker", "buildx", "version"]);
  const version = toldVersion(stdout);
  if (version !== undefined) return { version };
  const [line = ""] = stdout.trim().split("\n");
  const printed = line === "" ? "nothing" : `\`${line.slice(0, longestLine)}\``;
  return { problem: `is no buildx: asked for its version, it printed ${printed}` };
}

const longestLine = 200;

/** Why a program did not run, in one line. */
export function wordsOf(error: unknown): string {
  if (error instanceof CommandError) {
    const line = error.stderr.trim().split("\n").at(-1) ?? "";
    const end = error.exitCode === null ? "a signal ended it" : `exit code ${error.exitCode}`;
    return line === "" ? end : `${end}, ${line.slice(0, longestLine)}`;
  }
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const text = messageOf(cause);
  return /\bspawn \S+ E[A-Z]+/.exec(text)?.[0] ?? text;
}

async function askLatest(downloadUrl: string, proxies: Proxies): Promise<string> {
  const [{ latestVersion }, { httpClient }] = await Promise.all([
    import("./buildx-download.ts"),
    import("./http-client.ts"),
  ]);
  return await latestVersion(downloadUrl, httpClient(proxies));
}
