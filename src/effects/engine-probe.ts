// Asks the Docker engine what it is, and finds out where it runs.

import { release } from "node:os";
import * as v from "valibot";
import { CommandError, UserError } from "../domain/errors.ts";
import type { Engine } from "../plan/engine.ts";
import { type EngineAddress, engineRemedy } from "../report/engine-remedy.ts";
import type { EngineApi, EnginePorts } from "./engine-api.ts";
import type { Shell } from "./shell.ts";

/** @throws CommandError if no engine answers, UserError if something else does */
export async function probeEngine(
  address: EngineAddress,
  { shell, engine: ask }: { readonly shell: Shell; readonly engine: EngineApi },
): Promise<Engine> {
  const { endpoint } = address;
  const told = v.safeParse(serverVersion, (await ask("/version"))?.json);
  const server = told.success ? told.output : await askDocker(address, shell);
  const { Version, Os, Arch, KernelVersion } = server;
  const isLocal = endpoint !== undefined && /^(?:unix|npipe):/.test(endpoint);
  const here = isLocal && KernelVersion === release();
  const engine = { version: Version, os: Os, architecture: Arch };
  return here ? engine : { ...engine, elsewhere: endpoint };
}

const serverVersion = v.object({
  Version: v.string(),
  Os: v.string(),
  Arch: v.string(),
  KernelVersion: v.optional(v.string()),
});

async function askDocker(
  address: EngineAddress,
  shell: Shell,
): Promise<v.InferOutput<typeof serverVersion>> {
  const command = ["docker", "version", "--format", "{{json .Server}}"];
  const doing = "asking the Docker engine for its version";
  const { stdout } = await shell.capture(doing, command).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(doing, { ...error, tryThis: engineRemedy(address, error.stderr) });
  });
  const told = v.safeParse(serverVersion, jsonOf(stdout));
  if (told.success) return told.output;
  throw await otherProgram(stdout, shell);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longest = 200;

// As with Podman's `docker`, which has no server to tell of.
async function otherProgram(printed: string, shell: Shell): Promise<UserError> {
  const own = await shell
    .capture("asking docker what it is", ["docker", "--version"])
    .catch(() => undefined);
  const what = quoted(own?.stdout ?? "");
  const isPodman = /\bpodman\b/i.test(what);
  const tryThis = isPodman
    ? "it is Podman under docker's name, and this step needs Docker: take `podman-docker` off the runner, and install Docker's command and engine"
    : "look what `docker` on PATH is, and install Docker's own command and engine";
  return new UserError(
    `\`docker version --format '{{json .Server}}'\` reported no engine: it printed ${quoted(printed)}, and \`docker --version\` ${what}`,
    { tryThis },
  );
}

function quoted(printed: string): string {
  const [line = ""] = printed.trim().split("\n");
  return line === "" ? "nothing" : `\`${line.slice(0, longest)}\``;
}

type DockerClient = {
  /** What DOCKER_HOST names. */
  readonly host: string | undefined;
  /** The context in use. */
  readonly context: string;
};

/** The address of the default context's engine. */
export const usualEndpoint = "unix:///var/run/docker.sock";

/**
 * The engine's address; undefined if the context is not there. Which setting counts:
 * cli/command/cli.go of docker/cli, resolveContextName.
 */
export async function endpointOf(
  shell: Shell,
  { host, context }: DockerClient,
): Promise<string | undefined> {
  if (host !== undefined) return host;
  if (context === "default") return usualEndpoint;
  const format = ["--format", "{{.Endpoints.docker.Host}}"];
  const command = ["docker", "context", "inspect", ...format, context];
  try {
    return (await shell.capture("looking for the engine's address", command)).stdout.trim();
  } catch (error) {
    // The same context makes the other command fail, whose words are about the engine.
    if (error instanceof CommandError) return undefined;
    throw error;
  }
}

const containerdStore = '"io.containerd.snapshotter.v1"';

/**
 * Whether the engine keeps indexes, so that one image can have several platforms: containerd's store
 * does. An engine that does not answer keeps none.
 */
export async function keepsIndexes({ shell, engine }: EnginePorts): Promise<boolean> {
  const told = await engine("/info");
  if (told?.status === 200) return JSON.stringify(told.json).includes(containerdStore);
  const command = ["docker", "info", "--format", "{{json .DriverStatus}}"];
  try {
    const { stdout } = await shell.capture("asking the engine for its image store", command);
    return stdout.includes(containerdStore);
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}
