// All that can be wrong with the inputs, found before anything is changed on the machine.
import { InputError } from "./domain/errors.ts";
import { checkContext } from "./effects/check-contexts.ts";
import { checkCertificates, readGivenConfigs } from "./effects/check-paths.ts";
import { checkSecrets } from "./effects/check-secrets.ts";
import { type BuildkitdConfigFile, composeBuildkitdConfig } from "./inputs/buildkitd-config.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import { readInputs } from "./inputs/read-inputs.ts";
import type { BuildContext } from "./plan/context.ts";
import type { RunFacts, RunFiles } from "./plan/facts.ts";

export type CheckedInputs = {
  readonly inputs: Inputs;
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
  readonly context: BuildContext;
  /** The texts of secrets that the inputs only name. */
  readonly namedSecrets: readonly string[];
};

/** What the runner's environment says. */
type Around = Pick<RunFacts, "workflow"> & {
  readonly variables: Readonly<Record<string, string | undefined>>;
};

/** @throws InputError that tells every mistake, also those in files that the inputs name */
export async function checkInputs(
  raw: RawInputs,
  files: RunFiles,
  { workflow, variables }: Around,
): Promise<CheckedInputs> {
  const { inputs, problems } = await readInputs(raw);
  const all = [...problems];
  const complain = (name: string, problem: string) => {
    all.push(`\`${name}\`: ${problem}`);
  };
  const context = await checkContext(inputs.build, workflow.commit, complain);
  const namedSecrets = await checkSecrets(inputs.build.secrets, variables, complain);
  const given = await readGivenConfigs(inputs.builder.buildkitdConfigs, complain);
  const to = { inputs: inputs.network, folder: files.certificates };
  const buildkitdConfig = composeBuildkitdConfig(given, to, complain);
  await checkCertificates(buildkitdConfig, inputs.builder, complain);
  if (all.length > 0) throw new InputError(all);
  return { inputs, buildkitdConfig, context, namedSecrets };
}
