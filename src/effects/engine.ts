// Asks the Docker engine what it is, and finds out where it runs.
import { release } from "node:os";
import * as v from "valibot";
import { CommandError } from "../domain/errors.ts";
import type { Engine } from "../plan/facts.ts";
import type { EngineDoors } from "./engine-api.ts";
import type { Shell } from "./shell.ts";

export type DockerClient = {
  /** What DOCKER_HOST names. */
  readonly host: string | undefined;
  /** The context in use. */
  readonly context: string;
};

/** @throws CommandError where no engine answers */
export async function probeEngine(
  endpoint: string,
  { shell, engine: ask }: EngineDoors,
): Promise<Engine> {
  const told = v.safeParse(serverVersion, (await ask("/version"))?.json);
  const { Version, Os, Arch, KernelVersion } = told.success ? told.output : await askDocker(shell);
  const here = /^(?:unix|npipe):/.test(endpoint) && KernelVersion === release();
  const engine = { version: Version, os: Os, architecture: Arch };
  return here ? engine : { ...engine, elsewhere: endpoint };
}

async function askDocker(shell: Shell): Promise<v.InferOutput<typeof serverVersion>> {
  const command = ["docker", "version", "--format", "{{json .Server}}"];
  const { stdout } = await shell.capture("asking the Docker engine for its version", command);
  return v.parse(serverVersion, JSON.parse(stdout));
}

const serverVersion = v.object({
  Version: v.string(),
  Os: v.string(),
  Arch: v.string(),
  KernelVersion: v.optional(v.string()),
});

const usual = "unix:///var/run/docker.sock";

/** The engine's address. Which setting counts: cli/command/cli.go of docker/cli, resolveContextName. */
export async function endpointOf(shell: Shell, { host, context }: DockerClient): Promise<string> {
  if (host !== undefined) return host;
  if (context === "default") return usual;
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
