// Looks at the machine and changes nothing.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { CommandError, UserError } from "../domain/errors.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { UserConfig } from "../plan/docker-config.ts";
import type { ClientSettings, Facts, Handler, KnownBuilders } from "../plan/facts.ts";
import { parseHandler } from "../plan/handler.ts";
import { isWritable } from "./docker-config.ts";
import { probeEngine } from "./engine.ts";
import type { Shell } from "./shell.ts";

const binfmtMisc = "/proc/sys/fs/binfmt_misc";

/** How Docker's client is set up. */
type Client = {
  readonly userConfig: Pick<UserConfig, "folder" | "buildx">;
  readonly client: ClientSettings;
};

/**
 * Looks for the engine, buildx, emulators and, where the inputs name a builder, builders.
 *
 * @throws UserError where there is no engine that answers, or no buildx
 */
export async function probe(
  shell: Shell,
  inputs: BuilderInputs,
  { userConfig: user, client }: Client,
): Promise<Facts> {
  const needsBuilders = inputs.name !== undefined || inputs.use;
  const [engine, buildxVersion, handlers, writable] = await Promise.all([
    probeEngine(shell, { settings: client, folder: user.folder }),
    probeBuildx(shell),
    probeHandlers(),
    isWritable(user.buildx ?? user.folder ?? "/nonexistent"),
  ]);
  const builders = needsBuilders ? await probeBuilders(shell) : undefined;
  const userConfig = { ...user, writable };
  return {
    ...{ engine, buildxVersion, builders, userConfig },
    // The list of another kernel says nothing about the engine's.
    handlers: engine.elsewhere === undefined ? handlers : undefined,
  };
}

/** `github.com/docker/buildx v0.29.1 a1b2c3` → `v0.29.1` */
async function probeBuildx(shell: Shell): Promise<string> {
  try {
    const { stdout } = await shell.capture("looking for buildx", ["docker", "buildx", "version"]);
    return stdout.trim().split(/\s+/)[1] ?? stdout.trim();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new UserError(
      "docker buildx is not installed on this runner; install the `docker-buildx-plugin` package, or put docker/setup-buildx-action before this step",
      { cause: error },
    );
  }
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

async function probeBuilders(shell: Shell): Promise<KnownBuilders> {
  const command = ["docker", "buildx", "ls", "--format", "{{json .}}"];
  const { stdout } = await shell.capture("listing the builders", command);
  const lines = stdout.split("\n").filter((line) => line.trim() !== "");
  const builders = lines.map((line) => v.parse(builderLine, JSON.parse(line)));
  return {
    names: builders.map(({ Name }) => Name),
    current: builders.find(({ Current }) => Current)?.Name ?? "default",
  };
}
