// All that can be wrong with the inputs, found before anything is changed on the machine.

import { InputError } from "../domain/errors.ts";
import { chooseBakeSource } from "../effects/bake-source.ts";
import { checkEndpoints } from "../effects/builder-endpoints.ts";
import { checkCertificates, readGivenConfigs } from "../effects/check-paths.ts";
import { checkContext } from "../effects/context-check.ts";
import { checkSecrets } from "../effects/secret-check.ts";
import type { BuildkitdConfigFile, GivenConfig } from "../inputs/buildkitd-config.ts";
import { complaintOf } from "../inputs/complaint.ts";
import type { Complain } from "../inputs/fields.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { RawInputs } from "../inputs/raw-inputs.ts";
import { needlessInputs, readInputs } from "../inputs/read-inputs.ts";
import type { BuildContext } from "../plan/context-plan.ts";
import type { RunFacts } from "../plan/run-facts.ts";
import type { RunFiles } from "../plan/run-files-plan.ts";
import { type Mask, secretsOf, secretsOfTexts } from "../runner/secrets.ts";

export type CheckedInputs = {
  readonly inputs: Inputs;
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
  readonly context: BuildContext;
  /** Inputs that have no use here. */
  readonly needless: readonly string[];
};

/** What the runner's environment says. */
type RunnerSettings = Pick<RunFacts, "workflow" | "proxies" | "nodeCertificates"> & {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** `folder`: Docker's configuration. */
  readonly config: { readonly folder: string | undefined };
};

/**
 * @param mask takes every secret, before anything is said of the inputs
 * @throws InputError that tells every mistake, also those in files that the inputs name
 */
export async function checkInputs(
  raw: RawInputs,
  { files, mask }: { readonly files: RunFiles; readonly mask: Mask },
  around: RunnerSettings,
): Promise<CheckedInputs> {
  const { workflow, variables } = around;
  mask(secretsOfTexts(raw));
  const { inputs, problems, names } = await readInputs(raw);
  mask(secretsOf(inputs, around));
  const all = [...problems];
  const complain = (name: string, problem: string) => {
    all.push(complaintOf(name, problem));
  };
  const { bake } = inputs;
  const context =
    bake === undefined
      ? await checkContext(inputs.build, workflow.commit, complain)
      : await chooseBakeSource(bake, workflow.commit, complain);
  const { secrets, texts } = await checkSecrets(inputs.build.secrets, variables, complain);
  mask(texts);
  const given = await readGivenConfigs(inputs.builder.buildkitdConfigs, complain);
  const to = { inputs: inputs.network, folder: files.certificates };
  const buildkitdConfig = await configOf(given, to, complain);
  const { driver, nodes } = inputs.builder;
  await checkCertificates(buildkitdConfig, driver === "remote" ? nodes : [], complain);
  await checkEndpoints(inputs.builder, around.config.folder, complain);
  if (all.length > 0) throw new InputError(all);
  const build = { ...inputs.build, secrets };
  return {
    inputs: { ...inputs, build },
    buildkitdConfig,
    context,
    needless: needlessInputs(raw, names),
  };
}

// Most workflows have none, and no use for what reads TOML.
async function configOf(
  given: readonly GivenConfig[],
  to: { readonly inputs: Inputs["network"]; readonly folder: string },
  complain: Complain,
): Promise<BuildkitdConfigFile | undefined> {
  const { registries, mirrors, dns } = to.inputs;
  if ([given, registries, mirrors, dns].every(({ length }) => length === 0)) return undefined;
  const { composeBuildkitdConfig } = await import("../inputs/buildkitd-config.ts");
  return composeBuildkitdConfig(given, to, complain);
}
