// Step 8: warnings, outputs, the summary, and a last line.
import { formatPlatform } from "../domain/platform.ts";
import type { Facts } from "../plan/machine.ts";
import type { Plan } from "../plan/make-plan.ts";
import { legOutputs } from "../report/leg-outputs.ts";
import { outputsOf } from "../report/outputs.ts";
import { summaryOf } from "../report/summary.ts";
import type { Progress } from "../result/build-progress.ts";
import type { Result } from "../result/result.ts";
import { bakeNamesOf, type ResolvedInputs } from "./resolve-inputs.ts";
import type { Run } from "./run.ts";

type Reported = ResolvedInputs & {
  readonly plan: Plan;
  readonly facts: Facts;
  readonly progress: Progress;
};

export async function reportResult(
  { github, timeline, runner, folder }: Run,
  result: Result,
  { plan, facts, progress, ...resolved }: Reported,
): Promise<void> {
  const { inputs, description } = resolved;
  for (const warning of result.warnings) github.warning(warning);
  const isLeg = inputs.build.leg !== "false";
  const legs = isLeg ? legOutputs(result, runner.workflowRun) : [];
  for (const [name, value] of [...outputsOf(result, description), ...legs]) {
    github.setOutput(name, value);
  }
  const names = inputs.build.event.describes ? bakeNamesOf(resolved) : undefined;
  if (names !== undefined) {
    const { writeBakeNames } = await import("../effects/bake-names-write.ts");
    for (const [name, path] of await writeBakeNames(folder, inputs.bakeTarget, names)) {
      github.setOutput(name, path);
    }
  }
  const places = { engine: facts.engine, elsewhere: plan.elsewhere, nodes: plan.nodes };
  const phases = timeline.phases();
  await github.summarize(summaryOf(result, { places, asked: plan.proof.builds, progress, phases }));
  for (const { target, digest, image, repositories } of result.images) {
    const platforms = image?.manifests.map(({ platform }) => formatPlatform(platform)) ?? [];
    const forThem = platforms.length === 0 ? "" : ` for ${platforms.join(", ")}`;
    const pushed = target === undefined ? "Pushed" : `${target}: pushed`;
    if (repositories.length > 0) github.info(`${pushed} ${digest}${forThem}`);
  }
}
