// Looks at the machine and changes nothing.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, UserError } from "../domain/errors.ts";
import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { EmulationInputs } from "../inputs/emulation-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Facts, Handler } from "../plan/facts.ts";
import { parseHandler } from "../plan/handler.ts";
import { type NamedConfig, probeUserConfig } from "./docker-config.ts";
import { probeEngine } from "./engine.ts";
import { type NamedTls, probeEngineTls } from "./engine-tls.ts";
import { probeBuilders } from "./probe-builders.ts";
import type { Shell } from "./shell.ts";

const binfmtMisc = "/proc/sys/fs/binfmt_misc";

/** What the environment names: where the user's configuration lies, and how to reach the engine. */
export type Named = {
  readonly config: NamedConfig;
  /** What DOCKER_HOST names. */
  readonly host: string | undefined;
  readonly engineTls: NamedTls | undefined;
};

/**
 * Looks for the engine, buildx, emulators and, where the inputs name a builder, builders.
 *
 * @throws UserError where there is no engine that answers, or no buildx
 */
export async function probe(
  shell: Shell,
  { builder, emulation }: Pick<Inputs, "builder" | "emulation">,
  named: Named,
): Promise<Facts> {
  const userConfig = await probeUserConfig(named.config);
  const client = { host: named.host, context: userConfig.context };
  const [engine, buildxVersion, handlers, engineTls] = await Promise.all([
    needsEngine(builder, emulation) ? probeEngine(shell, client) : undefined,
    probeBuildx(shell),
    probeHandlers(),
    probeEngineTls(named.engineTls),
  ]);
  // Without a lock file of its own buildx lists nothing.
  const needsBuilders = (builder.name !== undefined || builder.use) && userConfig.writable;
  const builders = needsBuilders ? await probeBuilders(shell) : undefined;
  return {
    ...{ engine, buildxVersion, builders, userConfig, engineTls },
    // The list of another kernel says nothing about the engine's.
    handlers: engine?.elsewhere === undefined ? handlers : undefined,
  };
}

// A remote BuildKit does without one, as long as no emulator is asked for by name.
function needsEngine({ driver }: BuilderInputs, { qemu }: EmulationInputs): boolean {
  const elsewhere = driver === "remote" || driver === "kubernetes";
  return !elsewhere || qemu.kind === "all" || qemu.kind === "list";
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
