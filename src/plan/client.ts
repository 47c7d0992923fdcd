// How docker and buildx are made ready on this machine, before buildx can be asked anything.

import type { BuildInputs } from "../inputs/build-inputs.ts";
import { buildxNeedOf, everyRun } from "../inputs/buildx-needs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { needsContext } from "./builder.ts";
import { type BuildxPlan, planBuildx } from "./buildx.ts";
import { type DockerConfigPlan, planDockerConfig } from "./docker-config.ts";
import type { Machine, RunFacts } from "./facts.ts";

export type ClientPlan = {
  readonly buildx: BuildxPlan;
  /** The path of the buildx that is used; undefined where only docker knows it. */
  readonly program: string | undefined;
  readonly plugin: PluginPlan;
  readonly dockerConfig: DockerConfigPlan;
  /**
   * What commands that talk to registries need in their environment. buildx itself does when it
   * reads an image back, and when it puts the images of several nodes into one index. It reads a
   * builder's registry settings, but not its CAs: those lie in the builder's own container. Go takes
   * more of them from the folders of SSL_CERT_DIR.
   */
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

type Wanted = Pick<Inputs, "buildx" | "builder" | "login"> & {
  /** What is built; undefined where nothing is. */
  readonly build: BuildInputs | undefined;
};

/** @throws UserError where no buildx can be had for this machine */
export function planClient(
  { build, buildx: wanted, builder, login: { logins } }: Wanted,
  machine: Machine,
  run: Pick<RunFacts, "runId" | "files" | "certificateFolders">,
): ClientPlan {
  const { buildx: found, userConfig } = machine;
  const buildx = planBuildx(wanted, found, build === undefined ? everyRun : buildxNeedOf(build));
  const { folder, takesPlugins } = userConfig;
  const config = takesPlugins && folder !== undefined ? folder : run.files.dockerConfig;
  const plugins = `${config}/cli-plugins`;
  const context = builder.cleanup && needsContext(builder, machine);
  const needs = { logins, plugins: buildx.kind === "install", context };
  return {
    buildx,
    program: buildx.kind === "install" ? `${plugins}/${buildx.program}` : userConfig.buildxPlugin,
    plugin: { config, folder: plugins, halfWritten: `${plugins}/.docker-buildx-${run.runId}` },
    dockerConfig: planDockerConfig(userConfig, needs, run.files),
    environment: { SSL_CERT_DIR: `${run.files.authorities}:${run.certificateFolders}` },
  };
}
