// Asks the Docker engine what it is, and finds out where it runs.
import { readFile } from "node:fs/promises";
import { release } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import type { ClientSettings, Engine } from "../plan/facts.ts";
import type { Shell } from "./shell.ts";

export type DockerClient = {
  readonly settings: ClientSettings;
  /** Where its configuration lies; undefined where there is no home. */
  readonly folder: string | undefined;
};

/** @throws CommandError where no engine answers */
export async function probeEngine(shell: Shell, client: DockerClient): Promise<Engine> {
  const command = ["docker", "version", "--format", "{{json .Server}}"];
  const [{ stdout }, endpoint] = await Promise.all([
    shell.capture("asking the Docker engine for its version", command),
    endpointOf(shell, client),
  ]);
  const { Version, Os, Arch, KernelVersion } = v.parse(serverVersion, JSON.parse(stdout));
  const here = /^(?:unix|npipe):/.test(endpoint) && KernelVersion === release();
  const engine = { version: Version, os: Os, architecture: Arch };
  return here ? engine : { ...engine, elsewhere: endpoint };
}

const serverVersion = v.object({
  Version: v.string(),
  Os: v.string(),
  Arch: v.string(),
  KernelVersion: v.optional(v.string()),
});

const usual = "unix:///var/run/docker.sock";

// Which of them counts: cli/command/cli.go of docker/cli, resolveContextName.
async function endpointOf(shell: Shell, { settings, folder }: DockerClient): Promise<string> {
  if (settings.host) return settings.host;
  const context = settings.context || (await currentContext(folder));
  if (context === undefined || context === "default") return usual;
  const format = ["--format", "{{.Endpoints.docker.Host}}"];
  const command = ["docker", "context", "inspect", ...format, context];
  try {
    return (await shell.capture("looking for the engine's address", command)).stdout.trim();
  } catch (error) {
    // The same context makes the other command fail, whose words are about the engine.
    if (error instanceof CommandError) return usual;
    throw error;
  }
}

const config = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ currentContext: v.optional(v.string()) }),
);

async function currentContext(folder: string | undefined): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  const text = await readFile(join(folder, "config.json"), "utf8").catch(() => "");
  const read = v.safeParse(config, text);
  return read.success ? read.output.currentContext || undefined : undefined;
}
