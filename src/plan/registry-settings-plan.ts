// How registries are asked without a builder that knows their settings.

import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { RegistryAccess } from "./registry-access.ts";
import type { RunFiles } from "./run-files-plan.ts";

type Settings = {
  readonly config: BuildkitdConfigFile | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly access: RegistryAccess;
};

/**
 * The engine and a remote builder have no registry settings for buildx's own requests: a builder
 * that never boots has them in their place. Its file is written as it is, as `docker buildx create`
 * wants an engine that answers: store/nodegroup.go of docker/buildx.
 *
 * @param builder the one that is there, and whether it holds the settings
 */
export function planReadBack(
  builder: { readonly name: string; readonly holds: boolean },
  { config, environment, access }: Settings,
  files: Pick<RunFiles, "registrySettings">,
): ReadBackPlan {
  const { name, holds } = builder;
  if (holds || config === undefined) {
    return { builder: name, environment, file: undefined, access };
  }
  const carrier = "registries";
  const node = {
    Name: `${carrier}0`,
    Endpoint: "default",
    Files: { "buildkitd.toml": Buffer.from(config.text).toString("base64") },
  };
  return {
    builder: carrier,
    environment: { ...environment, BUILDX_CONFIG: files.registrySettings },
    file: {
      path: `${files.registrySettings}/instances/${carrier}`,
      text: JSON.stringify({ Name: carrier, Driver: "docker-container", Nodes: [node] }),
    },
    access,
  };
}

export type ReadBackPlan = {
  readonly builder: string;
  /** What the commands that read back need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The builder's file, if the builder itself can't hold the registries' settings. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
  /** How registries are asked for what they hold. */
  readonly access: RegistryAccess;
};
