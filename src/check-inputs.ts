// All that can be wrong with the inputs, found before anything is changed on the machine.
import { InputError } from "./domain/errors.ts";
import { checkCertificates, contextProblems, readGivenConfigs } from "./effects/check-paths.ts";
import { type BuildkitdConfigFile, composeBuildkitdConfig } from "./inputs/buildkitd-config.ts";
import type { Inputs } from "./inputs/inputs.ts";
import type { RawInputs } from "./inputs/raw-inputs.ts";
import { readInputs } from "./inputs/read-inputs.ts";
import type { RunFiles } from "./plan/facts.ts";

export type CheckedInputs = {
  readonly inputs: Inputs;
  readonly buildkitdConfig: BuildkitdConfigFile | undefined;
};

/** @throws InputError that tells every mistake, also those in files that the inputs name */
export async function checkInputs(raw: RawInputs, files: RunFiles): Promise<CheckedInputs> {
  const { inputs, problems } = await readInputs(raw);
  const all = [...problems, ...(await contextProblems(inputs.build))];
  const complain = (name: string, problem: string) => {
    all.push(`\`${name}\`: ${problem}`);
  };
  const given = await readGivenConfigs(inputs.builder.buildkitdConfigs, complain);
  const to = { inputs: inputs.network, folder: files.certificates };
  const buildkitdConfig = composeBuildkitdConfig(given, to, complain);
  await checkCertificates(buildkitdConfig, inputs.builder, complain);
  if (all.length > 0) throw new InputError(all);
  return { inputs, buildkitdConfig };
}
