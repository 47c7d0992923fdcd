// What a builder is planned from, beside its own inputs.
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { RegistryInputs } from "../inputs/registry-inputs.ts";
import type { DockerConfigPlan } from "./docker-config-plan.ts";
import type { Facts } from "./machine.ts";
import type { RunFacts } from "./run-facts.ts";

export type BuilderSources = {
  readonly facts: Pick<
    Facts,
    "builders" | "endpoint" | "engine" | "engineTls" | "images" | "userConfig" | "others"
  >;
  readonly run: Pick<
    RunFacts,
    "runId" | "files" | "owner" | "machine" | "proxies" | "nodeCertificates"
  >;
  readonly config: BuildkitdConfigFile | undefined;
  readonly network: RegistryInputs;
  /** The entitlements that the daemon grants to builds that ask for them: `network.host`. */
  readonly entitlements: readonly string[];
  readonly dockerConfig: DockerConfigPlan;
};
