// How docker and buildx are made ready on this machine, before buildx can be asked anything.
import type { Inputs } from "../inputs/inputs.ts";
import { type BuildxPlan, planBuildx } from "./buildx.ts";
import { type DockerConfigPlan, planDockerConfig } from "./docker-config.ts";
import type { Machine, RunFacts } from "./facts.ts";

export type ClientPlan = {
  readonly buildx: BuildxPlan;
  readonly plugin: PluginPlan;
  readonly dockerConfig: DockerConfigPlan;
  /** What commands that talk to registries need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
};

/** Where buildx is installed, if it has to be. */
export type PluginPlan = {
  /** Docker's configuration folder that it becomes a plugin of. */
  readonly config: string;
  readonly folder: string;
  /** In the same folder; no plugin to docker, and the run's own, while it is written. */
  readonly halfWritten: string;
};

/** @throws UserError where no buildx can be had for this machine */
export function planClient(
  { buildx: wanted, login: { logins } }: Inputs,
  { buildx: found, userConfig }: Machine,
  run: Pick<RunFacts, "runId" | "files" | "certificateFolders">,
): ClientPlan {
  const buildx = planBuildx(wanted, found);
  const { folder, takesPlugins } = userConfig;
  const config = takesPlugins && folder !== undefined ? folder : run.files.dockerConfig;
  const plugins = `${config}/cli-plugins`;
  const toWrite = { logins, plugins: buildx.kind === "install" };
  return {
    buildx,
    plugin: { config, folder: plugins, halfWritten: `${plugins}/.docker-buildx-${run.runId}` },
    dockerConfig: planDockerConfig(toWrite, userConfig, run.files),
    environment: clientEnvironment(run),
  };
}

// buildx reads a builder's registry settings, but not its CAs: those lie in the builder's own
// container. Go takes more of them from the folders of SSL_CERT_DIR.
export function clientEnvironment({
  files,
  certificateFolders,
}: Pick<RunFacts, "files" | "certificateFolders">) {
  return { SSL_CERT_DIR: `${files.authorities}:${certificateFolders}` };
}
