// The merge step: one image out of the legs that other jobs built.
import { installBuildx } from "./effects/buildx-install.ts";
import { probeBuildx } from "./effects/buildx-probe.ts";
import { probeUserConfig } from "./effects/docker-config-folder.ts";
import { mergeLegs } from "./effects/leg-merge-run.ts";
import { removeLegTags } from "./effects/leg-remove-tags.ts";
import { namingLeftOutLogins } from "./effects/login-left-out.ts";
import { runFiles } from "./effects/run-files.ts";
import { planBuildx } from "./plan/buildx-plan.ts";
import { planMerge } from "./plan/leg-merge.ts";
import { legTagsText } from "./report/leg-failures.ts";
import { prepareClient } from "./step/prepare-client.ts";
import { reportMerge, reportNames } from "./step/report-merge.ts";
import { resolveMerge } from "./step/resolve-merge.ts";
import type { Run } from "./step/run.ts";

// Nothing is built, so that no engine is asked for.
const noEngine = { engine: undefined, endpoint: "", engineTls: undefined };

export async function merge(run: Run): Promise<void> {
  const { folder, runner, github } = run;
  const files = runFiles(folder);

  // Read the inputs. In an event whose image is not pushed, there is nothing to merge.
  const { inputs, buildkitdConfig, description, job } = await resolveMerge(run, files);
  if (!inputs.image.push) return reportNames(github, description);

  // Look at the machine.
  const userConfig = await probeUserConfig(runner.config);
  const { host, proxies } = runner;
  const asked = { host, proxies, plugins: userConfig.buildxPlugins };
  const buildxPlan = planBuildx(inputs.buildx, await probeBuildx(run.shell, inputs.buildx, asked));

  // Make docker and buildx ready.
  const machine = { ...noEngine, userConfig };
  const client = await prepareClient(run, files, { inputs, buildkitdConfig, machine });
  const buildx = await installBuildx(
    buildxPlan,
    { ...client.plan, folder },
    { ...run, bound: inputs.retryTimeout, signal: undefined },
  );
  const shell = client.shell.with({ buildx });
  await client.logIn(shell);

  // Plan, merge, read back, prove and sign.
  const given = { inputs, config: buildkitdConfig, client: client.plan, job };
  const plan = planMerge(given, machine, client.own);
  const result = await namingLeftOutLogins(inputs.login.leftOut, () =>
    mergeLegs(plan, { shell, github }),
  );

  // Set the outputs, write the summary, and let the legs' own tags go.
  await reportMerge(run, result, { description, plan });
  const kept = await removeLegTags(plan, result.images[0]?.digest, shell);
  if (kept.length > 0) github.warning(legTagsText(kept));
}
