// Looks at the machine and changes nothing.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { BuildxInputs } from "../inputs/buildx-inputs.ts";
import type { BuildxFacts } from "../plan/buildx.ts";
import type { Host } from "../plan/buildx-asset.ts";
import type { UserConfig } from "../plan/docker-config.ts";
import type { Engine, Handler, KnownBuilders, Machine } from "../plan/facts.ts";
import { parseHandler } from "../plan/handler.ts";
import { isWritable } from "./docker-config.ts";
import { latestVersion } from "./download.ts";
import type { Shell } from "./shell.ts";

const binfmtMisc = "/proc/sys/fs/binfmt_misc";

/** What the runner's environment says of its user and its hardware. */
export type Runner = {
  readonly host: Host;
  readonly userConfig: Pick<UserConfig, "folder" | "buildx">;
};

/**
 * Looks for the engine, buildx and emulators, all that can be looked for without buildx.
 *
 * @throws CommandError where there is no engine that answers, UserError where there is no docker
 */
export async function probe(shell: Shell, inputs: BuildxInputs, runner: Runner): Promise<Machine> {
  const [engine, buildx, handlers, userConfig] = await Promise.all([
    probeEngine(shell),
    probeBuildx(shell, inputs, runner.host),
    probeHandlers(),
    probeUserConfig(runner.userConfig),
  ]);
  return { engine, buildx, handlers, userConfig };
}

async function probeUserConfig(user: Pick<UserConfig, "folder" | "buildx">): Promise<UserConfig> {
  const { folder = "/nonexistent" } = user;
  const [writable, takesPlugins] = await Promise.all([
    isWritable(user.buildx ?? folder),
    isWritable(join(folder, "cli-plugins")),
  ]);
  return { ...user, writable, takesPlugins };
}

const serverVersion = v.object({ Version: v.string(), Os: v.string(), Arch: v.string() });

async function probeEngine(shell: Shell): Promise<Engine> {
  const command = ["docker", "version", "--format", "{{json .Server}}"];
  const { stdout } = await shell.capture("asking the Docker engine for its version", command);
  const { Version, Os, Arch } = v.parse(serverVersion, JSON.parse(stdout));
  return { version: Version, os: Os, architecture: Arch };
}

async function probeBuildx(
  shell: Shell,
  { version, downloadUrl }: BuildxInputs,
  host: Host,
): Promise<BuildxFacts> {
  const [installed, latest] = await Promise.all([
    buildxVersion(shell, "looking for buildx").catch((error: unknown) => {
      // Docker's words for a plugin that is missing and for one that is broken are the same.
      if (error instanceof CommandError) return undefined;
      throw error;
    }),
    version.kind === "latest" ? latestVersion(downloadUrl) : undefined,
  ]);
  return { installed, latest, host };
}

/** `github.com/docker/buildx v0.29.1 a1b2c3` → `v0.29.1` */
export async function buildxVersion(shell: Shell, doing: string): Promise<string> {
  const { stdout } = await shell.capture(doing, ["docker", "buildx", "version"]);
  return stdout.trim().split(/\s+/)[1] ?? stdout.trim();
}

/** The handlers of this machine's kernel; undefined where binfmt_misc is not mounted. */
export async function probeHandlers(): Promise<readonly Handler[] | undefined> {
  try {
    const names = await readdir(binfmtMisc);
    const emulators = names.filter((name) => name.startsWith("qemu-"));
    if (!names.includes("register")) return undefined;
    return await Promise.all(
      emulators.map(async (name) =>
        parseHandler(name, await readFile(join(binfmtMisc, name), "utf8")),
      ),
    );
  } catch {
    return undefined;
  }
}

const builderLine = v.object({ Name: v.string(), Current: v.boolean() });

/** The builders that there are; undefined where the inputs name none. */
export async function probeBuilders(
  shell: Shell,
  { name, use }: BuilderInputs,
): Promise<KnownBuilders | undefined> {
  if (name === undefined && !use) return undefined;
  const command = ["docker", "buildx", "ls", "--format", "{{json .}}"];
  const { stdout } = await shell.capture("listing the builders", command);
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const builders = lines.map((line) => v.parse(builderLine, JSON.parse(line)));
  return {
    names: builders.map(({ Name }) => Name),
    current: builders.find(({ Current }) => Current)?.Name ?? "default",
  };
}
