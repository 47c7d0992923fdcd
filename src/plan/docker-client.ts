// Where docker's configuration lies, and buildx is put if it has to be installed.

import type { BuilderInputs } from "../inputs/builder-inputs.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { needsContext } from "./builder-context.ts";
import { type DockerConfigPlan, planDockerConfig } from "./docker-config-plan.ts";
import type { Machine } from "./machine.ts";
import type { RunFacts } from "./run-facts.ts";

export type ClientPlan = {
  /** Where buildx is put if it has to be installed; each further one is for where that fails. */
  readonly plugins: readonly PluginPlan[];
  readonly dockerConfig: DockerConfigPlan;
  /**
   * What commands that talk to registries need in their environment. buildx itself does when it
   * reads an image back, and when it puts the images of several nodes into one index. It reads a
   * builder's registry settings, but not its CAs: those lie in the builder's own container. Go takes
   * more of them from the folders of SSL_CERT_DIR.
   */
  readonly environment: Readonly<Record<string, string>>;
};

export type PluginPlan = {
  readonly folder: string;
  /** In the same folder; no plugin to docker, and the run's own, while it is written. */
  readonly halfWritten: string;
};

type ClientInputs = Pick<Inputs, "login"> & {
  /** Undefined if nothing is built. */
  readonly builder?: BuilderInputs | undefined;
};

export function planClient(
  { builder, login: { logins } }: ClientInputs,
  machine: Pick<Machine, "userConfig" | "engineTls">,
  run: Pick<RunFacts, "runId" | "files" | "certificateFolders">,
): ClientPlan {
  const { userConfig } = machine;
  const { folder, takesPlugins } = userConfig;
  const theirs = takesPlugins && folder !== undefined ? [folder] : [];
  const plugins = [...theirs, run.files.dockerConfig].map((config) => `${config}/cli-plugins`);
  const context = builder?.cleanup === true && needsContext(builder, machine);
  return {
    plugins: plugins.map((place) => ({
      folder: place,
      halfWritten: `${place}/.docker-buildx-${run.runId}`,
    })),
    dockerConfig: planDockerConfig(userConfig, { logins, context }, run.files),
    environment: { SSL_CERT_DIR: `${run.files.authorities}:${run.certificateFolders}` },
  };
}
