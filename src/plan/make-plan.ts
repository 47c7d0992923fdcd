// From what was asked and what was found to what will be done.
import type { BuildkitdConfigFile } from "../inputs/buildkitd-config.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { planBuild } from "./build.ts";
import { planBuilder } from "./builder.ts";
import type { ClientPlan } from "./client.ts";
import { isElsewhere, platformsElsewhere } from "./elsewhere.ts";
import { planEmulation } from "./emulation.ts";
import type { Facts, RunFacts } from "./facts.ts";
import { checkNodes, planLeg } from "./leg.ts";
import type { Plan } from "./plan.ts";
import { planReadBack } from "./registry-settings.ts";

/** @throws UserError where the builder can't do what was asked for */
export function makePlan({ inputs, config, client }: Asked, facts: Facts, run: RunFacts): Plan {
  const { network } = inputs;
  const { dockerConfig, environment } = client;
  const existing = facts.builders?.all.find(({ name }) => name === inputs.builder.name);
  const driver = existing?.driver ?? inputs.builder.driver;
  checkNodes(inputs.build, (existing ?? inputs.builder).nodes.length);
  const elsewhere = platformsElsewhere(inputs.builder, existing);
  const builder = planBuilder(inputs.builder, { facts, run, config, network, dockerConfig });
  return {
    emulation: planEmulation(
      inputs.emulation,
      inputs.build.platforms.filter((platform) => !isElsewhere(platform, elsewhere)),
      { facts, network, folder: run.files.folder },
    ),
    elsewhere,
    builder,
    build: planBuild(planLeg(inputs.build, run.workflowRun), {
      builder: builder.name,
      files: run.files,
      environment: config === undefined ? {} : environment,
      // A remote builder has no registry settings, so that each export has to say it.
      insecure: driver === "remote" ? (config?.insecureHosts ?? []) : [],
      byDigest: inputs.build.leg === "true",
    }),
    readBack: planReadBack(
      { name: builder.name, holds: driver !== "remote" && driver !== "docker" },
      { config, environment },
      run.files,
    ),
  };
}

type Asked = {
  readonly inputs: Inputs;
  /** BuildKit's configuration; undefined where there is none. */
  readonly config: BuildkitdConfigFile | undefined;
  readonly client: ClientPlan;
};
