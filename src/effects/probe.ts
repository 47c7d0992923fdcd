// Looks at the machine and changes nothing.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "../domain/errors.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { EmulationInputs } from "../inputs/emulators-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Host } from "../plan/buildx-asset.ts";
import type { UserConfig } from "../plan/docker-config-plan.ts";
import type { Handler } from "../plan/emulators-handler.ts";
import { parseHandler } from "../plan/emulators-handler.ts";
import type { Engine } from "../plan/engine.ts";
import { loadsIndex } from "../plan/engine-load.ts";
import type { Machine } from "../plan/machine.ts";
import { buildkitCandidates } from "../plan/tool-image-buildkit.ts";
import { candidatesFor } from "../plan/tool-image-candidates.ts";
import type { EngineAddress } from "../report/engine-remedy.ts";
import type { NamedConfig } from "./docker-config-folder.ts";
import { type EnginePorts, engineApi } from "./engine-api.ts";
import { endpointOf, keepsIndexes, probeEngine, usualEndpoint } from "./engine-probe.ts";
import { type NamedTls, probeEngineTls } from "./engine-tls.ts";
import type { Shell } from "./shell.ts";
import { probeImages } from "./tool-image-local.ts";

const binfmtMisc = "/proc/sys/fs/binfmt_misc";

/** What the environment names: where the user's configuration lies, and how to reach the engine. */
export type EnvironmentFacts = {
  readonly config: NamedConfig;
  /** What DOCKER_HOST names. */
  readonly engineHost: string | undefined;
  readonly engineTls: NamedTls | undefined;
  /** The runner's hardware. */
  readonly host: Host;
};

type Probed = Pick<Inputs, "builder" | "emulation" | "network"> & {
  readonly build: Pick<Inputs["build"], "load" | "outputs" | "platforms" | "call" | "attestations">;
};

/**
 * Looks for the engine and emulators, and for all else that can be found out without buildx.
 *
 * @throws CommandError if there is no engine that answers, UserError if there is no docker
 */
export async function probe(
  shell: Shell,
  inputs: Probed,
  { user: userConfig, ...named }: EnvironmentFacts & { readonly user: UserConfig },
): Promise<Machine> {
  const { build, builder, emulation } = inputs;
  const client = { host: named.engineHost, context: userConfig.context };
  const found = await endpointOf(shell, client);
  const chosenBy = named.config.context === undefined ? "config.json" : "DOCKER_CONTEXT";
  const address: EngineAddress = { ...client, chosenBy, endpoint: found };
  const endpoint = found ?? usualEndpoint;
  // Nothing is asked of an engine that the context does not name.
  const ports = { shell, engine: engineApi(found ?? "") };
  const [handlers, engineTls] = await Promise.all([
    probeHandlers(),
    probeEngineTls(named.engineTls),
  ]);
  const [engine, images, keeps] = await Promise.all([
    needsEngine(builder, emulation) ? askEngine(address, ports, builder) : undefined,
    probeImages(imagesFor(inputs), ports),
    (mayBeEngine(builder) || loadsIndex(build)) && keepsIndexes(ports),
  ]);
  return {
    ...{ engine, endpoint, images, userConfig, engineTls, keepsIndexes: keeps },
    // The list of another kernel says nothing about the engine's.
    handlers: engine?.elsewhere === undefined ? handlers : undefined,
  };
}

// A remote BuildKit does without one, as long as no emulator is asked for by name.
function needsEngine({ driver }: BuilderInputs, { qemu }: EmulationInputs): boolean {
  const elsewhere = driver === "remote" || driver === "kubernetes";
  return !elsewhere || qemu.kind === "all" || qemu.kind === "list";
}

// Whether the engine itself builds, as far as the inputs tell.
function mayBeEngine({ driver, existing }: BuilderInputs): boolean {
  return driver === "docker" || existing !== undefined;
}

// The images that may be needed beside the run's own.
function imagesFor({ builder, emulation, network }: Probed): readonly string[] {
  const [first] = builder.nodes;
  const runsHere = builder.existing === undefined && builder.driver === "docker-container";
  const buildkit = runsHere && first ? buildkitCandidates(first.driverOpts, network) : [];
  const names = emulation.qemu.kind === "off" ? [] : emulation.images;
  const binfmt = names.flatMap((name) => candidatesFor(name, network));
  return [...buildkit, ...binfmt].map(({ reference }) => reference);
}

// A builder that is there already may be anywhere.
async function askEngine(
  address: EngineAddress,
  ports: EnginePorts,
  { existing }: BuilderInputs,
): Promise<Engine | undefined> {
  try {
    return await probeEngine(address, ports);
  } catch (error) {
    if (existing !== undefined && error instanceof CommandError) return undefined;
    throw error;
  }
}

/** The handlers of this machine's kernel; undefined if binfmt_misc is not mounted. */
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
